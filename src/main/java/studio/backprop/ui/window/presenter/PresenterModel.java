package studio.backprop.ui.window.presenter;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Presented view and active tools. */
final class PresenterModel {
  static final double USUAL_RADIUS = 150;
  private static final double LEAST_RADIUS = 60;
  private static final double LARGEST_RADIUS = 500;
  private static final double STEP = 20;

  private final int views;
  private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper(this, "presenting");
  private final ReadOnlyIntegerWrapper view = new ReadOnlyIntegerWrapper(this, "view");
  private final ObjectProperty<List<Integer>> offered = new SimpleObjectProperty<>(this, "offered", List.of());
  private final BooleanProperty spotlight = new SimpleBooleanProperty(this, "spotlight");
  private final BooleanProperty drawing = new SimpleBooleanProperty(this, "drawing");
  private final BooleanProperty magnified = new SimpleBooleanProperty(this, "magnified");
  private final BooleanProperty blank = new SimpleBooleanProperty(this, "blank");
  private final BooleanProperty plays = new SimpleBooleanProperty(this, "plays", true);
  private final BooleanProperty steps = new SimpleBooleanProperty(this, "steps", true);
  private final DoubleProperty radius = new SimpleDoubleProperty(this, "radius", USUAL_RADIUS);
  private final DoubleProperty x = new SimpleDoubleProperty(this, "x");
  private final DoubleProperty y = new SimpleDoubleProperty(this, "y");

  /** @param views number of views */
  PresenterModel(int views) {
    this.views = views;
    offered.set(IntStream.range(0, views).boxed().toList());
  }

  // --- state

  ReadOnlyBooleanProperty presentingProperty() {
    return presenting.getReadOnlyProperty();
  }

  ReadOnlyIntegerProperty viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** Indices of the selectable views, in order; at least one. */
  ObjectProperty<List<Integer>> offeredProperty() {
    return offered;
  }

  /** Darkens all but a circle. */
  BooleanProperty spotlightProperty() {
    return spotlight;
  }

  /** Pen mode. */
  BooleanProperty drawingProperty() {
    return drawing;
  }

  /** Magnifies twice around the pointer. */
  BooleanProperty magnifiedProperty() {
    return magnified;
  }

  /** Blank screen. */
  BooleanProperty blankProperty() {
    return blank;
  }

  /** Whether Play is available. */
  BooleanProperty playsProperty() {
    return plays;
  }

  /** Whether Step is available. */
  BooleanProperty stepsProperty() {
    return steps;
  }

  DoubleProperty radiusProperty() {
    return radius;
  }

  /** The pointer, or the spotlight moved by the arrow keys. */
  DoubleProperty xProperty() {
    return x;
  }

  DoubleProperty yProperty() {
    return y;
  }

  // --- actions

  void begin() {
    presenting.set(true);
  }

  void end() {
    List.of(spotlight, drawing, magnified, blank).forEach(tool -> tool.set(false));
    radius.set(USUAL_RADIUS);
    presenting.set(false);
  }

  void show(int which) {
    int wanted = Math.floorMod(which, views);
    for (int i = 0; i < views && !offered.get().contains(wanted); i++) {
      wanted = (wanted + 1) % views;
    }
    view.set(wanted);
  }

  void showNext() {
    List<Integer> all = offered.get();
    view.set(all.get((all.indexOf(view.get()) + 1) % all.size()));
  }

  void toggle(BooleanProperty tool) {
    tool.set(!tool.get());
  }

  void growSpotlight(double steps) {
    radius.set(Math.max(LEAST_RADIUS, Math.min(LARGEST_RADIUS, radius.get() + steps * STEP)));
  }

  void moveSpotlight(double stepsRight, double stepsDown) {
    x.set(x.get() + stepsRight * STEP);
    y.set(y.get() + stepsDown * STEP);
  }

  void pointAt(double pointerX, double pointerY) {
    x.set(pointerX);
    y.set(pointerY);
  }

  /** Closes the top tool, finally the presenter mode itself. */
  void escape() {
    for (BooleanProperty tool : List.of(blank, drawing, magnified, spotlight)) {
      if (tool.get()) {
        tool.set(false);
        return;
      }
    }
    end();
  }
}

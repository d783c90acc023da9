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

/** What is presented, and which of the presenter's tools are in hand. */
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

  /** @param views how many views can be presented */
  PresenterModel(int views) {
    this.views = views;
    offered.set(IntStream.range(0, views).boxed().toList());
  }

  // --- what there is to see

  ReadOnlyBooleanProperty presentingProperty() {
    return presenting.getReadOnlyProperty();
  }

  /** The place of the presented view among all. */
  ReadOnlyIntegerProperty viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** The places of the views that can be chosen, in the order in which they are; at least one. */
  ObjectProperty<List<Integer>> offeredProperty() {
    return offered;
  }

  /** All but a circle is dark. */
  BooleanProperty spotlightProperty() {
    return spotlight;
  }

  /** The mouse draws. */
  BooleanProperty drawingProperty() {
    return drawing;
  }

  /** The view is twice as large, around the pointer. */
  BooleanProperty magnifiedProperty() {
    return magnified;
  }

  /** Nothing is to be seen: the class looks at its teacher. */
  BooleanProperty blankProperty() {
    return blank;
  }

  /** Whether training can be started. */
  BooleanProperty playsProperty() {
    return plays;
  }

  /** Whether a single step of training can be taken. */
  BooleanProperty stepsProperty() {
    return steps;
  }

  DoubleProperty radiusProperty() {
    return radius;
  }

  /** Where the pointer is, or where the arrow keys moved the spotlight. */
  DoubleProperty xProperty() {
    return x;
  }

  DoubleProperty yProperty() {
    return y;
  }

  // --- what can be done

  void begin() {
    presenting.set(true);
  }

  void end() {
    List.of(spotlight, drawing, magnified, blank).forEach(tool -> tool.set(false));
    radius.set(USUAL_RADIUS);
    presenting.set(false);
  }

  /** Presents this view, or the first after it that is offered. */
  void show(int which) {
    int wanted = Math.floorMod(which, views);
    for (int i = 0; i < views && !offered.get().contains(wanted); i++) {
      wanted = (wanted + 1) % views;
    }
    view.set(wanted);
  }

  /** Presents what is offered after what is presented now; after the last, the first. */
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

  /** Puts away one thing, the last of all the presenter mode itself. */
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

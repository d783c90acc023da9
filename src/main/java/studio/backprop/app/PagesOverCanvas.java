package studio.backprop.app;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.design.designer.DesignerView;
import studio.backprop.ui.inside.lens.sheet.LensModel;
import studio.backprop.ui.judge.examples.ExamplesModel;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Sight;

/** Pages that have the place of canvas and panels. Of them, a node from inside and the examples one is open at a time. */
final class PagesOverCanvas {
  private final RoomContext at;
  private final ExamplesModel examples;
  private final LensModel lens;
  private final DesignerView canvas;
  private final boolean besideText;
  private final List<BooleanProperty> all = new ArrayList<>();
  private final Map<BooleanProperty, BooleanProperty> covers = new IdentityHashMap<>();

  /** @param besideText whether what stands beside the canvas stays: the text of a lesson */
  PagesOverCanvas(RoomContext at, ExamplesModel examples, LensModel lens, DesignerView canvas, boolean besideText) {
    this.at = at;
    this.besideText = besideText;
    this.examples = examples;
    this.lens = lens;
    this.canvas = canvas;
    lens.nodeProperty().subscribe((before, node) -> node.ifPresent(inside -> close()));
    examples.openProperty().subscribe((before, now) -> {
      if (now) {
        close();
      }
    });
    at.shell().addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    at.shell().addEventFilter(KeyEvent.KEY_PRESSED, key -> {
      if (key.getTarget() instanceof MenuButton menu && !menu.isShowing()) {
        press(key); // it would keep the key, though it has no menu to close
      }
    });
  }

  /** Escape closes a page wherever in the window the focus is; what is written or asked comes first. */
  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && !key.isConsumed() && isOpen() && !besideText) {
      close();
      key.consume();
    }
  }

  private void close() {
    all.forEach(open -> open.set(false));
  }

  /**
   * Adds a page, which is made when somebody first looks: most windows never show it, and none waits for it at its start.
   *
   * @param open whether somebody looks
   * @return where it stands
   */
  Region add(BooleanProperty open, Supplier<Region> page) {
    StackPane place = new StackPane();
    place.setMinSize(0, 0);
    Sight.show(place, false);
    all.add(open);
    covers.put(open, new SimpleBooleanProperty());
    open.subscribe((before, now) -> show(open, now, place, page));
    return place;
  }

  /** Hides all that a page shows, or shows it again: it would tell what a lesson asks for. */
  void cover(BooleanProperty open, boolean covered) {
    covers.get(open).set(covered);
  }

  /** The page, and a sentence in its place while it is covered. */
  private void fill(StackPane place, Region page, ObservableBooleanValue covered) {
    EmptyState cover = new EmptyState(Icon.EYE, at.lang().bind("lesson.page.covered"));
    cover.visibleProperty().bind(covered);
    StackPane uncovered = new StackPane(page);
    uncovered.setMinSize(0, 0);
    uncovered.visibleProperty().bind(BooleanExpression.booleanExpression(covered).not());
    place.getChildren().addAll(uncovered, cover);
  }

  private void show(BooleanProperty open, boolean now, StackPane place, Supplier<Region> page) {
    Sight.show(place, now);
    if (now) {
      all.stream().filter(other -> other != open).forEach(other -> other.set(false));
      lens.leave();
      examples.openProperty().set(false);
    }
    boolean inside = lens.nodeProperty().get().isPresent();
    boolean any = isOpen();
    if (!besideText) {
      at.shell().enlargeMiddle(any || inside);
    }
    canvas.setVisible(!any && !inside && !examples.openProperty().get());
    if (now && place.getChildren().isEmpty()) {
      Region made = page.get();
      fill(place, made, covers.get(open));
      made.requestFocus();
    } else if (!now && canvas.isVisible()) {
      canvas.takeKeys();
    }
  }

  private boolean isOpen() {
    return all.stream().anyMatch(BooleanProperty::get);
  }

  /** Whether a page that was added, or a node from inside, needs the height under the canvas. */
  ObservableValue<Boolean> tall() {
    return Bindings.createBooleanBinding(() -> lens.nodeProperty().get().isPresent() || isOpen(),
        Stream.concat(Stream.of(lens.nodeProperty()), all.stream()).toArray(Observable[]::new));
  }
}

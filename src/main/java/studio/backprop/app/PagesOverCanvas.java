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

/** Pages in place of canvas and panels; at most one of them, a node's inside and the examples is open. */
final class PagesOverCanvas {
  private final RoomContext at;
  private final ExamplesModel examples;
  private final LensModel lens;
  private final DesignerView canvas;
  private final boolean besideText;
  private final List<BooleanProperty> all = new ArrayList<>();
  private final Map<BooleanProperty, BooleanProperty> covers = new IdentityHashMap<>();

  /** @param besideText whether the panels beside the canvas stay, as a lesson's text */
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
        press(key); // it would consume the key without a menu to close
      }
    });
  }

  /** Escape closes a page wherever the focus is; text fields and dialogs take precedence. */
  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && !key.isConsumed() && isOpen() && !besideText) {
      close();
      key.consume();
    }
  }

  private void close() {
    all.forEach(open -> open.set(false));
  }

  /** Adds a page, created when first opened. Returns its container. */
  Region add(BooleanProperty open, Supplier<Region> page) {
    StackPane place = new StackPane();
    place.setMinSize(0, 0);
    Sight.show(place, false);
    all.add(open);
    covers.put(open, new SimpleBooleanProperty());
    open.subscribe((before, now) -> show(open, now, place, page));
    return place;
  }

  /** Hides or restores a page's content, which would reveal a prediction. */
  void cover(BooleanProperty open, boolean covered) {
    covers.get(open).set(covered);
  }

  /** Page and placeholder text. */
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

  /** Whether an open page, or a node's inside, needs the height below the canvas. */
  ObservableValue<Boolean> tall() {
    return Bindings.createBooleanBinding(() -> lens.nodeProperty().get().isPresent() || isOpen(),
        Stream.concat(Stream.of(lens.nodeProperty()), all.stream()).toArray(Observable[]::new));
  }
}

package studio.backprop.ui.design.designer;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.HandNumber;
import studio.backprop.ui.design.designer.edit.SetWeight;
import studio.backprop.ui.design.designer.edit.UnitSpot;
import studio.backprop.ui.design.designer.node.NodeView;
import studio.backprop.ui.design.designer.wire.WireView;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;

/** Editor of a weight or bias beside the mouse: its value during a drag, or a text field. */
final class WeightTag extends VBox {
  private static final double BESIDE = 16;
  private static final double STEP = 0.1;
  private static final double LIMIT = 1e6;
  private static final int DIGITS = 3;
  private static final int ENTRY = 7;
  /** Initial precision of the text field. */
  private static final double TYPED = 1e-4;

  private final CanvasDesk desk;
  private final Runnable done;
  private final Label words = new Label();
  private final Label value = new Label();
  private HandNumber number;
  private float before;
  private boolean typed;
  private boolean cancelled;

  /** @param done returns the focus to the canvas */
  WeightTag(CanvasDesk desk, Runnable done) {
    this.desk = desk;
    this.done = done;
    getStyleClass().add("weight-tag");
    words.getStyleClass().add("weight-words");
    value.getStyleClass().add("weight-value");
    setManaged(false);
    setVisible(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    desk.model().camera().zoomProperty().subscribe((was, now) -> close());
    desk.model().document().openingsProperty().subscribe((was, now) -> close());
    desk.model().lensProperty().subscribe((was, now) -> close());
  }

  /** Editable weight or bias under the mouse. */
  Optional<HandNumber> at(MouseEvent event) {
    if (!desk.setsWeights()) {
      return Optional.empty();
    }
    return CanvasView.owner(event.getTarget(), WireView.class).flatMap(wire -> wire.weightAt(event.getSceneX(), event.getSceneY()))
        .or(() -> CanvasView.owner(event.getTarget(), NodeView.class).flatMap(node -> node.spotAt(event.getSceneX(), event.getSceneY()))
            .filter(UnitSpot::onBias).map(this::bias))
        .filter(number -> !Float.isNaN(number.in(desk.run().present())));
  }

  private HandNumber bias(UnitSpot spot) {
    var node = desk.model().network().node(spot.node());
    return new HandNumber(node.weights(), "bias", spot.unit(), desk.lang().say("hand.bias", node.name(), spot.unit() + 1));
  }

  /**
   * Gesture that changes it by dragging.
   *
   * @param x start in px of the canvas window
   * @param canvasY start in canvas coordinates
   */
  SetWeight drag(HandNumber dragged, double x, double y, double canvasY) {
    float now = dragged.in(desk.run().present());
    setMouseTransparent(true);
    return new SetWeight(desk.run().weights(), dragged, now, canvasY, desk.model().camera().zoom(), set -> {
      words.setText(dragged.words());
      value.setText(desk.lang().numbers().significant((float) set, DIGITS));
      getChildren().setAll(words, value);
      place(x, y);
    }, this::close);
  }

  /** Opens a text field. Enter applies the input, Escape restores the old value, whatever was set meanwhile. */
  void type(HandNumber asked, double x, double y) {
    close();
    number = asked;
    before = asked.in(desk.run().present());
    typed = false;
    cancelled = false;
    NumberModel model = new NumberModel(NumberRange.real(-LIMIT, LIMIT, STEP), Math.rint(before / TYPED) * TYPED);
    model.valueProperty().subscribe((was, now) -> set(now.floatValue()));
    NumberField field = new NumberField(desk.lang(), model, new SimpleStringProperty(asked.words())).digits(ENTRY);
    model.refusalProperty().subscribe((was, now) -> place(x, y));
    words.setText(asked.words());
    setMouseTransparent(false);
    getChildren().setAll(words, field);
    place(x, y);
    Node entry = field.lookup(".text-field");
    entry.requestFocus();
    entry.focusedProperty().subscribe((was, focused) -> {
      if (!focused) {
        boolean entered = field.isFocusWithin();
        close();
        if (entered) {
          done.run();
        }
      }
    });
  }

  private void set(float now) {
    if (!cancelled) {
      desk.run().weights().set(number.node(), number.parameter(), number.index(), now, typed);
      typed = true;
    }
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      cancelled = true; // discards unconfirmed input
      close();
      if (typed) {
        desk.run().weights().giveBack(before);
      }
      done.run();
    }
  }

  private void place(double x, double y) {
    setVisible(true);
    applyCss();
    double width = prefWidth(-1);
    double height = prefHeight(-1);
    double most = getParent().getLayoutBounds().getWidth() - width - BESIDE;
    double low = getParent().getLayoutBounds().getHeight() - height - BESIDE;
    double left = Math.max(BESIDE, Math.min(most, x + BESIDE));
    double top = Math.max(BESIDE, Math.min(low, y - height / 2));
    resizeRelocate(Math.rint(left), Math.rint(top), width, height);
  }

  private void close() {
    if (isVisible()) {
      setVisible(false);
      getChildren().clear();
    }
  }
}

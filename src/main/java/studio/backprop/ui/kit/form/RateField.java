package studio.backprop.ui.kit.form;

import java.math.BigDecimal;
import java.math.MathContext;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;

/** Editor of a learning rate: logarithmic slider and number field. A drag is one history entry. */
public final class RateField extends VBox {
  private static final double LEAST = -5;
  private static final double MOST = 0.5;
  private static final double KEY_STEP = 0.1;
  /** Width of the field. */
  private static final int DIGITS = 7;
  private static final double SAME = 1e-9;
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private final NumberModel model;
  private final Slider slider = new Slider(LEAST, MOST, LEAST);

  /** @param settle ends a sequence of merging edits */
  public RateField(Lang lang, NumberModel model, ObservableValue<String> name, Runnable settle) {
    this.model = model;
    slider.accessibleTextProperty().bind(name);
    slider.setBlockIncrement(KEY_STEP);
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox row = new HBox(slider, new NumberField(lang, model, name).digits(DIGITS).refuseIn(this));
    row.getStyleClass().add("pair");
    getStyleClass().add("rate-field");
    getChildren().add(0, row);
    addEventFilter(ActionEvent.ACTION, e -> settle.run());
    addEventHandler(ActionEvent.ACTION, e -> settle.run());
    model.valueProperty().subscribe(now -> place());
    slider.valueProperty().subscribe(now -> take(now.doubleValue()));
    slider.valueChangingProperty().subscribe((before, dragging) -> settle.run());
    slider.focusedProperty().subscribe((before, focused) -> settle.run());
  }

  private void place() {
    if (!slider.isValueChanging()) {
      slider.setValue(position());
    }
  }

  private void take(double position) {
    if (Math.abs(position - position()) > SAME) {
      model.restore();
      model.valueProperty().set(new BigDecimal(Math.pow(10, position)).round(TWO_DIGITS).doubleValue());
    }
  }

  /** Position on the slider, clamped to its ends. */
  private double position() {
    return Math.max(LEAST, Math.min(MOST, Math.log10(model.value())));
  }
}

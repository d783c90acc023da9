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

/**
 * A learning rate: a slider over powers of ten for trying out, and a field for any number. A drag of the slider is one entry of the
 * history.
 */
public final class RateField extends VBox {
  private static final double LEAST = -5;
  private static final double MOST = 0.5;
  private static final double KEY_STEP = 0.1;
  /** A rate of a million is far too large, and somebody will try it. */
  private static final int DIGITS = 7;
  private static final double SAME = 1e-9;
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private final NumberModel model;
  private final Slider slider = new Slider(LEAST, MOST, LEAST);

  /**
   * @param name what the rate is of, for screen readers
   * @param settle ends a run of edits that merge
   */
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

  /** Where the number lies on the slider; one beyond its ends lies at the end. */
  private double position() {
    return Math.max(LEAST, Math.min(MOST, Math.log10(model.value())));
  }
}

package studio.backprop.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;

/** The learning rate, to be changed while training runs: a slider over powers of ten, and a field for the exact number. */
final class RateView extends HBox {
  private static final double LEAST_POWER = -5;
  private static final double MOST_POWER = 0.5;

  RateView(TransportModel transport, DocumentModel document, Lang lang) {
    Label title = new Label();
    title.getStyleClass().addAll("mut", "rate-title");
    title.textProperty().bind(lang.bind("transport.rate"));
    title.setMinWidth(USE_PREF_SIZE);
    Slider slider = new Slider(LEAST_POWER, MOST_POWER, -2);
    slider.setId("rate-slider");
    slider.accessibleTextProperty().bind(lang.bind("transport.rate"));
    NumberModel number = new NumberModel(NumberRange.positive(), document.project().training().rate());
    NumberField field = new NumberField(lang, number, lang.bind("transport.rate")).digits(7);
    field.setId("rate");
    title.setLabelFor(field);
    document.projectProperty().subscribe(project -> {
      double rate = project.training().rate();
      number.valueProperty().set(rate);
      if (!slider.isValueChanging()) {
        slider.setValue(Math.log10(rate));
      }
    });
    number.valueProperty().subscribe((before, now) -> transport.setRate(now.doubleValue()));
    slider.valueProperty().subscribe((before, now) -> {
      if (slider.isValueChanging() || slider.isFocused()) {
        transport.setRate(rounded(Math.pow(10, now.doubleValue())));
      }
    });
    slider.valueChangingProperty().subscribe(changing -> {
      if (!changing) {
        transport.settle();
      }
    });
    setFillHeight(false);
    getStyleClass().add("rate");
    getChildren().addAll(title, slider, field);
  }

  /** Two digits are enough for a rate chosen by hand. */
  private static double rounded(double rate) {
    double unit = Math.pow(10, Math.floor(Math.log10(rate)) - 1);
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.2g", Math.rint(rate / unit) * unit));
  }
}

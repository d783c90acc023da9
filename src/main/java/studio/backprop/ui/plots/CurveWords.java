package studio.backprop.ui.plots;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import studio.backprop.ui.kit.Lang;

/** What a curve says in words and numbers. */
final class CurveWords {
  private final CurveModel model;
  private final Lang lang;

  CurveWords(CurveModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
  }

  ObservableValue<String> title() {
    return lang.bind(titleKey());
  }

  private String titleKey() {
    return "plots." + model.quantityProperty().get().name().toLowerCase(Locale.ROOT);
  }

  String latestSmoothed() {
    return number("plots.latest_smoothed", model.latestSmoothed());
  }

  String latestValidation() {
    return number("plots.latest_validation", model.latestValidation());
  }

  private String number(String key, OptionalDouble value) {
    return value.isPresent() ? lang.say(key, write(value.getAsDouble())) : "";
  }

  private String write(double value) {
    boolean percent = model.quantityProperty().get() == CurveModel.Quantity.ACCURACY;
    return percent ? lang.numbers().fixed(value, 1) : lang.numbers().significant(value, 3);
  }

  /** For a reader who does not see the plot. */
  String summary() {
    return model.isEmpty()
        ? lang.say("plots.summary_empty", lang.say(titleKey()), lang.say("plots.empty_curve"))
        : lang.say("plots.summary", lang.say(titleKey()), model.lastStep(), latestSmoothed(), latestValidation());
  }

  String reading(CurveModel.Reading reading) {
    String most = write(reading.most());
    String batch = reading.least() == reading.most() ? most : lang.say("plots.range", write(reading.least()), most);
    String text = lang.say("plots.reading", reading.step(), batch, write(reading.smoothed()));
    return reading.validation().isPresent()
        ? text + "\n" + lang.say("plots.reading_validation", write(reading.validation().getAsDouble()))
        : text;
  }
}

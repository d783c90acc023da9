package studio.backprop.ui.judge.examples;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.data.PreparedData;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.chart.ChartLook;
import studio.backprop.ui.kit.form.Choice;

/** Histogram of a selectable column by class, with mean and quartiles. */
final class SpreadPane extends VBox {
  private static final int DIGITS = 3;

  private final PreparedData data;
  private final Lang lang;
  private final ChartLook look;
  private final VBox place = new VBox();

  SpreadPane(PreparedData data, List<ExampleColumn> columns, Lang lang, ChartLook look) {
    this.data = data;
    this.lang = lang;
    this.look = look;
    ExamplesTexts words = new ExamplesTexts(lang);
    Choice<ExampleColumn> column = new Choice<>(lang, columns, one -> words.axis(one, data), lang.bind("examples.spread"));
    column.setId("spread-of");
    place.getStyleClass().add("spread");
    getStyleClass().add("spread");
    getChildren().addAll(column, place);
    column.setValue(columns.get(0));
    column.valueProperty().subscribe(this::show);
  }

  private void show(ExampleColumn column) {
    ColumnHistogram histogram = ColumnHistogram.of(data, column);
    Spread spread = histogram.spread();
    Label sentence = Labels.wrapped("", "note", "mut");
    place.getChildren().clear();
    if (spread.known() == 0) {
      sentence.setText(lang.say("examples.spread.none"));
    } else {
      sentence.setText(lang.say(
          "examples.spread.words", write(spread.mean()), write(spread.median()), write(spread.lowerQuarter()),
          write(spread.upperQuarter())));
      place.getChildren().add(new HistogramChart(data, histogram, lang).of(look));
    }
    place.getChildren().add(sentence);
  }

  private String write(double number) {
    return lang.numbers().significant(number, DIGITS);
  }
}

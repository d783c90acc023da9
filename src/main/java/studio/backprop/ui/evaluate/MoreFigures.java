package studio.backprop.ui.evaluate;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.Figure;
import studio.backprop.evaluate.Judgement;
import studio.backprop.ui.evaluate.word.MetricWords;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;

/** The figures that do not stand at the top, with their intervals. */
final class MoreFigures extends VBox {
  private final Hints hints;
  private final Terms terms;
  private final MetricWords words;
  private final TextGrid grid = new TextGrid(3, 0, false);
  private List<String> explained = List.of();

  MoreFigures(Lang lang, Hints hints) {
    this.hints = hints;
    this.terms = new Terms(lang);
    this.words = new MetricWords(lang);
    getStyleClass().add("class-table");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("metrics.more_figures"));
    getChildren().addAll(title, grid);
  }

  /** @param complete whether all intervals that can be known are */
  void show(Judgement judgement, List<Figure> figures, boolean complete) {
    List<Figure> rest = figures.stream().filter(figure -> !MetricWords.headline(judgement).contains(figure.metric())).toList();
    List<String> ids = rest.stream().map(figure -> figure.metric().id()).toList();
    if (!ids.equals(explained)) {
      grid.limit(0);
    }
    for (int row = 0; row < rest.size(); row++) {
      Figure figure = rest.get(row);
      Label name = grid.set(row, 0, words.name(figure.metric()));
      grid.set(row, 1, words.value(figure), "strong");
      String interval = words.interval(figure);
      boolean none = complete && interval.isEmpty();
      grid.set(row, 2, none ? MetricWords.NONE : words.interval(figure, complete), "mut");
      if (!ids.equals(explained)) {
        hints.explain(name, "metric." + figure.metric().id() + ".help");
        terms.mark(name, MetricWords.term(figure.metric()));
      }
    }
    explained = ids;
    setVisible(!rest.isEmpty());
  }
}

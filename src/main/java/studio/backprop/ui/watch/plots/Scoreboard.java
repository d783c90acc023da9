package studio.backprop.ui.watch.plots;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import studio.backprop.data.Part;
import studio.backprop.data.Task;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;

/** Scores of the evaluated part: accuracy or mean error, and loss. */
final class Scoreboard extends GridPane {
  private static final double NARROW = 200;

  private final Lang lang;
  private final Terms terms;
  private final Label quality = new Label();
  private final Label qualityValue = new Label();
  private final Label loss = new Label();
  private final Label lossValue = new Label();
  private final Label explained = new Label();
  private final Label explainedValue = new Label();
  private CurveKind measure;

  Scoreboard(Lang lang) {
    this.lang = lang;
    this.terms = new Terms(lang);
    terms.explain(loss, "loss");
    getStyleClass().add("scoreboard");
    qualityValue.getStyleClass().add("strong");
    lossValue.getStyleClass().add("strong");
    explainedValue.getStyleClass().add("strong");
    explained.visibleProperty().bind(explainedValue.textProperty().isNotEmpty());
    explained.managedProperty().bind(explained.visibleProperty());
    explainedValue.visibleProperty().bind(explained.visibleProperty());
    explainedValue.managedProperty().bind(explained.visibleProperty());
    getChildren().addAll(quality, qualityValue, loss, lossValue, explained, explainedValue);
    widthProperty().subscribe(width -> arrange(width.doubleValue() > NARROW));
  }

  /** Values beside their names in a wide place, else below. */
  private void arrange(boolean wide) {
    setConstraints(quality, 0, 0);
    setConstraints(qualityValue, wide ? 1 : 0, wide ? 0 : 1);
    setConstraints(loss, 0, wide ? 1 : 2);
    setConstraints(lossValue, wide ? 1 : 0, wide ? 1 : 3);
    setConstraints(explained, 0, wide ? 2 : 4);
    setConstraints(explainedValue, wide ? 1 : 0, wide ? 2 : 5);
  }

  private void measure(CurveKind quantity) {
    if (measure != quantity) {
      measure = quantity;
      terms.explain(quality, quantity.term());
    }
  }

  void show(NetworkOutput.Judged judged) {
    boolean classes = judged.data().dataset().task() == Task.CLASSES;
    String part = lang.say(judged.part() == Part.VALIDATION ? "plots.part_validation" : "plots.part_train");
    measure(classes ? CurveKind.ACCURACY : CurveKind.ERROR);
    quality.setText(lang.say(classes ? "plots.right" : "plots.mae", part));
    qualityValue.setText(classes ? right(judged) : lang.numbers().significant(judged.scores().mae(), 3));
    loss.setText(lang.say("plots.part_loss", part));
    lossValue.setText(lang.numbers().significant(judged.scores().loss(), 3));
    third("r2", classes ? "" : lang.numbers().significant(judged.scores().r2(), 3));
  }

  /** Intersection over union, for areas of classes. */
  void overlap(double overlap) {
    third("iou", lang.numbers().significant(overlap, 3));
  }

  private void third(String term, String value) {
    explained.setText(Terms.name(term, lang.texts()));
    terms.explain(explained, term);
    explainedValue.setText(value);
  }

  private String right(NetworkOutput.Judged judged) {
    String share = lang.numbers().share(judged.scores().accuracy());
    return judged.severalAnswers() ? share : lang.say("plots.right_of", judged.right(), judged.rows(), share);
  }
}

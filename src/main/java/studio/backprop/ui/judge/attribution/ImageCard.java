package studio.backprop.ui.judge.attribution;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** The explained image, its truth and its prediction. */
final class ImageCard extends VBox {
  private final AttributionModel model;
  private final Lang lang;
  private final AttributionTexts words;
  private final Label title = new Label();
  private final Label size = new Label();
  private final ExampleImage picture;
  private final Label verdict = new Label();

  ImageCard(AttributionModel model, Lang lang, ThemeModel theme, AttributionTexts words) {
    this.model = model;
    this.lang = lang;
    this.words = words;
    picture = new ExampleImage(theme);
    getStyleClass().addAll("card", "method-card", "example-card");
    title.getStyleClass().add("strong");
    title.setMinWidth(0);
    Hints.sayWhole(title);
    size.getStyleClass().addAll("note", "mut");
    size.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    verdict.getStyleClass().addAll("note", "caption");
    verdict.setWrapText(true);
    MethodCard.asTall(picture, this);
    getChildren().addAll(new HBox(title, gap, size), picture, verdict);
    setMinWidth(0);
    setPrefWidth(1);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  void show(ExplainedExample now) {
    String truth = now.hasSeveralTargets() ? "" : words.trueValue(now.data(), now.example(), 0);
    String name = words.name(now.example());
    title.setText(truth.isEmpty() ? name : lang.say("reason.picture.title", name, truth));
    Shape shape = now.data().dataset().inputShape();
    size.setText(lang.say("reason.picture.size", shape.size(1), shape.size(2)));
    verdict.setText(words.verdict(now));
    picture.show(now.data(), now.raw(), title.getText());
    picture.offerTargets(now, model::explainPlace);
  }
}

package studio.backprop.ui.judge.embedding;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** Tooltip of the example under the mouse: picture, fields or text, with label and prediction. */
final class HoverCard extends VBox {
  private static final double APART = 18;

  private final EmbeddingTexts words;
  private final PointPicture picture;
  private final Label name = new Label();
  private final Label fields = new Label();
  private final Label truth = new Label();
  private final Label predicted = new Label();

  HoverCard(Lang lang, ThemeModel theme, EmbeddingTexts words) {
    this.words = words;
    picture = new PointPicture(theme);
    name.getStyleClass().add("strong");
    fields.getStyleClass().add("note");
    fields.setWrapText(true);
    predicted.setWrapText(true);
    Label keys = new Label();
    keys.getStyleClass().addAll("note", "mut");
    keys.textProperty().bind(lang.bind("embedding.hover"));
    HBox body = new HBox(picture, new VBox(name, truth, predicted));
    body.getStyleClass().add("body");
    getStyleClass().addAll("card", "pop", "hover-card");
    getChildren().addAll(body, fields, keys);
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  void show(EmbeddedPoints points, int at, double x, double y, double width, double height) {
    Sight.show(picture, points.data().dataset().hasPictures());
    picture.show(points.data(), points.example(at));
    name.setText(words.name(points, at));
    fields.setText(String.join("\n", words.fields(points.data(), points.example(at))));
    Sight.show(fields, !fields.getText().isEmpty());
    truth.setText(words.truth(points, at));
    predicted.setText(words.prediction(points, at));
    Sight.show(predicted, !predicted.getText().isEmpty());
    predicted.getStyleClass().remove("wrong");
    if (points.misclassified(at)) {
      predicted.getStyleClass().add("wrong");
    }
    setVisible(true);
    applyCss();
    autosize();
    double left = x + APART + getWidth() <= width ? x + APART : x - APART - getWidth();
    relocate(Math.max(4, left), Math.max(4, Math.min(height - getHeight() - 4, y - getHeight() / 2)));
  }

  void hide() {
    setVisible(false);
  }
}

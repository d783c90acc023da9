package studio.backprop.ui.judge.embedding;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.embed.NearestNeighbours;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** Nearest neighbours of the selected example in the layout. */
final class NeighboursPane extends VBox {
  static final int COUNT = 8;

  private final EmbeddingModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final EmbeddingTexts words;
  private final Label title = new Label();
  private final FlowPane list = new FlowPane();
  private final Label said = new Label();

  NeighboursPane(EmbeddingModel model, Lang lang, ThemeModel theme, EmbeddingTexts words) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    getStyleClass().add("neighbours");
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    said.getStyleClass().addAll("note", "mut");
    said.setWrapText(true);
    list.getStyleClass().add("neighbour-list");
    getChildren().addAll(title, list, said);
    model.exampleProperty().subscribe(this::show);
    model.computingProperty().subscribe(this::show);
    model.pointsProperty().subscribe((before, now) -> {
      if (now == null || before == null || now.isComplete()) {
        show();
      }
    });
    lang.whenWrittenAnew(this::show);
  }

  private void show() {
    EmbeddedPoints points = model.pointsProperty().get();
    Optional<Integer> chosen = points == null ? Optional.empty() : points.indexOf(model.exampleProperty().get());
    Sight.show(list, chosen.isPresent());
    Sight.show(title, points != null);
    Sight.show(said, points != null);
    boolean focused = list.isFocusWithin();
    list.getChildren().clear();
    if (points == null) {
      return;
    }
    if (chosen.isEmpty()) {
      title.setText(lang.say("embedding.neighbours"));
      said.setText(lang.say("embedding.neighbours.none"));
      return;
    }
    title.setText(lang.say("embedding.neighbours.of", words.name(points, chosen.get())));
    int[] near = NearestNeighbours.of(points.layout(), chosen.get(), COUNT);
    int same = 0;
    for (int at : near) {
      list.getChildren().add(neighbour(points, at));
      same += points.hasLabels() && points.labels()[at] == points.labels()[chosen.get()] ? 1 : 0;
    }
    if (focused) { // keeps the focus in the page
      list.getChildren().get(0).requestFocus();
    }
    said.setText(points.hasLabels()
        ? lang.say("embedding.neighbours.said", same, near.length, words.ofClass(points, points.labels()[chosen.get()]),
            points.choice().dimensions())
        : lang.say("embedding.neighbours.layout", points.choice().dimensions()));
  }

  private Button neighbour(EmbeddedPoints points, int at) {
    Button one = new Button();
    one.getStyleClass().addAll("bare", "neighbour");
    one.setMnemonicParsing(false); // names contain underscores
    one.setAccessibleText(words.sentence(points, at));
    one.setOnAction(event -> model.choose(at));
    String label = points.hasLabels() ? words.ofClass(points, points.labels()[at]) : words.truth(points, at);
    if (points.data().dataset().hasPictures()) {
      PointPicture picture = new PointPicture(theme);
      picture.show(points.data(), points.example(at));
      one.setGraphic(picture);
      one.setContentDisplay(ContentDisplay.TOP);
      one.setText(label.length() > 4 ? "" : label);
      one.getStyleClass().add("pictured");
    } else {
      String what = points.data().dataset().text().isPresent() ? words.fields(points.data(), points.example(at)).get(0)
          : words.name(points, at);
      one.setText(label.isEmpty() ? what : lang.say("embedding.point", what, label));
      one.getStyleClass().add("written");
    }
    if (points.misclassified(at)) {
      one.getStyleClass().add("wrong");
    }
    return one;
  }
}

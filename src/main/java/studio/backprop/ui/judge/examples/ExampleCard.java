package studio.backprop.ui.judge.examples;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.GraphPicture;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;

/** Card of the selected example: name, truth and prediction. */
final class ExampleCard extends HBox {
  private final ExamplesModel model;
  private final ThemeModel theme;
  private final ExamplesTexts words;
  private final Painting picture = new Painting(this::paint);
  private final Label name = new Label();
  private final Label truth = new Label();
  private final Label said = new Label();

  ExampleCard(ExamplesModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.theme = theme;
    this.words = new ExamplesTexts(lang);
    name.getStyleClass().add("strong");
    said.getStyleClass().addAll("note", "mut");
    picture.getStyleClass().add("picture");
    picture.managedProperty().bind(picture.visibleProperty());
    getStyleClass().addAll("card", "example-card");
    getChildren().addAll(picture, new VBox(name, truth, said));
    model.exampleProperty().subscribe(this::show);
    model.listProperty().subscribe(this::show);
    model.predictionsProperty().subscribe(this::show);
    theme.paletteProperty().subscribe(this::show);
    lang.whenWrittenAnew(this::show);
  }

  private void show() {
    setVisible(model.dataProperty().getValue().isPresent());
    model.dataProperty().getValue().ifPresent(data -> {
      Example example = model.exampleProperty().get().within(data);
      name.setText(words.name(data, example));
      truth.setText(words.truth(data, example));
      said.setText(String.join("\n", said(data, example)));
      picture.setVisible(data.dataset().hasPictures());
      picture.repaint();
    });
  }

  private List<String> said(PreparedData data, Example example) {
    return model.predictionsProperty().get().filter(p -> example.drawn().isEmpty() && p.has(example.part()) && p.data() == data)
        .map(p -> data.dataset().answers() > 1
            ? List.of(words.quality(p, example))
            : ExamplesModel.hasClasses(data)
            ? words.best(p, example)
            : List.of(words.title(ExampleColumn.PREDICTED, data) + " " + words.number(p.value(example.part(), example.row()))))
        .orElse(List.of());
  }

  private void paint(GraphicsContext g, double width, double height) {
    model.dataProperty().getValue().filter(data -> data.dataset().hasPictures()).ifPresent(data -> {
      Example example = model.exampleProperty().get().within(data);
      if (data.dataset().isGraphs()) {
        GraphPicture.of(data, example).paint(g, theme.palette(), 0, 0, width, height);
        return;
      }
      Pixels pixels = new Pixels(data, 1, 1);
      pixels.set(0, example, theme.palette().pixels());
      pixels.update();
      pixels.paint(g, 0, 0, 0, width);
    });
  }
}

package studio.backprop.ui.judge.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.data.Part;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Side panel of the explained example: its part, the worst predictions in it, truth and prediction. */
final class AttributionSidePane extends VBox {
  private static final int MOST = 10;
  private static final int COLUMNS = 3;
  private static final double HIGH = 12;
  private static final double PICTURE = 96;

  private final AttributionModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final AttributionTexts words;
  private final BooleanProperty withPicture = new SimpleBooleanProperty(this, "withPicture");
  private final Segmented<Part> parts;
  private final MistakesList mistakes;
  private final Button draw = new Button(null, Icon.RENAME.view());
  private final ImageButton image;
  private final Label name = new Label();
  private final Label row = new Label();
  private final Label truth = Labels.wrapped("");
  private final HBox facts = new HBox();
  private final ExampleImage picture;
  private final Label text = Labels.wrapped("", "example-text");
  private final TextGrid classes = new TextGrid(COLUMNS, 1, false);
  private final Label classesTitle = new Label();
  private ExplainedExample now;
  private Texts saidIn;

  /** @param drawOne opens the drawing of an example @param image opens an image from a file */
  AttributionSidePane(AttributionModel model, Lang lang, Hints hints, ThemeModel theme, AttributionTexts words, Runnable drawOne,
      ImageButton image) {
    this.image = image;
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    parts = parts(hints);
    mistakes = new MistakesList(model, lang, theme, words);
    picture = new ExampleImage(theme);
    getStyleClass().add("example-side");
    draw.setId("explain-draw");
    draw.textProperty().bind(lang.bind("reason.draw"));
    draw.setOnAction(event -> drawOne.run());
    hints.explain(draw, "reason.draw.help");
    name.getStyleClass().add("strong");
    name.setMinWidth(Region.USE_PREF_SIZE);
    row.getStyleClass().addAll("note", "mut");
    hints.explain(row, "reason.example.row.help");
    row.accessibleTextProperty().unbind();
    row.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(truth, Priority.ALWAYS);
    truth.setMaxWidth(Double.MAX_VALUE);
    facts.getChildren().addAll(truth, row);
    facts.getStyleClass().add("facts");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(
        name, gap, step(hints, Icon.CHEVRON_LEFT, -1, "reason.before"), step(hints, Icon.CHEVRON_RIGHT, 1, "reason.after"));
    head.getStyleClass().add("title-row");
    text.setMinHeight(Region.USE_PREF_SIZE);
    picture.setMinHeight(PICTURE);
    picture.setMaxHeight(PICTURE);
    classesTitle.getStyleClass().add("strong");
    Label proof = Labels.wrapped("", "note", "mut");
    proof.textProperty().bind(lang.bind("reason.proof"));
    getChildren().addAll(parts, mistakes, draw, image, head, picture, text, facts, classesTitle, classes, proof);
    withPicture.subscribe((before, shown) -> showPicture());
  }

  /** Whether the image is shown here, for lack of space beside the pictures of the methods. */
  BooleanProperty withPictureProperty() {
    return withPicture;
  }

  private Segmented<Part> parts(Hints hints) {
    Segmented<Part> all = new Segmented<>(lang.bind("reason.part"));
    all.setId("explain-part");
    for (Part part : Part.values()) {
      all.add(part, lang.bind("metrics.part." + part.name().toLowerCase(Locale.ROOT) + ".name"));
    }
    all.explain(Part.TEST, hints, "reason.part.test.help");
    model.exampleProperty().subscribe(example -> all.valueProperty().set(example.part()));
    all.valueProperty().subscribe((before, part) -> {
      if (part != model.exampleProperty().get().part()) {
        model.lookAt(part);
      }
    });
    return all;
  }

  /** Inserts a node between the example and the prediction. */
  void lead(Node choice) {
    getChildren().add(getChildren().indexOf(facts), choice);
  }

  private Button step(Hints hints, Icon icon, int further, String key) {
    Button button = new Button(null, icon.view());
    button.getStyleClass().addAll("icon-only", "bare");
    button.setId(further < 0 ? "explain-before" : "explain-after");
    button.setOnAction(event -> model.walk(further));
    hints.explain(button, key);
    return button;
  }

  void show(ExplainedExample explained) {
    now = explained;
    parts.offerOnly(Arrays.stream(Part.values()).filter(part -> now.data().rows(part) > 0).toList());
    name.setText(words.name(now.example()));
    row.setText(words.row(now.data(), now.example()));
    row.setAccessibleText(row.getText());
    truth.setText(words.truth(now.data(), now.example(), now.place()));
    Sight.show(draw, now.data().dataset().isImages());
    Sight.show(image, draw.isVisible() && !model.fixedProperty().get()); // a lesson sets its own examples
    showPicture();
    text.setText(now.data().dataset().text().map(all -> all.write(now.raw()).strip()).orElse(""));
    Sight.show(text, !text.getText().isEmpty());
    if (now.isRegression()) {
      classesTitle.setText(lang.say("reason.predicted_value", words.target(now.data()), words.number(words.predicted(now))));
      classes.limit(0);
    } else {
      classesTitle.setText(lang.say("reason.prediction"));
      showClasses();
    }
    mistakes.show(now, saidIn != lang.texts());
    saidIn = lang.texts();
  }

  private void showPicture() {
    Sight.show(picture, withPicture.get() && now != null && now.isPicture());
    if (picture.isVisible()) {
      picture.show(now.data(), now.raw(), name.getText());
      picture.offerTargets(now, model::explainPlace);
    }
  }

  private void showClasses() {
    List<String> names = words.classes(now.data());
    List<Integer> order = new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
    if (order.size() > MOST) {
      order.sort(Comparator.comparingDouble(index -> -words.probability(now, index)));
      order = order.subList(0, MOST);
    }
    for (int i = 0; i < order.size(); i++) {
      int index = order.get(i);
      String[] style = index == now.predicted() ? new String[] {"strong"} : new String[0];
      Label named = classes.set(i, 0, names.get(index), style);
      named.setOnMouseClicked(event -> model.explain(OptionalInt.of(index), OptionalInt.empty()));
      ProbabilityBar bar = classes.at(i, 1) instanceof ProbabilityBar there ? there : classes.put(i, 1, new ProbabilityBar());
      bar.show(words.probability(now, index), index == now.predicted(), index == now.of());
      classes.set(i, 2, lang.numbers().probability(words.probability(now, index)), style);
    }
    classes.limit(order.size());
  }

  /** Bar of the probability of a class. */
  private final class ProbabilityBar extends StackPane {
    private final Painting painting = new Painting(this::paintBar);
    private double share;
    private boolean predicted;
    private boolean explained;

    ProbabilityBar() {
      setMinWidth(40);
      getStyleClass().add("cell");
      painting.setMinHeight(HIGH);
      painting.setMaxHeight(HIGH);
      getChildren().add(painting);
      theme.paletteProperty().subscribe(palette -> painting.repaint());
    }

    void show(double probability, boolean best, boolean of) {
      share = Double.isFinite(probability) ? Math.max(0, Math.min(1, probability)) : 0;
      predicted = best;
      explained = of;
      painting.repaint();
    }

    private void paintBar(GraphicsContext g, double width, double height) {
      g.setFill(theme.palette().color(Token.BORDER_SOFT));
      g.fillRoundRect(0, 0, width, height, 4, 4);
      g.setFill(theme.palette().color(predicted ? Token.ACCENT : explained ? Token.GRADIENT : Token.WIRE));
      g.fillRoundRect(0, 0, width * share, height, 4, 4);
    }
  }
}

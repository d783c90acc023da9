package studio.backprop.ui.reason;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.text.Texts;
import studio.backprop.train.observe.Example;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** The example that is explained: what it is, what the network predicts, and the ones beside it. */
final class ExampleSide extends VBox {
  private static final int MOST = 10;
  private static final int COLUMNS = 3;
  private static final double HIGH = 12;
  private static final double TALLEST = 144;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final ReasonsModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final ReasonWords words;
  private final Label name = new Label();
  private final Label truth = new Label();
  private final Painting picture = new Painting(this::paint);
  private final Label text = new Label();
  private final TextGrid classes = new TextGrid(COLUMNS, 1, false);
  private final Label classesTitle = new Label();
  private final Label mistakesTitle = new Label();
  private final Label mistakesCount = new Label();
  private final VBox mistakes = new VBox();
  private ExplainedExample now;
  private Example listedFor;
  private Texts listedIn;
  private Raster raster;

  ExampleSide(ReasonsModel model, Lang lang, Hints hints, ThemeModel theme, ReasonWords words) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    getStyleClass().add("example-side");
    name.getStyleClass().add("strong");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(
        name, gap, step(hints, Icon.CHEVRON_LEFT, -1, "reason.before"), step(hints, Icon.CHEVRON_RIGHT, 1, "reason.after"));
    head.getStyleClass().add("title-row");
    truth.setWrapText(true);
    text.setWrapText(true);
    text.getStyleClass().add("example-text");
    picture.getStyleClass().add("example-picture");
    picture.minHeightProperty().bind(widthProperty().subtract(32).map(width -> Math.min(TALLEST, width.doubleValue())));
    picture.prefHeightProperty().bind(picture.minHeightProperty());
    classesTitle.getStyleClass().add("strong");
    Label proof = new Label();
    proof.getStyleClass().addAll("note", "mut");
    proof.setWrapText(true);
    proof.textProperty().bind(lang.bind("reason.proof"));
    mistakesTitle.getStyleClass().add("strong");
    mistakesCount.getStyleClass().addAll("note", "mut");
    mistakesCount.setWrapText(true);
    mistakes.getStyleClass().add("mistakes");
    getChildren().addAll(
        head, picture, text, truth, classesTitle, classes, new VBox(mistakesTitle, mistakesCount), mistakes, proof);
    model.mistakesProperty().subscribe(known -> showMistakes());
    theme.paletteProperty().subscribe(palette -> picture.repaint());
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
    name.setText(words.name(now.example()));
    truth.setText(words.truth(now.data(), now.example(), now.place()));
    Sight.show(truth, !truth.getText().isEmpty());
    Sight.show(picture, now.isPicture());
    picture.setAccessibleText(name.getText());
    picture.repaint();
    String written = now.data().dataset().text().map(all -> all.write(now.raw()).strip()).orElse("");
    text.setText(written);
    Sight.show(text, !written.isEmpty());
    if (now.isRegression()) {
      classesTitle.setText(lang.say("reason.predicted_value", words.target(now.data()), words.number(words.predicted(now))));
      classes.limit(0);
    } else {
      classesTitle.setText(lang.say("reason.prediction"));
      showClasses();
    }
    if (listedFor == null || !listedFor.equals(now.example()) || listedIn != lang.texts()) {
      listedFor = now.example();
      listedIn = lang.texts();
      showMistakes();
    }
  }

  private void showMistakes() {
    Mistakes known = model.mistakesProperty().get();
    boolean shown = now != null && known != null && known.data() == now.data();
    for (Node node : List.of(mistakesTitle.getParent(), mistakes)) {
      Sight.show(node, shown);
    }
    if (!shown) {
      return;
    }
    String part = words.part(known.part());
    mistakesTitle.setText(lang.say(now.isRegression() ? "reason.errors" : "reason.mistakes"));
    mistakesCount.setText(lang.say(now.isRegression() ? "reason.errors.of" : "reason.mistakes.of", known.count(), known.rows(), part));
    List<Node> lines = new ArrayList<>();
    for (Mistakes.Mistake mistake : known.worst()) {
      Button line = new Button(words.mistake(now.data(), known.part(), mistake));
      line.getStyleClass().addAll("bare", "mistake");
      line.setMinWidth(0);
      line.setWrapText(true);
      line.pseudoClassStateChanged(CHOSEN, now.example().equals(new Example(known.part(), mistake.row())));
      line.setOnAction(event -> model.choose(known.part(), mistake.row()));
      lines.add(line);
    }
    mistakes.getChildren().setAll(lines);
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

  /** How probable a class is. */
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

  private void paint(GraphicsContext g, double width, double height) {
    if (now == null || !now.isPicture()) {
      return;
    }
    int high = now.data().dataset().inputShape().size(1);
    int wide = now.data().dataset().inputShape().size(2);
    if (raster == null || raster.width() != wide || raster.height() != high) {
      raster = new Raster(wide, high);
    }
    float unit = 1f / now.data().dataset().about().largestPixel();
    for (int i = 0; i < high * wide; i++) {
      raster.set(i % wide, i / wide, theme.palette().pixels().argb(now.raw()[i] * unit));
    }
    raster.update();
    double cell = Math.min(width / wide, height / high);
    raster.paint(g, 0, 0, wide, high, (width - cell * wide) / 2, (height - cell * high) / 2, cell * wide, cell * high);
    g.setStroke(theme.palette().color(Token.BORDER));
    g.strokeRect((width - cell * wide) / 2 + 0.5, (height - cell * high) / 2 + 0.5, cell * wide - 1, cell * high - 1);
  }
}

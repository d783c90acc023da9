package studio.backprop.ui.judge.attribution;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.InputParts;
import studio.backprop.ui.kit.CardRows;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** Content of the page: the score, the pictures, tables or texts of the methods, and the completeness check. */
final class AttributionPane extends VBox {
  private static final double WIDE = 1150;
  /** Rows of a table up to which the space below it is used. */
  private static final int SHORT = 14;
  /** Pictures in a row in large type for classrooms. */
  private static final int FEW = 3;

  private final AttributionModel model;
  private final Lang lang;
  private final AttributionTexts words;
  private final Label score = new Label();
  private final ClassTabs tabs;
  private final Label untrained = new Label();
  private final HBox warning = new HBox(untrained);
  private final ImageCard example;
  private final List<MethodCard> cards;
  private final CardRows pictures;
  private final InputsPane inputs;
  private final TokensPane tokens;
  private final GraphPane graph;
  private final WaterfallPane waterfall;
  private final CompletenessPane completeness;
  private final LargestPane largest;
  private final CamPane cam;
  private final VBox table = new VBox();
  private final VBox left;
  private final VBox side;
  /** Whether the sheet is narrow; undefined before the first layout. */
  private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper(this, "narrow");
  private final CardRows below;
  private final BooleanProperty stacked = new SimpleBooleanProperty(this, "stacked");
  private final Label note = new Label();

  AttributionPane(AttributionModel model, Lang lang, ThemeModel theme, AttributionTexts words) {
    this.model = model;
    this.lang = lang;
    this.words = words;
    cards = Stream.of(AttributionMethod.values()).map(method -> new MethodCard(method, model, lang, theme, words)).toList();
    example = new ImageCard(model, lang, theme, words);
    pictures = new CardRows(FEW, "plot-row", Stream.concat(Stream.of(example), cards.stream()).map(AttributionPane::growing)
        .toArray(Region[]::new));
    tabs = new ClassTabs(model, lang, words);
    inputs = new InputsPane(lang, theme, words);
    tokens = new TokensPane(lang, theme, words);
    graph = new GraphPane(lang, theme);
    waterfall = new WaterfallPane(lang, theme, words);
    completeness = new CompletenessPane(lang, theme, words);
    largest = new LargestPane(lang, theme, words);
    cam = new CamPane(model, lang, theme);
    left = new VBox(inputs);
    side = new VBox(graph, waterfall);
    VBox.setVgrow(waterfall, Priority.ALWAYS);
    List.of(table, left, side).forEach(column -> column.getStyleClass().add("stacked"));
    narrow.bind(widthProperty().map(wide -> wide.doubleValue() > 0 && wide.doubleValue() < WIDE));
    below = new CardRows(1, "plot-row", growing(completeness), growing(largest));
    narrow.subscribe(is -> arrange());
    model.randomProperty().subscribe((before, random) -> arrange());
    score.setWrapText(true);
    score.setMinWidth(0);
    HBox.setHgrow(score, Priority.ALWAYS);
    score.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(tabs, score, new ScaleLegend(lang, theme));
    untrained.setWrapText(true);
    untrained.textProperty().bind(lang.bind("reason.untrained"));
    untrained.setGraphic(Icon.WARNING.view());
    warning.getStyleClass().addAll("banner", "warn");
    warning.setId("explain-untrained");
    example.visibleProperty().bind(narrow.not().or(stacked));
    example.managedProperty().subscribe(shown -> pictures.arrange());
    stacked.subscribe((before, now) -> {
      pictures.makeNarrow(now);
      below.makeNarrow(now);
    });
    example.managedProperty().bind(example.visibleProperty());
    head.getStyleClass().add("score-row");
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    getStyleClass().add("reasons-sheet");
    getChildren().addAll(head, warning, pictures, tokens, table, below, cam, note);
    model.methodProperty().subscribe(method -> showLargest());
    model.sharedProperty().subscribe((before, shared) -> {
      if (model.explainedProperty().get() != null) {
        show(model.explainedProperty().get());
      }
    });
  }

  private static HBox row(Region... cards) {
    HBox row = new HBox(cards);
    row.getStyleClass().add("plot-row");
    Stream.of(cards).forEach(AttributionPane::growing);
    return row;
  }

  private static Region growing(Region card) {
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setPrefWidth(1);
    card.setMinWidth(0);
    return card;
  }

  /** Whether the sheet fills the page and is narrow: in large type for classrooms. */
  BooleanProperty stackedProperty() {
    return stacked;
  }

  /** Whether the sheet is narrow, so that the image is shown elsewhere. */
  ReadOnlyBooleanProperty narrowProperty() {
    return narrow.getReadOnlyProperty();
  }

  /** Whether a table has the full width: in a narrow window, or with twice the columns. */
  private boolean isStacked() {
    return narrow.get() || model.randomProperty().get();
  }

  /** A full-width table puts the waterfall above it, or below the completeness check. */
  private void arrange() {
    table.getChildren().clear();
    if (isStacked()) {
      table.getChildren().setAll(model.randomProperty().get() ? List.of(left, side) : List.of(side, left));
    } else {
      HBox row = row(left, side);
      HBox.setHgrow(left, Priority.NEVER);
      left.setPrefWidth(USE_COMPUTED_SIZE);
      left.setMinWidth(USE_PREF_SIZE);
      table.getChildren().add(row);
    }
    if (model.explainedProperty().get() != null) {
      placeCompleteness(model.explainedProperty().get());
    }
  }

  /** Places the completeness check below a short table, else beside it. */
  private void placeCompleteness(ExplainedExample now) {
    boolean tabled = !now.isPicture() && now.parts().kind() != InputParts.Kind.TOKEN;
    boolean shortTable = now.parts().count() <= SHORT && !isStacked();
    below.setCards(tabled ? List.of(largest) : List.of(completeness, largest));
    Pane home = shortTable ? left : side;
    if (tabled && completeness.getParent() != home) {
      home.getChildren().add(completeness);
    }
  }

  private void showLargest() {
    ExplainedExample now = model.explainedProperty().get();
    if (now != null && now.isPicture()) {
      largest.show(now, model.methodProperty().get());
    }
  }

  void show(ExplainedExample now) {
    boolean picture = now.isPicture();
    boolean text = now.parts().kind() == InputParts.Kind.TOKEN;
    boolean nodes = now.parts().kind() == InputParts.Kind.NODE;
    boolean tabled = !picture && !text;
    boolean adds = now.methods().contains(AttributionMethod.INTEGRATED_GRADIENTS);
    score.setText(lang.say("reason.score.said", words.score(now), words.number(now.score()), words.baselineScore(now),
        lang.say(AttributionTexts.key(now.baseline(), now.data()))));
    tabs.show(now);
    Sight.show(warning, model.isUntrained(now));
    Sight.show(pictures, picture);
    Sight.show(tokens, text);
    Sight.show(table, tabled);
    Sight.show(graph, nodes);
    Sight.show(waterfall, !nodes);
    placeCompleteness(now);
    Sight.show(completeness, adds);
    Sight.show(below, adds && !tabled);
    Sight.show(largest, picture);
    below.arrange();
    Sight.show(cam, now.methods().contains(AttributionMethod.GRAD_CAM));
    if (picture) {
      example.show(now);
      for (MethodCard card : cards) {
        Sight.show(card, now.methods().contains(card.method()));
        card.show(now, model.nodeName(now.layer()), model.sharedProperty().get());
      }
      pictures.arrange();
      showLargest();
    } else if (text) {
      tokens.show(now);
    } else {
      inputs.show(now);
      if (nodes) {
        graph.show(now);
      } else {
        waterfall.show(now);
      }
    }
    if (adds) {
      completeness.show(now);
    }
    if (now.methods().contains(AttributionMethod.GRAD_CAM)) {
      cam.show(now);
    }
    String scales = nodes ? "" : lang.say(!picture ? "reason.note.two"
        : model.sharedProperty().get() ? "reason.note.shared" : "reason.note.own");
    note.setText(lang.say(now.asked().random() ? "reason.note.random" : "reason.note", now.step(), scales));
  }
}

package studio.backprop.ui.judge.embedding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.embed.EmbeddingCsv;
import studio.backprop.evaluate.embed.EmbeddingProjection;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PageColumns;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Scrolled;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.WorkBar;
import studio.backprop.ui.kit.export.PageExport;
import studio.backprop.ui.kit.page.Page;
import studio.backprop.ui.kit.page.PageContent;

/** Embedding page: lays out the outputs of a node. */
public final class EmbeddingPage extends Page {
  /** Shortcut of the page. */
  public static final String KEY = "M";
  private static final String LASSO_KEY = "L";

  private final EmbeddingModel model;
  private final EmbeddingTexts words;
  private final PointsView points;
  private final PointsLegend legend;
  private final PageExport export;
  private final ToggleButton lasso = new ToggleButton(null, Icon.SELECT_ALL.view());

  /** @param examples opens a page of examples */
  public EmbeddingPage(EmbeddingModel model, Lang lang, Hints hints, ThemeModel theme, Pulse pulse,
      Consumer<Collection<Example>> examples) {
    super(model, lang, hints, "embedding", lang.bind("embedding.title"));
    this.model = model;
    this.words = new EmbeddingTexts(lang);
    this.points = new PointsView(model, lang, theme, words);
    this.legend = new PointsLegend(model, lang, theme, words, points.painter());
    this.export = new PageExport("embedding", points, this::csv, lang, theme, pulse);
    setFocusTraversable(true);
    model.choiceProperty().subscribe(now -> Sight.show(lasso, !model.offer().isOfNodes())); // nodes are no examples to be listed
    points.onEncircled(some -> {
      EmbeddedPoints now = model.pointsProperty().get();
      if (now != null && !some.isEmpty() && !now.ofNodes()) {
        examples.accept(some.stream().map(now::example).toList());
      }
    });
    compose(head(), body(theme));
    for (var cause : List.of(model.choiceProperty(), model.nodesProperty(), model.colourProperty(), theme.paletteProperty())) {
      cause.subscribe(now -> show());
    }
    model.pointsProperty().subscribe((before, now) -> {
      if (before == null || now == null || before.outputs() != now.outputs()) {
        legend.show();
      }
    });
    lang.whenWrittenAnew(this::show);
  }

  @Override
  protected void opened(boolean now) {
    if (now) {
      points.requestFocus();
    }
  }

  private void show() {
    title.setText(lang.say("embedding.of", words.node(model, model.choiceProperty().get().node())));
    legend.show();
  }

  // --- header

  private Region head() {
    HBox.setHgrow(legend, Priority.ALWAYS);
    lasso.setId("embedding-lasso");
    lasso.getStyleClass().add("icon-only");
    lasso.selectedProperty().bindBidirectional(points.lassoingProperty());
    hints.explain(lasso, KeyCombination.valueOf(LASSO_KEY), "embedding.lasso");
    HBox tools = new HBox(lasso, button("embedding-out", Icon.MINUS, "embedding.zoom_out", () -> points.zoom(false)),
        button("embedding-in", Icon.PLUS, "embedding.zoom_in", () -> points.zoom(true)),
        button("embedding-fit", Icon.FIT, "embedding.fit", points::fit));
    tools.getStyleClass().add("tools");
    tools.visibleProperty().bind(model.pointsProperty().isNotNull());
    return head(legend, stale(), export.outcome(), work(), tools, export.button(hints, model.pointsProperty().isNotNull()),
        closeButton("close-embedding", KEY, "embedding.close"));
  }

  private Button button(String id, Icon icon, String key, Runnable action) {
    Button button = new Button(null, icon.view());
    button.setId(id);
    button.getStyleClass().add("icon-only");
    button.setOnAction(event -> action.run());
    hints.explain(button, key);
    return button;
  }

  /** The test part is not updated automatically. */
  private Label stale() {
    Label stale = new Label();
    stale.setId("embedding-stale");
    stale.getStyleClass().addAll("note", "mut");
    stale.setMinWidth(0);
    Hints.sayWhole(stale);
    stale.textProperty().bind(Bindings.createStringBinding(
        () -> model.staleProperty().get() ? lang.say("embedding.stale", model.pointsProperty().get().step()) : "",
        model.staleProperty(), model.pointsProperty(), lang.textsProperty()));
    stale.textProperty().subscribe(said -> Sight.show(stale, !said.isEmpty()));
    return stale;
  }

  /** Progress and cancel button, shown only if the layout takes noticeable time. */
  private Region work() {
    WorkBar work = new WorkBar(lang, "embedding", Bindings.createBooleanBinding(
        () -> model.computingProperty().get() && (model.pointsProperty().get() == null || !model.pointsProperty().get().goesOn()),
        model.computingProperty(), model.pointsProperty()),
        Bindings.createStringBinding(this::progress, model.pointsProperty(), lang.textsProperty()), model.failureProperty(),
        model::cancel, model::again);
    hints.describe(work.again(), "embedding.again.help");
    work.offerAgain(Bindings.createBooleanBinding(
        () -> model.pointsProperty().get() != null || model.cancelledProperty().get() || model.failureProperty().getValue().isPresent(),
        model.pointsProperty(), model.cancelledProperty(), model.failureProperty()));
    return work;
  }

  private String progress() {
    EmbeddedPoints now = model.pointsProperty().get();
    return now == null || now.of() == 0 ? lang.say("embedding.computing") : lang.say("embedding.computing.of", now.iterations(), now.of());
  }

  // --- content

  private Region body(ThemeModel theme) {
    Label sentence = new Label();
    sentence.getStyleClass().addAll("note", "mut", "distances");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say("embedding.distances." + model.choiceProperty().get().method().name().toLowerCase(Locale.ROOT)),
        model.choiceProperty(), lang.textsProperty()));
    VBox list = new VBox(new NodeList(model, lang, words), new NeighboursPane(model, lang, theme, words));
    list.getStyleClass().add("left");
    ScrollPane scroll = Scrolled.upright(list);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox left = new VBox(scroll, sentence);
    left.getStyleClass().add("left-side");
    StackPane plot = new StackPane(points);
    plot.getStyleClass().add("plot");
    plot.setMinSize(0, 0);
    VBox.setVgrow(plot, Priority.ALWAYS);
    EpochStrip strip = new EpochStrip(model, lang, theme, words);
    VBox middle = new VBox(plot, strip);
    middle.heightProperty().subscribe(height -> strip.follow(height.doubleValue()));
    middle.getStyleClass().add("middle");
    middle.setMinSize(0, 0);
    PageContent centre = new PageContent(middle,
        model.pointsProperty().isNotNull().and(model.stateProperty().isEqualTo(EmbeddingModel.State.READY)), Icon.POINTS,
        Bindings.createStringBinding(
            () -> lang.say("embedding.state." + model.stateProperty().get().name().toLowerCase(Locale.ROOT), EmbeddingProjection.FEWEST,
                model.offer().rows(model.choiceProperty().get())),
            model.stateProperty(), model.choiceProperty(), lang.textsProperty())).keepFocus(this);
    HBox.setHgrow(centre, Priority.ALWAYS);
    ScrollPane right = Scrolled.upright(new EmbeddingSidePane(model, lang, hints, theme, words));
    right.getStyleClass().add("right-side");
    HBox body = new HBox(left, centre, right);
    body.widthProperty().map(wide -> wide.doubleValue() >= PageColumns.NARROW).subscribe(wide -> List.of(left, right).forEach(
        side -> Sight.show(side, wide)));
    return body;
  }

  private String csv() {
    EmbeddedPoints now = model.pointsProperty().get();
    return EmbeddingCsv.write(now.data(), now.outputs().examples(), now.layout());
  }

  @Override
  protected boolean press(KeyEvent key) {
    boolean lassoes = key.getCode() == KeyCode.L && !key.isShortcutDown() && lasso.isVisible();
    if (lassoes) {
      points.lassoingProperty().set(!points.lassoingProperty().get());
    }
    return lassoes;
  }
}

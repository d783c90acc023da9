package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import studio.backprop.data.Dataset;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.FittedLine;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Legend;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Titled;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.DataTexts;
import studio.backprop.ui.workspace.run.RunHistory;
import studio.backprop.ui.workspace.run.RunModel;

/** Plot of the loss or of another metric, with title, legend and newest values. */
public final class CurveView extends PlotView {
  /** Padding, gaps and menu button of the header, in px. */
  private static final double HEAD_ROOM = 92;

  private final CurveModel model;
  private final CurveTexts words;
  private final CurvePainter painter;
  private final Painting painting = new Painting(this::paint);
  private final CurveGestures gestures;
  private final CurveMenu menu;
  private final Readout readout = new Readout();
  private final Label waiting = new Label();
  private final Label zoomed = new Label();
  private final Label note = new Label();
  private final FittedLine best = new FittedLine();
  private final Label latest = new Label();
  private final Label latestValidation = new Label();
  private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor");
  private final StackPane place;
  private Area area;
  /** Whether there were steps without a recorded curve, such as those of the command <code>train</code>. */
  private final ReadOnlyBooleanWrapper elsewhere = new ReadOnlyBooleanWrapper(this, "elsewhere");
  /** Whether mode coverage is undefined, as the modes of the data are unknown. */
  private final ReadOnlyBooleanWrapper uncounted = new ReadOnlyBooleanWrapper(this, "uncounted");
  private final RunModel run;
  private String outcome = "";
  /** Whether the legend is that of a GAN. */
  private boolean against;
  /** Key suffix of an agent's legend, which has no validation part. */
  private String acting = "";

  CurveView(CurveModel model, PlotsModel plots, Lang lang, ThemeModel theme, Consumer<PlotView> enlarge) {
    super(plots, lang, theme, "curve");
    this.model = model;
    this.run = plots.run();
    this.words = new CurveTexts(model, lang);
    this.painter = new CurvePainter(model, words);
    this.gestures = new CurveGestures(model, painting);
    this.menu = new CurveMenu(model, words, new CurveFiles(model, words, lang, theme, plots.pulse()), lang, () -> enlarge.accept(this),
        this::say);
    ObservableValue<Message> lack = waitingFor(plots, "plots.empty_curve");
    ObservableValue<Message> missing =
        elsewhere.flatMap(yes -> yes ? new SimpleObjectProperty<>(Message.of("plots.empty_elsewhere")) : lack);
    waiting.textProperty().bind(lang.bind(
        uncounted.flatMap(yes -> yes ? new SimpleObjectProperty<>(Message.of("plots.empty_covered")) : missing)));
    waiting.getStyleClass().add("waiting");
    zoomed.textProperty().bind(lang.bind("plots.zoomed"));
    zoomed.getStyleClass().add("zoomed");
    StackPane.setAlignment(zoomed, Pos.TOP_RIGHT);
    StackPane.setAlignment(note, Pos.TOP_RIGHT);
    for (Label label : new Label[] {waiting, zoomed, note}) {
      label.setMouseTransparent(true);
    }
    latest.getStyleClass().addAll("strong", "note", "accent");
    latestValidation.getStyleClass().addAll("strong", "note", "gradient");
    best.getStyleClass().addAll("note", "best");
    best.setAlignment(Pos.CENTER_RIGHT);
    latest.setMinWidth(USE_PREF_SIZE);
    latestValidation.setMinWidth(USE_PREF_SIZE);
    painting.getStyleClass().add("focus-frame");
    painting.setFocusTraversable(true);
    menu.showOn(painting);
    place = new StackPane(painting, waiting, note, zoomed, gestures.band(), readout);
    bind();
  }

  private void bind() {
    model.kindProperty().subscribe(quantity -> build());
    run.runProperty().subscribe((before, now) -> {
      if (against != model.adversarial().there() || !acting.equals(words.agent())) {
        build();
      }
    });
    model.axis().unitProperty().subscribe((before, now) -> build());
    model.logarithmicProperty().subscribe((before, now) -> ask());
    model.smoothingProperty().subscribe((before, now) -> ask());
    model.earlier().addListener((ListChangeListener<RunHistory>) change -> ask());
    model.namedOnlyProperty().subscribe(this::ask);
    // the user's actions show at once, not in the next turn
    model.axis().changesProperty().subscribe((before, now) -> answer());
    model.values().chosenProperty().subscribe((before, now) -> answer());
  }

  private void answer() {
    outcome = "";
    if (inSight()) {
      repaint();
    }
  }

  private String predicted() {
    Dataset dataset = model.datasetProperty().getValue();
    return dataset == null ? "" : new DataTexts(lang).target(dataset);
  }

  private void build() {
    against = model.adversarial().there();
    acting = words.agent();
    CurveKind quantity = model.kindProperty().get();
    Titled titled = new Titled(words.title(), place).meaning(new Terms(lang), quantity.term());
    best.getStyleClass().removeAll("gradient", "mut");
    best.getStyleClass().add(quantity == CurveKind.COVERED ? "mut" : "gradient"); // the round of the count is no score
    if (quantity == CurveKind.LOSS) {
      titled.lead(legend()).fill(best);
    } else {
      if (quantity == CurveKind.ERROR) {
        titled.detail(Bindings.createStringBinding(this::predicted, lang.textsProperty(), model.datasetProperty()));
      }
      HBox numbers = new HBox(latest, latestValidation);
      numbers.getStyleClass().add("latest");
      titled.fill(best).action(numbers);
    }
    titled.action(menu.button());
    getChildren().setAll(titled);
    ask();
  }

  private Legend legend() {
    Terms terms = new Terms(lang);
    Legend legend = new Legend();
    if (model.adversarial().there()) {
      legend.add(Legend.Mark.LINE, Token.ACCENT_TEXT, lang.bind("plots.discriminator")).meaning(terms, "discriminator");
      legend.add(Legend.Mark.LINE, Token.TIME, lang.bind("plots.generator")).meaning(terms, "generator");
      return model.adversarial().balanced() ? legend.add(Legend.Mark.DASHED, Token.OK, lang.bind("plots.balance")) : legend;
    }
    if (model.smoothed()) {
      legend.add(Legend.Mark.LINE, Token.ACCENT_RIM, lang.bind("plots.batch")).meaning(terms, "batch");
      legend.add(Legend.Mark.LINE, Token.ACCENT_TEXT, lang.bind("plots.smoothed", factor)).meaning(terms, "smoothing");
    } else {
      legend.add(Legend.Mark.LINE, Token.ACCENT_TEXT, lang.bind("plots.training")).meaning(terms, "training-set");
    }
    if (!acting.isEmpty()) { // an agent has no validation part
      return legend;
    }
    return legend.add(Legend.Mark.DASHED, Token.GRADIENT, lang.bind("plots.validation")).meaning(terms, "validation");
  }

  @Override
  void repaint() {
    painting.repaint();
    factor.set(model.factor());
    boolean epochs = model.kindProperty().get().scored() && !model.history().epochs().isEmpty();
    uncounted.set(model.kindProperty().get() == CurveKind.COVERED && model.adversarial().uncounted());
    boolean empty = model.kindProperty().get() == CurveKind.COVERED ? model.adversarial().isEmpty() : model.isEmpty();
    waiting.setVisible(uncounted.get() || empty && model.drawn().isEmpty() && !epochs);
    elsewhere.set(waiting.isVisible() && run.snapshot().filter(seen -> seen.step() > 0).isPresent());
    latestValidation.setText(words.latestValidation());
    latest.setText(words.latest(roomFor(words.latest() + words.latestValidation())));
    best.say(model.best().map(found -> List.of(words.best(found), words.bestValue(found))).orElseGet(words::counted));
    zoomed.setVisible(!model.following() && model.axis().cursor().isEmpty());
    note();
    Optional<CurveLines.Reading> reading = read();
    String said = reading.map(words::reading).orElseGet(words::summary);
    painting.setAccessibleText(said);
    setAccessibleText(words.summary());
  }

  /** Whether the values fit in the header beside the title, the menu and the best value, which takes precedence over a word. */
  private boolean roomFor(String numbers) {
    String all = words.title().getValue() + numbers + model.best().map(words::bestValue).orElse("");
    return getWidth() <= 0 || CurveTexts.widthOf(all) + HEAD_ROOM < getWidth();
  }

  private void paint(GraphicsContext g, double width, double height) {
    area = painter.paint(new CanvasInk(g), 0, 0, width, height, theme.palette(), lang.numbers());
    gestures.drawn(area);
  }

  /** Shows the values at the cursor, if there is one. */
  private Optional<CurveLines.Reading> read() {
    readout.hide();
    if (area == null || model.axis().cursor().isEmpty()) {
      return Optional.empty();
    }
    Optional<CurveLines.Reading> reading = model.lines().readingAt(model.axis().cursor().getAsDouble());
    reading.ifPresent(
        found -> readout.show(area.x(found.at()), area.top(), area.bottom(), area.left(), area.right(), words.reading(found)));
    return reading;
  }

  /** Shows the result of an export in the plot until its next use. */
  private void say(String sentence) {
    outcome = sentence;
    note();
  }

  private void note() {
    boolean quiet = model.following() && model.axis().cursor().isEmpty();
    String text = !outcome.isEmpty() ? outcome : quiet ? words.worsening() : "";
    note.getStyleClass().setAll("label", outcome.isEmpty() ? "curve-note" : "zoomed");
    note.setText(text);
    note.setVisible(!text.isEmpty());
  }
}

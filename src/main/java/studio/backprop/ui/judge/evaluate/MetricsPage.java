package studio.backprop.ui.judge.evaluate;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.data.Part;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.FaultNote;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PageColumns;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Scrolled;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.page.PageContent;

/** Metrics page: quality of the network on one part of the data. */
public final class MetricsPage extends EvaluationView {
  private static final double LEAST_BESIDE = 336;
  private static final double MOST_BESIDE = 388;
  /** Share of the side panel in the width. */
  private static final double BESIDE = 0.303;
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final MetricsModel model;
  private final Pulse pulse;
  private final MetricsTexts words;
  private final MetricsPane sheet;
  private final MetricsSidePane side;

  /** Receives the cell of the confusion matrix whose examples are requested. */
  @FunctionalInterface
  public interface CellListener {
    void show(Part part, int truth, int predicted);
  }

  /**
   * @param leave closes the page
   * @param cells shows the examples of a cell
   */
  public MetricsPage(MetricsModel model, Lang lang, Hints hints, ThemeModel theme, Pulse pulse, Runnable leave,
      CellListener cells) {
    super(lang, hints);
    this.model = model;
    this.pulse = pulse;
    this.words = new MetricsTexts(lang);
    this.sheet = new MetricsPane(model, lang, hints, theme);
    this.side = new MetricsSidePane(model, lang, hints, theme, (truth, predicted) -> {
      leave.run();
      cells.show(model.partProperty().get(), truth, predicted);
    });
    sheet.takeClasses(side.wide(), side.classes());
    compose(makeHead(), makeBody());
    model.evaluationProperty().subscribe(now -> begin());
    model.figuresProperty().subscribe(now -> show());
    model.completeProperty().subscribe((before, now) -> show());
    model.bandProperty().subscribe(sheet::showBand);
    model.slices().rowsProperty().subscribe(rows -> sheet.showSlices());
    Runnable anew = () -> {
      begin();
      show();
    };
    lang.whenWrittenAnew(anew);
    theme.paletteProperty().subscribe(palette -> anew.run());
    body().addEventFilter(KeyEvent.KEY_PRESSED, this::lead);
  }

  private void begin() {
    if (model.evaluationProperty().get() != null) {
      side.begin(model.evaluationProperty().get());
      sheet.begin(model.evaluationProperty().get());
    }
  }

  private void show() {
    if (model.evaluationProperty().get() != null && model.judgementProperty().get() != null) {
      sheet.show(model.evaluationProperty().get());
      side.show(model.evaluationProperty().get());
    }
  }

  // --- header

  private List<Node> makeHead() {
    ReportButton report = new ReportButton(model, lang, hints, pulse);
    Label views = new Label();
    views.getStyleClass().addAll("note", "mut");
    views.textProperty().bind(Bindings.createStringBinding(
        this::views, lang.textsProperty(), model.testViewsProperty(), model.openProperty(), model.stateProperty(), model.staleProperty()));
    new Terms(lang).explain(views, "test");
    List.of(views, report.outcome(), report).forEach(one -> one.getStyleClass().add(EvaluationPage.WIDE_ONLY));
    return List.of(parts(), views, again(), gap(), new FaultNote(lang, model.failureProperty()), report.outcome(), report,
        copyButton("metrics", model.judgementProperty().isNull(), () -> MetricsCsv.of(model)));
  }

  /** Number of views of the test data, or the step of stale figures; empty where there are no parts. */
  private String views() {
    if (model.stateProperty().get() == MetricsModel.State.NOT_SUPERVISED) {
      return "";
    }
    return model.staleProperty().get() ? lang.say("metrics.stale", model.evaluationProperty().get().step())
        : lang.say("metrics.test_views", model.testViews());
  }

  /** The test part is not evaluated again automatically. */
  private Button again() {
    Button again = new Button();
    again.setId("test-again");
    again.getStyleClass().add("small");
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.textProperty().bind(lang.bind("metrics.test_again"));
    again.setOnAction(event -> model.lookAgain());
    hints.explain(again, "metrics.test_again.help");
    model.staleProperty().subscribe(stale -> Sight.show(again, stale));
    return again;
  }

  private Segmented<Part> parts() {
    Segmented<Part> parts = new Segmented<>(lang.bind("metrics.part"));
    for (Part part : Part.values()) {
      parts.add(part, Bindings.createStringBinding(() -> words.part(part, model.data().map(data -> data.rows(part)).orElse(0)),
          lang.textsProperty(), model.stateProperty(), model.evaluationProperty(), model.openProperty()));
      parts.explain(part, hints, "metrics.part." + part.name().toLowerCase(Locale.ROOT) + ".help");
    }
    parts.valueProperty().bindBidirectional(model.partProperty());
    model.stateProperty().subscribe(state -> Sight.show(parts, state != MetricsModel.State.NOT_SUPERVISED));
    return parts;
  }

  // --- content

  private Region makeBody() {
    ScrollPane scroll = Scrolled.upright(sheet);
    scroll.setFitToHeight(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox left = new VBox(scroll, sheet.note());
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    ScrollPane right = side(side);
    PageColumns content = new PageColumns(scroll, List.of(right), left, right);
    content.stackedProperty().subscribe(stacked -> {
      sheet.makeNarrow(stacked);
      side.wide().makeNarrow(stacked);
    });
    DoubleBinding beside = Bindings.createDoubleBinding(
        () -> Math.max(LEAST_BESIDE, Math.min(MOST_BESIDE, content.getWidth() * BESIDE)), content.widthProperty());
    right.minWidthProperty().bind(beside);
    right.prefWidthProperty().bind(beside);
    right.maxWidthProperty().bind(beside);
    model.staleProperty().subscribe(stale -> content.pseudoClassStateChanged(STALE, stale));
    content.getStyleClass().add("metrics-content");
    PageContent both = new PageContent(content,
        model.judgementProperty().isNotNull().and(model.stateProperty().isEqualTo(MetricsModel.State.READY)), Icon.TARGET,
        PageContent.sentence(lang, "metrics", model.stateProperty()));
    both.accessibleTextProperty().bind(lang.bind("metrics.title"));
    return both.keepFocus(both);
  }

  // --- keys

  /** Keys of the threshold where no control has the focus; up and down scroll. */
  private void lead(KeyEvent key) {
    boolean mine = key.getTarget() == body() || key.getTarget() instanceof ScrollPane;
    boolean level = key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT || key.getCode() == KeyCode.HOME;
    if (mine && level && !key.isShortcutDown() && !key.isAltDown()) {
      sheet.press(key);
    }
  }
}

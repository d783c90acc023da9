package studio.backprop.ui.compare.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.text.Message;
import studio.backprop.train.metric.ModeCoverage;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Titled;
import studio.backprop.ui.workspace.run.Curve;

/** Variants side by side, their curves on common axes, and the ranking as a sentence. */
final class SideBySide extends VBox {
  private static final int DIGITS = 3;

  private final ComparisonModel model;
  private final Lang lang;
  private final Hints hints;
  private final ThemeModel theme;
  private final Runnable keysBack;
  private final VariantView.Actions actions;
  private final List<Command> commands;
  private final HBox columns = new HBox();
  private final Label verdict = new Label();
  private final Label fairness = new Label();
  /** Controls of setup and playback. */
  private final List<Node> setup = new ArrayList<>();
  private final CurvesPlot loss;
  private final CurvesPlot measure;
  private final CurvesPlot returns;
  private final HBox middle = new HBox();
  private final HBox plots = new HBox();
  private List<VariantView> views = List.of();
  private Optional<VariantForm> form = Optional.empty();
  private int edited = -1;
  private int lanesBefore;
  private ScrollPane scroll = new ScrollPane();

  /**
   * @param keep makes a variant the project and closes the page
   * @param keysBack returns the focus to the page
   */
  SideBySide(ComparisonModel model, Lang lang, Hints hints, ThemeModel theme, IntConsumer keep, Runnable keysBack) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.theme = theme;
    this.keysBack = keysBack;
    this.actions = new VariantView.Actions(this::edit, model.setup()::remove, keep);
    this.loss = new CurvesPlot(lang, theme, false, model.pointedProperty(),
        () -> lines(VariantHistory::loss, epoch -> epoch.validation().loss()),
        "twins.curves.empty");
    this.measure = new CurvesPlot(lang, theme, true, model.pointedProperty(),
        () -> lines(VariantHistory::measure, epoch -> epoch.validation().accuracy()),
        "twins.curves.empty");
    this.returns = new CurvesPlot(lang, theme, false, model.pointedProperty(),
        () -> model.ranking().acts() ? returned() : List.of(), "twins.curves.empty").ofReturns();
    getStyleClass().add("side-by-side");
    commands = VariantCommands.all(model, this::edit, keep);
    columns.getStyleClass().add("lanes");
    HBox.setHgrow(columns, Priority.ALWAYS);
    columns.setMinSize(0, 0);
    middle.getChildren().add(columns);
    middle.setMinSize(0, 0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    plots.getChildren().addAll(titled("twins.loss", loss), titled("twins.accuracy.title", measure),
        titled("plots.return", returns));
    plots.getStyleClass().add("plots");
    plots.getChildren().forEach(plot -> HBox.setHgrow(plot, Priority.ALWAYS));
    fairness.setGraphic(Icon.WARNING.view());
    fairness.getStyleClass().add("warn");
    verdict.getStyleClass().add("verdict");
    verdict.setId("verdict");
    HBox said = new HBox(verdict, fairness);
    said.getStyleClass().add("said");
    setup.add(new VariantsBar(model, lang, hints, keysBack));
    setup.add(said);
    getChildren().addAll(setup.get(0), new RefusalCard(model.setup(), lang, keysBack), middle, said,
        plots);
    model.frameProperty().subscribe(this::redraw);
    sceneProperty().subscribe(scene -> redraw());
    Sight.shown(this).subscribe(shown -> redraw());
    model.setup().variantsProperty().subscribe(variants -> rebuild());
    model.setup().refusalProperty().subscribe(refusal -> refusal.ifPresent(refused -> renewForm()));
    lang.textsProperty().subscribe(texts -> rebuild());
  }

  private Titled titled(String key, CurvesPlot plot) {
    Titled titled = new Titled(lang.bind(key), plot).detail(plot.strokesProperty());
    titled.setMinWidth(0);
    titled.setPrefWidth(1); // both grow alike
    if (plot != loss) {
      model.frameProperty().subscribe(now -> {
        boolean acts = model.ranking().acts();
        Sight.show(titled, plot == returns ? acts : model.classes() && !acts);
      });
    }
    return titled;
  }

  private List<VariantLine> lines(Function<VariantHistory, Curve> curve, ToDoubleFunction<EpochRecord> held) {
    return IntStream.range(0, model.lanes().size())
        .mapToObj(variant -> new VariantLine(
            VariantTexts.letter(variant), variant, curve.apply(model.lanes().get(variant)), model.lanes().get(variant).epochs(), held))
        .toList();
  }

  /** Episode returns while learning, and greedy return after each epoch. */
  private List<VariantLine> returned() {
    return IntStream.range(0, model.lanes().size()).mapToObj(variant -> {
      VariantHistory course = model.lanes().get(variant);
      ToDoubleFunction<EpochRecord> greedy = epoch -> course.episodes().filter(known -> epoch.epoch() <= known.looks())
          .map(known -> known.look(epoch.epoch() - 1)).orElse(Double.NaN);
      return new VariantLine(VariantTexts.letter(variant), variant, course.returned(), course.epochs(), greedy);
    }).toList();
  }

  private void rebuild() {
    List<VariantView> fresh = new ArrayList<>();
    for (int variant = 0; variant < model.lanes().size(); variant++) {
      VariantView view = new VariantView(model, variant, lang, hints, theme, actions);
      HBox.setHgrow(view, Priority.ALWAYS);
      view.setPrefWidth(1);
      fresh.add(view);
    }
    views = fresh;
    columns.getChildren().setAll(fresh);
    form.ifPresent(VariantForm::show);
    if (fresh.size() != lanesBefore) {
      closeForm(); // variants have other letters now
    }
    lanesBefore = fresh.size();
    redraw();
  }

  List<Command> commands() {
    return commands;
  }

  HBox curves() {
    return plots;
  }

  /** Hides the controls. */
  void withoutSetup() {
    for (Node part : setup) {
      part.visibleProperty().unbind();
      part.managedProperty().unbind();
      part.setVisible(false);
      part.setManaged(false);
    }
  }

  /** Rebuilds the form, whose field would keep showing the rejected value. */
  private void renewForm() {
    if (edited >= 0) {
      int variant = edited;
      double place = scroll.getVvalue();
      closeForm();
      edit(variant);
      scroll.applyCss();
      scroll.layout();
      scroll.setVvalue(place);
    }
  }

  private void edit(int variant) {
    boolean same = edited == variant;
    closeForm();
    if (same) {
      keysBack.run();
      return;
    }
    edited = variant;
    VariantForm fields = new VariantForm(model.setup(), variant, lang, hints);
    form = Optional.of(fields);
    scroll = new ScrollPane(fields);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label title = new Label(lang.say("twins.form", VariantTexts.letter(variant)));
    title.getStyleClass().add("panel-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = new CloseButton(() -> edit(variant), "bare");
    hints.explain(close, "kit.close");
    Button clear = new Button();
    clear.setId("as-drawn");
    clear.textProperty().bind(lang.bind("twins.clear"));
    clear.setOnAction(event -> {
      model.setup().clear(variant);
      renewForm();
    });
    HBox head = new HBox(title, gap, clear, close);
    head.getStyleClass().add("lane-head");
    VBox panel = new VBox(head, scroll);
    panel.getStyleClass().addAll("variant-panel", "panel", VariantColour.style(variant));
    middle.getChildren().add(panel);
  }

  private void closeForm() {
    edited = -1;
    form = Optional.empty();
    middle.getChildren().setAll(columns);
  }

  /** Closes what is open over the variants. @return whether something was */
  boolean escape() {
    boolean open = edited >= 0 || model.setup().refusalProperty().get().isPresent();
    model.setup().forget();
    closeForm();
    return open;
  }

  private void redraw() {
    if (views.size() != model.lanes().size() || !Sight.of(this)) {
      return;
    }
    views.forEach(VariantView::redraw);
    loss.redraw();
    measure.redraw();
    returns.redraw();
    verdict.setText(said());
    boolean unkept = model.unkept().isPresent();
    verdict.setGraphic(unkept ? Icon.WARNING.view() : null);
    verdict.getStyleClass().remove("warn");
    if (unkept) {
      verdict.getStyleClass().add("warn");
    }
    int most = model.setup().mostDiffering();
    fairness.setText(lang.say("twins.unfair", most));
    fairness.setVisible(most > 1);
    fairness.setManaged(most > 1);
  }

  private String said() {
    Optional<Message> reason = model.unkept().or(() -> model.statusProperty().get().reason());
    if (reason.isPresent()) {
      return lang.say(reason.get());
    }
    if (model.step() == 0) {
      return lang.say(model.statusProperty().get().state() == State.LOADING ? "transport.loading" : "twins.ready", model.lanes().size());
    }
    return model.best().map(this::sayBest).orElseGet(() -> lang.say("twins.wait"));
  }

  private String sayBest(int variant) {
    Optional<ModeCoverage> covered = model.ranking().coverage(variant);
    if (covered.isPresent()) {
      return lang.say("twins.best.modes", VariantTexts.letter(variant), views.get(variant).name(), covered.get().covered(),
          covered.get().counts().length, lang.numbers().percent(covered.get().share()));
    }
    String key = model.ranking().acts() ? "twins.best.agent" : model.ranking().heldBack(variant) ? "twins.best.held" : "twins.best";
    return lang.say(key, VariantTexts.letter(variant), views.get(variant).name(),
        lang.numbers().significant(model.ranking().judged(variant), DIGITS));
  }
}

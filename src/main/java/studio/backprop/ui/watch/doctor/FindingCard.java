package studio.backprop.ui.watch.doctor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.doctor.Experiment;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.Finding.Severity;
import studio.backprop.doctor.Remedy;
import studio.backprop.network.Network;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.workspace.run.RoundTexts;

/** Card of a finding: severity, title, numbers, explanation; its experiments, and the result of the last one. */
final class FindingCard extends VBox {
  /** Below this share, whole percents are too coarse. */
  private static final double SMALL_SHARE = 0.01;
  /** Expected seconds from which an experiment may reach its time limit of a minute. */
  private static final double LONG = 50;

  private final DoctorModel model;
  private final Finding finding;
  private final Lang lang;
  private final Palette palette;
  private final ProgressBar progress = new ProgressBar(0);
  /** The first button of the experiment. */
  private Button decision = new Button();

  FindingCard(DoctorModel model, Finding finding, Lang lang, Palette palette) {
    this.palette = palette;
    this.model = model;
    this.finding = finding;
    this.lang = lang;
    getStyleClass().add("finding-cards");
    getChildren().add(described());
    Optional<RunningExperiment> attempt = model.attemptProperty().get().filter(now -> now.finding().equals(finding));
    if (attempt.isPresent()) {
      getChildren().add(experiment(attempt.get()));
    }
    List<Remedy> others = finding.experiments().stream().filter(remedy -> attempt.filter(now -> now.isFor(remedy)).isEmpty()).toList();
    if (!others.isEmpty()) {
      getChildren().add(offers(others, attempt.isPresent()));
    }
  }

  /** Offset of the experiment from the top of this card; empty without one. */
  OptionalDouble experimentAt() {
    return getChildren().stream().filter(card -> card.getStyleClass().contains("experiment-card"))
        .mapToDouble(card -> card.getBoundsInParent().getMinY()).findFirst();
  }

  /** Focuses the next decision. */
  void focusExperiment() {
    decision.requestFocus();
  }

  void progress(double share) {
    progress.setProgress(share);
  }

  private Node described() {
    boolean serious = finding.severity() == Severity.SERIOUS;
    Label severity = new Label(lang.say(finding.severity().title()), (serious ? Icon.PROBLEM : Icon.WARNING).view());
    severity.getStyleClass().addAll("badge", serious ? "bad" : "warn");
    severity.setMinWidth(USE_PREF_SIZE);
    Label title = new Label(lang.say(finding.kind().title()));
    title.getStyleClass().add("finding-title");
    title.setWrapText(true);
    Label sentence = Labels.wrapped(lang.say(finding.sentence()));
    Label why = Labels.wrapped(lang.say("doctor.why", lang.say(finding.why())), "note", "mut");
    HBox head = new HBox(severity);
    head.getStyleClass().add("finding-head");
    VBox card = new VBox(head);
    if (finding.nodes().isEmpty()) {
      head.getChildren().add(title);
    } else {
      Button show = new Button(lang.say("doctor.show", finding.nodes().size()), Icon.TARGET.view());
      show.getStyleClass().add("flat");
      show.setTooltip(new Tooltip(lang.say("doctor.show.help")));
      show.setAccessibleHelp(lang.say("doctor.show.help"));
      show.setOnAction(event -> model.select(finding.nodes()));
      head.getChildren().add(show);
      card.getChildren().add(title);
    }
    card.getStyleClass().addAll("card", "finding-card", serious ? "bad" : "warn");
    Optional<FindingChart> chart = model.stats().flatMap(stats -> FindingChart.of(finding, stats, model::name));
    chart.ifPresent(seen -> card.getChildren().add(new FindingPlot(seen, lang, palette)));
    card.getChildren().add(sentence);
    if (chart.isEmpty() && !finding.figures().isEmpty()) {
      card.getChildren().add(figures());
    }
    card.getChildren().add(why);
    model.opener(finding).ifPresent(open -> card.getChildren().add(page(open)));
    return card;
  }

  /** Opens the page with details. */
  private Button page(Runnable open) {
    Button page = new Button(lang.say(finding.kind().page().orElseThrow().title()), Icon.ARROW_RIGHT.view());
    page.getStyleClass().addAll("flat", "finding-page");
    String help = lang.say("doctor.page." + finding.kind().id() + ".help");
    page.setTooltip(new Tooltip(help));
    page.setAccessibleHelp(help);
    page.setOnAction(event -> open.run());
    return page;
  }

  private GridPane figures() {
    GridPane grid = table();
    int row = 0;
    for (Finding.Figure figure : finding.figures()) {
      grid.addRow(row++, Labels.wrapped(lang.say(figure.label()), "mut"), number(figure.value(), figure.share()));
    }
    return grid;
  }

  private static GridPane table() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("figures");
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(words);
    return grid;
  }

  private Node experiment(RunningExperiment attempt) {
    Label badge = new Label(lang.say("doctor.experiment"), Icon.EXPERIMENT.view());
    badge.getStyleClass().addAll("badge", "accent");
    VBox card = new VBox(badge, Labels.wrapped(lang.say(attempt.remedy().title()), "strong"));
    card.getStyleClass().addAll("card", "experiment-card");
    attempt.twin().filter(twin -> attempt.done()).ifPresentOrElse(twin -> card.getChildren().addAll(outcome(twin), decide(twin)), () -> {
      progress.setProgress(attempt.share());
      progress.setMaxWidth(Double.MAX_VALUE);
      Button cancel = new Button(lang.say("doctor.cancel"));
      cancel.setOnAction(event -> model.drop());
      decision = cancel;
      card.getChildren().addAll(Labels.wrapped(lang.say("doctor.running"), "note", "mut"), progress, cancel);
    });
    return card;
  }

  private Node outcome(Experiment twin) {
    GridPane grid = table();
    String after = lang.say("doctor.after", RoundTexts.many(model.project(), twin.steps()));
    grid.addRow(0, Labels.wrapped(after, "mut"), head("doctor.a"), head("doctor.b"));
    int row = 1;
    for (ExperimentLines.Line line : ExperimentLines.of(finding, twin)) {
      Label b = number(line.b(), line.percent());
      line.better().ifPresent(better -> mark(b, better));
      grid.addRow(row++, Labels.wrapped(lang.say(line.label())), number(line.a(), line.percent()), b);
    }
    VBox box = new VBox(Labels.wrapped(change(twin), "note", "mut"), grid);
    box.getStyleClass().add("outcome");
    for (Experiment.Variant lane : List.of(twin.a(), twin.b())) {
      if (lane.failed()) {
        String failed = lang.say(lane == twin.a() ? "doctor.a.failed" : "doctor.b.failed",
            RoundTexts.at(model.project(), lane.losses().length));
        box.getChildren().add(Labels.wrapped(failed, "note", "mut"));
      }
    }
    return box;
  }

  /** Marks whether B is better, not by colour alone. */
  private void mark(Label number, boolean better) {
    number.getStyleClass().add(better ? "better" : "worse");
    number.setGraphic((better ? Icon.CHECK : Icon.CLOSE).view());
    String word = lang.say(better ? "doctor.better" : "doctor.worse");
    number.setTooltip(new Tooltip(word));
    number.setAccessibleText(number.getText() + ", " + word);
  }

  /** Size of B relative to A. */
  private String change(Experiment twin) {
    Network a = twin.a().project().network();
    Network b = twin.b().project().network();
    long before = a.analyse().parameterCount();
    long now = b.analyse().parameterCount();
    return lang.say(before == now ? "doctor.change.same" : "doctor.change", b.nodes().size() - a.nodes().size(), before, now);
  }

  private Label head(String key) {
    return Labels.whole(lang.say(key), "mut", "value");
  }

  private Label number(double value, boolean percent) {
    boolean small = value > 0 && value < SMALL_SHARE;
    return Labels.whole(
        Double.isNaN(value) ? "–" : !percent ? lang.numbers().compact(value)
            : small ? lang.numbers().significantPercent(value, 2) : lang.numbers().percent(value),
        "value");
  }

  private Node decide(Experiment twin) {
    Button keep = new Button(lang.say("doctor.keep"));
    if (ExperimentLines.favoursB(ExperimentLines.of(finding, twin)) && !twin.b().failed()) {
      keep.getStyleClass().add("main");
    }
    keep.setOnAction(event -> model.keep(true));
    decision = keep;
    Button back = new Button(lang.say("doctor.back"));
    back.setOnAction(event -> model.drop());
    for (Button button : List.of(keep, back)) {
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    HBox buttons = new HBox(keep, back);
    buttons.getStyleClass().add("decide");
    return buttons;
  }

  private Node offers(List<Remedy> remedies, boolean others) {
    VBox box = new VBox(Labels.wrapped(lang.say(others ? "doctor.others" : "doctor.experiments"), "note", "strong"));
    box.getStyleClass().add("tries");
    for (Remedy remedy : remedies) {
      Button attempt = new Button(lang.say("doctor.attempt"));
      attempt.setMinWidth(USE_PREF_SIZE);
      attempt.setAccessibleText(attempt.getText() + ": " + lang.say(remedy.title()) + ", " + expected(remedy));
      attempt.setTooltip(new Tooltip(lang.say(
          "doctor.attempt.help", expected(remedy), RoundTexts.many(model.project(), model.steps(remedy)))));
      attempt.setOnAction(event -> model.attempt(finding, remedy));
      if (!others && remedy == remedies.get(0)) {
        attempt.getStyleClass().add("main");
      }
      Label title = Labels.wrapped(lang.say(remedy.title()));
      title.setMaxWidth(Double.MAX_VALUE);
      VBox words = new VBox(title, Labels.wrapped(expected(remedy), "note", "mut"));
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox line = new HBox(words, attempt);
      line.getStyleClass().add("try-line");
      box.getChildren().add(line);
    }
    return box;
  }

  /** Expected duration of an experiment. */
  private String expected(Remedy remedy) {
    double seconds = model.seconds(remedy);
    return seconds > LONG ? lang.say("doctor.attempt.long") : lang.say("doctor.attempt.seconds", Math.max(1, Math.round(seconds)));
  }
}

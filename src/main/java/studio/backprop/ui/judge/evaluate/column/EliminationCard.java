package studio.backprop.ui.judge.evaluate.column;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import studio.backprop.evaluate.column.EliminationRound;
import studio.backprop.train.metric.Metric;
import studio.backprop.ui.judge.evaluate.PlotCard;
import studio.backprop.ui.judge.evaluate.fold.FoldPlot;
import studio.backprop.ui.judge.evaluate.fold.PlotSeries;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Card of a recursive feature elimination: figure of each round, progress, and a cancel button. */
final class EliminationCard {
  private static final double ENTRY = 18;
  private static final double BAR = 140;

  private final FeaturesModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final FeaturesTexts words;
  private final FoldPlot plot;
  private final PlotCard card;
  private final Button cancel = new Button(null, Icon.STOP.view());
  private final ProgressBar bar = new ProgressBar();
  private final Label progress = new Label();
  private final HBox running = new HBox(progress, bar, cancel);
  private OptionalInt chosen = OptionalInt.empty();

  EliminationCard(FeaturesModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new FeaturesTexts(lang);
    plot = new FoldPlot(lang, theme, "features.elimination");
    card = new PlotCard(lang, "features.elimination", "recursive-elimination", plot);
    cancel.setId("cancel-elimination");
    cancel.getStyleClass().add("small");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.textProperty().bind(lang.bind("features.cancel"));
    cancel.setOnAction(event -> model.elimination().cancel());
    hints.explain(cancel, "features.cancel.help");
    progress.getStyleClass().addAll("note", "mut");
    progress.setMinWidth(Region.USE_PREF_SIZE);
    bar.setPrefWidth(BAR);
    bar.accessibleTextProperty().bind(progress.textProperty());
    running.getStyleClass().add("title-row");
  }

  PlotCard node() {
    return card;
  }

  /** @param columns how many are to be kept; empty where nothing is offered */
  void choose(OptionalInt columns) {
    if (!columns.equals(chosen)) {
      chosen = columns;
      show();
    }
  }

  /** Focuses the cancel button. */
  void takeKeys() {
    if (isRunning()) {
      cancel.requestFocus();
    }
  }

  boolean hasKeys() {
    return cancel.isFocused();
  }

  boolean isRunning() {
    return model.elimination().state() == EliminationModel.State.RUNNING;
  }

  void show() {
    EliminationModel now = model.elimination();
    List<EliminationRound> rounds = now.rounds();
    Metric metric = now.metric();
    bar.setProgress(now.progress());
    progress.setText(isRunning() ? lang.say("features.progress", rounds.size(), now.expected()) : "");
    Sight.show(running, isRunning());
    card.lacks(!rounds.isEmpty() || isRunning() ? ""
        : lang.say(model.edits().possible() ? "features.elimination.empty" : "features.elimination.no"));
    card.say(rounds.isEmpty() ? "" : lang.say("features.elimination.detail", words.name(metric, model)));
    if (rounds.isEmpty()) {
      card.legend(running);
    } else {
      card.legend(entry("train", Token.GROUP_BASIC, false), entry("validation", Token.GRADIENT, true), running);
    }
    double[] x = new double[rounds.size()];
    double[] train = new double[rounds.size()];
    double[] held = new double[rounds.size()];
    for (int i = 0; i < x.length; i++) {
      EliminationRound round = rounds.get(rounds.size() - 1 - i); // ascending
      x[i] = round.columns().size();
      train[i] = round.train().value(metric);
      held[i] = round.validation().value(metric);
    }
    double used = model.rows().stream().filter(row -> !row.out()).count();
    boolean within = x.length > 0 && used >= x[0] && used <= x[x.length - 1];
    plot.reach(1, rounds.isEmpty() ? 1 : rounds.get(0).columns().size());
    plot.mark(rounds.isEmpty() ? Double.NaN : chosen.stream().asDoubleStream().findFirst().orElse(Double.NaN),
        lang.say("features.elimination.chosen"));
    plot.show(rounds.isEmpty() ? List.of() : List.of(
        new PlotSeries(lang.say("metrics.part.train.name"), x, train, new double[0],
            palette -> palette.color(Token.GROUP_BASIC), false, true),
        new PlotSeries(lang.say("metrics.part.validation.name"), x, held, new double[0],
            palette -> palette.color(Token.GRADIENT), true, true)),
        new FoldPlot.Scales(lang.say("features.elimination.axis"), new double[0], within ? used : Double.NaN, 1, false,
            value -> lang.numbers().whole(Math.round(value)), value -> words.value(metric, value)));
  }

  private Node entry(String part, Token colour, boolean dashed) {
    Line line = new Line(0, 0, ENTRY, 0);
    line.setStroke(theme.palette().color(colour));
    line.setStrokeWidth(2);
    if (dashed) {
      line.getStrokeDashArray().setAll(5.0, 3.0);
    }
    Label entry = new Label(lang.say("metrics.part." + part + ".name"), line);
    entry.getStyleClass().add("note");
    entry.setMinWidth(Region.USE_PREF_SIZE);
    return entry;
  }
}

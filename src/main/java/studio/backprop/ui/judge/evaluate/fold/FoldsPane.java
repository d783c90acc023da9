package studio.backprop.ui.judge.evaluate.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldSummary;
import studio.backprop.evaluate.metric.Statistics;
import studio.backprop.ui.judge.evaluate.PlotCard;
import studio.backprop.ui.judge.evaluate.fold.FoldExperiment.Kind;
import studio.backprop.ui.judge.evaluate.fold.FoldPlot.Scales;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.kit.form.Choice;

/** Content of the page: table of the folds, three plots, and the comparison. */
final class FoldsPane extends VBox {
  private static final double WIDEST = 316;

  private final FoldsModel model;
  private final Lang lang;
  private final FoldsTexts words;
  private final FoldConclusions conclusions;
  private final FoldTable table;
  private final FoldPlot losses;
  private final FoldPlot learning;
  private final FoldPlot validation;
  private final PlotCard lossCard;
  private final PlotCard learningCard;
  private final PlotCard validationCard;
  private final Button learn;
  private final Button validate;
  private final Choice<FoldSetting> setting;
  private final ComparePane compare;
  private boolean narrow;

  FoldsPane(FoldsModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.words = new FoldsTexts(lang);
    this.conclusions = new FoldConclusions(lang);
    table = new FoldTable(lang, theme);
    losses = new FoldPlot(lang, theme, "folds.losses");
    learning = new FoldPlot(lang, theme, "folds.learning");
    validation = new FoldPlot(lang, theme, "folds.validation");
    lossCard = new PlotCard(lang, "folds.losses", "validation", losses);
    learningCard = new PlotCard(lang, "folds.learning", "learning-curve", learning);
    validationCard = new PlotCard(lang, "folds.validation", "validation-curve", validation);
    learning.nameLines();
    validation.nameLines();
    learn = button("learn-folds", "folds.learning.run", hints, model::learn);
    validate = button("validate-folds", "folds.validation.run", hints, model::validate);
    setting = new Choice<>(lang, List.of(FoldSetting.values()), FoldSetting::title, lang.bind("folds.validation.setting"));
    setting.setId("curve-setting");
    setting.setMinWidth(Region.USE_PREF_SIZE);
    setting.setMaxWidth(Region.USE_PREF_SIZE);
    setting.keep(model.curveSettingProperty(), model.curveSettingProperty()::set);
    compare = new ComparePane(model, lang, hints);
    HBox plots = new HBox(lossCard, learningCard, validationCard);
    plots.getStyleClass().add("plot-row");
    VBox.setVgrow(plots, Priority.ALWAYS);
    setMinHeight(USE_PREF_SIZE); // the plots take the rest of the page, which scrolls if there is none
    // a third for each, except the card whose header has a choice
    validationCard.setMinWidth(WIDEST);
    validationCard.prefWidthProperty().bind(plots.widthProperty().subtract(plots.spacingProperty().multiply(2)).divide(3));
    HBox.setHgrow(validationCard, Priority.NEVER);
    getStyleClass().add("metrics-sheet");
    getChildren().addAll(table, plots, compare);
    model.trainableProperty().subscribe(can -> offer());
  }

  /** Next to the text of a lesson there is room for the table and one plot. */
  void makeFit(double width) {
    narrow = width < FoldsPage.NARROW;
    table.makeFit(width);
    compare.makeNarrow(narrow);
    offer();
  }

  private void offer() {
    boolean can = model.trainableProperty().get();
    Sight.show(compare, can);
    Sight.show(learningCard, can && !narrow);
    Sight.show(validationCard, can && !narrow);
  }

  private Button button(String id, String key, Hints hints, Runnable action) {
    Button button = new Button(null, Icon.PLAY.view());
    button.setId(id);
    button.getStyleClass().addAll("small", "icon-only");
    button.accessibleTextProperty().bind(lang.bind(key));
    button.setOnAction(event -> action.run());
    button.disableProperty().bind(Bindings.createBooleanBinding(
        () -> model.stateProperty().get() == FoldsModel.State.RUNNING || model.results().isEmpty(), model.revisionProperty(),
        model.stateProperty()));
    hints.explain(button, key + ".help");
    return button;
  }

  /** For another language or theme. */
  void writeAnew() {
    table.writeAnew();
    show();
  }

  void show() {
    Optional<FoldExperiment> folds = model.experiment(Kind.FOLDS);
    folds.ifPresent(now -> {
      table.show(now);
      showLosses(now);
      FoldFigure main = model.figures().get(0);
      showLearning(now, main);
      showValidation(now, main);
      compare.show(now, main);
    });
  }

  private String loss(double value) {
    return lang.numbers().significant(value, 2);
  }

  private void showLosses(FoldExperiment now) {
    List<PlotSeries> lines = new ArrayList<>();
    List<FoldTrack> tracks = now.tracks(0);
    boolean several = now.plan().repeats() > 1;
    for (FoldTrack track : tracks) {
      int fold = track.job().fold();
      lines.add(PlotSeries.line(words.fold(track.job(), several), track.epochs(), track.losses(), palette -> palette.ofClass(fold), false));
    }
    int common = tracks.stream().mapToInt(FoldTrack::points).filter(points -> points > 0).min().orElse(0);
    List<FoldTrack> begun = tracks.stream().filter(track -> track.points() > 0).toList();
    if (begun.size() > 1 && common > 1) {
      double[] mean = new double[common];
      for (int i = 0; i < common; i++) {
        int at = i;
        mean[i] = Statistics.mean(begun.stream().mapToDouble(track -> track.losses()[at]).toArray());
      }
      lines.add(PlotSeries.line(lang.say("folds.losses.mean"), Arrays.copyOf(begun.get(0).epochs(), common), mean,
          palette -> palette.color(Token.FG), true));
    }
    boolean some = common > 0;
    lossCard.lacks(some ? "" : lang.say("folds.losses.empty"));
    lossCard.conclude(conclusions.ofLosses(now));
    losses.reach(1, now.project().training().epochs());
    losses.show(some ? lines : List.of(), new Scales(lang.say("folds.epoch.axis"), new double[0], Double.NaN, Double.POSITIVE_INFINITY,
        true, value -> lang.numbers().whole(Math.round(value)), this::loss));
    lossCard.say(lang.say(losses.isLog() ? "folds.losses.detail.log" : "folds.losses.detail"));
  }

  private void showLearning(FoldExperiment folds, FoldFigure main) {
    Optional<FoldExperiment> curve = model.experiment(Kind.LEARNING);
    boolean can = folds.plan().method().shuffles();
    learningCard.legend(can ? new Node[] {learn} : new Node[0]);
    learningCard.lacks(!can ? lang.say("folds.learning.no") : curve.isPresent() ? "" : lang.say("folds.learning.empty"));
    learningCard.conclude(curve.map(now -> conclusions.ofLearning(now, main)).orElse(""));
    curve.ifPresent(now -> learning.show(curve(now, main), new Scales(lang.say("folds.learning.axis"), new double[0], Double.NaN,
        most(main), false, value -> lang.numbers().whole(Math.round(value)), value -> words.mark(main, value, 1))));
  }

  private void showValidation(FoldExperiment folds, FoldFigure main) {
    Optional<FoldExperiment> curve = model.experiment(Kind.VALIDATION);
    validationCard.legend(setting, validate);
    validationCard.lacks(curve.isPresent() ? "" : lang.say("folds.validation.empty", words.within(main)));
    validationCard.conclude(curve.map(now -> conclusions.ofValidation(now, main, lang.numbers()::entry)).orElse(""));
    curve.ifPresent(now -> {
      FoldSetting along = now.setting().orElseThrow();
      double[] values = new double[now.places()];
      Arrays.setAll(values, now::x);
      validation.show(curve(now, main), new Scales(lang.say(along.title()), values, along.of(now.project()), most(main), false,
          lang.numbers()::entry, value -> words.mark(main, value, 1)));
    });
  }

  private static double most(FoldFigure figure) {
    return figure.isFixed() ? 1 : Double.POSITIVE_INFINITY;
  }

  /** Training and held-out figures at each place of a curve with finished folds. */
  private List<PlotSeries> curve(FoldExperiment now, FoldFigure main) {
    int places = now.places();
    double[] x = new double[places];
    double[][] mean = new double[2][places];
    double[][] deviation = new double[2][places];
    boolean[] open = new boolean[places];
    for (int i = 0; i < places; i++) {
      FoldSummary train = FoldSummary.ofTrain(main, now.results(i));
      FoldSummary held = FoldSummary.of(main, now.results(i));
      x[i] = now.x(i);
      open[i] = now.results(i).size() < now.tracks(i).size();
      mean[0][i] = train.mean();
      mean[1][i] = held.mean();
      deviation[0][i] = train.deviation();
      deviation[1][i] = held.deviation();
    }
    return List.of(
        new PlotSeries(lang.say("folds.legend.train"), x, mean[0], deviation[0], palette -> palette.color(Token.GROUP_BASIC), false, true,
            open),
        new PlotSeries(lang.say("folds.legend.held"), x, mean[1], deviation[1],
            palette -> palette.color(Token.GRADIENT), true, true, open));
  }
}

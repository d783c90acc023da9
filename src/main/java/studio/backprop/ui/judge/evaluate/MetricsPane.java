package studio.backprop.ui.judge.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.RegressionEvaluation;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.evaluate.metric.RocBand;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.CardRows;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.run.DataTexts;

/** Content of the metrics page: main figures, curves or regression plots, score histogram with the threshold, and slices. */
final class MetricsPane extends VBox {
  private static final double SWATCH = 9;

  private final MetricsModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final MetricsTexts words;
  private final FigureStrip strip;
  private final CurvePlot roc;
  private final CurvePlot precisionRecall;
  private final CalibrationPlot calibration;
  private final ScoreHistogram histogram;
  private final NumbersPlot pairs;
  private final NumbersPlot residuals;
  private final ResidualHistogram spread;
  private final QuantilePlot quantiles;
  private final PlotCard rocCard;
  private final PlotCard precisionRecallCard;
  private final PlotCard calibrationCard;
  private final PlotCard histogramCard;
  private final OneVsRestCard rest;
  private final CardRows curves;
  private final CardRows numbers;
  private final SlicesPane slices;
  private final BooleanProperty equalCount = new SimpleBooleanProperty(this, "equalCount");
  private final BooleanProperty qq = new SimpleBooleanProperty(this, "qq");
  private final Label note = new Label();

  MetricsPane(MetricsModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new MetricsTexts(lang);
    strip = new FigureStrip(lang, hints);
    roc = new CurvePlot("metrics.roc", true, lang, theme, model.threshold()::set);
    precisionRecall = new CurvePlot("metrics.pr", false, lang, theme, model.threshold()::set);
    calibration = new CalibrationPlot(lang, theme);
    histogram = new ScoreHistogram(model.threshold(), lang, theme);
    rest = new OneVsRestCard(model.oneVsRest(), lang, theme, this::markRest);
    pairs = new NumbersPlot(false, lang, theme, model::choose);
    residuals = new NumbersPlot(true, lang, theme, model::choose);
    spread = new ResidualHistogram(lang, theme);
    quantiles = new QuantilePlot(lang, theme);
    rocCard = new PlotCard(lang, "metrics.roc", "roc-curve", roc);
    precisionRecallCard = new PlotCard(lang, "metrics.pr", "precision-recall-curve", precisionRecall);
    calibrationCard = new PlotCard(lang, "metrics.calibration", "calibration", calibration);
    calibrationCard.legend(otherwise("metrics.calibration.count", equalCount, hints));
    equalCount.subscribe((before, now) -> {
      if (model.evaluationProperty().get() != null) {
        begin(model.evaluationProperty().get());
      }
    });
    histogramCard = new PlotCard(lang, "metrics.scores", "threshold", histogram);
    histogramCard.getStyleClass().add("low");
    curves = new CardRows(1, "plot-row", rocCard, precisionRecallCard, calibrationCard);
    PlotCard spreadCard = new PlotCard(lang, "metrics.residual_histogram", "qq-plot", new StackPane(spread, quantiles));
    spreadCard.legend(otherwise("metrics.residual_spread.qq", qq, hints));
    numbers = new CardRows(1, "plot-row", new PlotCard(lang, "metrics.pairs", "r2", pairs),
        new PlotCard(lang, "metrics.residuals", "residual", residuals), spreadCard);
    qq.subscribe(drawn -> {
      spread.setVisible(!drawn);
      quantiles.setVisible(drawn);
    });
    slices = new SlicesPane(model, lang, theme);
    note.getStyleClass().addAll("note", "mut", "foot");
    note.setWrapText(true);
    getStyleClass().add("metrics-sheet");
    getChildren().addAll(strip, curves, numbers, histogramCard, rest.node(), slices);
    VBox.setVgrow(curves, Priority.ALWAYS);
    VBox.setVgrow(numbers, Priority.ALWAYS);
  }

  /** @param classes matrix and table of several classes, placed under their curves @param table in which a class is selected */
  void takeClasses(CardRows classes, ClassTable table) {
    getChildren().add(2, classes);
    VBox.setVgrow(classes, Priority.ALWAYS);
    table.highlightedProperty().subscribe(index -> {
      roc.highlight(index.intValue());
      precisionRecall.highlight(index.intValue());
    });
  }

  /** Origin of the figures, placed where it is always visible. */
  Label note() {
    return note;
  }

  void showBand(Optional<RocBand> band) {
    roc.band(band);
  }

  /** Toggle of an alternative drawing. */
  private ToggleButton otherwise(String key, BooleanProperty pressed, Hints hints) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(lang.bind(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().addAll("small", "otherwise");
    button.selectedProperty().bindBidirectional(pressed);
    hints.explain(button, key + ".help");
    return button;
  }

  /** For widths that do not fit three plots or the columns of slices. */
  void makeNarrow(boolean now) {
    getChildren().remove(slices);
    if (!now) {
      getChildren().add(slices);
    }
    curves.makeNarrow(now);
    numbers.makeNarrow(now);
    strip.makeNarrow(now);
  }

  /** Handles the keys of the threshold wherever the focus is. */
  void press(KeyEvent key) {
    if (model.evaluationProperty().get() != null && model.evaluationProperty().get().binary().isPresent()) {
      histogram.press(key);
    }
  }

  void begin(Evaluation now) {
    boolean two = now.binary().isPresent();
    Sight.show(curves, !now.isRegression());
    Sight.show(histogramCard, two);
    Sight.show(numbers, now.isRegression());
    rest.begin(now);
    List<String> names = new DataTexts(lang).classes(now.data().dataset());
    if (now.judgement() instanceof RegressionEvaluation judged) {
      String target = new DataTexts(lang).target(now.data().dataset());
      pairs.show(judged, target);
      residuals.show(judged, target);
      spread.show(judged.report());
      quantiles.show(judged.report());
    } else {
      beginCurves(now, names);
    }
    now.binary().ifPresent(judged -> {
      histogram.show(judged, names);
      histogramCard.name(lang.say(judged.isProbability() ? "metrics.calibration.title" : "metrics.scores", names.get(1)));
      histogramCard.say(lang.say("metrics.scores.help"));
      histogramCard.legend(entry(0, names.get(0), judged.curve().negatives()), entry(1, names.get(1), judged.curve().positives()));
    });
    slices.begin(now);
    note.setText(lang.say(now.data().dataset().answers() > 1 ? "metrics.note.several" : "metrics.note", now.step()));
  }

  private Label entry(int index, String name, long count) {
    Label entry = new Label(lang.say("metrics.class_count", count, name), new Rectangle(SWATCH, SWATCH, theme.palette().ofClass(index)));
    entry.getStyleClass().add("note");
    return entry;
  }

  private void beginCurves(Evaluation now, List<String> names) {
    ClassCurves shown = now.curves();
    String lack = shown.roc().isEmpty() ? lang.say("metrics.one_class") : "";
    rocCard.lacks(lack);
    precisionRecallCard.lacks(lack);
    calibrationCard.lacks(shown.calibration().isEmpty() ? lang.say("metrics.no_probability") : "");
    roc.show(shown.roc(), names, Optional.empty());
    Optional<Double> baseline = now.binary().map(two -> (double) two.curve().positives() / two.total());
    precisionRecall.show(shown.precisionRecall(), names, baseline);
    shown.calibration().ifPresent(both -> calibration.show(both.bins(equalCount.get()),
        now.binary().isPresent() ? lang.say("metrics.calibration.across", names.get(1)) : lang.say("metrics.calibration.confidence")));
    sayCalibration(now);
  }

  /** Shows a changed evaluation or its intervals. */
  void show(Evaluation now) {
    ModelEvaluation judgement = model.judgementProperty().get();
    List<MetricEstimate> figures = model.figuresProperty().get();
    strip.show(judgement, figures, now.cut(), model.isComplete());
    Map<EvaluationMetric, MetricEstimate> by = ModelEvaluation.byMetric(figures);
    say(rocCard, by.get(EvaluationMetric.ROC_AUC), "metrics.roc.detail");
    say(precisionRecallCard, by.get(EvaluationMetric.AVERAGE_PRECISION), "metrics.pr.detail");
    if (judgement instanceof BinaryEvaluation two) {
      mark(two, now.cut());
    } else {
      markRest();
    }
    showSlices();
  }

  /** Calibration error of the drawn bins. For two classes they are of one class; that of the predicted class may be near 0 meanwhile. */
  private void sayCalibration(Evaluation now) {
    calibrationCard.conclude(now.curves().calibration().map(both -> both.bins(equalCount.get()).expectedError()).filter(Double::isFinite)
        .map(error -> lang.say("metrics.calibration.detail", words.value(EvaluationMetric.EXPECTED_CALIBRATION_ERROR, error))).orElse(""));
  }

  private void say(PlotCard card, MetricEstimate figure, String key) {
    card.say(figure == null || !figure.isDefined() ? "" : lang.say(key, words.value(figure)));
  }

  private void mark(BinaryEvaluation two, double cut) {
    List.of(roc, precisionRecall).forEach(plot -> plot.markedClass(""));
    BinaryCounts at = two.counts();
    BinaryCounts usual = two.at(cut).counts();
    boolean moved = two.threshold() != cut;
    roc.mark(two.threshold(), ofRoc(at), moved ? ofRoc(usual) : Optional.empty());
    precisionRecall.mark(two.threshold(), ofPrecision(at), moved ? ofPrecision(usual) : Optional.empty());
    histogram.follow();
  }

  /** Marks the one-vs-rest point of the selected class. */
  private void markRest() {
    if (model.judgementProperty().get() instanceof BinaryEvaluation || model.evaluationProperty().get() == null) {
      return;
    }
    List<String> names = new DataTexts(lang).classes(model.evaluationProperty().get().data().dataset());
    int index = model.oneVsRest().indexProperty().get();
    List.of(roc, precisionRecall).forEach(plot -> plot.markedClass(index >= 0 && index < names.size() ? names.get(index) : ""));
    Optional<BinaryCounts> counts = model.oneVsRest().judgedProperty().get().map(BinaryEvaluation::counts);
    double at = model.oneVsRest().valueProperty().get();
    roc.mark(at, counts.flatMap(MetricsPane::ofRoc), Optional.empty());
    precisionRecall.mark(at, counts.flatMap(MetricsPane::ofPrecision), Optional.empty());
  }

  private static Optional<CurvePlot.Spot> ofRoc(BinaryCounts counts) {
    return spot(counts.falsePositiveRate(), counts.recall());
  }

  private static Optional<CurvePlot.Spot> ofPrecision(BinaryCounts counts) {
    return spot(counts.recall(), counts.precision());
  }

  private static Optional<CurvePlot.Spot> spot(double x, double y) {
    return Double.isNaN(x) || Double.isNaN(y) ? Optional.empty() : Optional.of(new CurvePlot.Spot(x, y));
  }

  void showSlices() {
    Evaluation now = model.evaluationProperty().get();
    if (now != null && model.judgementProperty().get() != null) {
      slices.show(now, model.slices().rowsProperty().get(), model.judgementProperty().get());
    }
  }
}

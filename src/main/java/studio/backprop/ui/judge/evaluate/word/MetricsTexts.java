package studio.backprop.ui.judge.evaluate.word;

import static studio.backprop.evaluate.EvaluationMetric.ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.AVERAGE_PRECISION;
import static studio.backprop.evaluate.EvaluationMetric.BALANCED_ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.COHEN_KAPPA;
import static studio.backprop.evaluate.EvaluationMetric.EXPECTED_CALIBRATION_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.F1;
import static studio.backprop.evaluate.EvaluationMetric.F1_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.F_BETA;
import static studio.backprop.evaluate.EvaluationMetric.IOU;
import static studio.backprop.evaluate.EvaluationMetric.IOU_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.LOG_LOSS;
import static studio.backprop.evaluate.EvaluationMetric.MAE;
import static studio.backprop.evaluate.EvaluationMetric.MAPE;
import static studio.backprop.evaluate.EvaluationMetric.MATTHEWS_CORRCOEF;
import static studio.backprop.evaluate.EvaluationMetric.MAX_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.MEAN_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.MEDIAN_ABSOLUTE_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.MSE;
import static studio.backprop.evaluate.EvaluationMetric.PERPLEXITY;
import static studio.backprop.evaluate.EvaluationMetric.PRECISION;
import static studio.backprop.evaluate.EvaluationMetric.PRECISION_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.PRECISION_WEIGHTED;
import static studio.backprop.evaluate.EvaluationMetric.R2;
import static studio.backprop.evaluate.EvaluationMetric.RECALL;
import static studio.backprop.evaluate.EvaluationMetric.RECALL_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.RECALL_WEIGHTED;
import static studio.backprop.evaluate.EvaluationMetric.RMSE;
import static studio.backprop.evaluate.EvaluationMetric.ROC_AUC;
import static studio.backprop.evaluate.EvaluationMetric.SPECIFICITY;
import static studio.backprop.evaluate.EvaluationMetric.TOP_3_ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.TOP_5_ACCURACY;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.DataSlice;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.MulticlassEvaluation;
import studio.backprop.evaluate.RegressionEvaluation;
import studio.backprop.evaluate.TargetKind;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;

/** Localized texts of metrics, parts and slices. */
public final class MetricsTexts {
  /** An undefined value. */
  public static final String NONE = "–";
  private static final int DECIMALS = 3;
  private static final Set<EvaluationMetric> SHARES = EnumSet.of(ACCURACY, BALANCED_ACCURACY, PRECISION, RECALL, SPECIFICITY,
      PRECISION_MACRO, RECALL_MACRO, PRECISION_WEIGHTED, RECALL_WEIGHTED, TOP_3_ACCURACY, TOP_5_ACCURACY);
  private static final Set<EvaluationMetric> IN_UNITS = EnumSet.of(MAE, RMSE, MSE, MEDIAN_ABSOLUTE_ERROR, MAX_ERROR, MEAN_ERROR);
  private static final Set<EvaluationMetric> OF_A_THRESHOLD = EnumSet.of(ACCURACY, BALANCED_ACCURACY, PRECISION, RECALL, SPECIFICITY, F1,
      F_BETA, IOU, MATTHEWS_CORRCOEF, COHEN_KAPPA);

  private final Lang lang;

  public MetricsTexts(Lang lang) {
    this.lang = lang;
  }

  /** Whether it depends on the decision threshold of two classes. */
  public static boolean dependsOnThreshold(EvaluationMetric metric) {
    return OF_A_THRESHOLD.contains(metric);
  }

  /** Main metrics in their order; all others are listed in a table. */
  public static List<EvaluationMetric> headline(ModelEvaluation judgement) {
    if (judgement instanceof RegressionEvaluation) {
      return among(judgement, RMSE, MAE, R2, MEDIAN_ABSOLUTE_ERROR, MAX_ERROR, MEAN_ERROR);
    }
    boolean several = judgement instanceof MulticlassEvaluation;
    return switch (judgement.kind()) {
      case SEQUENCE -> among(judgement, ACCURACY, PERPLEXITY, LOG_LOSS, TOP_3_ACCURACY, TOP_5_ACCURACY, F1_MACRO,
          EXPECTED_CALIBRATION_ERROR);
      case PIXELS -> several ? among(judgement, ACCURACY, IOU_MACRO, F1_MACRO, BALANCED_ACCURACY, LOG_LOSS, EXPECTED_CALIBRATION_ERROR)
          : among(judgement, ACCURACY, IOU, F1, PRECISION, RECALL, AVERAGE_PRECISION, LOG_LOSS);
      case SINGLE -> several ? among(judgement, ACCURACY, BALANCED_ACCURACY, F1_MACRO, TOP_3_ACCURACY, ROC_AUC, LOG_LOSS,
          EXPECTED_CALIBRATION_ERROR) : among(judgement, ACCURACY, PRECISION, RECALL, F1, ROC_AUC, AVERAGE_PRECISION, LOG_LOSS);
    };
  }

  private static List<EvaluationMetric> among(ModelEvaluation judgement, EvaluationMetric... wanted) {
    return Stream.of(wanted).filter(judgement.metrics()::contains).toList();
  }

  /** Glossary term of a metric. */
  public static String term(EvaluationMetric metric) {
    return switch (metric) {
      case ACCURACY -> "accuracy";
      case BALANCED_ACCURACY -> "balanced-accuracy";
      case PRECISION, RECALL -> "precision";
      case SPECIFICITY -> "specificity";
      case F1, F_BETA -> "f-score";
      case IOU, IOU_MACRO -> "iou";
      case PRECISION_MACRO, RECALL_MACRO, F1_MACRO, PRECISION_WEIGHTED, RECALL_WEIGHTED, F1_WEIGHTED -> "macro-average";
      case TOP_3_ACCURACY, TOP_5_ACCURACY -> "top-k";
      case ROC_AUC, ROC_AUC_MICRO, ROC_AUC_OVO -> "roc-curve";
      case AVERAGE_PRECISION -> "precision-recall-curve";
      case MATTHEWS_CORRCOEF -> "matthews";
      case COHEN_KAPPA -> "kappa";
      case LOG_LOSS -> "log-loss";
      case PERPLEXITY -> "perplexity";
      case BRIER -> "brier";
      case EXPECTED_CALIBRATION_ERROR -> "calibration";
      case MAE -> "mean-error";
      case RMSE -> "rmse";
      case MSE -> "squared-error";
      case R2 -> "r2";
      case EXPLAINED_VARIANCE -> "explained-variance";
      case MAPE -> "mape";
      case MEDIAN_ABSOLUTE_ERROR, MAX_ERROR, MEAN_ERROR -> "residual";
    };
  }

  /** Name of the counted targets. */
  public static String targets(TargetKind kind) {
    return switch (kind) {
      case SINGLE -> "metrics.examples";
      case SEQUENCE -> "metrics.places";
      case PIXELS -> "metrics.pixels";
    };
  }

  public String name(EvaluationMetric metric) {
    return lang.say("metric." + metric.id());
  }

  /** With the actual β for Fβ. */
  public String name(EvaluationMetric metric, ModelEvaluation judgement) {
    return metric == F_BETA && judgement instanceof BinaryEvaluation two
        ? lang.say("metric.f_beta.of", lang.numbers().significant(two.beta(), DECIMALS)) : name(metric);
  }

  public String value(MetricEstimate figure) {
    return value(figure.metric(), figure.value());
  }

  /** Formatted value: in percent, or with three decimals. */
  public String value(EvaluationMetric metric, double value) {
    return value(metric, value, value);
  }

  /** @param like value of the same column, or that an interval is of: both have as many decimals */
  public String value(EvaluationMetric metric, double value, double like) {
    Numbers numbers = lang.numbers();
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (SHARES.contains(metric)) {
      return numbers.inPercent(within(100 * value, 100, 1, numbers::fixed));
    }
    if (metric == MAPE) {
      return numbers.inPercent(numbers.inColumn(100 * value, 100 * like, DECIMALS));
    }
    return IN_UNITS.contains(metric) ? numbers.inColumn(value, like, DECIMALS) : within(value, 1, DECIMALS, numbers::fixed);
  }

  /** Formats a number with a number of decimals. */
  private interface Written {
    String of(double value, int decimals);
  }

  /** Values that are not exactly perfect or zero are not rounded to it: {@literal >} 0.999. */
  private String within(double value, double most, int decimals, Written written) {
    double step = Math.pow(10, -decimals);
    if (value < most && value > most - step / 2) {
      return lang.say("metrics.above", written.of(most - step, decimals));
    }
    return value > 0 && value < step / 2 ? lang.say("metrics.below", written.of(step, decimals)) : written.of(value, decimals);
  }

  /** The interval; or the reason of a missing figure; empty while the interval is unknown. */
  public String interval(MetricEstimate figure) {
    if (!figure.isDefined()) {
      return lang.say("metric." + figure.metric().id() + ".undefined");
    }
    Interval interval = figure.interval();
    return interval.isDefined()
        ? lang.say("metrics.interval", bare(figure, interval.low()), bare(figure, interval.high())) : "";
  }

  /** @param complete whether the bootstrap is done: an interval still unknown then stays so, for the reason given */
  public String interval(MetricEstimate figure, boolean complete) {
    String said = interval(figure);
    if (!said.isEmpty()) {
      return said;
    }
    if (!figure.metric().isResampled()) {
      return lang.say("metrics.interval.maximum");
    }
    boolean perfect = figure.value() == (figure.metric().higherIsBetter() ? 1 : 0);
    return lang.say(!complete ? "metrics.interval.pending" : perfect ? "metrics.interval.perfect" : "metrics.interval.few");
  }

  /** Without a percent sign, within an interval. */
  private String bare(MetricEstimate figure, double value) {
    if (SHARES.contains(figure.metric())) {
      return lang.numbers().fixed(100 * value, 1);
    }
    if (figure.metric() == MAPE) {
      return lang.numbers().inColumn(100 * value, 100 * figure.value(), DECIMALS);
    }
    return IN_UNITS.contains(figure.metric()) ? value(figure.metric(), value, figure.value())
        : within(value, 1, DECIMALS, lang.numbers()::fixed);
  }

  /** Counts of a figure: 40 / 43. */
  public Optional<String> counted(EvaluationMetric metric, ModelEvaluation judgement) {
    if (judgement instanceof BinaryEvaluation two) {
      BinaryCounts counts = two.counts();
      return switch (metric) {
        case ACCURACY -> Optional.of(ratio(counts.tp() + counts.tn(), counts.total()));
        case PRECISION -> Optional.of(ratio(counts.tp(), counts.tp() + counts.fp()));
        case RECALL -> Optional.of(ratio(counts.tp(), counts.tp() + counts.fn()));
        default -> Optional.empty();
      };
    }
    if (judgement instanceof MulticlassEvaluation several && metric == ACCURACY) {
      long correct = Math.round(several.report().accuracy() * several.report().total());
      return Optional.of(ratio(correct, several.report().total()));
    }
    return Optional.empty();
  }

  public String ratio(long some, long all) {
    return lang.say("metrics.ratio", some, all);
  }

  /** Threshold of a loss on its button: 0.5. */
  public String usual(double cut) {
    return lang.numbers().significant(cut, 2);
  }

  /** Threshold with as many digits as identify it. */
  public String threshold(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    return lang.numbers().threshold(value);
  }

  public String part(Part part, int examples) {
    return lang.say("metrics.part." + part.name().toLowerCase(Locale.ROOT), examples);
  }

  /** Common property of a slice's examples: a category, or the bounds of a number. */
  public String slice(DataSlice slice, Dataset data, String column) {
    if (Double.isNaN(slice.low())) {
      return slice.word().isEmpty() ? lang.say("metrics.slice.other")
          : lang.known("data." + data.name() + ".word." + column + "." + slice.word(), slice.word());
    }
    String low = lang.numbers().entry(slice.low());
    if (slice.low() == slice.high()) {
      return low;
    }
    String high = lang.numbers().entry(slice.high());
    if (Double.isInfinite(slice.low())) {
      return Double.isInfinite(slice.high()) ? lang.say("metrics.slice.all") : lang.say("metrics.slice.under", high);
    }
    return Double.isInfinite(slice.high()) ? lang.say("metrics.slice.from", low) : lang.say("metrics.slice.between", low, high);
  }
}

package studio.backprop.ui.evaluate;

import static studio.backprop.evaluate.EvaluationMetric.ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.AVERAGE_PRECISION;
import static studio.backprop.evaluate.EvaluationMetric.BALANCED_ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.COHEN_KAPPA;
import static studio.backprop.evaluate.EvaluationMetric.EXPECTED_CALIBRATION_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.F1;
import static studio.backprop.evaluate.EvaluationMetric.F1_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.LOG_LOSS;
import static studio.backprop.evaluate.EvaluationMetric.MAE;
import static studio.backprop.evaluate.EvaluationMetric.MAPE;
import static studio.backprop.evaluate.EvaluationMetric.MATTHEWS_CORRCOEF;
import static studio.backprop.evaluate.EvaluationMetric.MAX_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.MEAN_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.MEDIAN_ABSOLUTE_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.MSE;
import static studio.backprop.evaluate.EvaluationMetric.PRECISION;
import static studio.backprop.evaluate.EvaluationMetric.PRECISION_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.RECALL;
import static studio.backprop.evaluate.EvaluationMetric.RECALL_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.R2;
import static studio.backprop.evaluate.EvaluationMetric.RMSE;
import static studio.backprop.evaluate.EvaluationMetric.ROC_AUC;
import static studio.backprop.evaluate.EvaluationMetric.SPECIFICITY;
import static studio.backprop.evaluate.EvaluationMetric.TOP_3_ACCURACY;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.evaluate.BinaryJudgement;
import studio.backprop.evaluate.ClassesJudgement;
import studio.backprop.evaluate.DataSlice;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.Figure;
import studio.backprop.evaluate.Judgement;
import studio.backprop.evaluate.NumberJudgement;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;

/** How figures, parts and slices are written. */
final class MetricWords {
  static final String NONE = "–";
  private static final int DECIMALS = 3;
  private static final Set<EvaluationMetric> SHARES = EnumSet.of(ACCURACY, BALANCED_ACCURACY, PRECISION, RECALL, SPECIFICITY,
      PRECISION_MACRO, RECALL_MACRO, TOP_3_ACCURACY);
  private static final Set<EvaluationMetric> IN_UNITS = EnumSet.of(MAE, RMSE, MSE, MEDIAN_ABSOLUTE_ERROR, MAX_ERROR, MEAN_ERROR);
  private static final Set<EvaluationMetric> OF_A_THRESHOLD = EnumSet.of(ACCURACY, BALANCED_ACCURACY, PRECISION, RECALL, SPECIFICITY, F1,
      MATTHEWS_CORRCOEF, COHEN_KAPPA);

  private final Lang lang;

  MetricWords(Lang lang) {
    this.lang = lang;
  }

  /** Whether it changes with the threshold of two classes. */
  static boolean dependsOnThreshold(EvaluationMetric metric) {
    return OF_A_THRESHOLD.contains(metric);
  }

  /** The figures that stand large at the top, in their order; all others stand in a table. */
  static List<EvaluationMetric> headline(Judgement judgement) {
    List<EvaluationMetric> wanted = judgement instanceof NumberJudgement
        ? List.of(RMSE, MAE, R2, MEDIAN_ABSOLUTE_ERROR, MAX_ERROR, MEAN_ERROR)
        : judgement instanceof ClassesJudgement
            ? List.of(ACCURACY, BALANCED_ACCURACY, F1_MACRO, TOP_3_ACCURACY, ROC_AUC, LOG_LOSS, EXPECTED_CALIBRATION_ERROR)
            : List.of(ACCURACY, PRECISION, RECALL, F1, ROC_AUC, AVERAGE_PRECISION, LOG_LOSS);
    return wanted.stream().filter(judgement.metrics()::contains).toList();
  }

  String name(EvaluationMetric metric) {
    return lang.say("metric." + metric.id());
  }

  String value(Figure figure) {
    return value(figure.metric(), figure.value());
  }

  String value(EvaluationMetric metric, double value) {
    Numbers numbers = lang.numbers();
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (SHARES.contains(metric)) {
      return numbers.percent(value, 1);
    }
    if (metric == MAPE) {
      return numbers.significantPercent(value, DECIMALS);
    }
    return IN_UNITS.contains(metric) ? numbers.significant(value, DECIMALS) : numbers.fixed(value, DECIMALS);
  }

  /** The interval; or why there is no figure; empty while the interval is not known. */
  String interval(Figure figure) {
    if (!figure.isDefined()) {
      return lang.say("metric." + figure.metric().id() + ".undefined");
    }
    Interval interval = figure.interval();
    return interval.isDefined()
        ? lang.say("metrics.interval", bare(figure.metric(), interval.low()), bare(figure.metric(), interval.high())) : "";
  }

  /** Within an interval the sign of percent is left out. */
  private String bare(EvaluationMetric metric, double value) {
    return SHARES.contains(metric) ? lang.numbers().fixed(100 * value, 1) : value(metric, value);
  }

  /** What was counted for a figure: 40 / 43. */
  Optional<String> counted(EvaluationMetric metric, Judgement judgement) {
    if (judgement instanceof BinaryJudgement two) {
      BinaryCounts counts = two.counts();
      return switch (metric) {
        case ACCURACY -> Optional.of(ratio(counts.tp() + counts.tn(), counts.total()));
        case PRECISION -> Optional.of(ratio(counts.tp(), counts.tp() + counts.fp()));
        case RECALL -> Optional.of(ratio(counts.tp(), counts.tp() + counts.fn()));
        default -> Optional.empty();
      };
    }
    if (judgement instanceof ClassesJudgement several && metric == ACCURACY) {
      long correct = Math.round(several.report().accuracy() * several.report().total());
      return Optional.of(ratio(correct, several.report().total()));
    }
    return Optional.empty();
  }

  String ratio(long some, long all) {
    return lang.say("metrics.ratio", some, all);
  }

  /** A threshold with the digits that set it apart. */
  String threshold(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == value ? lang.numbers().fixed(value, 2) : lang.numbers().significant(value, DECIMALS);
  }

  String part(Part part, int examples) {
    return lang.say("metrics.part." + part.name().toLowerCase(Locale.ROOT), examples);
  }

  /** What the examples of a slice have in common: a word, or between which numbers they lie. */
  String slice(DataSlice slice, Dataset data, String column) {
    if (Double.isNaN(slice.low())) {
      return slice.word().isEmpty() ? lang.say("metrics.slice.other")
          : lang.known("data." + data.name() + ".word." + column + "." + slice.word(), slice.word());
    }
    String low = lang.numbers().entry(slice.low());
    String high = lang.numbers().entry(slice.high());
    if (Double.isInfinite(slice.low())) {
      return Double.isInfinite(slice.high()) ? lang.say("metrics.slice.all") : lang.say("metrics.slice.under", high);
    }
    return Double.isInfinite(slice.high()) ? lang.say("metrics.slice.from", low) : lang.say("metrics.slice.between", low, high);
  }
}

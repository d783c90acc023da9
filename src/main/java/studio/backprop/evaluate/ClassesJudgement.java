package studio.backprop.evaluate;

import static studio.backprop.evaluate.EvaluationMetric.ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.BALANCED_ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.BRIER;
import static studio.backprop.evaluate.EvaluationMetric.COHEN_KAPPA;
import static studio.backprop.evaluate.EvaluationMetric.EXPECTED_CALIBRATION_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.F1_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.F1_WEIGHTED;
import static studio.backprop.evaluate.EvaluationMetric.LOG_LOSS;
import static studio.backprop.evaluate.EvaluationMetric.MATTHEWS_CORRCOEF;
import static studio.backprop.evaluate.EvaluationMetric.PRECISION_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.RECALL_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.ROC_AUC;
import static studio.backprop.evaluate.EvaluationMetric.TOP_3_ACCURACY;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.Ranking;
import studio.backprop.evaluate.metric.Reliability;

/** Several classes, of which the one with the largest score is predicted. Immutable. */
public final class ClassesJudgement implements Judgement {
  private static final int BINS = 10;
  private static final int TOP = 3;
  private static final List<EvaluationMetric> BY_SCORE = List.of(ACCURACY, BALANCED_ACCURACY, PRECISION_MACRO, RECALL_MACRO, F1_MACRO,
      F1_WEIGHTED, TOP_3_ACCURACY, ROC_AUC, MATTHEWS_CORRCOEF, COHEN_KAPPA);
  private static final List<EvaluationMetric> BY_PROBABILITY = List.of(ACCURACY, BALANCED_ACCURACY, PRECISION_MACRO, RECALL_MACRO, F1_MACRO,
      F1_WEIGHTED, TOP_3_ACCURACY, ROC_AUC, MATTHEWS_CORRCOEF, COHEN_KAPPA, LOG_LOSS, BRIER, EXPECTED_CALIBRATION_ERROR);

  private final Ranking ranking;
  private final int[] predicted;
  private final boolean probability;
  private final ClassReport report;
  /** [class][place], in falling order of that class's score. */
  private final int[][] orders;
  private final boolean[] inTop;
  private final double[] logLosses;
  private final double[] briers;

  /** @param probability whether scores are probabilities that add up to 1 */
  public ClassesJudgement(Ranking ranking, boolean probability) {
    this.ranking = ranking;
    this.probability = probability;
    this.predicted = ranking.predicted();
    this.report = ClassReport.of(ranking.truth(), predicted, ranking.classes());
    int n = predicted.length;
    this.orders = IntStream.range(0, ranking.classes()).parallel().mapToObj(c -> IntStream.range(0, n).boxed()
        .sorted((a, b) -> Double.compare(ranking.scores()[b][c], ranking.scores()[a][c])).mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
    this.inTop = new boolean[n];
    this.logLosses = new double[n];
    this.briers = new double[n];
    for (int i = 0; i < n; i++) {
      Ranking one = new Ranking(new int[] {ranking.truth()[i]}, new double[][] {ranking.scores()[i]});
      inTop[i] = one.topK(TOP) > 0;
      logLosses[i] = probability ? one.logLoss() : Double.NaN;
      briers[i] = probability ? one.brier() : Double.NaN;
    }
  }

  public Ranking ranking() {
    return ranking;
  }

  @Override
  public ClassesJudgement among(int[] examples) {
    return new ClassesJudgement(new Ranking(IntStream.of(examples).map(i -> ranking.truth()[i]).toArray(),
        IntStream.of(examples).mapToObj(i -> ranking.scores()[i]).toArray(double[][]::new)), probability);
  }

  /** Whether scores are probabilities that add up to 1. */
  public boolean isProbability() {
    return probability;
  }

  /** The confusion matrix, with the metrics of each class. */
  public ClassReport report() {
    return report;
  }

  @Override
  public int total() {
    return predicted.length;
  }

  @Override
  public List<EvaluationMetric> metrics() {
    return probability ? BY_PROBABILITY : BY_SCORE;
  }

  @Override
  public Interval proportion(EvaluationMetric metric) {
    return switch (metric) {
      case ACCURACY -> Interval.wilson(Math.round(report.accuracy() * report.total()), report.total());
      case TOP_3_ACCURACY -> Interval.wilson(IntStream.range(0, inTop.length).filter(i -> inTop[i]).count(), inTop.length);
      default -> Interval.UNDEFINED;
    };
  }

  @Override
  public double[] values(int[] weights) {
    ClassReport counted = weights == null ? report : counted(weights);
    double[] plain = {counted.accuracy(), counted.balancedAccuracy(), counted.macro(counted::precision), counted.macro(counted::recall),
        counted.macro(counted::f1), counted.weighted(counted::f1), top(weights, counted.total()), area(weights, counted),
        counted.matthews(), counted.kappa()};
    if (!probability) {
      return plain;
    }
    double[] all = Arrays.copyOf(plain, plain.length + 3);
    all[plain.length] = mean(logLosses, weights, counted.total());
    all[plain.length + 1] = mean(briers, weights, counted.total());
    all[plain.length + 2] = calibrationError(weights, counted.total());
    return all;
  }

  private ClassReport counted(int[] weights) {
    long[][] counts = new long[ranking.classes()][ranking.classes()];
    for (int i = 0; i < predicted.length; i++) {
      counts[ranking.truth()[i]][predicted[i]] += weights[i];
    }
    return new ClassReport(counts);
  }

  private double top(int[] weights, long total) {
    long found = 0;
    for (int i = 0; i < inTop.length; i++) {
      found += inTop[i] ? weights == null ? 1 : weights[i] : 0;
    }
    return (double) found / total;
  }

  private static double mean(double[] values, int[] weights, long total) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights == null ? values[i] : weights[i] * values[i];
    }
    return sum / total;
  }

  /** The mean over the classes of the area under the ROC curve of one against the rest; NaN if a class does not occur. */
  private double area(int[] weights, ClassReport counted) {
    double sum = 0;
    for (int c = 0; c < orders.length; c++) {
      long positives = counted.support(c);
      long negatives = counted.total() - positives;
      if (positives == 0 || negatives == 0) {
        return Double.NaN;
      }
      sum += area(weights, c) / positives / negatives;
    }
    return sum / orders.length;
  }

  private double area(int[] weights, int index) {
    int[] order = orders[index];
    double area = 0;
    long tp = 0;
    int i = 0;
    while (i < order.length) {
      double tied = ranking.scores()[order[i]][index];
      long moreTp = 0;
      long moreFp = 0;
      while (i < order.length && ranking.scores()[order[i]][index] == tied) {
        int times = weights == null ? 1 : weights[order[i]];
        boolean positive = ranking.truth()[order[i]] == index;
        moreTp += positive ? times : 0;
        moreFp += positive ? 0 : times;
        i++;
      }
      area += moreFp * (tp + moreTp / 2.0);
      tp += moreTp;
    }
    return area;
  }

  private double calibrationError(int[] weights, long total) {
    double[] gap = new double[BINS];
    for (int i = 0; i < predicted.length; i++) {
      int times = weights == null ? 1 : weights[i];
      double confidence = ranking.scores()[i][predicted[i]];
      int bin = Reliability.bin(confidence, BINS);
      gap[bin] += times * (confidence - (predicted[i] == ranking.truth()[i] ? 1 : 0));
    }
    return Arrays.stream(gap).map(Math::abs).sum() / total;
  }
}

package studio.backprop.evaluate;

import static studio.backprop.evaluate.EvaluationMetric.ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.BALANCED_ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.BRIER;
import static studio.backprop.evaluate.EvaluationMetric.COHEN_KAPPA;
import static studio.backprop.evaluate.EvaluationMetric.EXPECTED_CALIBRATION_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.F1_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.F1_WEIGHTED;
import static studio.backprop.evaluate.EvaluationMetric.IOU_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.LOG_LOSS;
import static studio.backprop.evaluate.EvaluationMetric.MATTHEWS_CORRCOEF;
import static studio.backprop.evaluate.EvaluationMetric.PERPLEXITY;
import static studio.backprop.evaluate.EvaluationMetric.PRECISION_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.PRECISION_WEIGHTED;
import static studio.backprop.evaluate.EvaluationMetric.RECALL_MACRO;
import static studio.backprop.evaluate.EvaluationMetric.RECALL_WEIGHTED;
import static studio.backprop.evaluate.EvaluationMetric.ROC_AUC;
import static studio.backprop.evaluate.EvaluationMetric.ROC_AUC_MICRO;
import static studio.backprop.evaluate.EvaluationMetric.ROC_AUC_OVO;
import static studio.backprop.evaluate.EvaluationMetric.TOP_3_ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.TOP_5_ACCURACY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.PairAreas;
import studio.backprop.evaluate.metric.Ranking;
import studio.backprop.evaluate.metric.Reliability;
import studio.backprop.evaluate.metric.RocArea;

/** Evaluation of multiclass classification by argmax. Immutable. */
public final class MulticlassEvaluation implements ModelEvaluation {
  private static final int BINS = 10;
  /** Limit of decisions for resampling, which would take minutes. */
  private static final int MOST_DECISIONS = 1_000_000;
  /** k of top-k accuracy, if there are more classes. */
  private static final List<Integer> TOPS = List.of(3, 5);

  private final Ranking ranking;
  private final int[] predicted;
  private final boolean probability;
  private final ClassReport report;
  /** [class], one against the rest; empty if not a metric. */
  private final RocArea[] areas;
  private final Optional<RocArea> micro;
  /** Rank of the true class of each example, from 0. */
  private final int[] before;
  private final double[] logLosses;
  private final double[] briers;
  private final Optional<PairAreas> pairs;
  private final TargetKind kind;
  private final List<EvaluationMetric> metrics;

  public MulticlassEvaluation(Ranking ranking, boolean probability) {
    this(ranking, probability, TargetKind.SINGLE);
  }

  /**
   * @param probability whether scores are probabilities with sum 1
   * @param kind of the targets: some metrics are usual for one kind only
   */
  public MulticlassEvaluation(Ranking ranking, boolean probability, TargetKind kind) {
    this.ranking = ranking;
    this.probability = probability;
    this.kind = kind;
    this.predicted = ranking.predicted();
    this.report = ClassReport.of(ranking.truth(), predicted, ranking.classes());
    this.metrics = metrics(ranking.truth().length, ranking.classes(), probability, kind);
    int n = predicted.length;
    this.areas = metrics.contains(ROC_AUC) ? RocArea.eachAgainstRest(ranking) : new RocArea[0];
    this.micro = metrics.contains(ROC_AUC_MICRO) ? Optional.of(RocArea.micro(ranking)) : Optional.empty();
    this.pairs = metrics.contains(ROC_AUC_OVO) ? Optional.of(new PairAreas(ranking)) : Optional.empty();
    this.before = ranking.before();
    this.logLosses = new double[n];
    this.briers = new double[n];
    for (int i = 0; i < n; i++) {
      Ranking one = new Ranking(new int[] {ranking.truth()[i]}, new double[][] {ranking.scores()[i]});
      logLosses[i] = probability ? one.logLoss() : Double.NaN;
      briers[i] = probability ? one.brier() : Double.NaN;
    }
  }

  private static List<EvaluationMetric> metrics(int examples, int classes, boolean probability, TargetKind kind) {
    List<EvaluationMetric> all = new ArrayList<>(List.of(ACCURACY, BALANCED_ACCURACY, PRECISION_MACRO, RECALL_MACRO, F1_MACRO,
        PRECISION_WEIGHTED, RECALL_WEIGHTED, F1_WEIGHTED));
    if (kind == TargetKind.PIXELS) {
      all.add(IOU_MACRO);
    }
    if (classes > TOPS.get(1)) { // trivial for fewer classes
      all.addAll(List.of(TOP_3_ACCURACY, TOP_5_ACCURACY));
    }
    all.addAll(List.of(MATTHEWS_CORRCOEF, COHEN_KAPPA));
    if (kind != TargetKind.SEQUENCE) { // one against the rest of a vocabulary would take a minute of resamples
      all.add(ROC_AUC);
    }
    if (kind == TargetKind.SINGLE && (long) examples * classes <= MOST_DECISIONS) {
      all.add(ROC_AUC_MICRO);
    }
    if (classes <= PairAreas.MOST_CLASSES && kind == TargetKind.SINGLE) {
      all.add(ROC_AUC_OVO);
    }
    if (probability) {
      all.addAll(List.of(LOG_LOSS, BRIER, EXPECTED_CALIBRATION_ERROR));
    }
    if (probability && kind == TargetKind.SEQUENCE) {
      all.add(PERPLEXITY);
    }
    return List.copyOf(all);
  }

  public Ranking ranking() {
    return ranking;
  }

  @Override
  public MulticlassEvaluation among(int[] examples) {
    return new MulticlassEvaluation(new Ranking(IntStream.of(examples).map(i -> ranking.truth()[i]).toArray(),
        IntStream.of(examples).mapToObj(i -> ranking.scores()[i]).toArray(double[][]::new)), probability, kind);
  }

  /** One against the rest, by the class's own score at a threshold instead of argmax. */
  public BinaryEvaluation against(int index, double threshold) {
    boolean[] truth = new boolean[predicted.length];
    double[] score = new double[predicted.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = ranking.truth()[i] == index;
      score[i] = ranking.scores()[i][index];
    }
    return new BinaryEvaluation(truth, score, probability, threshold, kind);
  }

  public boolean isProbability() {
    return probability;
  }

  public ClassReport report() {
    return report;
  }

  /** Reliability diagram of the predicted class. @param equalCount quantile bins instead of equal width */
  public Reliability calibration(int bins, boolean equalCount) {
    return ranking.reliability(bins, equalCount);
  }

  @Override
  public TargetKind kind() {
    return kind;
  }

  @Override
  public int total() {
    return predicted.length;
  }

  @Override
  public List<EvaluationMetric> metrics() {
    return metrics;
  }

  @Override
  public Interval proportion(EvaluationMetric metric) {
    return switch (metric) {
      case ACCURACY -> Interval.wilson(Math.round(report.accuracy() * report.total()), report.total());
      case TOP_3_ACCURACY -> Interval.wilson(inTop(TOPS.get(0), null), before.length);
      case TOP_5_ACCURACY -> Interval.wilson(inTop(TOPS.get(1), null), before.length);
      default -> Interval.UNDEFINED;
    };
  }

  @Override
  public double[] values(int[] weights) {
    ClassReport counted = weights == null ? report : counted(weights);
    double[] values = new double[metrics.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(metrics.get(i), counted, weights);
    }
    return values;
  }

  private double value(EvaluationMetric metric, ClassReport counted, int[] weights) {
    return switch (metric) {
      case ACCURACY -> counted.accuracy();
      case BALANCED_ACCURACY -> counted.balancedAccuracy();
      case PRECISION_MACRO -> counted.macro(counted::precision);
      case RECALL_MACRO -> counted.macro(counted::recall);
      case F1_MACRO -> counted.macro(counted::f1);
      case PRECISION_WEIGHTED -> counted.weighted(counted::precision);
      case RECALL_WEIGHTED -> counted.weighted(counted::recall);
      case F1_WEIGHTED -> counted.weighted(counted::f1);
      case IOU_MACRO -> counted.macro(counted::iou);
      case TOP_3_ACCURACY -> (double) inTop(TOPS.get(0), weights) / counted.total();
      case TOP_5_ACCURACY -> (double) inTop(TOPS.get(1), weights) / counted.total();
      case MATTHEWS_CORRCOEF -> counted.matthews();
      case COHEN_KAPPA -> counted.kappa();
      case ROC_AUC -> RocArea.mean(areas, weights);
      case ROC_AUC_MICRO -> micro.orElseThrow().of(weights);
      case ROC_AUC_OVO -> pairs.orElseThrow().macro(weights);
      case LOG_LOSS -> mean(logLosses, weights, counted.total());
      case BRIER -> mean(briers, weights, counted.total());
      case EXPECTED_CALIBRATION_ERROR -> calibrationError(weights, counted.total());
      case PERPLEXITY -> Math.exp(mean(logLosses, weights, counted.total()));
      default -> throw new IllegalStateException("no value of " + metric);
    };
  }

  private ClassReport counted(int[] weights) {
    long[][] counts = new long[ranking.classes()][ranking.classes()];
    for (int i = 0; i < predicted.length; i++) {
      counts[ranking.truth()[i]][predicted[i]] += weights[i];
    }
    return new ClassReport(counts);
  }

  private long inTop(int k, int[] weights) {
    long found = 0;
    for (int i = 0; i < before.length; i++) {
      found += before[i] < k ? weights == null ? 1 : weights[i] : 0;
    }
    return found;
  }

  private static double mean(double[] values, int[] weights, long total) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights == null ? values[i] : weights[i] * values[i];
    }
    return sum / total;
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

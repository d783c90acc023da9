package studio.backprop.evaluate;

import static studio.backprop.evaluate.EvaluationMetric.ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.AVERAGE_PRECISION;
import static studio.backprop.evaluate.EvaluationMetric.BALANCED_ACCURACY;
import static studio.backprop.evaluate.EvaluationMetric.BRIER;
import static studio.backprop.evaluate.EvaluationMetric.COHEN_KAPPA;
import static studio.backprop.evaluate.EvaluationMetric.EXPECTED_CALIBRATION_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.F1;
import static studio.backprop.evaluate.EvaluationMetric.F_BETA;
import static studio.backprop.evaluate.EvaluationMetric.IOU;
import static studio.backprop.evaluate.EvaluationMetric.LOG_LOSS;
import static studio.backprop.evaluate.EvaluationMetric.MATTHEWS_CORRCOEF;
import static studio.backprop.evaluate.EvaluationMetric.PERPLEXITY;
import static studio.backprop.evaluate.EvaluationMetric.PRECISION;
import static studio.backprop.evaluate.EvaluationMetric.RECALL;
import static studio.backprop.evaluate.EvaluationMetric.ROC_AUC;
import static studio.backprop.evaluate.EvaluationMetric.SPECIFICITY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.evaluate.metric.BinaryCurve;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.Ranking;
import studio.backprop.evaluate.metric.Reliability;
import studio.backprop.evaluate.metric.RocBand;
import studio.backprop.evaluate.metric.Statistics;

/** Evaluation of binary classification at a threshold. Immutable. */
public final class BinaryEvaluation implements ModelEvaluation {
  /** Default β of Fβ: F1. */
  public static final double USUAL_BETA = 1;
  private static final int BINS = 10;
  private static final int SECOND = 1;

  private final boolean[] truth;
  private final double[] score;
  private final boolean probability;
  private final double threshold;
  private final double beta;
  private final int positive;
  private final BinaryCurve curve;
  /** Example indices by descending score. */
  private final int[] order;
  /** Threshold-independent metrics: both areas and, of probabilities, the losses. */
  private final double[] fixed;
  private final TargetKind kind;
  private final List<EvaluationMetric> metrics;

  public BinaryEvaluation(boolean[] truth, double[] score, boolean probability, double threshold) {
    this(truth, score, probability, threshold, TargetKind.SINGLE);
  }

  /**
   * @param probability whether scores are probabilities, from 0 to 1
   * @param threshold inclusive
   * @param kind of the targets: some metrics are usual for one kind only
   */
  public BinaryEvaluation(boolean[] truth, double[] score, boolean probability, double threshold, TargetKind kind) {
    this.truth = truth;
    this.kind = kind;
    this.metrics = metrics(probability, kind);
    this.score = score;
    this.probability = probability;
    this.threshold = threshold;
    this.beta = USUAL_BETA;
    this.positive = SECOND;
    this.curve = BinaryCurve.of(truth, score);
    this.order = Statistics.descending(score);
    this.fixed = ofAllThresholds(null);
  }

  private BinaryEvaluation(BinaryEvaluation same, double threshold, double beta, int positive) {
    this.beta = beta;
    this.positive = positive;
    this.kind = same.kind;
    this.metrics = same.metrics;
    this.truth = same.truth;
    this.score = same.score;
    this.probability = same.probability;
    this.threshold = threshold;
    this.curve = same.curve;
    this.order = same.order;
    this.fixed = same.fixed;
  }

  private static List<EvaluationMetric> metrics(boolean probability, TargetKind kind) {
    List<EvaluationMetric> all = new ArrayList<>(List.of(ACCURACY, PRECISION, RECALL, SPECIFICITY, F1, F_BETA));
    if (kind == TargetKind.PIXELS) {
      all.add(IOU);
    }
    all.addAll(List.of(BALANCED_ACCURACY, MATTHEWS_CORRCOEF, COHEN_KAPPA, ROC_AUC, AVERAGE_PRECISION));
    if (probability) {
      all.addAll(List.of(LOG_LOSS, BRIER, EXPECTED_CALIBRATION_ERROR));
    }
    if (probability && kind == TargetKind.SEQUENCE) {
      all.add(PERPLEXITY);
    }
    return List.copyOf(all);
  }

  /** The same predictions at another threshold, in O(log n). */
  public BinaryEvaluation at(double other) {
    return new BinaryEvaluation(this, other, beta, positive);
  }

  /** @param other weight β of recall relative to precision, above 0 */
  public BinaryEvaluation withBeta(double other) {
    if (!(other > 0) || Double.isInfinite(other)) {
      throw new IllegalArgumentException("beta must be above 0, but was " + other);
    }
    return new BinaryEvaluation(this, threshold, other, positive);
  }

  /** @param index of the positive class: 0 or, usually, 1 */
  BinaryEvaluation ofClass(int index) {
    return new BinaryEvaluation(this, threshold, beta, index);
  }

  @Override
  public BinaryEvaluation among(int[] examples) {
    boolean[] truths = new boolean[examples.length];
    double[] scores = new double[examples.length];
    for (int i = 0; i < examples.length; i++) {
      truths[i] = truth[examples[i]];
      scores[i] = score[examples[i]];
    }
    return new BinaryEvaluation(truths, scores, probability, threshold, kind).withBeta(beta).ofClass(positive);
  }

  public int positiveClass() {
    return positive;
  }

  /** Confusion matrix at the threshold, [true class][predicted class]. */
  public long[][] matrix() {
    BinaryCounts at = counts();
    return positive == SECOND ? new long[][] {{at.tn(), at.fp()}, {at.fn(), at.tp()}}
        : new long[][] {{at.tp(), at.fn()}, {at.fp(), at.tn()}};
  }

  public boolean isPositive(int example) {
    return truth[example];
  }

  public double score(int example) {
    return score[example];
  }

  public double threshold() {
    return threshold;
  }

  /** β of Fβ. */
  public double beta() {
    return beta;
  }

  public BinaryCurve curve() {
    return curve;
  }

  public BinaryCounts counts() {
    return curve.at(threshold);
  }

  public boolean isProbability() {
    return probability;
  }

  /** Calibration curve. @param equalCount quantile bins instead of equal width */
  public Reliability calibration(int bins, boolean equalCount) {
    return equalCount ? Reliability.quantile(score, truth, bins) : Reliability.uniform(score, truth, bins);
  }

  /** 95 % bootstrap band of the ROC curve; empty if undefined. */
  public Optional<RocBand> rocBand(int resamples, BooleanSupplier stop) {
    return RocBand.of(truth, score, order, resamples, stop);
  }

  @Override
  public TargetKind kind() {
    return kind;
  }

  @Override
  public int total() {
    return truth.length;
  }

  @Override
  public List<EvaluationMetric> metrics() {
    return metrics;
  }

  @Override
  public Interval proportion(EvaluationMetric metric) {
    BinaryCounts counts = counts();
    return switch (metric) {
      case ACCURACY -> Interval.wilson(counts.tp() + counts.tn(), counts.total());
      case PRECISION -> Interval.wilson(counts.tp(), counts.tp() + counts.fp());
      case RECALL -> Interval.wilson(counts.tp(), counts.tp() + counts.fn());
      case SPECIFICITY -> Interval.wilson(counts.tn(), counts.tn() + counts.fp());
      default -> Interval.UNDEFINED;
    };
  }

  @Override
  public double[] values(int[] weights) {
    BinaryCounts counts = weights == null ? counts() : counts(weights);
    double[] rest = weights == null ? fixed : ofAllThresholds(weights);
    double[] values = new double[metrics.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = switch (metrics.get(i)) {
        case ACCURACY -> counts.accuracy();
        case PRECISION -> counts.precision();
        case RECALL -> counts.recall();
        case SPECIFICITY -> counts.specificity();
        case F1 -> counts.f1();
        case F_BETA -> counts.fBeta(beta);
        case IOU -> counts.iou();
        case BALANCED_ACCURACY -> counts.balancedAccuracy();
        case MATTHEWS_CORRCOEF -> counts.matthews();
        case COHEN_KAPPA -> counts.kappa();
        case ROC_AUC -> rest[0];
        case AVERAGE_PRECISION -> rest[1];
        case LOG_LOSS -> rest[2];
        case BRIER -> rest[3];
        case EXPECTED_CALIBRATION_ERROR -> rest[4];
        case PERPLEXITY -> Math.exp(rest[2]);
        default -> throw new IllegalStateException("no value of " + metrics.get(i));
      };
    }
    return values;
  }

  private double[] ofAllThresholds(int[] weights) {
    BinaryCounts counts = weights == null ? counts() : counts(weights);
    double[] areas = areas(weights, counts.tp() + counts.fn(), counts.tn() + counts.fp());
    double[] losses = probability ? losses(weights, counts.total()) : new double[0];
    double[] all = Arrays.copyOf(areas, areas.length + losses.length);
    System.arraycopy(losses, 0, all, areas.length, losses.length);
    return all;
  }

  private BinaryCounts counts(int[] weights) {
    long[] counts = new long[4];
    for (int i = 0; i < truth.length; i++) {
      counts[(truth[i] ? 2 : 0) + (score[i] >= threshold ? 1 : 0)] += weights[i];
    }
    return new BinaryCounts(counts[0], counts[1], counts[2], counts[3]);
  }

  /** ROC AUC and average precision, in one pass. */
  private double[] areas(int[] weights, long positives, long negatives) {
    if (positives == 0 || negatives == 0) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double area = 0;
    double precision = 0;
    long tp = 0;
    long fp = 0;
    int i = 0;
    while (i < order.length) {
      double tied = score[order[i]];
      long moreTp = 0;
      long moreFp = 0;
      while (i < order.length && score[order[i]] == tied) {
        int times = weights == null ? 1 : weights[order[i]];
        moreTp += truth[order[i]] ? times : 0;
        moreFp += truth[order[i]] ? 0 : times;
        i++;
      }
      area += moreFp * (tp + moreTp / 2.0);
      tp += moreTp;
      fp += moreFp;
      precision += moreTp == 0 ? 0 : (double) moreTp * tp / (tp + fp);
    }
    return new double[] {area / positives / negatives, precision / positives};
  }

  /** Log loss, Brier score and calibration error. */
  private double[] losses(int[] weights, long total) {
    double log = 0;
    double brier = 0;
    double[] predicted = new double[BINS];
    double[] correct = new double[BINS];
    for (int i = 0; i < truth.length; i++) {
      int times = weights == null ? 1 : weights[i];
      double p = score[i];
      double ofTruth = truth[i] ? p : 1 - p;
      log -= times * Math.log(Ranking.clipped(ofTruth));
      brier += times * (1 - ofTruth) * (1 - ofTruth);
      double confidence = Math.max(p, 1 - p);
      int bin = Reliability.bin(confidence, BINS);
      predicted[bin] += times * confidence;
      correct[bin] += p >= 0.5 == truth[i] ? times : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(predicted[bin] - correct[bin]);
    }
    return new double[] {log / total, brier / total, error / total};
  }
}

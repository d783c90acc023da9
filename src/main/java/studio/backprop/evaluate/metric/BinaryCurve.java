package studio.backprop.evaluate.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Cumulative confusion counts by descending score, for confusion matrices at any threshold, ROC and precision-recall curve. Equal scores
 * enter together. Immutable.
 */
public final class BinaryCurve {
  /** Distinct scores, descending. */
  private final double[] thresholds;
  /** Cumulative counts at each threshold. */
  private final long[] falsePositives;
  private final long[] truePositives;
  private final long positives;
  private final long negatives;

  private BinaryCurve(boolean[] truth, double[] score) {
    int[] order = Statistics.descending(score);
    double[] distinct = new double[order.length];
    long[] fp = new long[order.length];
    long[] tp = new long[order.length];
    int count = 0;
    long right = 0;
    for (int i = 0; i < order.length; i++) {
      right += truth[order[i]] ? 1 : 0;
      if (i == order.length - 1 || score[order[i]] != score[order[i + 1]]) {
        distinct[count] = score[order[i]];
        tp[count] = right;
        fp[count++] = i + 1 - right;
      }
    }
    this.thresholds = Arrays.copyOf(distinct, count);
    this.falsePositives = Arrays.copyOf(fp, count);
    this.truePositives = Arrays.copyOf(tp, count);
    this.positives = right;
    this.negatives = order.length - right;
  }

  /** @param score of the positive class, finite */
  public static BinaryCurve of(boolean[] truth, double[] score) {
    if (truth.length != score.length) {
      throw new IllegalArgumentException(truth.length + " labels, but " + score.length + " scores");
    }
    return new BinaryCurve(truth, score);
  }

  /** False if the curves are undefined. */
  public boolean hasBothClasses() {
    return positives > 0 && negatives > 0;
  }

  public long positives() {
    return positives;
  }

  public long negatives() {
    return negatives;
  }

  /** Distinct scores, descending. */
  public double[] thresholds() {
    return thresholds.clone();
  }

  /** At an inclusive threshold, in O(log n). */
  public BinaryCounts at(double threshold) {
    int low = 0;
    int high = thresholds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (thresholds[middle] >= threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return counts(low - 1);
  }

  /** @param index of the threshold; −1 above all scores */
  private BinaryCounts counts(int index) {
    long fp = index < 0 ? 0 : falsePositives[index];
    long tp = index < 0 ? 0 : truePositives[index];
    return new BinaryCounts(negatives - fp, fp, positives - tp, tp);
  }

  /** Threshold of the largest F1, the highest of several; empty without positives. */
  public Optional<Double> bestF1() {
    if (positives == 0) {
      return Optional.empty();
    }
    return Optional.of(thresholds[best(i -> counts(i).f1())]);
  }

  /** Threshold of the smallest cost, the highest of several. */
  public double cheapest(double falsePositiveCost, double falseNegativeCost) {
    double none = positives * falseNegativeCost;
    int best = best(i -> -(falsePositives[i] * falsePositiveCost + (positives - truePositives[i]) * falseNegativeCost));
    double cost = falsePositives[best] * falsePositiveCost + (positives - truePositives[best]) * falseNegativeCost;
    return none <= cost ? Math.nextUp(thresholds[0]) : thresholds[best];
  }

  private int best(IntToDoubleFunction value) {
    int best = 0;
    for (int i = 1; i < thresholds.length; i++) {
      best = value.applyAsDouble(i) > value.applyAsDouble(best) ? i : best;
    }
    return best;
  }

  /**
   * From (0, 0) at the threshold ∞ to (1, 1); empty if only one class occurs.
   *
   * @param all whether to keep collinear points
   */
  public Optional<RocCurve> roc(boolean all) {
    if (!hasBothClasses()) {
      return Optional.empty();
    }
    int[] kept = IntStream.range(0, thresholds.length).filter(i -> all || isCorner(i)).toArray();
    double[] fpr = new double[kept.length + 1];
    double[] tpr = new double[kept.length + 1];
    double[] at = new double[kept.length + 1];
    at[0] = Double.POSITIVE_INFINITY;
    for (int i = 0; i < kept.length; i++) {
      fpr[i + 1] = (double) falsePositives[kept[i]] / negatives;
      tpr[i + 1] = (double) truePositives[kept[i]] / positives;
      at[i + 1] = thresholds[kept[i]];
    }
    return Optional.of(new RocCurve(fpr, tpr, at));
  }

  private boolean isCorner(int i) {
    return i == 0 || i == thresholds.length - 1
        || falsePositives[i + 1] - 2 * falsePositives[i] + falsePositives[i - 1] != 0
        || truePositives[i + 1] - 2 * truePositives[i] + truePositives[i - 1] != 0;
  }

  /** By ascending threshold, then recall 0 with precision 1; empty if only one class occurs. */
  public Optional<PrecisionRecallCurve> precisionRecall() {
    if (!hasBothClasses()) {
      return Optional.empty();
    }
    int n = thresholds.length;
    double[] precision = new double[n + 1];
    double[] recall = new double[n + 1];
    double[] at = new double[n];
    for (int i = 0; i < n; i++) {
      BinaryCounts counts = counts(n - 1 - i);
      precision[i] = counts.precision();
      recall[i] = counts.recall();
      at[i] = thresholds[n - 1 - i];
    }
    precision[n] = 1;
    return Optional.of(new PrecisionRecallCurve(precision, recall, at));
  }
}

package studio.backprop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.backprop.evaluate.metric.RocBand;
import studio.backprop.evaluate.metric.RocCurve;

/** The band around a ROC curve holds the curve, and is narrow where much is known. */
class RocBandTest {
  private static BinaryEvaluation judged(int n) {
    SplittableRandom random = new SplittableRandom(n);
    boolean[] truth = new boolean[n];
    double[] score = new double[n];
    for (int i = 0; i < n; i++) {
      truth[i] = random.nextInt(3) == 0;
      score[i] = Math.round(100 * Math.max(0, Math.min(1, 0.35 + (truth[i] ? 0.3 : 0) + 0.2 * random.nextGaussian()))) / 100.0;
    }
    return new BinaryEvaluation(truth, score, true, 0.5);
  }

  private static RocBand band(BinaryEvaluation of) {
    return of.rocBand(400, () -> false).orElseThrow();
  }

  private static double width(RocBand band) {
    double sum = 0;
    for (int i = 0; i < band.fpr().length; i++) {
      sum += band.high()[i] - band.low()[i];
    }
    return sum / band.fpr().length;
  }

  /** The true positive rate of the curve itself: straight between two points, the upper end where it rises. */
  private static double rate(RocCurve curve, double fpr) {
    double rate = 0;
    for (int i = 0; i < curve.fpr().length; i++) {
      if (curve.fpr()[i] <= fpr + 1e-12) {
        rate = curve.tpr()[i];
      } else {
        double share = i == 0 ? 1 : (fpr - curve.fpr()[i - 1]) / (curve.fpr()[i] - curve.fpr()[i - 1]);
        return rate + share * (curve.tpr()[i] - rate);
      }
    }
    return rate;
  }

  @Test
  void theBandHoldsTheCurveAndRises() {
    BinaryEvaluation judged = judged(300);
    RocBand band = band(judged);
    RocCurve curve = judged.curve().roc(true).orElseThrow();
    for (int i = 0; i < band.fpr().length; i++) {
      assertThat(rate(curve, band.fpr()[i])).as("at " + band.fpr()[i]).isBetween(band.low()[i] - 1e-9, band.high()[i] + 1e-9);
    }
    assertThat(band.low()).isSorted();
    assertThat(band.high()).isSorted();
    assertThat(band.low()[band.fpr().length - 1]).isEqualTo(1);
  }

  /** At one false positive rate, the share of positive examples that are found varies at least as a proportion does. */
  @Test
  void itIsAsWideAs95PercentOfResamples() {
    BinaryEvaluation judged = judged(300);
    RocBand band = band(judged);
    RocCurve curve = judged.curve().roc(true).orElseThrow();
    double positives = judged.counts().tp() + judged.counts().fn();
    for (int place : new int[] {10, 20, 30}) {
      double rate = rate(curve, band.fpr()[place]);
      double ofProportion = 2 * 1.96 * Math.sqrt(rate * (1 - rate) / positives);
      assertThat(band.high()[place] - band.low()[place]).as("at " + band.fpr()[place]).isBetween(0.9 * ofProportion, 2 * ofProportion);
    }
  }

  @Test
  void moreExamplesMakeItNarrower() {
    assertThat(width(band(judged(6000)))).isLessThan(0.4 * width(band(judged(100))));
  }

  /** With three examples each that are told apart, every resample that has both classes rises at once. */
  @Test
  void perfectScoresHaveTheUpperEdgeAsTheirBand() {
    BinaryEvaluation perfect = new BinaryEvaluation(new boolean[] {true, true, true, false, false, false},
        new double[] {0.9, 0.8, 0.7, 0.3, 0.2, 0.1}, true, 0.5);
    assertThat(band(perfect).low()).containsOnly(1);
  }

  @Test
  void whatIsStoppedOrHasOneClassHasNone() {
    assertThat(judged(50).rocBand(400, () -> true)).isEmpty();
    assertThat(new BinaryEvaluation(new boolean[] {true, true}, new double[] {0.4, 0.6}, true, 0.5).rocBand(400, () -> false)).isEmpty();
  }
}

package studio.backprop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.backprop.evaluate.metric.RocBand;
import studio.backprop.evaluate.metric.RocCurve;

/** The band around a ROC curve holds the curve, and is narrow where much is known. */
class RocBandTest {
  private static BinaryJudgement judged(int n) {
    SplittableRandom random = new SplittableRandom(n);
    boolean[] truth = new boolean[n];
    double[] score = new double[n];
    for (int i = 0; i < n; i++) {
      truth[i] = random.nextInt(3) == 0;
      score[i] = Math.round(100 * Math.max(0, Math.min(1, 0.35 + (truth[i] ? 0.3 : 0) + 0.2 * random.nextGaussian()))) / 100.0;
    }
    return new BinaryJudgement(truth, score, true, 0.5);
  }

  private static RocBand band(BinaryJudgement of) {
    return of.rocBand(400, () -> false).orElseThrow();
  }

  private static double width(RocBand band) {
    double sum = 0;
    for (int i = 0; i < band.fpr().length; i++) {
      sum += band.high()[i] - band.low()[i];
    }
    return sum / band.fpr().length;
  }

  @Test
  void theBandHoldsTheCurveAndRises() {
    BinaryJudgement judged = judged(300);
    RocBand band = band(judged);
    RocCurve curve = judged.curve().roc(true).orElseThrow();
    for (int i = 0; i < curve.fpr().length; i++) {
      int place = (int) Math.round(curve.fpr()[i] * (band.fpr().length - 1));
      boolean exact = Math.abs(curve.fpr()[i] - band.fpr()[place]) < 0.002;
      if (exact && curve.fpr()[i] > 0) {
        assertThat(curve.tpr()[i]).as("at " + curve.fpr()[i]).isBetween(band.low()[place] - 0.03, band.high()[place] + 0.03);
      }
    }
    assertThat(band.low()).isSorted();
    assertThat(band.high()).isSorted();
    assertThat(band.low()[band.fpr().length - 1]).isEqualTo(1);
    assertThat(width(band)).isGreaterThan(0.02);
  }

  @Test
  void moreExamplesMakeItNarrower() {
    assertThat(width(band(judged(6000)))).isLessThan(0.4 * width(band(judged(100))));
  }

  /** With three examples each that are told apart, every resample that has both classes rises at once. */
  @Test
  void perfectScoresHaveTheUpperEdgeAsTheirBand() {
    BinaryJudgement perfect = new BinaryJudgement(new boolean[] {true, true, true, false, false, false},
        new double[] {0.9, 0.8, 0.7, 0.3, 0.2, 0.1}, true, 0.5);
    assertThat(band(perfect).low()).containsOnly(1);
  }

  @Test
  void whatIsStoppedOrHasOneClassHasNone() {
    assertThat(judged(50).rocBand(400, () -> true)).isEmpty();
    assertThat(new BinaryJudgement(new boolean[] {true, true}, new double[] {0.4, 0.6}, true, 0.5).rocBand(400, () -> false)).isEmpty();
  }
}

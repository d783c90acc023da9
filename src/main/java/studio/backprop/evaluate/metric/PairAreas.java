package studio.backprop.evaluate.metric;

import java.util.stream.IntStream;

/** One-vs-one ROC AUC over all pairs of classes (Hand & Till 2001), for weighted examples. Immutable. */
public final class PairAreas {
  /** Limit for resampling, as the pairs grow quadratically. */
  public static final int MOST_CLASSES = 12;

  /** [positive][negative] */
  private final RocArea[][] areas;

  public PairAreas(Ranking ranking) {
    int classes = ranking.classes();
    this.areas = new RocArea[classes][classes];
    IntStream.range(0, classes * classes).parallel().filter(pair -> pair / classes != pair % classes).forEach(pair ->
        areas[pair / classes][pair % classes] = RocArea.oneAgainstOne(ranking, pair / classes, pair % classes));
  }

  /** Macro average; NaN if a class does not occur. @param weights multiplicity of each example; null for 1 each */
  public double macro(int[] weights) {
    double sum = 0;
    int classes = areas.length;
    for (int positive = 0; positive < classes; positive++) {
      for (int negative = 0; negative < classes; negative++) {
        sum += positive == negative ? 0 : areas[positive][negative].of(weights);
      }
    }
    return sum / (classes * (classes - 1));
  }
}

package studio.backprop.evaluate.metric;

import java.util.stream.IntStream;

/**
 * The mean area under the ROC curves of each pair of classes, each way (Hand & Till 2001), of examples that count several times.
 * Immutable.
 */
public final class PairAreas {
  /** There are as many pairs as the square of the classes: with more, resamples would take minutes. */
  public static final int MOST_CLASSES = 12;

  /** [positive][negative] */
  private final RocArea[][] areas;

  public PairAreas(Ranking ranking) {
    int classes = ranking.classes();
    this.areas = new RocArea[classes][classes];
    IntStream.range(0, classes * classes).parallel().filter(pair -> pair / classes != pair % classes).forEach(pair ->
        areas[pair / classes][pair % classes] = RocArea.oneAgainstOne(ranking, pair / classes, pair % classes));
  }

  /** Each pair counts the same; NaN if a class does not occur. @param weights how often each example counts; null for each once */
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

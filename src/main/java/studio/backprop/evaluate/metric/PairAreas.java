package studio.backprop.evaluate.metric;

import java.util.stream.IntStream;

/**
 * The mean area under the ROC curves of each pair of classes, each way (Hand & Till 2001), of examples that count several times.
 * Immutable.
 */
public final class PairAreas {
  /** There are as many pairs as the square of the classes: with more, resamples would take minutes. */
  public static final int MOST_CLASSES = 12;

  private final Ranking ranking;
  /** [positive][negative][place], in falling order of the positive class's score. */
  private final int[][][] orders;

  public PairAreas(Ranking ranking) {
    this.ranking = ranking;
    int classes = ranking.classes();
    this.orders = new int[classes][classes][];
    IntStream.range(0, classes * classes).parallel().filter(pair -> pair / classes != pair % classes).forEach(pair -> {
      int positive = pair / classes;
      int negative = pair % classes;
      orders[positive][negative] = RocArea.order(IntStream.range(0, ranking.truth().length)
          .filter(i -> ranking.truth()[i] == positive || ranking.truth()[i] == negative), ranking.scores(), positive);
    });
  }

  /** Each pair counts the same; NaN if a class does not occur. @param weights how often each example counts; null for each once */
  public double macro(int[] weights) {
    double sum = 0;
    int classes = orders.length;
    for (int positive = 0; positive < classes; positive++) {
      for (int negative = 0; negative < classes; negative++) {
        sum += positive == negative ? 0 : RocArea.of(orders[positive][negative], ranking, positive, weights);
      }
    }
    return sum / (classes * (classes - 1));
  }
}

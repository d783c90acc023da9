package studio.backprop.evaluate.metric;

import java.util.stream.IntStream;

/**
 * Areas under ROC curves of examples that count several times, as resamples draw them: sorted once, then each in one pass. Equal scores
 * enter together, as trapezoids.
 */
public final class RocArea {
  private RocArea() {
  }

  /** The places of some examples in falling order of the score of a class; equal ones stay in their order. */
  public static int[] order(IntStream examples, double[][] scores, int index) {
    return examples.boxed().sorted((a, b) -> Double.compare(scores[b][index], scores[a][index])).mapToInt(Integer::intValue).toArray();
  }

  /**
   * The area of one class against all others that are in the order.
   *
   * @param order see {@link #order}
   * @param weights how often each example counts; null for each once
   * @return NaN if the class does not occur, or nothing else does
   */
  public static double of(int[] order, Ranking ranking, int index, int[] weights) {
    double area = 0;
    long tp = 0;
    long fp = 0;
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
      fp += moreFp;
    }
    return tp == 0 || fp == 0 ? Double.NaN : area / tp / fp;
  }
}

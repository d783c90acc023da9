package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Recursive feature elimination (Guyon et al. 2002): the least important column leaves, the model is fitted anew, and so on. */
public final class Elimination {
  private Elimination() {
  }

  /**
   * The rank of each column; 1 is the one that is left at last.
   *
   * @param columns how many there are
   * @param importance of some columns, by their index: one number for each, of a model fitted to these alone
   */
  public static int[] ranking(int columns, Function<int[], double[]> importance) {
    int[] ranking = new int[columns];
    Arrays.fill(ranking, 1);
    int[] left = IntStream.range(0, columns).toArray();
    while (left.length > 1) {
      double[] values = importance.apply(left);
      int least = 0;
      for (int i = 1; i < left.length; i++) {
        least = values[i] < values[least] ? i : least;
      }
      ranking[left[least]] = left.length;
      int leaves = left[least];
      left = Arrays.stream(left).filter(column -> column != leaves).toArray();
    }
    return ranking;
  }
}

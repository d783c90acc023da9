package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Recursive feature elimination (Guyon et al. 2002). */
public final class Elimination {
  private Elimination() {
  }

  /**
   * Ranking; 1 is the last one left.
   *
   * @param columns their number
   * @param importance of some columns, by index, in a model fitted to these alone
   */
  public static int[] ranking(int columns, Function<int[], double[]> importance) {
    int[] ranking = new int[columns];
    Arrays.fill(ranking, 1);
    int[] left = IntStream.range(0, columns).toArray();
    while (left.length > 1) {
      int[] stays = survivors(left, importance.apply(left), 1);
      for (int column : left) {
        ranking[column] = Arrays.stream(stays).anyMatch(one -> one == column) ? 1 : left.length;
      }
      left = stays;
    }
    return ranking;
  }

  /**
   * Columns of the next round, in order. Of equal importances the earlier column is removed.
   *
   * @param left columns of this round
   * @param importance of each of them
   * @param leaving number to remove
   */
  static int[] survivors(int[] left, double[] importance, int leaving) {
    int[] least = IntStream.range(0, left.length).boxed().sorted(Comparator.comparingDouble(i -> importance[i]))
        .mapToInt(Integer::intValue).limit(leaving).toArray();
    return IntStream.range(0, left.length).filter(i -> Arrays.stream(least).noneMatch(out -> out == i)).map(i -> left[i]).toArray();
  }
}

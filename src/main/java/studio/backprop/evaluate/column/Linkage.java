package studio.backprop.evaluate.column;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Leaf order of hierarchical clustering by average linkage (Sokal & Michener 1958). */
final class Linkage {
  private Linkage() {
  }

  /**
   * Leaves from left to right; of the four orientations of a merge, the one with the nearest neighbours. O(n³).
   *
   * @param distances [leaf][leaf], symmetric
   */
  static int[] order(double[][] distances) {
    List<int[]> clusters = new ArrayList<>(IntStream.range(0, distances.length).mapToObj(leaf -> new int[] {leaf}).toList());
    double[][] between = new double[distances.length][];
    for (int i = 0; i < between.length; i++) {
      between[i] = distances[i].clone();
    }
    int[] row = IntStream.range(0, distances.length).toArray(); // by cluster, its row among the distances
    while (clusters.size() > 1) {
      int first = 0;
      int second = 1;
      for (int a = 0; a < clusters.size(); a++) {
        for (int b = a + 1; b < clusters.size(); b++) {
          if (between[row[a]][row[b]] < between[row[first]][row[second]]) {
            first = a;
            second = b;
          }
        }
      }
      int[] one = clusters.get(first);
      int[] other = clusters.get(second);
      for (int c = 0; c < clusters.size(); c++) {
        double mean = (between[row[first]][row[c]] * one.length + between[row[second]][row[c]] * other.length)
            / (one.length + other.length);
        between[row[first]][row[c]] = mean;
        between[row[c]][row[first]] = mean;
      }
      clusters.set(first, beside(one, other, distances));
      clusters.remove(second);
      System.arraycopy(row, second + 1, row, second, row.length - second - 1);
    }
    return clusters.isEmpty() ? new int[0] : clusters.get(0);
  }

  private static int[] beside(int[] one, int[] other, double[][] distances) {
    int[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int[] left : List.of(one, turned(one))) {
      for (int[] right : List.of(other, turned(other))) {
        double gap = distances[left[left.length - 1]][right[0]];
        if (best == null || gap < least) {
          least = gap;
          best = IntStream.concat(IntStream.of(left), IntStream.of(right)).toArray();
        }
      }
    }
    return best;
  }

  private static int[] turned(int[] leaves) {
    return IntStream.range(0, leaves.length).map(i -> leaves[leaves.length - 1 - i]).toArray();
  }
}

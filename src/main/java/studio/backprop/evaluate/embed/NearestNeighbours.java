package studio.backprop.evaluate.embed;

/** k nearest neighbours of a point in a layout. */
public final class NearestNeighbours {
  private NearestNeighbours() {}

  /**
   * Ascending by distance; ties by index.
   *
   * @param layout [point][dimension]
   * @param of the point, excluded
   */
  public static int[] of(double[][] layout, int of, int k) {
    int count = Math.min(k, layout.length - 1);
    int[] nearest = new int[count];
    double[] distance = new double[count];
    int found = 0;
    for (int j = 0; j < layout.length && count > 0; j++) {
      double away = j == of ? Double.POSITIVE_INFINITY : squared(layout[of], layout[j]);
      if (j == of || found == count && !(away < distance[count - 1])) {
        continue;
      }
      int at = found < count ? found++ : count - 1;
      while (at > 0 && away < distance[at - 1]) {
        distance[at] = distance[at - 1];
        nearest[at] = nearest[at - 1];
        at--;
      }
      distance[at] = away;
      nearest[at] = j;
    }
    return nearest;
  }

  private static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (a[d] - b[d]) * (a[d] - b[d]);
    }
    return sum;
  }
}

package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.List;

/** Lasso: a closed polygon drawn around points, in px. */
final class Lasso {
  private static final double APART = 3;

  private final List<double[]> corners = new ArrayList<>();

  void to(double x, double y) {
    double[] last = corners.isEmpty() ? null : corners.get(corners.size() - 1);
    if (last == null || Math.hypot(last[0] - x, last[1] - y) >= APART) {
      corners.add(new double[] {x, y});
    }
  }

  double[] xs() {
    return corners.stream().mapToDouble(corner -> corner[0]).toArray();
  }

  double[] ys() {
    return corners.stream().mapToDouble(corner -> corner[1]).toArray();
  }

  /** Whether a point lies inside, by the even–odd rule. */
  boolean holds(double x, double y) {
    boolean inside = false;
    for (int i = 0, before = corners.size() - 1; i < corners.size(); before = i++) {
      double[] a = corners.get(i);
      double[] b = corners.get(before);
      boolean crosses = a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0];
      inside ^= crosses;
    }
    return inside;
  }
}

package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Placement of variants' letters: on the variant or, where variants meet, around the point, each in a fixed direction, so that letters do
 * not jump between steps.
 */
final class LabelPlacement {
  /** Distance from the meeting point in px. */
  private static final double RING = 27;
  private static final double[] FARTHER = {1, 1.6, 2.2};
  /** In degrees: up left, up right, down right, down left. */
  private static final double[] DIRECTIONS = {225, 315, 45, 135};
  private static final double[] TURNS = {0, 45, -45, 90, -90, 135, -135, 180};

  private final double left;
  private final double top;
  private final double right;
  private final double bottom;
  private final List<double[]> taken;

  /** Letters stay within this rectangle, in px. @param taken places to avoid */
  LabelPlacement(double left, double top, double right, double bottom, List<double[]> taken) {
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
    this.taken = new ArrayList<>(taken);
  }

  /**
   * Positions of all letters.
   *
   * @param at positions of the variants as x and y; null for one without a letter
   * @return same order; the same array where a letter stands on its variant
   */
  double[][] of(double[][] at) {
    double[][] places = new double[at.length][];
    List<List<Integer>> groups = groups(at);
    for (List<Integer> group : groups) {
      double[] one = at[group.get(0)];
      if (group.size() == 1 && isFree(one[0], one[1])) {
        taken.add(one);
        places[group.get(0)] = one;
      }
    }
    for (List<Integer> group : groups) {
      if (places[group.get(0)] == null) {
        around(group, at, places);
      }
    }
    return places;
  }

  /** Connected components of overlapping letters. */
  private static List<List<Integer>> groups(double[][] at) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int variant = 0; variant < at.length; variant++) {
      if (at[variant] == null) {
        continue;
      }
      List<Integer> own = new ArrayList<>(List.of(variant));
      for (List<Integer> group : List.copyOf(groups)) {
        int now = variant;
        if (group.stream().anyMatch(other -> distance(at[other], at[now]) < TrailPainter.APART)) {
          own.addAll(group);
          groups.remove(group);
        }
      }
      own.sort(null);
      groups.add(own);
    }
    return groups;
  }

  private void around(List<Integer> group, double[][] at, double[][] places) {
    double x = group.stream().mapToDouble(variant -> at[variant][0]).average().orElseThrow();
    double y = group.stream().mapToDouble(variant -> at[variant][1]).average().orElseThrow();
    double spread = group.stream().mapToDouble(variant -> distance(at[variant], new double[] {x, y})).max().orElseThrow();
    for (int variant : group) {
      places[variant] = beside(x, y, RING + spread, DIRECTIONS[variant % DIRECTIONS.length]);
    }
  }

  private double[] beside(double x, double y, double far, double direction) {
    for (double farther : FARTHER) {
      for (double turn : TURNS) {
        double angle = Math.toRadians(direction + turn);
        double px = x + far * farther * Math.cos(angle);
        double py = y + far * farther * Math.sin(angle);
        if (px >= left && px <= right && py >= top && py <= bottom && isFree(px, py)) {
          return take(px, py);
        }
      }
    }
    return take(x, y); // in a corner full of signs
  }

  private boolean isFree(double x, double y) {
    return IntStream.range(0, taken.size()).noneMatch(i -> distance(taken.get(i), new double[] {x, y}) < TrailPainter.APART - 1);
  }

  private double[] take(double x, double y) {
    double[] place = {x, y};
    taken.add(place);
    return place;
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(one[0] - other[0], one[1] - other[1]);
  }
}

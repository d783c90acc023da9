package studio.backprop.doctor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well one column predicts the target without all others. Each row is predicted from the other rows: those with the same value or,
 * where there is none, from the rows with the next smaller and the next larger value (nearest neighbour, leave one out).
 */
final class OneColumn {
  private final double[] values;
  private final boolean ordered;
  /** Rows by value, and where in this order the rows of each value begin. */
  private final int[] order;
  private final int[] begins;

  /**
   * @param values of the rows; a missing one is NaN, which counts as a value of its own
   * @param ordered whether neighbouring values say something of each other, as numbers do and words do not
   */
  OneColumn(double[] values, boolean ordered) {
    this.values = values;
    this.ordered = ordered;
    this.order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(row -> values[row])).mapToInt(row -> row)
        .toArray();
    this.begins = IntStream.range(0, order.length).filter(i -> i == 0 || Double.compare(values[order[i]], values[order[i - 1]]) != 0)
        .toArray();
  }

  /** How many different values there are. */
  int different() {
    return begins.length;
  }

  /** The accuracy with which it predicts the class of the rows. */
  double accuracy(int[] labels) {
    double correct = 0;
    for (int group = 0; group < begins.length; group++) {
      List<Integer> rows = rows(group);
      if (rows.size() == 1) {
        correct += ordered ? nearest(group, row -> labels[row] == labels[rows.get(0)] ? 1 : 0) : 0;
      } else {
        correct += correctAmong(rows, labels);
      }
    }
    return correct / values.length;
  }

  /** The share of the variance of the target that it explains: R². */
  double explained(double[] targets) {
    double mean = Arrays.stream(targets).average().orElse(0);
    double all = Arrays.stream(targets).map(y -> (y - mean) * (y - mean)).sum();
    double left = 0;
    for (int group = 0; group < begins.length; group++) {
      List<Integer> rows = rows(group);
      double sum = rows.stream().mapToDouble(row -> targets[row]).sum();
      for (int row : rows) {
        double predicted = rows.size() > 1 ? (sum - targets[row]) / (rows.size() - 1) : ordered ? between(group, other -> targets[other])
            : mean;
        left += (targets[row] - predicted) * (targets[row] - predicted);
      }
    }
    return all == 0 ? 0 : 1 - left / all;
  }

  private List<Integer> rows(int group) {
    int end = group + 1 < begins.length ? begins[group + 1] : order.length;
    return Arrays.stream(order, begins[group], end).boxed().toList();
  }

  /** How many rows of one value have the class that most of the others of this value have. */
  private static int correctAmong(List<Integer> rows, int[] labels) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(labels[row], 1, Integer::sum));
    int correct = 0;
    for (int row : rows) {
      int own = counts.get(labels[row]) - 1;
      int most = counts.entrySet().stream().filter(one -> one.getKey() != labels[row]).mapToInt(one -> one.getValue()).max().orElse(0);
      correct += own > most ? 1 : 0;
    }
    return correct;
  }

  /** A number of the rows with the nearest other value; the mean of both where two are as near. */
  private double nearest(int group, IntToDoubleFunction number) {
    double below = distance(group, group - 1);
    double above = distance(group, group + 1);
    if (Double.isInfinite(below) && Double.isInfinite(above)) {
      return 0;
    }
    double near = 1e-6 * Math.min(below, above);
    return Math.abs(below - above) <= near ? (mean(group - 1, number) + mean(group + 1, number)) / 2
        : mean(below < above ? group - 1 : group + 1, number);
  }

  /** A number on the line between the rows below and above. */
  private double between(int group, IntToDoubleFunction number) {
    double below = distance(group, group - 1);
    double above = distance(group, group + 1);
    if (Double.isInfinite(below) || Double.isInfinite(above)) {
      return nearest(group, number);
    }
    return (mean(group - 1, number) * above + mean(group + 1, number) * below) / (below + above);
  }

  private double mean(int group, IntToDoubleFunction number) {
    return rows(group).stream().mapToDouble(number::applyAsDouble).average().orElse(0);
  }

  private double distance(int group, int other) {
    if (other < 0 || other >= begins.length) {
      return Double.POSITIVE_INFINITY;
    }
    double distance = Math.abs(values[order[begins[group]]] - values[order[begins[other]]]);
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }
}

package studio.backprop.doctor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Predictive power of a single column: leave-one-out prediction from rows with the same value or, without any, from its nearest neighbours.
 */
final class OneColumn {
  private final double[] values;
  private final boolean ordered;
  /** Argsort by value, and start of each value's rows in it. */
  private final int[] order;
  private final int[] begins;

  /**
   * @param values NaN (missing) is a value of its own
   * @param ordered whether values are numeric, not categorical
   */
  OneColumn(double[] values, boolean ordered) {
    this.values = values;
    this.ordered = ordered;
    this.order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(row -> values[row])).mapToInt(row -> row)
        .toArray();
    this.begins = IntStream.range(0, order.length).filter(i -> i == 0 || Double.compare(values[order[i]], values[order[i - 1]]) != 0)
        .toArray();
  }

  /** Number of distinct values. */
  int different() {
    return begins.length;
  }

  /** Accuracy for classes. */
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

  /** R² for numbers. */
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

  /** Correct leave-one-out majority votes among rows of one value. */
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

  /** Number of the nearest other value; mean of two equally near. */
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

  /** Linear interpolation between the values below and above. */
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

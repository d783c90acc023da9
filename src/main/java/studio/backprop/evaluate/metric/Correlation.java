package studio.backprop.evaluate.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Correlation coefficients, from −1 to 1; NaN for constant columns. */
public final class Correlation {
  private Correlation() {
  }

  public static double pearson(double[] x, double[] y) {
    double meanX = Statistics.mean(x);
    double meanY = Statistics.mean(y);
    double[] xy = new double[x.length];
    double[] xx = new double[x.length];
    double[] yy = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xy[i] = dx * dy;
      xx[i] = dx * dx;
      yy[i] = dy * dy;
    }
    double scale = Math.sqrt(Statistics.sum(xx)) * Math.sqrt(Statistics.sum(yy));
    return scale == 0 ? Double.NaN : Math.max(-1, Math.min(1, Statistics.sum(xy) / scale));
  }

  /** Spearman's rank correlation, with average ranks. */
  public static double spearman(double[] x, double[] y) {
    return pearson(ranks(x), ranks(y));
  }

  /** Ranks from 1; ties have average ranks. */
  public static double[] ranks(double[] values) {
    int[] order = IntStream.range(0, values.length).boxed().sorted((a, b) -> Double.compare(values[a], values[b]))
        .mapToInt(Integer::intValue).toArray();
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i <= to; i++) {
        ranks[order[i]] = (from + to) / 2.0 + 1;
      }
      from = to + 1;
    }
    return ranks;
  }

  /** Kendall's tau-b (1945). O(n²). */
  public static double kendall(double[] x, double[] y) {
    long difference = 0;
    long tiesX = 0;
    long tiesY = 0;
    long pairs = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        int signs = (int) (Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]));
        difference += signs;
        tiesX += x[i] == x[j] ? 1 : 0;
        tiesY += y[i] == y[j] ? 1 : 0;
        pairs++;
      }
    }
    double scale = Math.sqrt((double) (pairs - tiesX)) * Math.sqrt((double) (pairs - tiesY));
    return scale == 0 ? Double.NaN : difference / scale;
  }

  /** Correlation matrix. @param byRank Spearman instead of Pearson */
  public static double[][] matrix(double[][] columns, boolean byRank) {
    double[][] used = byRank ? Arrays.stream(columns).map(Correlation::ranks).toArray(double[][]::new) : columns;
    double[][] matrix = new double[used.length][used.length];
    for (int a = 0; a < used.length; a++) {
      for (int b = 0; b <= a; b++) {
        matrix[a][b] = pearson(used[a], used[b]);
        matrix[b][a] = matrix[a][b];
      }
    }
    return matrix;
  }
}

package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.special.Gamma;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Mutual information in nats, estimated from nearest neighbours: Kraskov, Stögbauer and Grassberger (2004) for two numeric columns, Ross
 * (2014) for numbers and classes. Noise of 1e-10 breaks ties, as in scikit-learn.
 */
public final class MutualInformation {
  /** Number of nearest neighbours. */
  public static final int NEIGHBOURS = 3;
  private static final double NOISE = 1e-10;

  private MutualInformation() {
  }

  /** Numbers and classes (Ross 2014), without singleton classes. */
  public static double ofClasses(double[] column, int[] classes, int neighbours) {
    double[] values = spread(column, new SplittableRandom(0));
    int kinds = Arrays.stream(classes).max().orElse(-1) + 1;
    double[][] byClass = new double[kinds][];
    for (int c = 0; c < kinds; c++) {
      byClass[c] = valuesOf(values, classes, c);
    }
    double[] all = Statistics.sorted(Arrays.stream(byClass).filter(some -> some.length > 1).flatMapToDouble(Arrays::stream).toArray());
    double sum = 0;
    for (double[] some : byClass) {
      int k = Math.min(neighbours, some.length - 1);
      for (int i = 0; k > 0 && i < some.length; i++) {
        double radius = Math.nextAfter(distance(some, i, k), 0);
        sum += Gamma.digamma(k) - Gamma.digamma(some.length) - Gamma.digamma(within(all, some[i], radius));
      }
    }
    return all.length == 0 ? 0 : Math.max(0, Gamma.digamma(all.length) + sum / all.length);
  }

  private static double[] valuesOf(double[] values, int[] classes, int index) {
    double[] some = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (classes[i] == index) {
        some[count++] = values[i];
      }
    }
    return Statistics.sorted(Arrays.copyOf(some, count));
  }

  /** Two numeric columns (Kraskov et al. 2004, estimator 1). O(n²). */
  public static double ofNumbers(double[] x, double[] y, int neighbours) {
    SplittableRandom random = new SplittableRandom(0);
    double[] a = spread(x, random);
    double[] b = spread(y, random);
    int n = a.length;
    int k = Math.min(neighbours, n - 1);
    if (k < 1) {
      return 0;
    }
    double[] sortedA = Statistics.sorted(a);
    double[] sortedB = Statistics.sorted(b);
    double[] distances = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        distances[j] = j == i ? Double.POSITIVE_INFINITY : Math.max(Math.abs(a[i] - a[j]), Math.abs(b[i] - b[j]));
      }
      Arrays.sort(distances);
      double radius = Math.nextAfter(distances[k - 1], 0);
      sum += Gamma.digamma(within(sortedA, a[i], radius)) + Gamma.digamma(within(sortedB, b[i], radius));
    }
    return Math.max(0, Gamma.digamma(n) + Gamma.digamma(k) - sum / n);
  }

  /** Two discrete columns, exact. */
  public static double ofTwoClasses(int[] a, int[] b) {
    double[][] counts = counts(a, b);
    double information = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        double both = counts[i][j];
        if (both > 0) {
          double column = 0;
          for (double[] row : counts) {
            column += row[j];
          }
          information += both / a.length * Math.log(both * a.length / (Arrays.stream(counts[i]).sum() * column));
        }
      }
    }
    return Math.max(0, information);
  }

  /** Normalized by the mean of both entropies, from 0 to 1. */
  public static double normalized(int[] a, int[] b) {
    double entropies = (ofTwoClasses(a, a) + ofTwoClasses(b, b)) / 2;
    return entropies == 0 ? 1 : ofTwoClasses(a, b) / entropies;
  }

  private static double[][] counts(int[] a, int[] b) {
    double[][] counts = new double[Arrays.stream(a).max().orElse(-1) + 1][Arrays.stream(b).max().orElse(-1) + 1];
    for (int i = 0; i < a.length; i++) {
      counts[a[i]][b[i]]++;
    }
    return counts;
  }

  /** Standardized, with noise that breaks ties. */
  private static double[] spread(double[] column, SplittableRandom random) {
    double deviation = Math.sqrt(Statistics.variance(column));
    double[] scaled = Arrays.stream(column).map(value -> deviation == 0 ? value : value / deviation).toArray();
    double size = Math.max(1, Statistics.mean(Arrays.stream(scaled).map(Math::abs).toArray()));
    return Arrays.stream(scaled).map(value -> value + NOISE * size * random.nextGaussian()).toArray();
  }

  /** Distance to the k-th nearest neighbour. */
  private static double distance(double[] sorted, int index, int k) {
    int below = index;
    int above = index;
    double far = 0;
    for (int i = 0; i < k; i++) {
      double down = below > 0 ? sorted[index] - sorted[below - 1] : Double.POSITIVE_INFINITY;
      double up = above < sorted.length - 1 ? sorted[above + 1] - sorted[index] : Double.POSITIVE_INFINITY;
      far = Math.min(down, up);
      if (down <= up) {
        below--;
      } else {
        above++;
      }
    }
    return far;
  }

  /** Number of values within a radius, itself included. */
  private static int within(double[] sorted, double center, double radius) {
    return firstAbove(sorted, center, radius) - firstAt(sorted, center, radius);
  }

  private static int firstAt(double[] sorted, double center, double radius) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (center - sorted[middle] > radius) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int firstAbove(double[] sorted, double center, double radius) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] - center <= radius) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package studio.backprop.evaluate.embed;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Truncated PCA by subspace iteration with oversampling (Halko, Martinsson & Tropp 2011): Q ← orth(AᵀAQ) until the variances converge, then
 * Rayleigh-Ritz. Deterministic.
 */
final class SubspaceIteration {
  /** Smaller dimension up to which a full decomposition is fast. */
  private static final int DECOMPOSITION_LIMIT = 128;
  private static final int SPARE = 12;
  private static final int MOST_ROUNDS = 40;
  private static final double PRECISION = 1e-6;
  private static final int TOGETHER = 64;

  private final double[][] points;
  private final int columns;
  private final int count;
  private final int wide;
  private final Runnable rest;

  /** @param points [point][column], centred */
  SubspaceIteration(double[][] points, int count, Runnable rest) {
    this.points = points;
    this.columns = points[0].length;
    this.count = count;
    this.wide = Math.min(count + SPARE, Math.min(points.length, columns));
    this.rest = rest;
  }

  /** Whether iteration is faster than a decomposition. */
  static boolean suits(int points, int columns, int count) {
    int smaller = Math.min(points, columns);
    return smaller > DECOMPOSITION_LIMIT && count + SPARE <= smaller * 0.8;
  }

  /** @param like initial directions, or null */
  Pca from(double[][] like) {
    double[][] directions = begin(like);
    double[] before = new double[count];
    double[][] images = images(directions);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      directions = orthonormal(back(images));
      images = images(directions);
      double[] now = new EigenDecomposition(new Array2DRowRealMatrix(products(images), false)).getRealEigenvalues();
      boolean stays = true;
      for (int k = 0; k < count; k++) {
        stays &= Math.abs(now[k] - before[k]) <= PRECISION * Math.max(now[0] * PRECISION, Math.abs(now[k]));
        before[k] = now[k];
      }
      if (stays) {
        break;
      }
    }
    return ritz(directions, images);
  }

  private double[][] begin(double[][] like) {
    double[][] directions = new double[wide][];
    SplittableRandom random = new SplittableRandom(0);
    for (int k = 0; k < wide; k++) {
      boolean known = like != null && k < like.length && like[k].length == columns;
      directions[k] = known ? like[k].clone() : random.doubles(columns, -1, 1).toArray();
    }
    return orthonormal(directions);
  }

  /** A·Q, [point][direction]. */
  private double[][] images(double[][] directions) {
    double[][] images = new double[points.length][];
    for (int from = 0; from < points.length; from += TOGETHER) {
      rest.run();
      IntStream.range(from, Math.min(points.length, from + TOGETHER)).parallel().forEach(i -> {
        images[i] = new double[wide];
        for (int k = 0; k < wide; k++) {
          images[i][k] = product(points[i], directions[k]);
        }
      });
    }
    return images;
  }

  /** Aᵀ·images, [direction][column]. */
  private double[][] back(double[][] images) {
    double[][] sums = new double[wide][columns];
    for (int from = 0; from < points.length; from += TOGETHER) {
      rest.run();
      int begin = from;
      int end = Math.min(points.length, from + TOGETHER);
      IntStream.range(0, wide).parallel().forEach(k -> {
        for (int i = begin; i < end; i++) {
          double factor = images[i][k];
          for (int c = 0; c < columns; c++) {
            sums[k][c] += factor * points[i][c];
          }
        }
      });
    }
    return sums;
  }

  /** Gram-Schmidt, twice for nearly parallel directions. */
  private double[][] orthonormal(double[][] directions) {
    for (int k = 0; k < directions.length; k++) {
      for (int again = 0; again < 2; again++) {
        for (int before = 0; before < k; before++) {
          double along = product(directions[k], directions[before]);
          for (int c = 0; c < columns; c++) {
            directions[k][c] -= along * directions[before][c];
          }
        }
      }
      double length = Math.sqrt(product(directions[k], directions[k]));
      for (int c = 0; c < columns; c++) {
        directions[k][c] = length == 0 ? 0 : directions[k][c] / length;
      }
    }
    return directions;
  }

  private double[][] products(double[][] images) {
    double[][] products = new double[wide][wide];
    for (double[] image : images) {
      for (int a = 0; a < wide; a++) {
        for (int b = 0; b < wide; b++) {
          products[a][b] += image[a] * image[b];
        }
      }
    }
    return products;
  }

  private Pca ritz(double[][] directions, double[][] images) {
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(products(images), false));
    double all = Arrays.stream(points).mapToDouble(point -> product(point, point)).sum();
    double[][] components = new double[count][];
    double[] variances = new double[count];
    double[] shares = new double[count];
    for (int k = 0; k < count; k++) {
      double[] mixed = eigen.getEigenvector(k).toArray();
      double[] component = new double[columns];
      for (int d = 0; d < wide; d++) {
        for (int c = 0; c < columns; c++) {
          component[c] += mixed[d] * directions[d][c];
        }
      }
      components[k] = Pca.turned(component);
      double square = Math.max(0, eigen.getRealEigenvalue(k));
      variances[k] = square / (points.length - 1);
      shares[k] = all == 0 ? 0 : square / all;
    }
    double[][] projected = Arrays.stream(points).parallel()
        .map(point -> Arrays.stream(components).mapToDouble(component -> product(point, component)).toArray()).toArray(double[][]::new);
    return new Pca(components, variances, shares, projected);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

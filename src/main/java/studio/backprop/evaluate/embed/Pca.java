package studio.backprop.evaluate.embed;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Principal component analysis (Pearson 1901). Signs: the largest component entry is positive. Immutable; arrays are not copied.
 *
 * @param components [component][column], of length 1
 * @param variances explained variance (n − 1)
 * @param shares explained variance ratio
 * @param projected [point][component], of the centred points
 */
public record Pca(double[][] components, double[] variances, double[] shares, double[][] projected) {

  /**
   * By singular value decomposition of the centred points.
   *
   * @param points [point][column], at least two
   * @param count of components, up to min(columns, points)
   */
  public static Pca of(double[][] points, int count) {
    return of(points, count, null, () -> {});
  }

  /**
   * By subspace iteration for large matrices.
   *
   * @param like warm start: components of nearly the same points, or null
   * @param rest called often; may block, or throw to abort
   */
  public static Pca of(double[][] points, int count, double[][] like, Runnable rest) {
    double[][] centred = centred(points);
    rest.run();
    if (SubspaceIteration.suits(points.length, points[0].length, count)) {
      return new SubspaceIteration(centred, count, rest).from(like);
    }
    boolean wide = points[0].length > points.length;
    RealMatrix matrix = new Array2DRowRealMatrix(centred, false);
    SingularValueDecomposition svd = new SingularValueDecomposition(wide ? matrix.transpose() : matrix);
    RealMatrix directions = wide ? svd.getU() : svd.getV();
    double[] singular = svd.getSingularValues();
    double all = 0;
    for (double value : singular) {
      all += value * value;
    }
    double[][] components = new double[count][];
    double[] variances = new double[count];
    double[] shares = new double[count];
    for (int k = 0; k < count; k++) {
      components[k] = turned(directions.getColumn(k));
      variances[k] = singular[k] * singular[k] / (points.length - 1);
      shares[k] = all == 0 ? 0 : singular[k] * singular[k] / all;
    }
    double[][] projected = matrix.multiply(new Array2DRowRealMatrix(components, false).transpose()).getData();
    return new Pca(components, variances, shares, projected);
  }

  private static double[][] centred(double[][] points) {
    double[][] centred = new double[points.length][points[0].length];
    double[] column = new double[points.length];
    for (int c = 0; c < centred[0].length; c++) {
      for (int i = 0; i < points.length; i++) {
        column[i] = points[i][c];
      }
      double mean = Statistics.mean(column);
      for (int i = 0; i < points.length; i++) {
        centred[i][c] = points[i][c] - mean;
      }
    }
    return centred;
  }

  /** Sign such that the largest entry is positive. */
  static double[] turned(double[] component) {
    double largest = 0;
    for (double part : component) {
      largest = Math.abs(part) > Math.abs(largest) ? part : largest;
    }
    if (largest < 0) {
      for (int i = 0; i < component.length; i++) {
        component[i] = -component[i];
      }
    }
    return component;
  }
}

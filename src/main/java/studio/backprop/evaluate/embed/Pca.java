package studio.backprop.evaluate.embed;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Principal components (Pearson 1901): the directions in which points vary most, each at right angles to those before. The largest part of
 * each component is positive.
 *
 * @param components [component][column], of length 1
 * @param variances along each component, divided by n − 1
 * @param shares of each component in the variance of all
 * @param projected [point][component], of the centred points
 */
public record Pca(double[][] components, double[] variances, double[] shares, double[][] projected) {

  /**
   * By singular value decomposition of the centred points.
   *
   * @param points [point][column], at least two
   * @param count of components, at most as many as there are columns, and points
   */
  public static Pca of(double[][] points, int count) {
    return of(points, count, null, () -> {});
  }

  /**
   * The same; of large matrices the few first components are found by iteration, as a decomposition would take minutes.
   *
   * @param like components of nearly the same points, from which an iteration begins; or null
   * @param rest is run often on the way; it may wait, or throw to end all of it
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

  /** With its largest part positive. */
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

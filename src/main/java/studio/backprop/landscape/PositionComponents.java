package studio.backprop.landscape;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import studio.backprop.landscape.WeightPlane.Kind;

/**
 * First two principal components of positions relative to a centre: eigenvectors of DᵀD, with a row of D for each position. With more
 * weights than positions by the Gram matrix DDᵀ (Turk and Pentland 1991): if DDᵀu = λu then Dᵀu is an eigenvector of DᵀD with the same λ.
 * Signs: the largest entry is positive.
 */
final class PositionComponents {
  /** Largest matrix; more positions are thinned out for the Gram matrix. */
  private static final int MOST_SIDE = 256;
  /** Share of the squared distances that counts as rounding. */
  private static final double ROUNDING = 1e-12;

  private final List<float[]> positions;
  private final float[] centre;
  private final Runnable rest;

  PositionComponents(List<float[]> positions, float[] centre, Runnable rest) {
    this.positions = positions;
    this.centre = centre;
    this.rest = rest;
  }

  WeightPlane plane() {
    boolean scatter = centre.length <= MOST_SIDE;
    List<float[]> used = scatter ? positions : thinned();
    double[][] found = scatter ? ofScatter(used) : ofGram(used);
    double[] first = found[0];
    double[] second = WeightPlanes.length(found[1]) > 0 ? found[1] : aside(first);
    double all = 0;
    double alongFirst = 0;
    double alongSecond = 0;
    for (float[] position : positions) {
      double a = 0;
      double b = 0;
      for (int i = 0; i < centre.length; i++) {
        double difference = (double) position[i] - centre[i];
        all += difference * difference;
        a += difference * first[i];
        b += difference * second[i];
      }
      alongFirst += a * a;
      alongSecond += b * b;
    }
    return new WeightPlane(Kind.STEPS, centre.clone(), first, second, all == 0 ? 0 : alongFirst / all, all == 0 ? 0 : alongSecond / all,
        used.size());
  }

  /** Even sample with the last one. */
  private List<float[]> thinned() {
    int count = Math.min(MOST_SIDE, positions.size());
    List<float[]> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(positions.get(count == 1 ? 0 : (int) ((long) i * (positions.size() - 1) / (count - 1))));
    }
    return some;
  }

  private double[][] ofScatter(List<float[]> used) {
    int width = centre.length;
    double[][] products = new double[width][width];
    double[] difference = new double[width];
    for (float[] position : used) {
      rest.run();
      for (int i = 0; i < width; i++) {
        difference[i] = (double) position[i] - centre[i];
      }
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          products[i][j] += difference[i] * difference[j];
        }
      }
    }
    EigenDecomposition eigen = eigenvectors(products);
    double[] second = secondIsRounding(eigen, products) ? new double[width] : eigen.getEigenvector(1).toArray();
    return turned(eigen.getEigenvector(0).toArray(), second);
  }

  private double[][] ofGram(List<float[]> used) {
    int count = used.size();
    double[][] products = new double[count][count];
    for (int i = 0; i < count; i++) {
      rest.run();
      for (int j = 0; j <= i; j++) {
        products[i][j] = product(used.get(i), used.get(j));
        products[j][i] = products[i][j];
      }
    }
    EigenDecomposition eigen = eigenvectors(products);
    double[] none = new double[centre.length];
    boolean one = count < 2 || secondIsRounding(eigen, products);
    return turned(mixed(used, eigen.getEigenvector(0).toArray()), one ? none : mixed(used, eigen.getEigenvector(1).toArray()));
  }

  private double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < centre.length; i++) {
      sum += ((double) a[i] - centre[i]) * ((double) b[i] - centre[i]);
    }
    return sum;
  }

  /** Dᵀu, of length 1. */
  private double[] mixed(List<float[]> used, double[] shares) {
    double[] direction = new double[centre.length];
    for (int k = 0; k < shares.length; k++) {
      float[] position = used.get(k);
      for (int i = 0; i < direction.length; i++) {
        direction[i] += shares[k] * ((double) position[i] - centre[i]);
      }
    }
    double length = WeightPlanes.length(direction);
    WeightPlanes.scale(direction, length == 0 ? 0 : 1 / length);
    return direction;
  }

  /**
   * Shifts the spectrum by the trace, with the same eigenvectors: the iteration would not converge among eigenvalues that are all rounding.
   */
  private static EigenDecomposition eigenvectors(double[][] products) {
    double trace = trace(products);
    double[][] raised = new double[products.length][];
    for (int i = 0; i < products.length; i++) {
      raised[i] = products[i].clone();
      raised[i][i] += trace;
    }
    return new EigenDecomposition(new Array2DRowRealMatrix(raised, false));
  }

  private static double trace(double[][] products) {
    double sum = 0;
    for (int i = 0; i < products.length; i++) {
      sum += products[i][i];
    }
    return sum;
  }

  private static boolean secondIsRounding(EigenDecomposition eigen, double[][] products) {
    double trace = trace(products);
    double[] values = eigen.getRealEigenvalues();
    return values[1] - trace <= ROUNDING * (values[0] - trace);
  }

  private static double[][] turned(double[] first, double[] second) {
    turn(first);
    turn(second);
    return new double[][] {first, second};
  }

  private static void turn(double[] direction) {
    double largest = 0;
    for (double part : direction) {
      largest = Math.abs(part) > Math.abs(largest) ? part : largest;
    }
    if (largest < 0) {
      WeightPlanes.scale(direction, -1);
    }
  }

  /** Some orthogonal direction, for collinear positions: the least aligned axis, orthogonalized. */
  private static double[] aside(double[] first) {
    int least = 0;
    for (int i = 0; i < first.length; i++) {
      least = Math.abs(first[i]) < Math.abs(first[least]) ? i : least;
    }
    double[] second = new double[first.length];
    for (int i = 0; i < second.length; i++) {
      second[i] = (i == least ? 1 : 0) - first[least] * first[i];
    }
    WeightPlanes.scale(second, 1 / WeightPlanes.length(second));
    return second;
  }
}

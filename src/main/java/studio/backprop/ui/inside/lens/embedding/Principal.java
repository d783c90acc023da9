package studio.backprop.ui.inside.lens.embedding;

/**
 * First two principal components of the rows of a matrix, by subspace iteration warm-started from the previous result, so that the
 * projection of a table in training turns smoothly. Not thread-safe. Pearson 1901; Golub and Van Loan, Matrix Computations, section 8.2.4.
 */
final class Principal {
  private static final int FIRST_ROUNDS = 200;
  private static final int ROUNDS = 10;

  private double[] mean = {};
  private double[][] axes;
  private double[][] places = {};
  private double explained;

  /** Projected rows, centred: [rows][2]. */
  double[][] places() {
    return places;
  }

  /** Ratio of explained variance. */
  double explained() {
    return explained;
  }

  /** @param table [rows, width], at least one row */
  void follow(float[] table, int width) {
    int rows = table.length / width;
    boolean fresh = axes == null || axes[0].length != width;
    if (fresh) {
      axes = new double[2][width];
      for (int j = 0; j < width; j++) {
        // any start that is not itself a symmetry of the table
        axes[0][j] = Math.sin(j + 1.0);
        axes[1][j] = Math.cos(2.0 * j + 1);
      }
    }
    mean = mean(table, rows, width);
    straighten();
    for (int round = 0; round < (fresh ? FIRST_ROUNDS : ROUNDS); round++) {
      double[][] turned = {product(table, rows, width, axes[0]), product(table, rows, width, axes[1])};
      axes = turned;
      straighten();
    }
    place(table, rows, width);
  }

  private static double[] mean(float[] table, int rows, int width) {
    double[] mean = new double[width];
    for (int i = 0; i < rows * width; i++) {
      mean[i % width] += table[i] / (double) rows;
    }
    return mean;
  }

  /** Xᵀ·X·axis, with the centred rows X. */
  private double[] product(float[] table, int rows, int width, double[] axis) {
    double[] result = new double[width];
    for (int row = 0; row < rows; row++) {
      double along = along(table, row * width, axis);
      for (int j = 0; j < width; j++) {
        result[j] += along * (table[row * width + j] - mean[j]);
      }
    }
    return result;
  }

  private double along(float[] table, int from, double[] axis) {
    double sum = 0;
    for (int j = 0; j < axis.length; j++) {
      sum += (table[from + j] - mean[j]) * axis[j];
    }
    return sum;
  }

  /** Orthonormalizes the axes. */
  private void straighten() {
    scale(axes[0]);
    double shared = 0;
    for (int j = 0; j < axes[0].length; j++) {
      shared += axes[0][j] * axes[1][j];
    }
    for (int j = 0; j < axes[0].length; j++) {
      axes[1][j] -= shared * axes[0][j];
    }
    scale(axes[1]);
  }

  private static void scale(double[] axis) {
    double squares = 0;
    for (double x : axis) {
      squares += x * x;
    }
    for (int j = 0; j < axis.length; j++) {
      axis[j] = squares > 0 ? axis[j] / Math.sqrt(squares) : 0;
    }
  }

  private void place(float[] table, int rows, int width) {
    places = new double[rows][2];
    double all = 0;
    double shown = 0;
    for (int row = 0; row < rows; row++) {
      for (int axis = 0; axis < 2; axis++) {
        places[row][axis] = along(table, row * width, axes[axis]);
        shown += places[row][axis] * places[row][axis];
      }
      for (int j = 0; j < width; j++) {
        all += (table[row * width + j] - mean[j]) * (table[row * width + j] - mean[j]);
      }
    }
    explained = all > 0 ? shown / all : 0;
  }
}

package studio.backprop.ui.inside.lens.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;

class PrincipalTest {
  private static final int ROWS = 40;
  private static final int WIDTH = 6;

  private static float[] table() {
    Random random = new Random(3);
    float[] table = new float[ROWS * WIDTH];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) (random.nextGaussian() * (WIDTH - i % WIDTH) + 5);
    }
    return table;
  }

  @Test
  void spreadAlongBothDirectionsIsThatOfTheLargestEigenvalues() {
    double[][] rows = new double[ROWS][WIDTH];
    for (int i = 0; i < ROWS * WIDTH; i++) {
      rows[i / WIDTH][i % WIDTH] = table()[i];
    }
    double[] eigenvalues = new EigenDecomposition(MatrixUtils.createRealMatrix(new Covariance(rows).getCovarianceMatrix().getData()))
        .getRealEigenvalues();
    Principal principal = new Principal();
    principal.follow(table(), WIDTH);
    for (int axis = 0; axis < 2; axis++) {
      double squares = 0;
      for (double[] place : principal.places()) {
        squares += place[axis] * place[axis];
      }
      assertEquals(eigenvalues[axis], squares / (ROWS - 1), 1e-3 * eigenvalues[axis]);
    }
  }

  @Test
  void lookingAgainAtTheSameTableMovesNothing() {
    Principal principal = new Principal();
    principal.follow(table(), WIDTH);
    double before = principal.places()[7][1];
    principal.follow(table(), WIDTH);
    assertEquals(before, principal.places()[7][1], 1e-3);
  }

  @Test
  void equalRowsLieInOnePlace() {
    Principal principal = new Principal();
    principal.follow(new float[] {1, 2, 1, 2}, 2);
    assertEquals(0, principal.places()[1][0]);
    assertEquals(0, principal.explained());
  }
}

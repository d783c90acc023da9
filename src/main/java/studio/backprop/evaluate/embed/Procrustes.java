package studio.backprop.evaluate.embed;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Orthogonal Procrustes alignment of a layout with an earlier one: {@code XUVᵀ} with {@code XᵀY = UΣVᵀ} (Schönemann 1966). Preserves
 * distances.
 */
public final class Procrustes {
  private Procrustes() {}

  /**
   * @param layout X, [point][dimension], centred
   * @param like Y, the same points earlier, centred
   */
  public static double[][] aligned(double[][] layout, double[][] like) {
    RealMatrix x = new Array2DRowRealMatrix(layout, false);
    SingularValueDecomposition svd = new SingularValueDecomposition(x.transpose().multiply(new Array2DRowRealMatrix(like, false)));
    return x.multiply(svd.getU().multiply(svd.getVT())).getData();
  }
}

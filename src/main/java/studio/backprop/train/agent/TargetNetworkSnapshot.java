package studio.backprop.train.agent;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;

/**
 * Snapshot of a target network. Immutable.
 *
 * @param behind relative distance to the online network, ‖w − w⁻‖ ⁄ ‖w‖ of all weights
 * @param layers layers with weights
 */
public record TargetNetworkSnapshot(double behind, List<Layer> layers) {
  /** Largest number of rows and columns shown of a matrix. */
  private static final int CORNER = 8;

  /**
   * Layer of the target network.
   *
   * @param node the online network's
   * @param rows of the weights shown, the first ones of the matrix
   * @param columns of them
   * @param weights w⁻, [rows × columns]
   * @param behind ‖w − w⁻‖ ⁄ ‖w‖ of the whole layer without its bias
   */
  public record Layer(int node, int rows, int columns, float[] weights, double behind) {}

  public TargetNetworkSnapshot {
    layers = List.copyOf(layers);
  }

  /** @param now online parameters @param then target parameters */
  static TargetNetworkSnapshot of(Parameters now, Parameters then) {
    List<Layer> layers = new ArrayList<>();
    double off = 0;
    double size = 0;
    for (int p = 0; p < now.all().size(); p++) {
      Parameter learning = now.all().get(p);
      float[] current = learning.tensor().values();
      float[] copied = then.all().get(p).tensor().values();
      double away = 0;
      double large = 0;
      for (int i = 0; i < copied.length; i++) {
        double value = current[i];
        away += (value - copied[i]) * (value - copied[i]);
        large += value * value;
      }
      off += away;
      size += large;
      int rows = learning.spec().rows();
      if (rows > 1) {
        layers.add(corner(learning.node(), copied, rows, share(away, large)));
      }
    }
    return new TargetNetworkSnapshot(share(off, size), layers);
  }

  private static double share(double off, double size) {
    return size == 0 ? 0 : Math.sqrt(off / size);
  }

  private static Layer corner(int node, float[] weights, int allRows, double behind) {
    int allColumns = weights.length / allRows;
    int rows = Math.min(CORNER, allRows);
    int columns = Math.min(CORNER, allColumns);
    float[] shown = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(weights, row * allColumns, shown, row * columns, columns);
    }
    return new Layer(node, rows, columns, shown, behind);
  }
}

package studio.backprop.train.agent;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;

/**
 * A target network for whoever looks. Nobody changes it any more.
 *
 * @param behind how far it is behind the network that learns, ‖w − w⁻‖ ⁄ ‖w‖ of all weights
 * @param layers those that have weights, in their order
 */
public record TargetNetworkSnapshot(double behind, List<Layer> layers) {
  /** Of a matrix as many rows and columns are shown at most. */
  private static final int CORNER = 8;

  /**
   * One layer of it.
   *
   * @param node whose copy it is
   * @param rows of the weights that are shown, the first ones of the matrix
   * @param columns of them
   * @param weights w⁻, [rows × columns]
   * @param behind ‖w − w⁻‖ ⁄ ‖w‖ of the whole layer without its bias
   */
  public record Layer(int node, int rows, int columns, float[] weights, double behind) {}

  public TargetNetworkSnapshot {
    layers = List.copyOf(layers);
  }

  /** @param now what learns @param then what follows it */
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

package studio.backprop.evaluate.attribution;

import studio.backprop.plan.Plan;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Grad-CAM (Selvaraju et al. 2017): ReLU of the sum of feature maps, weighted by the mean gradients of the score. Immutable; arrays are not
 * copied.
 *
 * @param weights α of each map
 * @param map [y · width + x], not negative
 * @param maps [channel][y · width + x], output of the node
 * @param perPosition HiResCAM (Draelos & Carin 2020): weighted by the gradient of each position
 */
public record GradCam(double[] weights, int height, int width, double[][] maps, double[] map,
    double[] perPosition) {

  /** @param node with output [channels, height, width] on a path to the loss */
  public static GradCam of(ScoredNetwork network, Score score, float[] example, int node) {
    Plan plan = network.pass(score, example);
    Tensor output = plan.output(node).orElseThrow();
    Shape shape = output.shape();
    if (shape.rank() != 3) {
      throw new IllegalArgumentException("no maps in an output of shape " + shape);
    }
    int channels = shape.size(0);
    int area = shape.size(1) * shape.size(2);
    double[] weights = new double[channels];
    double[][] maps = new double[channels][area];
    double[] map = new double[area];
    double[] perPosition = new double[area];
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < area; i++) {
        maps[c][i] = output.get(0, c * area + i);
        weights[c] += output.gradAt(0, c * area + i) / area;
        perPosition[i] += output.gradAt(0, c * area + i) * maps[c][i];
      }
      for (int i = 0; i < area; i++) {
        map[i] += weights[c] * maps[c][i];
      }
    }
    for (int i = 0; i < area; i++) {
      map[i] = Math.max(0, map[i]);
      perPosition[i] = Math.max(0, perPosition[i]);
    }
    return new GradCam(weights, shape.size(1), shape.size(2), maps, map, perPosition);
  }

  /** Whether the map is 0. */
  public boolean isEmpty() {
    for (double value : map) {
      if (value > 0) {
        return false;
      }
    }
    return true;
  }

  /** Bilinear upsampling, half-pixel centres. */
  public double[] enlarged(double[] values, int toHeight, int toWidth) {
    double[] large = new double[toHeight * toWidth];
    for (int y = 0; y < toHeight; y++) {
      double fromY = Math.max(0, (y + 0.5) * height / toHeight - 0.5);
      int top = Math.min(height - 1, (int) fromY);
      int bottom = Math.min(height - 1, top + 1);
      double down = fromY - top;
      for (int x = 0; x < toWidth; x++) {
        double fromX = Math.max(0, (x + 0.5) * width / toWidth - 0.5);
        int left = Math.min(width - 1, (int) fromX);
        int right = Math.min(width - 1, left + 1);
        double along = fromX - left;
        double above = values[top * width + left] * (1 - along) + values[top * width + right] * along;
        double below = values[bottom * width + left] * (1 - along) + values[bottom * width + right] * along;
        large[y * toWidth + x] = above * (1 - down) + below * down;
      }
    }
    return large;
  }
}

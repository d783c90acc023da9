package studio.backprop.ui.lens;

import java.util.List;
import java.util.Optional;
import studio.backprop.layer.Layer;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Alone;

/**
 * The curve of an activation and of its slope over the numbers from −reach to reach, asked of the engine.
 *
 * @param values at evenly spaced places
 * @param slopes by central differences
 */
record BentCurve(float reach, float[] values, float[] slopes) {
  static final int SAMPLES = 321;
  private static final float LEAST_REACH = 3;
  private static final float MOST_REACH = 12;

  /** Empty for a layer that bends each number by what the others are, as a softmax does. */
  static Optional<BentCurve> of(Layer layer, float reach) {
    float[] xs = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      xs[i] = -reach + 2 * reach * i / (SAMPLES - 1);
    }
    return Alone.of(layer, List.of(Shape.of(SAMPLES))).map(alone -> alone.answer(xs)).map(ys -> new BentCurve(reach, ys, slopes(xs, ys)));
  }

  private static float[] slopes(float[] xs, float[] ys) {
    float[] slopes = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      int left = Math.max(0, i - 1);
      int right = Math.min(SAMPLES - 1, i + 1);
      slopes[i] = (ys[right] - ys[left]) / (xs[right] - xs[left]);
    }
    return slopes;
  }

  /** As far as the numbers reach, in whole steps so that the axis rests while they move a little. */
  static float reach(float[] xs) {
    float largest = LEAST_REACH;
    for (float x : xs) {
      largest = Float.isFinite(x) ? Math.max(largest, Math.abs(x)) : largest;
    }
    return Math.min(MOST_REACH, (float) Math.ceil(largest));
  }

  float x(int i) {
    return -reach + 2 * reach * i / (SAMPLES - 1);
  }

  private int place(float x) {
    return Math.max(0, Math.min(SAMPLES - 1, Math.round((x + reach) / (2 * reach) * (SAMPLES - 1))));
  }

  /** The slope at a number, or at the nearer end. */
  float slope(float x) {
    return slopes[place(x)];
  }

  /** The value at a number, or at the nearer end. */
  float value(float x) {
    return values[place(x)];
  }
}

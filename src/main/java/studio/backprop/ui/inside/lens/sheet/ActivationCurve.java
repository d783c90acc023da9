package studio.backprop.ui.inside.lens.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.layer.Layer;
import studio.backprop.observe.SingleLayerRun;
import studio.backprop.tensor.Shape;

/**
 * Activation function and its derivative, sampled with the engine on [−reach, reach].
 *
 * @param values at evenly spaced places
 * @param slopes derivatives there
 */
public record ActivationCurve(Layer layer, float reach, float[] values, float[] slopes) {
  public static final int SAMPLES = 321;
  /** Size of an evaluation batch. */
  private static final int AT_ONCE = 1 << 14;
  private static final float MIN_REACH = 3;
  private static final float MAX_REACH = 12;

  /** Empty for an activation whose outputs depend on all inputs, such as softmax. */
  public static Optional<ActivationCurve> of(Layer layer, float reach) {
    float[] xs = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      xs[i] = -reach + 2 * reach * i / (SAMPLES - 1);
    }
    return SingleLayerRun.of(layer, List.of(Shape.of(SAMPLES)))
        .map(alone -> new ActivationCurve(layer, reach, alone.answer(xs), alone.slopes(xs)));
  }

  /** Range of the values, rounded up so that the axis rests while they change a little. */
  public static float reach(float[] xs) {
    float largest = MIN_REACH;
    for (float x : xs) {
      largest = Float.isFinite(x) ? Math.max(largest, Math.abs(x)) : largest;
    }
    return Math.min(MAX_REACH, (float) Math.ceil(largest));
  }

  public boolean is(Layer other, float far) {
    return layer.equals(other) && reach == far;
  }

  public float x(int i) {
    return -reach + 2 * reach * i / (SAMPLES - 1);
  }

  private int place(float x) {
    return Math.max(0, Math.min(SAMPLES - 1, Math.round((x + reach) / (2 * reach) * (SAMPLES - 1))));
  }

  /** Derivatives at these values, not at the nearest samples: at a kink that makes a difference. */
  public float[] slopesAt(float[] xs) {
    float[] slopes = new float[xs.length];
    for (int from = 0; from < xs.length; from += AT_ONCE) {
      float[] some = Arrays.copyOfRange(xs, from, Math.min(xs.length, from + AT_ONCE));
      float[] found = SingleLayerRun.of(layer, List.of(Shape.of(some.length))).orElseThrow().slopes(some);
      System.arraycopy(found, 0, slopes, from, found.length);
    }
    return slopes;
  }

  /** Value of the function, beyond the range that of its nearer end. */
  public float value(float x) {
    return values[place(x)];
  }
}

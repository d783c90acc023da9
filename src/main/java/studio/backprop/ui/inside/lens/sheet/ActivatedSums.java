package studio.backprop.ui.inside.lens.sheet;

import java.util.Arrays;

/**
 * Pre-activations of a dense layer on the curve of its activation function.
 *
 * @param sums z of each neuron
 * @param slopes f′(z) of each neuron, as computed by the engine
 */
public record ActivatedSums(ActivationCurve curve, float[] sums, float[] slopes) {
  public static ActivatedSums of(ActivationCurve curve, float[] sums) {
    return new ActivatedSums(curve, sums, curve.slopesAt(sums));
  }

  /** Whether these are the same pre-activations on this curve. */
  public boolean holds(float[] others, ActivationCurve other) {
    return curve == other && Arrays.equals(sums, others);
  }
}

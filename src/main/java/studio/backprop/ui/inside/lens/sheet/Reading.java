package studio.backprop.ui.inside.lens.sheet;

import java.util.Optional;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;

/** Values that a lens reads from a tensor. */
public final class Reading {
  /** Values from 1/1.005 of a power of ten on are written as that. */
  private static final double ROUNDED_UP = 1.005;

  private Reading() {}

  /**
   * Values of a quantity; empty where there are none, such as a gradient that is not computed.
   *
   * @param before the same tensor one step before, null if unknown
   */
  public static Optional<float[]> of(Quantity quantity, Tensors now, Tensors before) {
    return switch (quantity) {
      case ACTIVATIONS, WEIGHTS -> Optional.of(now.values());
      case GRADIENTS -> Optional.ofNullable(now.grads());
      case CHANGE -> before == null || before.values().length != now.values().length ? Optional.empty() : Optional.of(change(now, before));
    };
  }

  private static float[] change(Tensors now, Tensors before) {
    float[] change = new float[now.values().length];
    for (int i = 0; i < change.length; i++) {
      change[i] = now.values()[i] - before.values()[i];
    }
    return change;
  }

  /** Power of ten as the unit of values up to this magnitude: 1 where they are neither tiny nor huge; 0.01 for 0.00999. */
  public static double unit(float limit) {
    return limit <= 0 || limit >= 0.1 && limit < 1000 || !Float.isFinite(limit)
        ? 1 : Math.pow(10, Math.floor(Math.log10(limit * ROUNDED_UP)));
  }
}

package studio.backprop.ui.inside.lens.sheet;

import java.util.Optional;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;

/** What a lens reads of a tensor. */
public final class Reading {
  /** What is less than half a hundredth below a power of ten is written as that. */
  private static final double ROUNDED_UP = 1.005;

  private Reading() {}

  /**
   * Its numbers; empty where there are none, as of a gradient that does not arrive.
   *
   * @param before the same tensor a step before, null where it was not seen
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

  /**
   * The power of ten in whose multiples numbers up to this size are written: 1 where they are neither tiny nor huge; that of 0.01 for
   * 0.00999.
   */
  public static double unit(float limit) {
    return limit <= 0 || limit >= 0.1 && limit < 1000 || !Float.isFinite(limit)
        ? 1 : Math.pow(10, Math.floor(Math.log10(limit * ROUNDED_UP)));
  }
}

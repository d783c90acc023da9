package studio.backprop.doctor;

import studio.backprop.layer.Activation;

/** Output range of an activation. */
final class Bounds {
  /** Minima of SELU, GELU and the like, rounded down. */
  private static final double SELU = -1.76;
  private static final double DIP = -0.31;

  private Bounds() {}

  static double least(Activation bend) {
    return switch (bend) {
      case NONE, LEAKY_RELU, LOG_SOFTMAX -> Double.NEGATIVE_INFINITY;
      case RELU, SOFTPLUS, SIGMOID, HARD_SIGMOID, STEP, SOFTMAX -> 0;
      case ELU, TANH -> -1;
      case SELU -> SELU;
      case GELU, SILU, MISH -> DIP;
    };
  }

  static double most(Activation bend) {
    return switch (bend) {
      case TANH, SIGMOID, HARD_SIGMOID, STEP, SOFTMAX -> 1;
      case LOG_SOFTMAX -> 0;
      default -> Double.POSITIVE_INFINITY;
    };
  }
}

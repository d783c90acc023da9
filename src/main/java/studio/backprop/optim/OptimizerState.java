package studio.backprop.optim;

import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;

/** State of an optimizer for one set of parameters. Allocates nothing in a step. */
public interface OptimizerState {
  /** Single-threaded. */
  Kernels ALONE = KernelChoice.plain();

  /** Updates all parameters. Multithreaded; the result does not depend on the threads. */
  void step(double learningRate, Kernels kernels);

  /** Updates all parameters on the calling thread. */
  default void step(double learningRate) {
    step(learningRate, ALONE);
  }

  /** State arrays, not copied; for saving. Empty for plain gradient descent. */
  float[][] slots();

  /** Completed steps, for bias correction. */
  long steps();

  /**
   * Restores a saved state.
   *
   * @throws IllegalArgumentException if its arrays do not match {@link #slots}
   */
  void restore(float[][] memory, long steps);
}

package studio.backprop.optim;

import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;

/** An optimizer at work on one set of parameters: it remembers what it needs from step to step and allocates nothing in a step. */
public interface OptimizerState {
  /** This thread and no other. */
  Kernels ALONE = KernelChoice.plain();

  /** Moves every parameter by its gradient. Threads share the work; the result does not depend on them. */
  void step(double learningRate, Kernels kernels);

  /** Moves every parameter by its gradient, on this thread alone. */
  default void step(double learningRate) {
    step(learningRate, ALONE);
  }

  /** What it remembers, itself and no copy; a saved run goes on from it as if it had never stopped. Empty for plain gradient descent. */
  float[][] slots();

  /** The steps taken so far, which corrects the bias of young averages. */
  long steps();

  /**
   * Goes on from a saved memory.
   *
   * @throws IllegalArgumentException if its arrays are not as many and as long as those of {@link #slots}
   */
  void restore(float[][] memory, long steps);
}

package studio.backprop.train;

import java.util.Arrays;

/**
 * Optimizer state of all learners.
 *
 * @param slots by learned parameter
 * @param steps of each learner's optimizer
 */
record OptimizerMemory(float[][] slots, long[] steps) {
  OptimizerMemory copy() {
    return new OptimizerMemory(Arrays.stream(slots).map(float[]::clone).toArray(float[][]::new), steps.clone());
  }
}

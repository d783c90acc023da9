package studio.backprop.train;

import java.util.Arrays;

/**
 * What the optimizers of all learners keep between two steps.
 *
 * @param slots of the first learned parameter, then of the next, whoever moves it
 * @param steps that the optimizer of each learner counts
 */
record OptimizerMemory(float[][] slots, long[] steps) {
  OptimizerMemory copy() {
    return new OptimizerMemory(Arrays.stream(slots).map(float[]::clone).toArray(float[][]::new), steps.clone());
  }
}

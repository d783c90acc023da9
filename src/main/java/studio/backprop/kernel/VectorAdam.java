package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adam with the Vector API. Where examples are learned, gradients fall so far that they, their squares and averages become subnormal
 * floats, and many processors take a hundred times as long for each. Numbers too small to move any weight count as 0 here. All others have
 * the bits of {@link PlainLoops}.
 */
final class VectorAdam {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  /** A smaller gradient has no part in the average square: the root of a square is added to an ε of 1e-8 or so. */
  private static final float LEAST_SQUARED = 0x1p-57f;
  /** A smaller gradient or average gradient is none, so that its product with the learning rate is a normal float. */
  private static final float LEAST_MEAN = 0x1p-100f;

  private VectorAdam() {}

  static void step(AdamStep step, float[] w, float[] g, float[] m, float[] v, int at, int n) {
    int end = at + n / LENGTH * LENGTH;
    for (int i = at; i < end; i += LENGTH) {
      FloatVector gradient = FloatVector.fromArray(LANES, g, i);
      FloatVector mean = FloatVector.fromArray(LANES, m, i).mul(step.meanKept).add(unless(gradient, LEAST_MEAN).mul(step.meanAdded));
      mean = unless(mean, LEAST_MEAN);
      FloatVector squared = unless(gradient, LEAST_SQUARED);
      FloatVector square = FloatVector.fromArray(LANES, v, i).mul(step.squareKept).add(squared.mul(step.squareAdded).mul(squared));
      square = unless(square, Float.MIN_NORMAL);
      mean.intoArray(m, i);
      square.intoArray(v, i);
      FloatVector move = mean.mul(step.pace).div(square.lanewise(VectorOperators.SQRT).mul(step.root).add(step.epsilon));
      FloatVector.fromArray(LANES, w, i).mul(step.weightKept).sub(move).intoArray(w, i);
    }
    PlainLoops.adam(step, w, g, m, v, end, at + n - end);
  }

  /** 0 where the absolute value is below {@code least}; infinity and NaN stay. */
  private static FloatVector unless(FloatVector x, float least) {
    return x.blend(0f, x.abs().lt(least));
  }
}

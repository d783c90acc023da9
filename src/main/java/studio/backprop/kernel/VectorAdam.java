package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adam with the Vector API. Near convergence, gradients, their squares and averages become subnormal, which is a hundred times slower on
 * many processors. Numbers negligible against an ε of 1e-10 or more are flushed to 0: a weight of 0 differs by less than 1e-18 times the
 * learning rate. All others are bit-identical to {@link PlainLoops}.
 */
final class VectorAdam {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  /** Gradients below this are negligible in the average square: its root is added to an ε of about 1e-8. */
  private static final float LEAST_SQUARED = 0x1p-57f;
  /** Gradients and averages below this are flushed to 0, so that their product with the learning rate is a normal float. */
  private static final float LEAST_MEAN = 0x1p-100f;

  private VectorAdam() {}

  static void step(AdamStep step, float[] w, float[] g, float[] m, float[] v, int at, int n) {
    int end = at + n / LENGTH * LENGTH;
    for (int i = at; i < end; i += LENGTH) {
      FloatVector gradient = FloatVector.fromArray(LANES, g, i);
      FloatVector mean = FloatVector.fromArray(LANES, m, i).mul(step.beta1).add(zeroBelow(gradient, LEAST_MEAN).mul(step.oneMinusBeta1));
      mean = zeroBelow(mean, LEAST_MEAN);
      FloatVector squared = zeroBelow(gradient, LEAST_SQUARED);
      FloatVector square = FloatVector.fromArray(LANES, v, i).mul(step.beta2).add(squared.mul(step.oneMinusBeta2).mul(squared));
      square = zeroBelow(square, Float.MIN_NORMAL);
      mean.intoArray(m, i);
      square.intoArray(v, i);
      FloatVector move = mean.mul(step.pace).div(square.lanewise(VectorOperators.SQRT).mul(step.root).add(step.epsilon));
      FloatVector.fromArray(LANES, w, i).mul(step.weightKept).sub(move).intoArray(w, i);
    }
    rest(step, w, g, m, v, end, at + n);
  }

  /** Scalar remainder. */
  private static void rest(AdamStep step, float[] w, float[] g, float[] m, float[] v, int from, int to) {
    for (int i = from; i < to; i++) {
      float mean = zeroBelow(step.beta1 * m[i] + step.oneMinusBeta1 * zeroBelow(g[i], LEAST_MEAN), LEAST_MEAN);
      float squared = zeroBelow(g[i], LEAST_SQUARED);
      float square = zeroBelow(step.beta2 * v[i] + step.oneMinusBeta2 * squared * squared, Float.MIN_NORMAL);
      m[i] = mean;
      v[i] = square;
      w[i] = step.weightKept * w[i] - step.pace * mean / ((float) Math.sqrt(square) * step.root + step.epsilon);
    }
  }

  private static float zeroBelow(float x, float least) {
    return Math.abs(x) < least ? 0 : x;
  }

  /** Flushes absolute values below {@code least} to 0; keeps infinity and NaN. */
  private static FloatVector zeroBelow(FloatVector x, float least) {
    return x.blend(0f, x.abs().lt(least));
  }
}

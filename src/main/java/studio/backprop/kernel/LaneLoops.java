package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Simple loops over numbers that fill whole vectors: {@code n} is a multiple of their length. */
final class LaneLoops {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private LaneLoops() {}

  /** y = max(0, y). */
  static void relu(float[] y, int at, int n) {
    FloatVector zero = FloatVector.zero(LANES);
    for (int i = at; i < at + n; i += LENGTH) {
      FloatVector.fromArray(LANES, y, i).max(zero).intoArray(y, i);
    }
  }

  /** dx = dy where y is above 0, and 0 elsewhere. */
  static void passReluGradient(float[] y, float[] dy, float[] dx, int at, int n) {
    FloatVector zero = FloatVector.zero(LANES);
    for (int i = at; i < at + n; i += LENGTH) {
      zero.blend(FloatVector.fromArray(LANES, dy, i), zero.lt(FloatVector.fromArray(LANES, y, i))).intoArray(dx, i);
    }
  }

  static float sum(float[] x, int at, int n) {
    FloatVector even = FloatVector.zero(LANES);
    FloatVector odd = even;
    int i = at;
    for (; i + LENGTH < at + n; i += 2 * LENGTH) {
      even = even.add(FloatVector.fromArray(LANES, x, i));
      odd = odd.add(FloatVector.fromArray(LANES, x, i + LENGTH));
    }
    if (i < at + n) {
      even = even.add(FloatVector.fromArray(LANES, x, i));
    }
    return even.add(odd).reduceLanes(VectorOperators.ADD);
  }

  /** y += x, x from its start. */
  static void add(float[] x, float[] y, int at, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector.fromArray(LANES, y, at + i).add(FloatVector.fromArray(LANES, x, i)).intoArray(y, at + i);
    }
  }
}

package studio.backprop.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Horizontal sum of a vector by repeated halving, in a fixed order. The library's reduction has another order once compiled (Java 21 and
 * later), so that results would not be reproducible.
 */
final class HalvedSum {
  private static final VectorSpecies<Float> FLOATS = ProductTile.LANES;
  static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, FLOATS.vectorShape());
  private static final VectorShuffle<Float> BY_8 = floats(8);
  private static final VectorShuffle<Float> BY_4 = floats(4);
  private static final VectorShuffle<Float> BY_2 = floats(2);
  private static final VectorShuffle<Float> BY_1 = floats(1);
  private static final VectorShuffle<Double> DOUBLES_BY_4 = doubles(4);
  private static final VectorShuffle<Double> DOUBLES_BY_2 = doubles(2);
  private static final VectorShuffle<Double> DOUBLES_BY_1 = doubles(1);

  private HalvedSum() {}

  private static VectorShuffle<Float> floats(int by) {
    return VectorShuffle.fromOp(FLOATS, lane -> (lane + by) % FLOATS.length());
  }

  private static VectorShuffle<Double> doubles(int by) {
    return VectorShuffle.fromOp(DOUBLES, lane -> (lane + by) % DOUBLES.length());
  }

  static float sum(FloatVector x) {
    FloatVector sum = x;
    if (FLOATS.length() > 8) {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (FLOATS.length() > 4) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    if (FLOATS.length() > 2) {
      sum = sum.add(sum.rearrange(BY_2));
    }
    return sum.add(sum.rearrange(BY_1)).lane(0);
  }

  /** Sums the columns of a square of 16 rows, in the order of {@link #sum}; the first row becomes the sums. */
  static void sumColumns(float[] square, int at) {
    FloatVector even = quarter(square, at).add(quarter(square, at + 2 * 16));
    FloatVector odd = quarter(square, at + 16).add(quarter(square, at + 3 * 16));
    even.add(odd).intoArray(square, at);
  }

  /** Of the rows 0, 4, 8 and 12. */
  private static FloatVector quarter(float[] square, int at) {
    FloatVector first = FloatVector.fromArray(FLOATS, square, at).add(FloatVector.fromArray(FLOATS, square, at + 8 * 16));
    return first.add(FloatVector.fromArray(FLOATS, square, at + 4 * 16).add(FloatVector.fromArray(FLOATS, square, at + 12 * 16)));
  }

  static double sum(DoubleVector x) {
    DoubleVector sum = x;
    if (DOUBLES.length() > 4) {
      sum = sum.add(sum.rearrange(DOUBLES_BY_4));
    }
    if (DOUBLES.length() > 2) {
      sum = sum.add(sum.rearrange(DOUBLES_BY_2));
    }
    return sum.add(sum.rearrange(DOUBLES_BY_1)).lane(0);
  }
}

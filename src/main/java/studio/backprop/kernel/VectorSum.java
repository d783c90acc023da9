package studio.backprop.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of squares in double precision. The lanes are added one by one at the end: the Vector API leaves the order of its own sum open, and the
 * same numbers shall give the same bits before and after the compiler has been here.
 */
final class VectorSum {
  private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> NARROW =
      VectorSpecies.of(float.class, VectorShape.forBitSize(WIDE.vectorBitSize() / 2));
  private static final int LENGTH = WIDE.length();
  private static final int STRIDE = 4 * LENGTH;

  private final double[] lanes = new double[STRIDE];

  double ofSquares(float[] x, int n) {
    int whole = n - n % STRIDE;
    double sum = whole == 0 ? 0 : ofWhole(x, whole);
    for (int i = whole; i < n; i++) {
      sum += (double) x[i] * x[i];
    }
    return sum;
  }

  private double ofWhole(float[] x, int n) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = DoubleVector.zero(WIDE);
    DoubleVector s2 = DoubleVector.zero(WIDE);
    DoubleVector s3 = DoubleVector.zero(WIDE);
    int i = 0;
    do {
      DoubleVector a = (DoubleVector) FloatVector.fromArray(NARROW, x, i).convertShape(VectorOperators.F2D, WIDE, 0);
      s0 = a.fma(a, s0);
      DoubleVector b = (DoubleVector) FloatVector.fromArray(NARROW, x, i + LENGTH).convertShape(VectorOperators.F2D, WIDE, 0);
      s1 = b.fma(b, s1);
      DoubleVector c = (DoubleVector) FloatVector.fromArray(NARROW, x, i + 2 * LENGTH).convertShape(VectorOperators.F2D, WIDE, 0);
      s2 = c.fma(c, s2);
      DoubleVector d = (DoubleVector) FloatVector.fromArray(NARROW, x, i + 3 * LENGTH).convertShape(VectorOperators.F2D, WIDE, 0);
      s3 = d.fma(d, s3);
      i += STRIDE;
    } while (i < n);
    s0.intoArray(lanes, 0);
    s1.intoArray(lanes, LENGTH);
    s2.intoArray(lanes, 2 * LENGTH);
    s3.intoArray(lanes, 3 * LENGTH);
    double sum = 0;
    for (double lane : lanes) {
      sum += lane;
    }
    return sum;
  }
}

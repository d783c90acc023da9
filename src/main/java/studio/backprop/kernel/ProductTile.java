package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner loops of a matrix product: some rows of the result by up to three vectors, kept in registers during the loop over the shared
 * dimension. Each sum is a local variable, as arrays are not kept in registers. Missing rows of an incomplete tile are computed anyway and
 * stored to the last one first: stores go upwards.
 *
 * <p>Both factors are packed ({@link MatrixPanels}) with constant strides, so that each needs one address and one range check before the
 * loop. Eight rows by three vectors take eleven loads for twenty-four multiply-adds; by two vectors it would be ten for sixteen. That was
 * 88 to 90 % of peak against 84 %, and 70 % with variable strides.
 *
 * <p>Vectors are loaded and stored by the Vector API's own methods only: the JIT limits inlining, and a vector passed to a method that is
 * not inlined is allocated on the heap.
 *
 * <p>Each tile starts from {@code start}: a bias row, a row of zeros (both with stride 0), or the result so far.
 */
abstract class ProductTile {
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  static final int LENGTH = LANES.length();

  /** Vectors of eight floats indicate sixteen vector registers; others have thirty-two. */
  static final boolean FEW_REGISTERS = LENGTH == 8;

  static final int ROWS = FEW_REGISTERS ? 4 : 8;

  /** Block size of the shared dimension: a panel of B and a tile of A fit into the L1 cache. */
  static final int DEPTH = 128;

  /** Rows of a transposed A that are packed together: those of one or more tiles. */
  static final int SIDE = 16;

  int k;
  float[] a;
  int aAt;
  float[] b;
  int bAt;
  float[] start;
  int startAt;
  int startStride;
  float[] c;
  int cAt;
  int cStride;
  int last;

  /** Dispatches by the number of columns. */
  final void run(int columns) {
    if (columns > 2 * LENGTH) {
      three();
    } else if (columns > LENGTH) {
      two();
    } else {
      one();
    }
  }

  abstract void three();

  abstract void two();

  abstract void one();
}

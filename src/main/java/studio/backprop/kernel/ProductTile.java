package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a matrix product: some rows of the result by up to three vectors, kept in registers while the loop walks down the
 * shared side. The accumulators are named one by one, because the compiler keeps locals in registers but not arrays. Where fewer rows are
 * left than a tile has, the missing ones are computed all the same and stored in the place of the last, before it: stores go upwards.
 *
 * <p>Both factors are packed ({@link MatrixPanels}): their numbers lie at constant distances, so that the compiler needs one address for
 * each and checks its range once, before the loop. Eight rows by three vectors take eleven loads for twenty-four multiply-adds; by two
 * vectors it would be ten for sixteen. Of the peak that was 88 to 90 % against 84 %, and 70 % with distances that vary.
 *
 * <p>Vectors go to and from memory by the Vector API's own methods alone. The compiler stops inlining methods of ours when it has seen a
 * certain number of operations, and a vector that is handed to a method not inlined goes to the heap.
 *
 * <p>Each tile starts from {@code start}: a bias row, a row of zeros (both with stride 0), or the result so far.
 */
abstract class ProductTile {
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  static final int LENGTH = LANES.length();

  /** Vectors of eight floats mean a machine with sixteen vector registers; others have thirty-two. */
  static final boolean FEW_REGISTERS = LENGTH == 8;

  static final int ROWS = FEW_REGISTERS ? 4 : 8;

  /** Steps of the shared side that are packed together: a panel of B and a tile of A then lie in the nearest cache. */
  static final int DEPTH = 128;

  /** Rows of A that lie side by side where it is stored transposed: those of one or more tiles. */
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

  /** As many vectors wide as the columns need. */
  final void run(int columns) {
    if (columns > 2 * LENGTH) {
      three();
    } else if (columns > LENGTH) {
      two();
    } else {
      one();
    }
  }

  /** Three vectors wide. */
  abstract void three();

  /** Two vectors wide. */
  abstract void two();

  /** One vector wide. */
  abstract void one();
}

package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a matrix product: some rows of the result by one or two vectors, kept in registers while the loop walks down the
 * shared side. The accumulators are named one by one, because the compiler keeps locals in registers but not arrays. Where fewer rows are
 * left than a tile has, the missing ones are computed all the same and stored in the place of the last, before it: stores go upwards.
 *
 * <p>The wide loops take two steps of the shared side at a time, which halves the arithmetic of addresses: a product of 512³ rises from
 * 76 % of what the core can do to 90 %.
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

  int k;
  float[] a;
  int aAt;
  int aStride;
  float[] b;
  int bAt;
  int bStride;
  float[] start;
  int startAt;
  int startStride;
  float[] c;
  int cAt;
  int cStride;
  int last;

  /** The tile whose sums fit into this machine's registers. */
  static ProductTile create() {
    return FEW_REGISTERS ? new FourRowTile() : new EightRowTile();
  }

  /** A as it is, two vectors wide. */
  abstract void plainTwo();

  /** A as it is, one vector wide. */
  abstract void plainOne();

  /** A transposed: its numbers of one step lie side by side. Two vectors wide. */
  abstract void transposedTwo();

  /** A transposed, one vector wide. */
  abstract void transposedOne();
}

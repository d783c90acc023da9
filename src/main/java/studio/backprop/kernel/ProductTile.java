package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a matrix product: eight rows of the result by one or two vectors, kept in registers while the loop walks down
 * the shared side. The accumulators are named one by one, because the compiler keeps locals in registers but not arrays. Where fewer than
 * eight rows are left, the missing ones are computed all the same and stored in the place of the last, before it: stores go upwards.
 *
 * <p>Each tile starts from {@code start}: a bias row, a row of zeros (both with stride 0), or the result so far.
 */
final class ProductTile {
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  static final int LENGTH = LANES.length();
  static final int ROWS = 8;

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

  /** A as it is, two vectors wide. */
  void plainTwo() {
    float[] a = this.a;
    float[] b = this.b;
    int a0 = aAt;
    int a1 = aAt + Math.min(1, last) * aStride;
    int a2 = aAt + Math.min(2, last) * aStride;
    int a3 = aAt + Math.min(3, last) * aStride;
    int a4 = aAt + Math.min(4, last) * aStride;
    int a5 = aAt + Math.min(5, last) * aStride;
    int a6 = aAt + Math.min(6, last) * aStride;
    int a7 = aAt + Math.min(7, last) * aStride;
    FloatVector c00 = start(0, 0); FloatVector c01 = start(0, 1);
    FloatVector c10 = start(1, 0); FloatVector c11 = start(1, 1);
    FloatVector c20 = start(2, 0); FloatVector c21 = start(2, 1);
    FloatVector c30 = start(3, 0); FloatVector c31 = start(3, 1);
    FloatVector c40 = start(4, 0); FloatVector c41 = start(4, 1);
    FloatVector c50 = start(5, 0); FloatVector c51 = start(5, 1);
    FloatVector c60 = start(6, 0); FloatVector c61 = start(6, 1);
    FloatVector c70 = start(7, 0); FloatVector c71 = start(7, 1);
    for (int p = 0, bRow = bAt; p < k; p++, bRow += bStride) {
      FloatVector b0 = FloatVector.fromArray(LANES, b, bRow);
      FloatVector b1 = FloatVector.fromArray(LANES, b, bRow + LENGTH);
      FloatVector s0 = FloatVector.broadcast(LANES, a[a0 + p]);
      c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01);
      FloatVector s1 = FloatVector.broadcast(LANES, a[a1 + p]);
      c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11);
      FloatVector s2 = FloatVector.broadcast(LANES, a[a2 + p]);
      c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21);
      FloatVector s3 = FloatVector.broadcast(LANES, a[a3 + p]);
      c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31);
      FloatVector s4 = FloatVector.broadcast(LANES, a[a4 + p]);
      c40 = b0.fma(s4, c40); c41 = b1.fma(s4, c41);
      FloatVector s5 = FloatVector.broadcast(LANES, a[a5 + p]);
      c50 = b0.fma(s5, c50); c51 = b1.fma(s5, c51);
      FloatVector s6 = FloatVector.broadcast(LANES, a[a6 + p]);
      c60 = b0.fma(s6, c60); c61 = b1.fma(s6, c61);
      FloatVector s7 = FloatVector.broadcast(LANES, a[a7 + p]);
      c70 = b0.fma(s7, c70); c71 = b1.fma(s7, c71);
    }
    store(7, 0, c70); store(7, 1, c71);
    store(6, 0, c60); store(6, 1, c61);
    store(5, 0, c50); store(5, 1, c51);
    store(4, 0, c40); store(4, 1, c41);
    store(3, 0, c30); store(3, 1, c31);
    store(2, 0, c20); store(2, 1, c21);
    store(1, 0, c10); store(1, 1, c11);
    store(0, 0, c00); store(0, 1, c01);
  }

  /** A as it is, one vector wide. */
  void plainOne() {
    float[] a = this.a;
    float[] b = this.b;
    int a0 = aAt;
    int a1 = aAt + Math.min(1, last) * aStride;
    int a2 = aAt + Math.min(2, last) * aStride;
    int a3 = aAt + Math.min(3, last) * aStride;
    int a4 = aAt + Math.min(4, last) * aStride;
    int a5 = aAt + Math.min(5, last) * aStride;
    int a6 = aAt + Math.min(6, last) * aStride;
    int a7 = aAt + Math.min(7, last) * aStride;
    FloatVector c00 = start(0, 0);
    FloatVector c10 = start(1, 0);
    FloatVector c20 = start(2, 0);
    FloatVector c30 = start(3, 0);
    FloatVector c40 = start(4, 0);
    FloatVector c50 = start(5, 0);
    FloatVector c60 = start(6, 0);
    FloatVector c70 = start(7, 0);
    for (int p = 0, bRow = bAt; p < k; p++, bRow += bStride) {
      FloatVector b0 = FloatVector.fromArray(LANES, b, bRow);
      c00 = b0.fma(FloatVector.broadcast(LANES, a[a0 + p]), c00);
      c10 = b0.fma(FloatVector.broadcast(LANES, a[a1 + p]), c10);
      c20 = b0.fma(FloatVector.broadcast(LANES, a[a2 + p]), c20);
      c30 = b0.fma(FloatVector.broadcast(LANES, a[a3 + p]), c30);
      c40 = b0.fma(FloatVector.broadcast(LANES, a[a4 + p]), c40);
      c50 = b0.fma(FloatVector.broadcast(LANES, a[a5 + p]), c50);
      c60 = b0.fma(FloatVector.broadcast(LANES, a[a6 + p]), c60);
      c70 = b0.fma(FloatVector.broadcast(LANES, a[a7 + p]), c70);
    }
    store(7, 0, c70);
    store(6, 0, c60);
    store(5, 0, c50);
    store(4, 0, c40);
    store(3, 0, c30);
    store(2, 0, c20);
    store(1, 0, c10);
    store(0, 0, c00);
  }

  /** A transposed: its eight numbers lie side by side. Two vectors wide. */
  void transposedTwo() {
    float[] a = this.a;
    float[] b = this.b;
    FloatVector c00 = start(0, 0); FloatVector c01 = start(0, 1);
    FloatVector c10 = start(1, 0); FloatVector c11 = start(1, 1);
    FloatVector c20 = start(2, 0); FloatVector c21 = start(2, 1);
    FloatVector c30 = start(3, 0); FloatVector c31 = start(3, 1);
    FloatVector c40 = start(4, 0); FloatVector c41 = start(4, 1);
    FloatVector c50 = start(5, 0); FloatVector c51 = start(5, 1);
    FloatVector c60 = start(6, 0); FloatVector c61 = start(6, 1);
    FloatVector c70 = start(7, 0); FloatVector c71 = start(7, 1);
    for (int p = 0, aRow = aAt, bRow = bAt; p < k; p++, aRow += aStride, bRow += bStride) {
      FloatVector b0 = FloatVector.fromArray(LANES, b, bRow);
      FloatVector b1 = FloatVector.fromArray(LANES, b, bRow + LENGTH);
      FloatVector s0 = FloatVector.broadcast(LANES, a[aRow]);
      c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01);
      FloatVector s1 = FloatVector.broadcast(LANES, a[aRow + 1]);
      c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11);
      FloatVector s2 = FloatVector.broadcast(LANES, a[aRow + 2]);
      c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21);
      FloatVector s3 = FloatVector.broadcast(LANES, a[aRow + 3]);
      c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31);
      FloatVector s4 = FloatVector.broadcast(LANES, a[aRow + 4]);
      c40 = b0.fma(s4, c40); c41 = b1.fma(s4, c41);
      FloatVector s5 = FloatVector.broadcast(LANES, a[aRow + 5]);
      c50 = b0.fma(s5, c50); c51 = b1.fma(s5, c51);
      FloatVector s6 = FloatVector.broadcast(LANES, a[aRow + 6]);
      c60 = b0.fma(s6, c60); c61 = b1.fma(s6, c61);
      FloatVector s7 = FloatVector.broadcast(LANES, a[aRow + 7]);
      c70 = b0.fma(s7, c70); c71 = b1.fma(s7, c71);
    }
    store(7, 0, c70); store(7, 1, c71);
    store(6, 0, c60); store(6, 1, c61);
    store(5, 0, c50); store(5, 1, c51);
    store(4, 0, c40); store(4, 1, c41);
    store(3, 0, c30); store(3, 1, c31);
    store(2, 0, c20); store(2, 1, c21);
    store(1, 0, c10); store(1, 1, c11);
    store(0, 0, c00); store(0, 1, c01);
  }

  /** A transposed, one vector wide. */
  void transposedOne() {
    float[] a = this.a;
    float[] b = this.b;
    FloatVector c00 = start(0, 0);
    FloatVector c10 = start(1, 0);
    FloatVector c20 = start(2, 0);
    FloatVector c30 = start(3, 0);
    FloatVector c40 = start(4, 0);
    FloatVector c50 = start(5, 0);
    FloatVector c60 = start(6, 0);
    FloatVector c70 = start(7, 0);
    for (int p = 0, aRow = aAt, bRow = bAt; p < k; p++, aRow += aStride, bRow += bStride) {
      FloatVector b0 = FloatVector.fromArray(LANES, b, bRow);
      c00 = b0.fma(FloatVector.broadcast(LANES, a[aRow]), c00);
      c10 = b0.fma(FloatVector.broadcast(LANES, a[aRow + 1]), c10);
      c20 = b0.fma(FloatVector.broadcast(LANES, a[aRow + 2]), c20);
      c30 = b0.fma(FloatVector.broadcast(LANES, a[aRow + 3]), c30);
      c40 = b0.fma(FloatVector.broadcast(LANES, a[aRow + 4]), c40);
      c50 = b0.fma(FloatVector.broadcast(LANES, a[aRow + 5]), c50);
      c60 = b0.fma(FloatVector.broadcast(LANES, a[aRow + 6]), c60);
      c70 = b0.fma(FloatVector.broadcast(LANES, a[aRow + 7]), c70);
    }
    store(7, 0, c70);
    store(6, 0, c60);
    store(5, 0, c50);
    store(4, 0, c40);
    store(3, 0, c30);
    store(2, 0, c20);
    store(1, 0, c10);
    store(0, 0, c00);
  }

  private FloatVector start(int row, int vector) {
    return FloatVector.fromArray(LANES, start, startAt + Math.min(row, last) * startStride + vector * LENGTH);
  }

  private void store(int row, int vector, FloatVector sum) {
    sum.intoArray(c, cAt + Math.min(row, last) * cStride + vector * LENGTH);
  }
}

package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;

/** Tile of four columns of the transposed A: up to twelve sums, for machines with sixteen vector registers. */
final class FourColumnTile extends ProductTile {
  @Override
  void three() {
    float[] a = this.a;
    float[] b = this.b;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt); FloatVector c01 = FloatVector.fromArray(LANES, start, startAt + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, start, startAt + 2 * LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, start, i1 + 2 * LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, start, i2 + 2 * LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, start, i3 + 2 * LENGTH);
    for (int p = 0; p < k; p++) {
      int row = bAt + p * (3 * LENGTH);
      int at = aAt + p * SIDE;
      FloatVector b0 = FloatVector.fromArray(LANES, b, row);
      FloatVector b1 = FloatVector.fromArray(LANES, b, row + LENGTH);
      FloatVector b2 = FloatVector.fromArray(LANES, b, row + 2 * LENGTH);
      FloatVector s0 = FloatVector.broadcast(LANES, a[at]);
      c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01); c02 = b2.fma(s0, c02);
      FloatVector s1 = FloatVector.broadcast(LANES, a[at + 1]);
      c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11); c12 = b2.fma(s1, c12);
      FloatVector s2 = FloatVector.broadcast(LANES, a[at + 2]);
      c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21); c22 = b2.fma(s2, c22);
      FloatVector s3 = FloatVector.broadcast(LANES, a[at + 3]);
      c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31); c32 = b2.fma(s3, c32);
    }
    int to3 = cAt + Math.min(3, last) * cStride;
    c30.intoArray(c, to3); c31.intoArray(c, to3 + LENGTH); c32.intoArray(c, to3 + 2 * LENGTH);
    int to2 = cAt + Math.min(2, last) * cStride;
    c20.intoArray(c, to2); c21.intoArray(c, to2 + LENGTH); c22.intoArray(c, to2 + 2 * LENGTH);
    int to1 = cAt + Math.min(1, last) * cStride;
    c10.intoArray(c, to1); c11.intoArray(c, to1 + LENGTH); c12.intoArray(c, to1 + 2 * LENGTH);
    c00.intoArray(c, cAt); c01.intoArray(c, cAt + LENGTH); c02.intoArray(c, cAt + 2 * LENGTH);
  }

  @Override
  void two() {
    float[] a = this.a;
    float[] b = this.b;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt); FloatVector c01 = FloatVector.fromArray(LANES, start, startAt + LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    for (int p = 0; p < k; p++) {
      int row = bAt + p * (2 * LENGTH);
      int at = aAt + p * SIDE;
      FloatVector b0 = FloatVector.fromArray(LANES, b, row);
      FloatVector b1 = FloatVector.fromArray(LANES, b, row + LENGTH);
      FloatVector s0 = FloatVector.broadcast(LANES, a[at]); c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01);
      FloatVector s1 = FloatVector.broadcast(LANES, a[at + 1]); c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11);
      FloatVector s2 = FloatVector.broadcast(LANES, a[at + 2]); c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21);
      FloatVector s3 = FloatVector.broadcast(LANES, a[at + 3]); c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31);
    }
    int to3 = cAt + Math.min(3, last) * cStride;
    c30.intoArray(c, to3); c31.intoArray(c, to3 + LENGTH);
    int to2 = cAt + Math.min(2, last) * cStride;
    c20.intoArray(c, to2); c21.intoArray(c, to2 + LENGTH);
    int to1 = cAt + Math.min(1, last) * cStride;
    c10.intoArray(c, to1); c11.intoArray(c, to1 + LENGTH);
    c00.intoArray(c, cAt); c01.intoArray(c, cAt + LENGTH);
  }

  @Override
  void one() {
    float[] a = this.a;
    float[] b = this.b;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3);
    for (int p = 0; p < k; p++) {
      int row = bAt + p * LENGTH;
      int at = aAt + p * SIDE;
      FloatVector b0 = FloatVector.fromArray(LANES, b, row);
      FloatVector s0 = FloatVector.broadcast(LANES, a[at]); c00 = b0.fma(s0, c00);
      FloatVector s1 = FloatVector.broadcast(LANES, a[at + 1]); c10 = b0.fma(s1, c10);
      FloatVector s2 = FloatVector.broadcast(LANES, a[at + 2]); c20 = b0.fma(s2, c20);
      FloatVector s3 = FloatVector.broadcast(LANES, a[at + 3]); c30 = b0.fma(s3, c30);
    }
    int to3 = cAt + Math.min(3, last) * cStride;
    c30.intoArray(c, to3);
    int to2 = cAt + Math.min(2, last) * cStride;
    c20.intoArray(c, to2);
    int to1 = cAt + Math.min(1, last) * cStride;
    c10.intoArray(c, to1);
    c00.intoArray(c, cAt);
  }
}

package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * Tile of eight rows of A: up to twenty-four sums, for machines with thirty-two vector registers. Each sum is a local variable, as arrays
 * are not kept in registers.
 */
final class EightRowTile extends RowTile {
  @Override
  void three() {
    float[] a = this.a;
    float[] b = this.b;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    int i4 = startAt + Math.min(4, last) * startStride;
    int i5 = startAt + Math.min(5, last) * startStride;
    int i6 = startAt + Math.min(6, last) * startStride;
    int i7 = startAt + Math.min(7, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt); FloatVector c01 = FloatVector.fromArray(LANES, start, startAt + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, start, startAt + 2 * LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, start, i1 + 2 * LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, start, i2 + 2 * LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, start, i3 + 2 * LENGTH);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4); FloatVector c41 = FloatVector.fromArray(LANES, start, i4 + LENGTH);
    FloatVector c42 = FloatVector.fromArray(LANES, start, i4 + 2 * LENGTH);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5); FloatVector c51 = FloatVector.fromArray(LANES, start, i5 + LENGTH);
    FloatVector c52 = FloatVector.fromArray(LANES, start, i5 + 2 * LENGTH);
    FloatVector c60 = FloatVector.fromArray(LANES, start, i6); FloatVector c61 = FloatVector.fromArray(LANES, start, i6 + LENGTH);
    FloatVector c62 = FloatVector.fromArray(LANES, start, i6 + 2 * LENGTH);
    FloatVector c70 = FloatVector.fromArray(LANES, start, i7); FloatVector c71 = FloatVector.fromArray(LANES, start, i7 + LENGTH);
    FloatVector c72 = FloatVector.fromArray(LANES, start, i7 + 2 * LENGTH);
    for (int p = 0; p < k; p++) {
      int row = bAt + p * (3 * LENGTH);
      int at = aAt + p;
      FloatVector b0 = FloatVector.fromArray(LANES, b, row);
      FloatVector b1 = FloatVector.fromArray(LANES, b, row + LENGTH);
      FloatVector b2 = FloatVector.fromArray(LANES, b, row + 2 * LENGTH);
      FloatVector s0 = FloatVector.broadcast(LANES, a[at]);
      c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01); c02 = b2.fma(s0, c02);
      FloatVector s1 = FloatVector.broadcast(LANES, a[at + DEPTH]);
      c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11); c12 = b2.fma(s1, c12);
      FloatVector s2 = FloatVector.broadcast(LANES, a[at + 2 * DEPTH]);
      c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21); c22 = b2.fma(s2, c22);
      FloatVector s3 = FloatVector.broadcast(LANES, a[at + 3 * DEPTH]);
      c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31); c32 = b2.fma(s3, c32);
      FloatVector s4 = FloatVector.broadcast(LANES, a[at + 4 * DEPTH]);
      c40 = b0.fma(s4, c40); c41 = b1.fma(s4, c41); c42 = b2.fma(s4, c42);
      FloatVector s5 = FloatVector.broadcast(LANES, a[at + 5 * DEPTH]);
      c50 = b0.fma(s5, c50); c51 = b1.fma(s5, c51); c52 = b2.fma(s5, c52);
      FloatVector s6 = FloatVector.broadcast(LANES, a[at + 6 * DEPTH]);
      c60 = b0.fma(s6, c60); c61 = b1.fma(s6, c61); c62 = b2.fma(s6, c62);
      FloatVector s7 = FloatVector.broadcast(LANES, a[at + 7 * DEPTH]);
      c70 = b0.fma(s7, c70); c71 = b1.fma(s7, c71); c72 = b2.fma(s7, c72);
    }
    int to7 = cAt + Math.min(7, last) * cStride;
    c70.intoArray(c, to7); c71.intoArray(c, to7 + LENGTH); c72.intoArray(c, to7 + 2 * LENGTH);
    int to6 = cAt + Math.min(6, last) * cStride;
    c60.intoArray(c, to6); c61.intoArray(c, to6 + LENGTH); c62.intoArray(c, to6 + 2 * LENGTH);
    int to5 = cAt + Math.min(5, last) * cStride;
    c50.intoArray(c, to5); c51.intoArray(c, to5 + LENGTH); c52.intoArray(c, to5 + 2 * LENGTH);
    int to4 = cAt + Math.min(4, last) * cStride;
    c40.intoArray(c, to4); c41.intoArray(c, to4 + LENGTH); c42.intoArray(c, to4 + 2 * LENGTH);
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
    int i4 = startAt + Math.min(4, last) * startStride;
    int i5 = startAt + Math.min(5, last) * startStride;
    int i6 = startAt + Math.min(6, last) * startStride;
    int i7 = startAt + Math.min(7, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt); FloatVector c01 = FloatVector.fromArray(LANES, start, startAt + LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4); FloatVector c41 = FloatVector.fromArray(LANES, start, i4 + LENGTH);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5); FloatVector c51 = FloatVector.fromArray(LANES, start, i5 + LENGTH);
    FloatVector c60 = FloatVector.fromArray(LANES, start, i6); FloatVector c61 = FloatVector.fromArray(LANES, start, i6 + LENGTH);
    FloatVector c70 = FloatVector.fromArray(LANES, start, i7); FloatVector c71 = FloatVector.fromArray(LANES, start, i7 + LENGTH);
    for (int p = 0; p < k; p++) {
      int row = bAt + p * (2 * LENGTH);
      int at = aAt + p;
      FloatVector b0 = FloatVector.fromArray(LANES, b, row);
      FloatVector b1 = FloatVector.fromArray(LANES, b, row + LENGTH);
      FloatVector s0 = FloatVector.broadcast(LANES, a[at]); c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01);
      FloatVector s1 = FloatVector.broadcast(LANES, a[at + DEPTH]); c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11);
      FloatVector s2 = FloatVector.broadcast(LANES, a[at + 2 * DEPTH]); c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21);
      FloatVector s3 = FloatVector.broadcast(LANES, a[at + 3 * DEPTH]); c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31);
      FloatVector s4 = FloatVector.broadcast(LANES, a[at + 4 * DEPTH]); c40 = b0.fma(s4, c40); c41 = b1.fma(s4, c41);
      FloatVector s5 = FloatVector.broadcast(LANES, a[at + 5 * DEPTH]); c50 = b0.fma(s5, c50); c51 = b1.fma(s5, c51);
      FloatVector s6 = FloatVector.broadcast(LANES, a[at + 6 * DEPTH]); c60 = b0.fma(s6, c60); c61 = b1.fma(s6, c61);
      FloatVector s7 = FloatVector.broadcast(LANES, a[at + 7 * DEPTH]); c70 = b0.fma(s7, c70); c71 = b1.fma(s7, c71);
    }
    int to7 = cAt + Math.min(7, last) * cStride;
    c70.intoArray(c, to7); c71.intoArray(c, to7 + LENGTH);
    int to6 = cAt + Math.min(6, last) * cStride;
    c60.intoArray(c, to6); c61.intoArray(c, to6 + LENGTH);
    int to5 = cAt + Math.min(5, last) * cStride;
    c50.intoArray(c, to5); c51.intoArray(c, to5 + LENGTH);
    int to4 = cAt + Math.min(4, last) * cStride;
    c40.intoArray(c, to4); c41.intoArray(c, to4 + LENGTH);
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
    int i4 = startAt + Math.min(4, last) * startStride;
    int i5 = startAt + Math.min(5, last) * startStride;
    int i6 = startAt + Math.min(6, last) * startStride;
    int i7 = startAt + Math.min(7, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5);
    FloatVector c60 = FloatVector.fromArray(LANES, start, i6);
    FloatVector c70 = FloatVector.fromArray(LANES, start, i7);
    for (int p = 0; p < k; p++) {
      int row = bAt + p * LENGTH;
      int at = aAt + p;
      FloatVector b0 = FloatVector.fromArray(LANES, b, row);
      FloatVector s0 = FloatVector.broadcast(LANES, a[at]); c00 = b0.fma(s0, c00);
      FloatVector s1 = FloatVector.broadcast(LANES, a[at + DEPTH]); c10 = b0.fma(s1, c10);
      FloatVector s2 = FloatVector.broadcast(LANES, a[at + 2 * DEPTH]); c20 = b0.fma(s2, c20);
      FloatVector s3 = FloatVector.broadcast(LANES, a[at + 3 * DEPTH]); c30 = b0.fma(s3, c30);
      FloatVector s4 = FloatVector.broadcast(LANES, a[at + 4 * DEPTH]); c40 = b0.fma(s4, c40);
      FloatVector s5 = FloatVector.broadcast(LANES, a[at + 5 * DEPTH]); c50 = b0.fma(s5, c50);
      FloatVector s6 = FloatVector.broadcast(LANES, a[at + 6 * DEPTH]); c60 = b0.fma(s6, c60);
      FloatVector s7 = FloatVector.broadcast(LANES, a[at + 7 * DEPTH]); c70 = b0.fma(s7, c70);
    }
    int to7 = cAt + Math.min(7, last) * cStride;
    c70.intoArray(c, to7);
    int to6 = cAt + Math.min(6, last) * cStride;
    c60.intoArray(c, to6);
    int to5 = cAt + Math.min(5, last) * cStride;
    c50.intoArray(c, to5);
    int to4 = cAt + Math.min(4, last) * cStride;
    c40.intoArray(c, to4);
    int to3 = cAt + Math.min(3, last) * cStride;
    c30.intoArray(c, to3);
    int to2 = cAt + Math.min(2, last) * cStride;
    c20.intoArray(c, to2);
    int to1 = cAt + Math.min(1, last) * cStride;
    c10.intoArray(c, to1);
    c00.intoArray(c, cAt);
  }

  @Override
  void threePacking() {
    float[] a = this.a;
    float[] b = this.b;
    float[] panel = this.panel;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    int i4 = startAt + Math.min(4, last) * startStride;
    int i5 = startAt + Math.min(5, last) * startStride;
    int i6 = startAt + Math.min(6, last) * startStride;
    int i7 = startAt + Math.min(7, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt); FloatVector c01 = FloatVector.fromArray(LANES, start, startAt + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, start, startAt + 2 * LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, start, i1 + 2 * LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, start, i2 + 2 * LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, start, i3 + 2 * LENGTH);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4); FloatVector c41 = FloatVector.fromArray(LANES, start, i4 + LENGTH);
    FloatVector c42 = FloatVector.fromArray(LANES, start, i4 + 2 * LENGTH);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5); FloatVector c51 = FloatVector.fromArray(LANES, start, i5 + LENGTH);
    FloatVector c52 = FloatVector.fromArray(LANES, start, i5 + 2 * LENGTH);
    FloatVector c60 = FloatVector.fromArray(LANES, start, i6); FloatVector c61 = FloatVector.fromArray(LANES, start, i6 + LENGTH);
    FloatVector c62 = FloatVector.fromArray(LANES, start, i6 + 2 * LENGTH);
    FloatVector c70 = FloatVector.fromArray(LANES, start, i7); FloatVector c71 = FloatVector.fromArray(LANES, start, i7 + LENGTH);
    FloatVector c72 = FloatVector.fromArray(LANES, start, i7 + 2 * LENGTH);
    for (int p = 0, from = bAt; p < k; p++, from += bStride) {
      int at = aAt + p;
      FloatVector b0 = FloatVector.fromArray(LANES, b, from);
      FloatVector b1 = FloatVector.fromArray(LANES, b, from + LENGTH);
      FloatVector b2 = FloatVector.fromArray(LANES, b, from + 2 * LENGTH);
      int to = p * (3 * LENGTH);
      b0.intoArray(panel, to); b1.intoArray(panel, to + LENGTH); b2.intoArray(panel, to + 2 * LENGTH);
      FloatVector s0 = FloatVector.broadcast(LANES, a[at]);
      c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01); c02 = b2.fma(s0, c02);
      FloatVector s1 = FloatVector.broadcast(LANES, a[at + DEPTH]);
      c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11); c12 = b2.fma(s1, c12);
      FloatVector s2 = FloatVector.broadcast(LANES, a[at + 2 * DEPTH]);
      c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21); c22 = b2.fma(s2, c22);
      FloatVector s3 = FloatVector.broadcast(LANES, a[at + 3 * DEPTH]);
      c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31); c32 = b2.fma(s3, c32);
      FloatVector s4 = FloatVector.broadcast(LANES, a[at + 4 * DEPTH]);
      c40 = b0.fma(s4, c40); c41 = b1.fma(s4, c41); c42 = b2.fma(s4, c42);
      FloatVector s5 = FloatVector.broadcast(LANES, a[at + 5 * DEPTH]);
      c50 = b0.fma(s5, c50); c51 = b1.fma(s5, c51); c52 = b2.fma(s5, c52);
      FloatVector s6 = FloatVector.broadcast(LANES, a[at + 6 * DEPTH]);
      c60 = b0.fma(s6, c60); c61 = b1.fma(s6, c61); c62 = b2.fma(s6, c62);
      FloatVector s7 = FloatVector.broadcast(LANES, a[at + 7 * DEPTH]);
      c70 = b0.fma(s7, c70); c71 = b1.fma(s7, c71); c72 = b2.fma(s7, c72);
    }
    int to7 = cAt + Math.min(7, last) * cStride;
    c70.intoArray(c, to7); c71.intoArray(c, to7 + LENGTH); c72.intoArray(c, to7 + 2 * LENGTH);
    int to6 = cAt + Math.min(6, last) * cStride;
    c60.intoArray(c, to6); c61.intoArray(c, to6 + LENGTH); c62.intoArray(c, to6 + 2 * LENGTH);
    int to5 = cAt + Math.min(5, last) * cStride;
    c50.intoArray(c, to5); c51.intoArray(c, to5 + LENGTH); c52.intoArray(c, to5 + 2 * LENGTH);
    int to4 = cAt + Math.min(4, last) * cStride;
    c40.intoArray(c, to4); c41.intoArray(c, to4 + LENGTH); c42.intoArray(c, to4 + 2 * LENGTH);
    int to3 = cAt + Math.min(3, last) * cStride;
    c30.intoArray(c, to3); c31.intoArray(c, to3 + LENGTH); c32.intoArray(c, to3 + 2 * LENGTH);
    int to2 = cAt + Math.min(2, last) * cStride;
    c20.intoArray(c, to2); c21.intoArray(c, to2 + LENGTH); c22.intoArray(c, to2 + 2 * LENGTH);
    int to1 = cAt + Math.min(1, last) * cStride;
    c10.intoArray(c, to1); c11.intoArray(c, to1 + LENGTH); c12.intoArray(c, to1 + 2 * LENGTH);
    c00.intoArray(c, cAt); c01.intoArray(c, cAt + LENGTH); c02.intoArray(c, cAt + 2 * LENGTH);
  }

  @Override
  void twoPacking() {
    float[] a = this.a;
    float[] b = this.b;
    float[] panel = this.panel;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    int i4 = startAt + Math.min(4, last) * startStride;
    int i5 = startAt + Math.min(5, last) * startStride;
    int i6 = startAt + Math.min(6, last) * startStride;
    int i7 = startAt + Math.min(7, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt); FloatVector c01 = FloatVector.fromArray(LANES, start, startAt + LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4); FloatVector c41 = FloatVector.fromArray(LANES, start, i4 + LENGTH);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5); FloatVector c51 = FloatVector.fromArray(LANES, start, i5 + LENGTH);
    FloatVector c60 = FloatVector.fromArray(LANES, start, i6); FloatVector c61 = FloatVector.fromArray(LANES, start, i6 + LENGTH);
    FloatVector c70 = FloatVector.fromArray(LANES, start, i7); FloatVector c71 = FloatVector.fromArray(LANES, start, i7 + LENGTH);
    for (int p = 0, from = bAt; p < k; p++, from += bStride) {
      int at = aAt + p;
      FloatVector b0 = FloatVector.fromArray(LANES, b, from);
      FloatVector b1 = FloatVector.fromArray(LANES, b, from + LENGTH);
      int to = p * (2 * LENGTH);
      b0.intoArray(panel, to); b1.intoArray(panel, to + LENGTH);
      FloatVector s0 = FloatVector.broadcast(LANES, a[at]); c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01);
      FloatVector s1 = FloatVector.broadcast(LANES, a[at + DEPTH]); c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11);
      FloatVector s2 = FloatVector.broadcast(LANES, a[at + 2 * DEPTH]); c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21);
      FloatVector s3 = FloatVector.broadcast(LANES, a[at + 3 * DEPTH]); c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31);
      FloatVector s4 = FloatVector.broadcast(LANES, a[at + 4 * DEPTH]); c40 = b0.fma(s4, c40); c41 = b1.fma(s4, c41);
      FloatVector s5 = FloatVector.broadcast(LANES, a[at + 5 * DEPTH]); c50 = b0.fma(s5, c50); c51 = b1.fma(s5, c51);
      FloatVector s6 = FloatVector.broadcast(LANES, a[at + 6 * DEPTH]); c60 = b0.fma(s6, c60); c61 = b1.fma(s6, c61);
      FloatVector s7 = FloatVector.broadcast(LANES, a[at + 7 * DEPTH]); c70 = b0.fma(s7, c70); c71 = b1.fma(s7, c71);
    }
    int to7 = cAt + Math.min(7, last) * cStride;
    c70.intoArray(c, to7); c71.intoArray(c, to7 + LENGTH);
    int to6 = cAt + Math.min(6, last) * cStride;
    c60.intoArray(c, to6); c61.intoArray(c, to6 + LENGTH);
    int to5 = cAt + Math.min(5, last) * cStride;
    c50.intoArray(c, to5); c51.intoArray(c, to5 + LENGTH);
    int to4 = cAt + Math.min(4, last) * cStride;
    c40.intoArray(c, to4); c41.intoArray(c, to4 + LENGTH);
    int to3 = cAt + Math.min(3, last) * cStride;
    c30.intoArray(c, to3); c31.intoArray(c, to3 + LENGTH);
    int to2 = cAt + Math.min(2, last) * cStride;
    c20.intoArray(c, to2); c21.intoArray(c, to2 + LENGTH);
    int to1 = cAt + Math.min(1, last) * cStride;
    c10.intoArray(c, to1); c11.intoArray(c, to1 + LENGTH);
    c00.intoArray(c, cAt); c01.intoArray(c, cAt + LENGTH);
  }
}

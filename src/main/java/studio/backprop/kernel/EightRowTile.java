package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * Eight rows: up to sixteen sums, for machines with thirty-two vector registers. It is long because each sum is a variable of its own: only
 * so do all of them stay in registers.
 */
final class EightRowTile extends ProductTile {
  @Override
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
    float[] start = this.start;
    int i0 = startAt;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    int i4 = startAt + Math.min(4, last) * startStride;
    int i5 = startAt + Math.min(5, last) * startStride;
    int i6 = startAt + Math.min(6, last) * startStride;
    int i7 = startAt + Math.min(7, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, i0); FloatVector c01 = FloatVector.fromArray(LANES, start, i0 + LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4); FloatVector c41 = FloatVector.fromArray(LANES, start, i4 + LENGTH);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5); FloatVector c51 = FloatVector.fromArray(LANES, start, i5 + LENGTH);
    FloatVector c60 = FloatVector.fromArray(LANES, start, i6); FloatVector c61 = FloatVector.fromArray(LANES, start, i6 + LENGTH);
    FloatVector c70 = FloatVector.fromArray(LANES, start, i7); FloatVector c71 = FloatVector.fromArray(LANES, start, i7 + LENGTH);
    int p = 0;
    int bRow = bAt;
    for (; p < k - 1; p += 2, bRow += 2 * bStride) {
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
      FloatVector d0 = FloatVector.fromArray(LANES, b, bRow + bStride);
      FloatVector d1 = FloatVector.fromArray(LANES, b, bRow + bStride + LENGTH);
      FloatVector t0 = FloatVector.broadcast(LANES, a[a0 + p + 1]);
      c00 = d0.fma(t0, c00); c01 = d1.fma(t0, c01);
      FloatVector t1 = FloatVector.broadcast(LANES, a[a1 + p + 1]);
      c10 = d0.fma(t1, c10); c11 = d1.fma(t1, c11);
      FloatVector t2 = FloatVector.broadcast(LANES, a[a2 + p + 1]);
      c20 = d0.fma(t2, c20); c21 = d1.fma(t2, c21);
      FloatVector t3 = FloatVector.broadcast(LANES, a[a3 + p + 1]);
      c30 = d0.fma(t3, c30); c31 = d1.fma(t3, c31);
      FloatVector t4 = FloatVector.broadcast(LANES, a[a4 + p + 1]);
      c40 = d0.fma(t4, c40); c41 = d1.fma(t4, c41);
      FloatVector t5 = FloatVector.broadcast(LANES, a[a5 + p + 1]);
      c50 = d0.fma(t5, c50); c51 = d1.fma(t5, c51);
      FloatVector t6 = FloatVector.broadcast(LANES, a[a6 + p + 1]);
      c60 = d0.fma(t6, c60); c61 = d1.fma(t6, c61);
      FloatVector t7 = FloatVector.broadcast(LANES, a[a7 + p + 1]);
      c70 = d0.fma(t7, c70); c71 = d1.fma(t7, c71);
    }
    if (p < k) {
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
    float[] c = this.c;
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
    int to0 = cAt;
    c00.intoArray(c, to0); c01.intoArray(c, to0 + LENGTH);
  }

  @Override
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
    float[] start = this.start;
    int i0 = startAt;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    int i4 = startAt + Math.min(4, last) * startStride;
    int i5 = startAt + Math.min(5, last) * startStride;
    int i6 = startAt + Math.min(6, last) * startStride;
    int i7 = startAt + Math.min(7, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, i0);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5);
    FloatVector c60 = FloatVector.fromArray(LANES, start, i6);
    FloatVector c70 = FloatVector.fromArray(LANES, start, i7);
    for (int p = 0, bRow = bAt; p < k; p++, bRow += bStride) {
      FloatVector b0 = FloatVector.fromArray(LANES, b, bRow);
      FloatVector s0 = FloatVector.broadcast(LANES, a[a0 + p]);
      c00 = b0.fma(s0, c00);
      FloatVector s1 = FloatVector.broadcast(LANES, a[a1 + p]);
      c10 = b0.fma(s1, c10);
      FloatVector s2 = FloatVector.broadcast(LANES, a[a2 + p]);
      c20 = b0.fma(s2, c20);
      FloatVector s3 = FloatVector.broadcast(LANES, a[a3 + p]);
      c30 = b0.fma(s3, c30);
      FloatVector s4 = FloatVector.broadcast(LANES, a[a4 + p]);
      c40 = b0.fma(s4, c40);
      FloatVector s5 = FloatVector.broadcast(LANES, a[a5 + p]);
      c50 = b0.fma(s5, c50);
      FloatVector s6 = FloatVector.broadcast(LANES, a[a6 + p]);
      c60 = b0.fma(s6, c60);
      FloatVector s7 = FloatVector.broadcast(LANES, a[a7 + p]);
      c70 = b0.fma(s7, c70);
    }
    float[] c = this.c;
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
    int to0 = cAt;
    c00.intoArray(c, to0);
  }

  @Override
  void transposedTwo() {
    float[] a = this.a;
    float[] b = this.b;
    float[] start = this.start;
    int i0 = startAt;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    int i4 = startAt + Math.min(4, last) * startStride;
    int i5 = startAt + Math.min(5, last) * startStride;
    int i6 = startAt + Math.min(6, last) * startStride;
    int i7 = startAt + Math.min(7, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, i0); FloatVector c01 = FloatVector.fromArray(LANES, start, i0 + LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4); FloatVector c41 = FloatVector.fromArray(LANES, start, i4 + LENGTH);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5); FloatVector c51 = FloatVector.fromArray(LANES, start, i5 + LENGTH);
    FloatVector c60 = FloatVector.fromArray(LANES, start, i6); FloatVector c61 = FloatVector.fromArray(LANES, start, i6 + LENGTH);
    FloatVector c70 = FloatVector.fromArray(LANES, start, i7); FloatVector c71 = FloatVector.fromArray(LANES, start, i7 + LENGTH);
    int p = 0;
    int aRow = aAt;
    int bRow = bAt;
    for (; p < k - 1; p += 2, aRow += 2 * aStride, bRow += 2 * bStride) {
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
      FloatVector d0 = FloatVector.fromArray(LANES, b, bRow + bStride);
      FloatVector d1 = FloatVector.fromArray(LANES, b, bRow + bStride + LENGTH);
      FloatVector t0 = FloatVector.broadcast(LANES, a[aRow + aStride]);
      c00 = d0.fma(t0, c00); c01 = d1.fma(t0, c01);
      FloatVector t1 = FloatVector.broadcast(LANES, a[aRow + aStride + 1]);
      c10 = d0.fma(t1, c10); c11 = d1.fma(t1, c11);
      FloatVector t2 = FloatVector.broadcast(LANES, a[aRow + aStride + 2]);
      c20 = d0.fma(t2, c20); c21 = d1.fma(t2, c21);
      FloatVector t3 = FloatVector.broadcast(LANES, a[aRow + aStride + 3]);
      c30 = d0.fma(t3, c30); c31 = d1.fma(t3, c31);
      FloatVector t4 = FloatVector.broadcast(LANES, a[aRow + aStride + 4]);
      c40 = d0.fma(t4, c40); c41 = d1.fma(t4, c41);
      FloatVector t5 = FloatVector.broadcast(LANES, a[aRow + aStride + 5]);
      c50 = d0.fma(t5, c50); c51 = d1.fma(t5, c51);
      FloatVector t6 = FloatVector.broadcast(LANES, a[aRow + aStride + 6]);
      c60 = d0.fma(t6, c60); c61 = d1.fma(t6, c61);
      FloatVector t7 = FloatVector.broadcast(LANES, a[aRow + aStride + 7]);
      c70 = d0.fma(t7, c70); c71 = d1.fma(t7, c71);
    }
    if (p < k) {
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
    float[] c = this.c;
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
    int to0 = cAt;
    c00.intoArray(c, to0); c01.intoArray(c, to0 + LENGTH);
  }

  @Override
  void transposedOne() {
    float[] a = this.a;
    float[] b = this.b;
    float[] start = this.start;
    int i0 = startAt;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    int i4 = startAt + Math.min(4, last) * startStride;
    int i5 = startAt + Math.min(5, last) * startStride;
    int i6 = startAt + Math.min(6, last) * startStride;
    int i7 = startAt + Math.min(7, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, i0);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5);
    FloatVector c60 = FloatVector.fromArray(LANES, start, i6);
    FloatVector c70 = FloatVector.fromArray(LANES, start, i7);
    for (int p = 0, aRow = aAt, bRow = bAt; p < k; p++, aRow += aStride, bRow += bStride) {
      FloatVector b0 = FloatVector.fromArray(LANES, b, bRow);
      FloatVector s0 = FloatVector.broadcast(LANES, a[aRow]);
      c00 = b0.fma(s0, c00);
      FloatVector s1 = FloatVector.broadcast(LANES, a[aRow + 1]);
      c10 = b0.fma(s1, c10);
      FloatVector s2 = FloatVector.broadcast(LANES, a[aRow + 2]);
      c20 = b0.fma(s2, c20);
      FloatVector s3 = FloatVector.broadcast(LANES, a[aRow + 3]);
      c30 = b0.fma(s3, c30);
      FloatVector s4 = FloatVector.broadcast(LANES, a[aRow + 4]);
      c40 = b0.fma(s4, c40);
      FloatVector s5 = FloatVector.broadcast(LANES, a[aRow + 5]);
      c50 = b0.fma(s5, c50);
      FloatVector s6 = FloatVector.broadcast(LANES, a[aRow + 6]);
      c60 = b0.fma(s6, c60);
      FloatVector s7 = FloatVector.broadcast(LANES, a[aRow + 7]);
      c70 = b0.fma(s7, c70);
    }
    float[] c = this.c;
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
    int to0 = cAt;
    c00.intoArray(c, to0);
  }
}

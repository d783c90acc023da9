package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;

/** Four rows: up to eight sums, for machines with sixteen vector registers. */
final class FourRowTile extends ProductTile {
  @Override
  void plainTwo() {
    float[] a = this.a;
    float[] b = this.b;
    int a0 = aAt;
    int a1 = aAt + Math.min(1, last) * aStride;
    int a2 = aAt + Math.min(2, last) * aStride;
    int a3 = aAt + Math.min(3, last) * aStride;
    float[] start = this.start;
    int i0 = startAt;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, i0); FloatVector c01 = FloatVector.fromArray(LANES, start, i0 + LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
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
    }
    float[] c = this.c;
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
    float[] start = this.start;
    int i0 = startAt;
    int i1 = startAt + Math.min(1, last) * startStride;
    int i2 = startAt + Math.min(2, last) * startStride;
    int i3 = startAt + Math.min(3, last) * startStride;
    FloatVector c00 = FloatVector.fromArray(LANES, start, i0);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3);
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
    }
    float[] c = this.c;
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
    FloatVector c00 = FloatVector.fromArray(LANES, start, i0); FloatVector c01 = FloatVector.fromArray(LANES, start, i0 + LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
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
    }
    float[] c = this.c;
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
    FloatVector c00 = FloatVector.fromArray(LANES, start, i0);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3);
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
    }
    float[] c = this.c;
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

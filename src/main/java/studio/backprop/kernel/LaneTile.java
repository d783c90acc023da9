package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner loops of a convolution with the batch in the vector lanes. Some channels of two output pixels stay in registers during the loop
 * over all input channels and taps: {@code offsets[p]} is the offset of tap p from the input pixels at {@code x0} and {@code x1}. The
 * weights of a tile are packed row by row after the initial values of the sums. Each sum is a local variable, as arrays are not kept in
 * registers.
 */
final class LaneTile {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;

  private LaneTile() {}

  static void run(
      int height, float[] x, int x0, int x1, int[] offsets, int k, float[] w, int wAt, float[] y, int y0, int y1, int plane) {
    switch (height) {
      case 8 -> eight(x, x0, x1, offsets, k, w, wAt, y, y0, y1, plane);
      case 6 -> six(x, x0, x1, offsets, k, w, wAt, y, y0, y1, plane);
      case 4 -> four(x, x0, x1, offsets, k, w, wAt, y, y0, y1, plane);
      case 3 -> three(x, x0, x1, offsets, k, w, wAt, y, y0, y1, plane);
      case 2 -> two(x, x0, x1, offsets, k, w, wAt, y, y0, y1, plane);
      default -> one(x, x0, x1, offsets, k, w, wAt, y, y0, y1);
    }
  }

  /** Eight channels of two pixels. */
  static void eight(
      float[] x, int x0, int x1, int[] offsets, int k, float[] w, int wAt, float[] y, int y0, int y1, int plane) {
    FloatVector c00 = FloatVector.broadcast(LANES, w[wAt]); FloatVector c01 = c00;
    FloatVector c10 = FloatVector.broadcast(LANES, w[wAt + 1]); FloatVector c11 = c10;
    FloatVector c20 = FloatVector.broadcast(LANES, w[wAt + 2]); FloatVector c21 = c20;
    FloatVector c30 = FloatVector.broadcast(LANES, w[wAt + 3]); FloatVector c31 = c30;
    FloatVector c40 = FloatVector.broadcast(LANES, w[wAt + 4]); FloatVector c41 = c40;
    FloatVector c50 = FloatVector.broadcast(LANES, w[wAt + 5]); FloatVector c51 = c50;
    FloatVector c60 = FloatVector.broadcast(LANES, w[wAt + 6]); FloatVector c61 = c60;
    FloatVector c70 = FloatVector.broadcast(LANES, w[wAt + 7]); FloatVector c71 = c70;
    for (int p = 0, row = wAt + 8; p < k; p++, row += 8) {
      int offset = offsets[p];
      FloatVector b0 = FloatVector.fromArray(LANES, x, x0 + offset);
      FloatVector b1 = FloatVector.fromArray(LANES, x, x1 + offset);
      FloatVector s0 = FloatVector.broadcast(LANES, w[row]);
      c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01);
      FloatVector s1 = FloatVector.broadcast(LANES, w[row + 1]);
      c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11);
      FloatVector s2 = FloatVector.broadcast(LANES, w[row + 2]);
      c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21);
      FloatVector s3 = FloatVector.broadcast(LANES, w[row + 3]);
      c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31);
      FloatVector s4 = FloatVector.broadcast(LANES, w[row + 4]);
      c40 = b0.fma(s4, c40); c41 = b1.fma(s4, c41);
      FloatVector s5 = FloatVector.broadcast(LANES, w[row + 5]);
      c50 = b0.fma(s5, c50); c51 = b1.fma(s5, c51);
      FloatVector s6 = FloatVector.broadcast(LANES, w[row + 6]);
      c60 = b0.fma(s6, c60); c61 = b1.fma(s6, c61);
      FloatVector s7 = FloatVector.broadcast(LANES, w[row + 7]);
      c70 = b0.fma(s7, c70); c71 = b1.fma(s7, c71);
    }
    c00.intoArray(y, y0); c01.intoArray(y, y1);
    c10.intoArray(y, y0 + plane); c11.intoArray(y, y1 + plane);
    c20.intoArray(y, y0 + 2 * plane); c21.intoArray(y, y1 + 2 * plane);
    c30.intoArray(y, y0 + 3 * plane); c31.intoArray(y, y1 + 3 * plane);
    c40.intoArray(y, y0 + 4 * plane); c41.intoArray(y, y1 + 4 * plane);
    c50.intoArray(y, y0 + 5 * plane); c51.intoArray(y, y1 + 5 * plane);
    c60.intoArray(y, y0 + 6 * plane); c61.intoArray(y, y1 + 6 * plane);
    c70.intoArray(y, y0 + 7 * plane); c71.intoArray(y, y1 + 7 * plane);
  }

  static void six(
      float[] x, int x0, int x1, int[] offsets, int k, float[] w, int wAt, float[] y, int y0, int y1, int plane) {
    FloatVector c00 = FloatVector.broadcast(LANES, w[wAt]); FloatVector c01 = c00;
    FloatVector c10 = FloatVector.broadcast(LANES, w[wAt + 1]); FloatVector c11 = c10;
    FloatVector c20 = FloatVector.broadcast(LANES, w[wAt + 2]); FloatVector c21 = c20;
    FloatVector c30 = FloatVector.broadcast(LANES, w[wAt + 3]); FloatVector c31 = c30;
    FloatVector c40 = FloatVector.broadcast(LANES, w[wAt + 4]); FloatVector c41 = c40;
    FloatVector c50 = FloatVector.broadcast(LANES, w[wAt + 5]); FloatVector c51 = c50;
    for (int p = 0, row = wAt + 6; p < k; p++, row += 6) {
      int offset = offsets[p];
      FloatVector b0 = FloatVector.fromArray(LANES, x, x0 + offset);
      FloatVector b1 = FloatVector.fromArray(LANES, x, x1 + offset);
      FloatVector s0 = FloatVector.broadcast(LANES, w[row]);
      c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01);
      FloatVector s1 = FloatVector.broadcast(LANES, w[row + 1]);
      c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11);
      FloatVector s2 = FloatVector.broadcast(LANES, w[row + 2]);
      c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21);
      FloatVector s3 = FloatVector.broadcast(LANES, w[row + 3]);
      c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31);
      FloatVector s4 = FloatVector.broadcast(LANES, w[row + 4]);
      c40 = b0.fma(s4, c40); c41 = b1.fma(s4, c41);
      FloatVector s5 = FloatVector.broadcast(LANES, w[row + 5]);
      c50 = b0.fma(s5, c50); c51 = b1.fma(s5, c51);
    }
    c00.intoArray(y, y0); c01.intoArray(y, y1);
    c10.intoArray(y, y0 + plane); c11.intoArray(y, y1 + plane);
    c20.intoArray(y, y0 + 2 * plane); c21.intoArray(y, y1 + 2 * plane);
    c30.intoArray(y, y0 + 3 * plane); c31.intoArray(y, y1 + 3 * plane);
    c40.intoArray(y, y0 + 4 * plane); c41.intoArray(y, y1 + 4 * plane);
    c50.intoArray(y, y0 + 5 * plane); c51.intoArray(y, y1 + 5 * plane);
  }

  static void four(
      float[] x, int x0, int x1, int[] offsets, int k, float[] w, int wAt, float[] y, int y0, int y1, int plane) {
    FloatVector c00 = FloatVector.broadcast(LANES, w[wAt]); FloatVector c01 = c00;
    FloatVector c10 = FloatVector.broadcast(LANES, w[wAt + 1]); FloatVector c11 = c10;
    FloatVector c20 = FloatVector.broadcast(LANES, w[wAt + 2]); FloatVector c21 = c20;
    FloatVector c30 = FloatVector.broadcast(LANES, w[wAt + 3]); FloatVector c31 = c30;
    for (int p = 0, row = wAt + 4; p < k; p++, row += 4) {
      int offset = offsets[p];
      FloatVector b0 = FloatVector.fromArray(LANES, x, x0 + offset);
      FloatVector b1 = FloatVector.fromArray(LANES, x, x1 + offset);
      FloatVector s0 = FloatVector.broadcast(LANES, w[row]);
      c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01);
      FloatVector s1 = FloatVector.broadcast(LANES, w[row + 1]);
      c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11);
      FloatVector s2 = FloatVector.broadcast(LANES, w[row + 2]);
      c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21);
      FloatVector s3 = FloatVector.broadcast(LANES, w[row + 3]);
      c30 = b0.fma(s3, c30); c31 = b1.fma(s3, c31);
    }
    c00.intoArray(y, y0); c01.intoArray(y, y1);
    c10.intoArray(y, y0 + plane); c11.intoArray(y, y1 + plane);
    c20.intoArray(y, y0 + 2 * plane); c21.intoArray(y, y1 + 2 * plane);
    c30.intoArray(y, y0 + 3 * plane); c31.intoArray(y, y1 + 3 * plane);
  }

  static void three(
      float[] x, int x0, int x1, int[] offsets, int k, float[] w, int wAt, float[] y, int y0, int y1, int plane) {
    FloatVector c00 = FloatVector.broadcast(LANES, w[wAt]); FloatVector c01 = c00;
    FloatVector c10 = FloatVector.broadcast(LANES, w[wAt + 1]); FloatVector c11 = c10;
    FloatVector c20 = FloatVector.broadcast(LANES, w[wAt + 2]); FloatVector c21 = c20;
    for (int p = 0, row = wAt + 3; p < k; p++, row += 3) {
      int offset = offsets[p];
      FloatVector b0 = FloatVector.fromArray(LANES, x, x0 + offset);
      FloatVector b1 = FloatVector.fromArray(LANES, x, x1 + offset);
      FloatVector s0 = FloatVector.broadcast(LANES, w[row]);
      c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01);
      FloatVector s1 = FloatVector.broadcast(LANES, w[row + 1]);
      c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11);
      FloatVector s2 = FloatVector.broadcast(LANES, w[row + 2]);
      c20 = b0.fma(s2, c20); c21 = b1.fma(s2, c21);
    }
    c00.intoArray(y, y0); c01.intoArray(y, y1);
    c10.intoArray(y, y0 + plane); c11.intoArray(y, y1 + plane);
    c20.intoArray(y, y0 + 2 * plane); c21.intoArray(y, y1 + 2 * plane);
  }

  static void two(
      float[] x, int x0, int x1, int[] offsets, int k, float[] w, int wAt, float[] y, int y0, int y1, int plane) {
    FloatVector c00 = FloatVector.broadcast(LANES, w[wAt]); FloatVector c01 = c00;
    FloatVector c10 = FloatVector.broadcast(LANES, w[wAt + 1]); FloatVector c11 = c10;
    for (int p = 0, row = wAt + 2; p < k; p++, row += 2) {
      int offset = offsets[p];
      FloatVector b0 = FloatVector.fromArray(LANES, x, x0 + offset);
      FloatVector b1 = FloatVector.fromArray(LANES, x, x1 + offset);
      FloatVector s0 = FloatVector.broadcast(LANES, w[row]);
      c00 = b0.fma(s0, c00); c01 = b1.fma(s0, c01);
      FloatVector s1 = FloatVector.broadcast(LANES, w[row + 1]);
      c10 = b0.fma(s1, c10); c11 = b1.fma(s1, c11);
    }
    c00.intoArray(y, y0); c01.intoArray(y, y1);
    c10.intoArray(y, y0 + plane); c11.intoArray(y, y1 + plane);
  }

  static void one(float[] x, int x0, int x1, int[] offsets, int k, float[] w, int wAt, float[] y, int y0, int y1) {
    FloatVector c0 = FloatVector.broadcast(LANES, w[wAt]); FloatVector c1 = c0;
    for (int p = 0, row = wAt + 1; p < k; p++, row++) {
      int offset = offsets[p];
      FloatVector s = FloatVector.broadcast(LANES, w[row]);
      c0 = FloatVector.fromArray(LANES, x, x0 + offset).fma(s, c0);
      c1 = FloatVector.fromArray(LANES, x, x1 + offset).fma(s, c1);
    }
    c0.intoArray(y, y0); c1.intoArray(y, y1);
  }
}

package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner loops of a stride-1 convolution with the batch in the vector lanes. Some channels of three or four adjacent output pixels stay in
 * registers during the loop over the kernel rows: {@code runs[r]} is the start of the row of taps r, relative to the input pixel at {@code
 * xAt}. Neighbours share loads: four pixels and three taps need six input vectors instead of twelve, and few bounds checks. The weights are
 * packed tap by tap. The sums are initialized from {@code start}. Each sum is a local variable, as arrays are not kept in registers.
 */
final class LaneRowTile {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;
  private static final int TWO = 2 * LENGTH;
  private static final int THREE = 3 * LENGTH;

  private LaneRowTile() {}

  /** Adjacent output pixels in a tile, limited by the registers. */
  static int pixels(int channels) {
    return channels == 6 ? 3 : 4;
  }

  /** Tile of six or four channels for kernels three or five taps wide. */
  static void run(int channels, int taps, float[] x, int xAt, int[] runs, float[] w, int wAt,
      float[] start, int startAt, int startPlane, float[] y, int yAt, int plane) {
    if (taps == 3) {
      if (channels == 6) {
        sixByThree(x, xAt, runs, w, wAt, start, startAt, startPlane, y, yAt, plane);
      } else {
        fourByThree(x, xAt, runs, w, wAt, start, startAt, startPlane, y, yAt, plane);
      }
    } else if (channels == 6) {
      sixByFive(x, xAt, runs, w, wAt, start, startAt, startPlane, y, yAt, plane);
    } else {
      fourByFive(x, xAt, runs, w, wAt, start, startAt, startPlane, y, yAt, plane);
    }
  }

  /** Six channels of three pixels, three taps in a row. */
  private static void sixByThree(float[] x, int xAt, int[] runs, float[] w, int wAt,
      float[] start, int startAt, int startPlane, float[] y, int yAt, int plane) {
    int i1 = startAt + startPlane; int i2 = startAt + 2 * startPlane; int i3 = startAt + 3 * startPlane;
    int i4 = startAt + 4 * startPlane; int i5 = startAt + 5 * startPlane;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt); FloatVector c01 = FloatVector.fromArray(LANES, start, startAt + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, start, startAt + TWO);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, start, i1 + TWO);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, start, i2 + TWO);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, start, i3 + TWO);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4); FloatVector c41 = FloatVector.fromArray(LANES, start, i4 + LENGTH);
    FloatVector c42 = FloatVector.fromArray(LANES, start, i4 + TWO);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5); FloatVector c51 = FloatVector.fromArray(LANES, start, i5 + LENGTH);
    FloatVector c52 = FloatVector.fromArray(LANES, start, i5 + TWO);
    for (int run = 0, row = wAt; run < runs.length; run++, row += 18) {
      int from = xAt + runs[run];
      FloatVector x0 = FloatVector.fromArray(LANES, x, from);
      FloatVector x1 = FloatVector.fromArray(LANES, x, from + LENGTH);
      FloatVector x2 = FloatVector.fromArray(LANES, x, from + 2 * LENGTH);
      FloatVector x3 = FloatVector.fromArray(LANES, x, from + 3 * LENGTH);
      FloatVector x4 = FloatVector.fromArray(LANES, x, from + 4 * LENGTH);
      FloatVector s00 = FloatVector.broadcast(LANES, w[row]);
      c00 = x0.fma(s00, c00); c01 = x1.fma(s00, c01); c02 = x2.fma(s00, c02);
      FloatVector s01 = FloatVector.broadcast(LANES, w[row + 1]);
      c10 = x0.fma(s01, c10); c11 = x1.fma(s01, c11); c12 = x2.fma(s01, c12);
      FloatVector s02 = FloatVector.broadcast(LANES, w[row + 2]);
      c20 = x0.fma(s02, c20); c21 = x1.fma(s02, c21); c22 = x2.fma(s02, c22);
      FloatVector s03 = FloatVector.broadcast(LANES, w[row + 3]);
      c30 = x0.fma(s03, c30); c31 = x1.fma(s03, c31); c32 = x2.fma(s03, c32);
      FloatVector s04 = FloatVector.broadcast(LANES, w[row + 4]);
      c40 = x0.fma(s04, c40); c41 = x1.fma(s04, c41); c42 = x2.fma(s04, c42);
      FloatVector s05 = FloatVector.broadcast(LANES, w[row + 5]);
      c50 = x0.fma(s05, c50); c51 = x1.fma(s05, c51); c52 = x2.fma(s05, c52);
      FloatVector s10 = FloatVector.broadcast(LANES, w[row + 6]);
      c00 = x1.fma(s10, c00); c01 = x2.fma(s10, c01); c02 = x3.fma(s10, c02);
      FloatVector s11 = FloatVector.broadcast(LANES, w[row + 7]);
      c10 = x1.fma(s11, c10); c11 = x2.fma(s11, c11); c12 = x3.fma(s11, c12);
      FloatVector s12 = FloatVector.broadcast(LANES, w[row + 8]);
      c20 = x1.fma(s12, c20); c21 = x2.fma(s12, c21); c22 = x3.fma(s12, c22);
      FloatVector s13 = FloatVector.broadcast(LANES, w[row + 9]);
      c30 = x1.fma(s13, c30); c31 = x2.fma(s13, c31); c32 = x3.fma(s13, c32);
      FloatVector s14 = FloatVector.broadcast(LANES, w[row + 10]);
      c40 = x1.fma(s14, c40); c41 = x2.fma(s14, c41); c42 = x3.fma(s14, c42);
      FloatVector s15 = FloatVector.broadcast(LANES, w[row + 11]);
      c50 = x1.fma(s15, c50); c51 = x2.fma(s15, c51); c52 = x3.fma(s15, c52);
      FloatVector s20 = FloatVector.broadcast(LANES, w[row + 12]);
      c00 = x2.fma(s20, c00); c01 = x3.fma(s20, c01); c02 = x4.fma(s20, c02);
      FloatVector s21 = FloatVector.broadcast(LANES, w[row + 13]);
      c10 = x2.fma(s21, c10); c11 = x3.fma(s21, c11); c12 = x4.fma(s21, c12);
      FloatVector s22 = FloatVector.broadcast(LANES, w[row + 14]);
      c20 = x2.fma(s22, c20); c21 = x3.fma(s22, c21); c22 = x4.fma(s22, c22);
      FloatVector s23 = FloatVector.broadcast(LANES, w[row + 15]);
      c30 = x2.fma(s23, c30); c31 = x3.fma(s23, c31); c32 = x4.fma(s23, c32);
      FloatVector s24 = FloatVector.broadcast(LANES, w[row + 16]);
      c40 = x2.fma(s24, c40); c41 = x3.fma(s24, c41); c42 = x4.fma(s24, c42);
      FloatVector s25 = FloatVector.broadcast(LANES, w[row + 17]);
      c50 = x2.fma(s25, c50); c51 = x3.fma(s25, c51); c52 = x4.fma(s25, c52);
    }
    c00.intoArray(y, yAt); c01.intoArray(y, yAt + LENGTH);
    c02.intoArray(y, yAt + 2 * LENGTH);
    c10.intoArray(y, yAt + plane); c11.intoArray(y, yAt + plane + LENGTH);
    c12.intoArray(y, yAt + plane + 2 * LENGTH);
    c20.intoArray(y, yAt + 2 * plane); c21.intoArray(y, yAt + 2 * plane + LENGTH);
    c22.intoArray(y, yAt + 2 * plane + 2 * LENGTH);
    c30.intoArray(y, yAt + 3 * plane); c31.intoArray(y, yAt + 3 * plane + LENGTH);
    c32.intoArray(y, yAt + 3 * plane + 2 * LENGTH);
    c40.intoArray(y, yAt + 4 * plane); c41.intoArray(y, yAt + 4 * plane + LENGTH);
    c42.intoArray(y, yAt + 4 * plane + 2 * LENGTH);
    c50.intoArray(y, yAt + 5 * plane); c51.intoArray(y, yAt + 5 * plane + LENGTH);
    c52.intoArray(y, yAt + 5 * plane + 2 * LENGTH);
  }

  /** Four channels of four pixels, three taps in a row. */
  private static void fourByThree(float[] x, int xAt, int[] runs, float[] w, int wAt,
      float[] start, int startAt, int startPlane, float[] y, int yAt, int plane) {
    int i1 = startAt + startPlane; int i2 = startAt + 2 * startPlane; int i3 = startAt + 3 * startPlane;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt); FloatVector c01 = FloatVector.fromArray(LANES, start, startAt + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, start, startAt + TWO);
    FloatVector c03 = FloatVector.fromArray(LANES, start, startAt + THREE);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, start, i1 + TWO); FloatVector c13 = FloatVector.fromArray(LANES, start, i1 + THREE);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, start, i2 + TWO); FloatVector c23 = FloatVector.fromArray(LANES, start, i2 + THREE);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, start, i3 + TWO); FloatVector c33 = FloatVector.fromArray(LANES, start, i3 + THREE);
    for (int run = 0, row = wAt; run < runs.length; run++, row += 12) {
      int from = xAt + runs[run];
      FloatVector x0 = FloatVector.fromArray(LANES, x, from);
      FloatVector x1 = FloatVector.fromArray(LANES, x, from + LENGTH);
      FloatVector x2 = FloatVector.fromArray(LANES, x, from + 2 * LENGTH);
      FloatVector x3 = FloatVector.fromArray(LANES, x, from + 3 * LENGTH);
      FloatVector x4 = FloatVector.fromArray(LANES, x, from + 4 * LENGTH);
      FloatVector x5 = FloatVector.fromArray(LANES, x, from + 5 * LENGTH);
      FloatVector s00 = FloatVector.broadcast(LANES, w[row]);
      c00 = x0.fma(s00, c00); c01 = x1.fma(s00, c01); c02 = x2.fma(s00, c02); c03 = x3.fma(s00, c03);
      FloatVector s01 = FloatVector.broadcast(LANES, w[row + 1]);
      c10 = x0.fma(s01, c10); c11 = x1.fma(s01, c11); c12 = x2.fma(s01, c12); c13 = x3.fma(s01, c13);
      FloatVector s02 = FloatVector.broadcast(LANES, w[row + 2]);
      c20 = x0.fma(s02, c20); c21 = x1.fma(s02, c21); c22 = x2.fma(s02, c22); c23 = x3.fma(s02, c23);
      FloatVector s03 = FloatVector.broadcast(LANES, w[row + 3]);
      c30 = x0.fma(s03, c30); c31 = x1.fma(s03, c31); c32 = x2.fma(s03, c32); c33 = x3.fma(s03, c33);
      FloatVector s10 = FloatVector.broadcast(LANES, w[row + 4]);
      c00 = x1.fma(s10, c00); c01 = x2.fma(s10, c01); c02 = x3.fma(s10, c02); c03 = x4.fma(s10, c03);
      FloatVector s11 = FloatVector.broadcast(LANES, w[row + 5]);
      c10 = x1.fma(s11, c10); c11 = x2.fma(s11, c11); c12 = x3.fma(s11, c12); c13 = x4.fma(s11, c13);
      FloatVector s12 = FloatVector.broadcast(LANES, w[row + 6]);
      c20 = x1.fma(s12, c20); c21 = x2.fma(s12, c21); c22 = x3.fma(s12, c22); c23 = x4.fma(s12, c23);
      FloatVector s13 = FloatVector.broadcast(LANES, w[row + 7]);
      c30 = x1.fma(s13, c30); c31 = x2.fma(s13, c31); c32 = x3.fma(s13, c32); c33 = x4.fma(s13, c33);
      FloatVector s20 = FloatVector.broadcast(LANES, w[row + 8]);
      c00 = x2.fma(s20, c00); c01 = x3.fma(s20, c01); c02 = x4.fma(s20, c02); c03 = x5.fma(s20, c03);
      FloatVector s21 = FloatVector.broadcast(LANES, w[row + 9]);
      c10 = x2.fma(s21, c10); c11 = x3.fma(s21, c11); c12 = x4.fma(s21, c12); c13 = x5.fma(s21, c13);
      FloatVector s22 = FloatVector.broadcast(LANES, w[row + 10]);
      c20 = x2.fma(s22, c20); c21 = x3.fma(s22, c21); c22 = x4.fma(s22, c22); c23 = x5.fma(s22, c23);
      FloatVector s23 = FloatVector.broadcast(LANES, w[row + 11]);
      c30 = x2.fma(s23, c30); c31 = x3.fma(s23, c31); c32 = x4.fma(s23, c32); c33 = x5.fma(s23, c33);
    }
    c00.intoArray(y, yAt); c01.intoArray(y, yAt + LENGTH);
    c02.intoArray(y, yAt + 2 * LENGTH); c03.intoArray(y, yAt + 3 * LENGTH);
    c10.intoArray(y, yAt + plane); c11.intoArray(y, yAt + plane + LENGTH);
    c12.intoArray(y, yAt + plane + 2 * LENGTH); c13.intoArray(y, yAt + plane + 3 * LENGTH);
    c20.intoArray(y, yAt + 2 * plane); c21.intoArray(y, yAt + 2 * plane + LENGTH);
    c22.intoArray(y, yAt + 2 * plane + 2 * LENGTH); c23.intoArray(y, yAt + 2 * plane + 3 * LENGTH);
    c30.intoArray(y, yAt + 3 * plane); c31.intoArray(y, yAt + 3 * plane + LENGTH);
    c32.intoArray(y, yAt + 3 * plane + 2 * LENGTH); c33.intoArray(y, yAt + 3 * plane + 3 * LENGTH);
  }

  /** Six channels of three pixels, five taps in a row. */
  private static void sixByFive(float[] x, int xAt, int[] runs, float[] w, int wAt,
      float[] start, int startAt, int startPlane, float[] y, int yAt, int plane) {
    int i1 = startAt + startPlane; int i2 = startAt + 2 * startPlane; int i3 = startAt + 3 * startPlane;
    int i4 = startAt + 4 * startPlane; int i5 = startAt + 5 * startPlane;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt); FloatVector c01 = FloatVector.fromArray(LANES, start, startAt + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, start, startAt + TWO);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, start, i1 + TWO);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, start, i2 + TWO);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, start, i3 + TWO);
    FloatVector c40 = FloatVector.fromArray(LANES, start, i4); FloatVector c41 = FloatVector.fromArray(LANES, start, i4 + LENGTH);
    FloatVector c42 = FloatVector.fromArray(LANES, start, i4 + TWO);
    FloatVector c50 = FloatVector.fromArray(LANES, start, i5); FloatVector c51 = FloatVector.fromArray(LANES, start, i5 + LENGTH);
    FloatVector c52 = FloatVector.fromArray(LANES, start, i5 + TWO);
    for (int run = 0, row = wAt; run < runs.length; run++, row += 30) {
      int from = xAt + runs[run];
      FloatVector x0 = FloatVector.fromArray(LANES, x, from);
      FloatVector x1 = FloatVector.fromArray(LANES, x, from + LENGTH);
      FloatVector x2 = FloatVector.fromArray(LANES, x, from + 2 * LENGTH);
      FloatVector x3 = FloatVector.fromArray(LANES, x, from + 3 * LENGTH);
      FloatVector x4 = FloatVector.fromArray(LANES, x, from + 4 * LENGTH);
      FloatVector x5 = FloatVector.fromArray(LANES, x, from + 5 * LENGTH);
      FloatVector x6 = FloatVector.fromArray(LANES, x, from + 6 * LENGTH);
      FloatVector s00 = FloatVector.broadcast(LANES, w[row]);
      c00 = x0.fma(s00, c00); c01 = x1.fma(s00, c01); c02 = x2.fma(s00, c02);
      FloatVector s01 = FloatVector.broadcast(LANES, w[row + 1]);
      c10 = x0.fma(s01, c10); c11 = x1.fma(s01, c11); c12 = x2.fma(s01, c12);
      FloatVector s02 = FloatVector.broadcast(LANES, w[row + 2]);
      c20 = x0.fma(s02, c20); c21 = x1.fma(s02, c21); c22 = x2.fma(s02, c22);
      FloatVector s03 = FloatVector.broadcast(LANES, w[row + 3]);
      c30 = x0.fma(s03, c30); c31 = x1.fma(s03, c31); c32 = x2.fma(s03, c32);
      FloatVector s04 = FloatVector.broadcast(LANES, w[row + 4]);
      c40 = x0.fma(s04, c40); c41 = x1.fma(s04, c41); c42 = x2.fma(s04, c42);
      FloatVector s05 = FloatVector.broadcast(LANES, w[row + 5]);
      c50 = x0.fma(s05, c50); c51 = x1.fma(s05, c51); c52 = x2.fma(s05, c52);
      FloatVector s10 = FloatVector.broadcast(LANES, w[row + 6]);
      c00 = x1.fma(s10, c00); c01 = x2.fma(s10, c01); c02 = x3.fma(s10, c02);
      FloatVector s11 = FloatVector.broadcast(LANES, w[row + 7]);
      c10 = x1.fma(s11, c10); c11 = x2.fma(s11, c11); c12 = x3.fma(s11, c12);
      FloatVector s12 = FloatVector.broadcast(LANES, w[row + 8]);
      c20 = x1.fma(s12, c20); c21 = x2.fma(s12, c21); c22 = x3.fma(s12, c22);
      FloatVector s13 = FloatVector.broadcast(LANES, w[row + 9]);
      c30 = x1.fma(s13, c30); c31 = x2.fma(s13, c31); c32 = x3.fma(s13, c32);
      FloatVector s14 = FloatVector.broadcast(LANES, w[row + 10]);
      c40 = x1.fma(s14, c40); c41 = x2.fma(s14, c41); c42 = x3.fma(s14, c42);
      FloatVector s15 = FloatVector.broadcast(LANES, w[row + 11]);
      c50 = x1.fma(s15, c50); c51 = x2.fma(s15, c51); c52 = x3.fma(s15, c52);
      FloatVector s20 = FloatVector.broadcast(LANES, w[row + 12]);
      c00 = x2.fma(s20, c00); c01 = x3.fma(s20, c01); c02 = x4.fma(s20, c02);
      FloatVector s21 = FloatVector.broadcast(LANES, w[row + 13]);
      c10 = x2.fma(s21, c10); c11 = x3.fma(s21, c11); c12 = x4.fma(s21, c12);
      FloatVector s22 = FloatVector.broadcast(LANES, w[row + 14]);
      c20 = x2.fma(s22, c20); c21 = x3.fma(s22, c21); c22 = x4.fma(s22, c22);
      FloatVector s23 = FloatVector.broadcast(LANES, w[row + 15]);
      c30 = x2.fma(s23, c30); c31 = x3.fma(s23, c31); c32 = x4.fma(s23, c32);
      FloatVector s24 = FloatVector.broadcast(LANES, w[row + 16]);
      c40 = x2.fma(s24, c40); c41 = x3.fma(s24, c41); c42 = x4.fma(s24, c42);
      FloatVector s25 = FloatVector.broadcast(LANES, w[row + 17]);
      c50 = x2.fma(s25, c50); c51 = x3.fma(s25, c51); c52 = x4.fma(s25, c52);
      FloatVector s30 = FloatVector.broadcast(LANES, w[row + 18]);
      c00 = x3.fma(s30, c00); c01 = x4.fma(s30, c01); c02 = x5.fma(s30, c02);
      FloatVector s31 = FloatVector.broadcast(LANES, w[row + 19]);
      c10 = x3.fma(s31, c10); c11 = x4.fma(s31, c11); c12 = x5.fma(s31, c12);
      FloatVector s32 = FloatVector.broadcast(LANES, w[row + 20]);
      c20 = x3.fma(s32, c20); c21 = x4.fma(s32, c21); c22 = x5.fma(s32, c22);
      FloatVector s33 = FloatVector.broadcast(LANES, w[row + 21]);
      c30 = x3.fma(s33, c30); c31 = x4.fma(s33, c31); c32 = x5.fma(s33, c32);
      FloatVector s34 = FloatVector.broadcast(LANES, w[row + 22]);
      c40 = x3.fma(s34, c40); c41 = x4.fma(s34, c41); c42 = x5.fma(s34, c42);
      FloatVector s35 = FloatVector.broadcast(LANES, w[row + 23]);
      c50 = x3.fma(s35, c50); c51 = x4.fma(s35, c51); c52 = x5.fma(s35, c52);
      FloatVector s40 = FloatVector.broadcast(LANES, w[row + 24]);
      c00 = x4.fma(s40, c00); c01 = x5.fma(s40, c01); c02 = x6.fma(s40, c02);
      FloatVector s41 = FloatVector.broadcast(LANES, w[row + 25]);
      c10 = x4.fma(s41, c10); c11 = x5.fma(s41, c11); c12 = x6.fma(s41, c12);
      FloatVector s42 = FloatVector.broadcast(LANES, w[row + 26]);
      c20 = x4.fma(s42, c20); c21 = x5.fma(s42, c21); c22 = x6.fma(s42, c22);
      FloatVector s43 = FloatVector.broadcast(LANES, w[row + 27]);
      c30 = x4.fma(s43, c30); c31 = x5.fma(s43, c31); c32 = x6.fma(s43, c32);
      FloatVector s44 = FloatVector.broadcast(LANES, w[row + 28]);
      c40 = x4.fma(s44, c40); c41 = x5.fma(s44, c41); c42 = x6.fma(s44, c42);
      FloatVector s45 = FloatVector.broadcast(LANES, w[row + 29]);
      c50 = x4.fma(s45, c50); c51 = x5.fma(s45, c51); c52 = x6.fma(s45, c52);
    }
    c00.intoArray(y, yAt); c01.intoArray(y, yAt + LENGTH);
    c02.intoArray(y, yAt + 2 * LENGTH);
    c10.intoArray(y, yAt + plane); c11.intoArray(y, yAt + plane + LENGTH);
    c12.intoArray(y, yAt + plane + 2 * LENGTH);
    c20.intoArray(y, yAt + 2 * plane); c21.intoArray(y, yAt + 2 * plane + LENGTH);
    c22.intoArray(y, yAt + 2 * plane + 2 * LENGTH);
    c30.intoArray(y, yAt + 3 * plane); c31.intoArray(y, yAt + 3 * plane + LENGTH);
    c32.intoArray(y, yAt + 3 * plane + 2 * LENGTH);
    c40.intoArray(y, yAt + 4 * plane); c41.intoArray(y, yAt + 4 * plane + LENGTH);
    c42.intoArray(y, yAt + 4 * plane + 2 * LENGTH);
    c50.intoArray(y, yAt + 5 * plane); c51.intoArray(y, yAt + 5 * plane + LENGTH);
    c52.intoArray(y, yAt + 5 * plane + 2 * LENGTH);
  }

  /** Four channels of four pixels, five taps in a row. */
  private static void fourByFive(float[] x, int xAt, int[] runs, float[] w, int wAt,
      float[] start, int startAt, int startPlane, float[] y, int yAt, int plane) {
    int i1 = startAt + startPlane; int i2 = startAt + 2 * startPlane; int i3 = startAt + 3 * startPlane;
    FloatVector c00 = FloatVector.fromArray(LANES, start, startAt); FloatVector c01 = FloatVector.fromArray(LANES, start, startAt + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, start, startAt + TWO);
    FloatVector c03 = FloatVector.fromArray(LANES, start, startAt + THREE);
    FloatVector c10 = FloatVector.fromArray(LANES, start, i1); FloatVector c11 = FloatVector.fromArray(LANES, start, i1 + LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, start, i1 + TWO); FloatVector c13 = FloatVector.fromArray(LANES, start, i1 + THREE);
    FloatVector c20 = FloatVector.fromArray(LANES, start, i2); FloatVector c21 = FloatVector.fromArray(LANES, start, i2 + LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, start, i2 + TWO); FloatVector c23 = FloatVector.fromArray(LANES, start, i2 + THREE);
    FloatVector c30 = FloatVector.fromArray(LANES, start, i3); FloatVector c31 = FloatVector.fromArray(LANES, start, i3 + LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, start, i3 + TWO); FloatVector c33 = FloatVector.fromArray(LANES, start, i3 + THREE);
    for (int run = 0, row = wAt; run < runs.length; run++, row += 20) {
      int from = xAt + runs[run];
      FloatVector x0 = FloatVector.fromArray(LANES, x, from);
      FloatVector x1 = FloatVector.fromArray(LANES, x, from + LENGTH);
      FloatVector x2 = FloatVector.fromArray(LANES, x, from + 2 * LENGTH);
      FloatVector x3 = FloatVector.fromArray(LANES, x, from + 3 * LENGTH);
      FloatVector x4 = FloatVector.fromArray(LANES, x, from + 4 * LENGTH);
      FloatVector x5 = FloatVector.fromArray(LANES, x, from + 5 * LENGTH);
      FloatVector x6 = FloatVector.fromArray(LANES, x, from + 6 * LENGTH);
      FloatVector x7 = FloatVector.fromArray(LANES, x, from + 7 * LENGTH);
      FloatVector s00 = FloatVector.broadcast(LANES, w[row]);
      c00 = x0.fma(s00, c00); c01 = x1.fma(s00, c01); c02 = x2.fma(s00, c02); c03 = x3.fma(s00, c03);
      FloatVector s01 = FloatVector.broadcast(LANES, w[row + 1]);
      c10 = x0.fma(s01, c10); c11 = x1.fma(s01, c11); c12 = x2.fma(s01, c12); c13 = x3.fma(s01, c13);
      FloatVector s02 = FloatVector.broadcast(LANES, w[row + 2]);
      c20 = x0.fma(s02, c20); c21 = x1.fma(s02, c21); c22 = x2.fma(s02, c22); c23 = x3.fma(s02, c23);
      FloatVector s03 = FloatVector.broadcast(LANES, w[row + 3]);
      c30 = x0.fma(s03, c30); c31 = x1.fma(s03, c31); c32 = x2.fma(s03, c32); c33 = x3.fma(s03, c33);
      FloatVector s10 = FloatVector.broadcast(LANES, w[row + 4]);
      c00 = x1.fma(s10, c00); c01 = x2.fma(s10, c01); c02 = x3.fma(s10, c02); c03 = x4.fma(s10, c03);
      FloatVector s11 = FloatVector.broadcast(LANES, w[row + 5]);
      c10 = x1.fma(s11, c10); c11 = x2.fma(s11, c11); c12 = x3.fma(s11, c12); c13 = x4.fma(s11, c13);
      FloatVector s12 = FloatVector.broadcast(LANES, w[row + 6]);
      c20 = x1.fma(s12, c20); c21 = x2.fma(s12, c21); c22 = x3.fma(s12, c22); c23 = x4.fma(s12, c23);
      FloatVector s13 = FloatVector.broadcast(LANES, w[row + 7]);
      c30 = x1.fma(s13, c30); c31 = x2.fma(s13, c31); c32 = x3.fma(s13, c32); c33 = x4.fma(s13, c33);
      FloatVector s20 = FloatVector.broadcast(LANES, w[row + 8]);
      c00 = x2.fma(s20, c00); c01 = x3.fma(s20, c01); c02 = x4.fma(s20, c02); c03 = x5.fma(s20, c03);
      FloatVector s21 = FloatVector.broadcast(LANES, w[row + 9]);
      c10 = x2.fma(s21, c10); c11 = x3.fma(s21, c11); c12 = x4.fma(s21, c12); c13 = x5.fma(s21, c13);
      FloatVector s22 = FloatVector.broadcast(LANES, w[row + 10]);
      c20 = x2.fma(s22, c20); c21 = x3.fma(s22, c21); c22 = x4.fma(s22, c22); c23 = x5.fma(s22, c23);
      FloatVector s23 = FloatVector.broadcast(LANES, w[row + 11]);
      c30 = x2.fma(s23, c30); c31 = x3.fma(s23, c31); c32 = x4.fma(s23, c32); c33 = x5.fma(s23, c33);
      FloatVector s30 = FloatVector.broadcast(LANES, w[row + 12]);
      c00 = x3.fma(s30, c00); c01 = x4.fma(s30, c01); c02 = x5.fma(s30, c02); c03 = x6.fma(s30, c03);
      FloatVector s31 = FloatVector.broadcast(LANES, w[row + 13]);
      c10 = x3.fma(s31, c10); c11 = x4.fma(s31, c11); c12 = x5.fma(s31, c12); c13 = x6.fma(s31, c13);
      FloatVector s32 = FloatVector.broadcast(LANES, w[row + 14]);
      c20 = x3.fma(s32, c20); c21 = x4.fma(s32, c21); c22 = x5.fma(s32, c22); c23 = x6.fma(s32, c23);
      FloatVector s33 = FloatVector.broadcast(LANES, w[row + 15]);
      c30 = x3.fma(s33, c30); c31 = x4.fma(s33, c31); c32 = x5.fma(s33, c32); c33 = x6.fma(s33, c33);
      FloatVector s40 = FloatVector.broadcast(LANES, w[row + 16]);
      c00 = x4.fma(s40, c00); c01 = x5.fma(s40, c01); c02 = x6.fma(s40, c02); c03 = x7.fma(s40, c03);
      FloatVector s41 = FloatVector.broadcast(LANES, w[row + 17]);
      c10 = x4.fma(s41, c10); c11 = x5.fma(s41, c11); c12 = x6.fma(s41, c12); c13 = x7.fma(s41, c13);
      FloatVector s42 = FloatVector.broadcast(LANES, w[row + 18]);
      c20 = x4.fma(s42, c20); c21 = x5.fma(s42, c21); c22 = x6.fma(s42, c22); c23 = x7.fma(s42, c23);
      FloatVector s43 = FloatVector.broadcast(LANES, w[row + 19]);
      c30 = x4.fma(s43, c30); c31 = x5.fma(s43, c31); c32 = x6.fma(s43, c32); c33 = x7.fma(s43, c33);
    }
    c00.intoArray(y, yAt); c01.intoArray(y, yAt + LENGTH);
    c02.intoArray(y, yAt + 2 * LENGTH); c03.intoArray(y, yAt + 3 * LENGTH);
    c10.intoArray(y, yAt + plane); c11.intoArray(y, yAt + plane + LENGTH);
    c12.intoArray(y, yAt + plane + 2 * LENGTH); c13.intoArray(y, yAt + plane + 3 * LENGTH);
    c20.intoArray(y, yAt + 2 * plane); c21.intoArray(y, yAt + 2 * plane + LENGTH);
    c22.intoArray(y, yAt + 2 * plane + 2 * LENGTH); c23.intoArray(y, yAt + 2 * plane + 3 * LENGTH);
    c30.intoArray(y, yAt + 3 * plane); c31.intoArray(y, yAt + 3 * plane + LENGTH);
    c32.intoArray(y, yAt + 3 * plane + 2 * LENGTH); c33.intoArray(y, yAt + 3 * plane + 3 * LENGTH);
  }
}

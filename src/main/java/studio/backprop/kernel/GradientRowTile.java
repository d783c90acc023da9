package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner loops of a convolution's weight gradient for contiguous taps of a kernel row. A tile is some filters by one kernel row of one
 * channel. {@code pixels[p]} is the start in x of that row's window of output pixel p, if {@code xAt} is that of the first; {@code dy} has
 * the gradients of the same pixels, {@link #PLANE} apart for each filter. Adds to {@code sums}, filter by filter, a vector for each tap.
 *
 * <p>Eight filters by three taps need fewer loads per multiply-add than other tiles with as many sums; as the distances of taps and filters
 * are constants, a row needs only two bounds checks and two addresses.
 */
final class GradientRowTile {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  /** Maximum number of pixels per pass. */
  static final int PIXELS = 64;
  /** Distance between the gradients of two filters. */
  static final int PLANE = PIXELS * LENGTH;

  private GradientRowTile() {}

  /** Eight filters by three taps, over pairs of adjacent pixels, whose windows share all taps but one. */
  static void eightByThreeInPairs(float[] dy, float[] x, int xAt, int[] pixels, float[] sums, int at) {
    FloatVector c00 = FloatVector.fromArray(LANES, sums, at);
    FloatVector c01 = FloatVector.fromArray(LANES, sums, at + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, sums, at + 2 * LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, sums, at + 3 * LENGTH);
    FloatVector c11 = FloatVector.fromArray(LANES, sums, at + 4 * LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, sums, at + 5 * LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, sums, at + 6 * LENGTH);
    FloatVector c21 = FloatVector.fromArray(LANES, sums, at + 7 * LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, sums, at + 8 * LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, sums, at + 9 * LENGTH);
    FloatVector c31 = FloatVector.fromArray(LANES, sums, at + 10 * LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, sums, at + 11 * LENGTH);
    FloatVector c40 = FloatVector.fromArray(LANES, sums, at + 12 * LENGTH);
    FloatVector c41 = FloatVector.fromArray(LANES, sums, at + 13 * LENGTH);
    FloatVector c42 = FloatVector.fromArray(LANES, sums, at + 14 * LENGTH);
    FloatVector c50 = FloatVector.fromArray(LANES, sums, at + 15 * LENGTH);
    FloatVector c51 = FloatVector.fromArray(LANES, sums, at + 16 * LENGTH);
    FloatVector c52 = FloatVector.fromArray(LANES, sums, at + 17 * LENGTH);
    FloatVector c60 = FloatVector.fromArray(LANES, sums, at + 18 * LENGTH);
    FloatVector c61 = FloatVector.fromArray(LANES, sums, at + 19 * LENGTH);
    FloatVector c62 = FloatVector.fromArray(LANES, sums, at + 20 * LENGTH);
    FloatVector c70 = FloatVector.fromArray(LANES, sums, at + 21 * LENGTH);
    FloatVector c71 = FloatVector.fromArray(LANES, sums, at + 22 * LENGTH);
    FloatVector c72 = FloatVector.fromArray(LANES, sums, at + 23 * LENGTH);
    for (int p = 0; p < pixels.length; p += 2) {
      int v = xAt + pixels[p];
      int g = p * LENGTH;
      FloatVector v0 = FloatVector.fromArray(LANES, x, v);
      FloatVector v1 = FloatVector.fromArray(LANES, x, v + LENGTH);
      FloatVector v2 = FloatVector.fromArray(LANES, x, v + 2 * LENGTH);
      FloatVector g0 = FloatVector.fromArray(LANES, dy, g);
      c00 = g0.fma(v0, c00); c01 = g0.fma(v1, c01); c02 = g0.fma(v2, c02);
      FloatVector g1 = FloatVector.fromArray(LANES, dy, g + PLANE);
      c10 = g1.fma(v0, c10); c11 = g1.fma(v1, c11); c12 = g1.fma(v2, c12);
      FloatVector g2 = FloatVector.fromArray(LANES, dy, g + 2 * PLANE);
      c20 = g2.fma(v0, c20); c21 = g2.fma(v1, c21); c22 = g2.fma(v2, c22);
      FloatVector g3 = FloatVector.fromArray(LANES, dy, g + 3 * PLANE);
      c30 = g3.fma(v0, c30); c31 = g3.fma(v1, c31); c32 = g3.fma(v2, c32);
      FloatVector g4 = FloatVector.fromArray(LANES, dy, g + 4 * PLANE);
      c40 = g4.fma(v0, c40); c41 = g4.fma(v1, c41); c42 = g4.fma(v2, c42);
      FloatVector g5 = FloatVector.fromArray(LANES, dy, g + 5 * PLANE);
      c50 = g5.fma(v0, c50); c51 = g5.fma(v1, c51); c52 = g5.fma(v2, c52);
      FloatVector g6 = FloatVector.fromArray(LANES, dy, g + 6 * PLANE);
      c60 = g6.fma(v0, c60); c61 = g6.fma(v1, c61); c62 = g6.fma(v2, c62);
      FloatVector g7 = FloatVector.fromArray(LANES, dy, g + 7 * PLANE);
      c70 = g7.fma(v0, c70); c71 = g7.fma(v1, c71); c72 = g7.fma(v2, c72);
      int h = g + LENGTH;
      FloatVector v3 = FloatVector.fromArray(LANES, x, v + 3 * LENGTH);
      FloatVector h0 = FloatVector.fromArray(LANES, dy, h);
      c00 = h0.fma(v1, c00); c01 = h0.fma(v2, c01); c02 = h0.fma(v3, c02);
      FloatVector h1 = FloatVector.fromArray(LANES, dy, h + PLANE);
      c10 = h1.fma(v1, c10); c11 = h1.fma(v2, c11); c12 = h1.fma(v3, c12);
      FloatVector h2 = FloatVector.fromArray(LANES, dy, h + 2 * PLANE);
      c20 = h2.fma(v1, c20); c21 = h2.fma(v2, c21); c22 = h2.fma(v3, c22);
      FloatVector h3 = FloatVector.fromArray(LANES, dy, h + 3 * PLANE);
      c30 = h3.fma(v1, c30); c31 = h3.fma(v2, c31); c32 = h3.fma(v3, c32);
      FloatVector h4 = FloatVector.fromArray(LANES, dy, h + 4 * PLANE);
      c40 = h4.fma(v1, c40); c41 = h4.fma(v2, c41); c42 = h4.fma(v3, c42);
      FloatVector h5 = FloatVector.fromArray(LANES, dy, h + 5 * PLANE);
      c50 = h5.fma(v1, c50); c51 = h5.fma(v2, c51); c52 = h5.fma(v3, c52);
      FloatVector h6 = FloatVector.fromArray(LANES, dy, h + 6 * PLANE);
      c60 = h6.fma(v1, c60); c61 = h6.fma(v2, c61); c62 = h6.fma(v3, c62);
      FloatVector h7 = FloatVector.fromArray(LANES, dy, h + 7 * PLANE);
      c70 = h7.fma(v1, c70); c71 = h7.fma(v2, c71); c72 = h7.fma(v3, c72);
    }
    c00.intoArray(sums, at);
    c01.intoArray(sums, at + LENGTH);
    c02.intoArray(sums, at + 2 * LENGTH);
    c10.intoArray(sums, at + 3 * LENGTH);
    c11.intoArray(sums, at + 4 * LENGTH);
    c12.intoArray(sums, at + 5 * LENGTH);
    c20.intoArray(sums, at + 6 * LENGTH);
    c21.intoArray(sums, at + 7 * LENGTH);
    c22.intoArray(sums, at + 8 * LENGTH);
    c30.intoArray(sums, at + 9 * LENGTH);
    c31.intoArray(sums, at + 10 * LENGTH);
    c32.intoArray(sums, at + 11 * LENGTH);
    c40.intoArray(sums, at + 12 * LENGTH);
    c41.intoArray(sums, at + 13 * LENGTH);
    c42.intoArray(sums, at + 14 * LENGTH);
    c50.intoArray(sums, at + 15 * LENGTH);
    c51.intoArray(sums, at + 16 * LENGTH);
    c52.intoArray(sums, at + 17 * LENGTH);
    c60.intoArray(sums, at + 18 * LENGTH);
    c61.intoArray(sums, at + 19 * LENGTH);
    c62.intoArray(sums, at + 20 * LENGTH);
    c70.intoArray(sums, at + 21 * LENGTH);
    c71.intoArray(sums, at + 22 * LENGTH);
    c72.intoArray(sums, at + 23 * LENGTH);
  }

  /** Eight filters by three taps, pixel by pixel. */
  static void eightByThree(float[] dy, float[] x, int xAt, int[] pixels, float[] sums, int at) {
    FloatVector c00 = FloatVector.fromArray(LANES, sums, at);
    FloatVector c01 = FloatVector.fromArray(LANES, sums, at + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, sums, at + 2 * LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, sums, at + 3 * LENGTH);
    FloatVector c11 = FloatVector.fromArray(LANES, sums, at + 4 * LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, sums, at + 5 * LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, sums, at + 6 * LENGTH);
    FloatVector c21 = FloatVector.fromArray(LANES, sums, at + 7 * LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, sums, at + 8 * LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, sums, at + 9 * LENGTH);
    FloatVector c31 = FloatVector.fromArray(LANES, sums, at + 10 * LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, sums, at + 11 * LENGTH);
    FloatVector c40 = FloatVector.fromArray(LANES, sums, at + 12 * LENGTH);
    FloatVector c41 = FloatVector.fromArray(LANES, sums, at + 13 * LENGTH);
    FloatVector c42 = FloatVector.fromArray(LANES, sums, at + 14 * LENGTH);
    FloatVector c50 = FloatVector.fromArray(LANES, sums, at + 15 * LENGTH);
    FloatVector c51 = FloatVector.fromArray(LANES, sums, at + 16 * LENGTH);
    FloatVector c52 = FloatVector.fromArray(LANES, sums, at + 17 * LENGTH);
    FloatVector c60 = FloatVector.fromArray(LANES, sums, at + 18 * LENGTH);
    FloatVector c61 = FloatVector.fromArray(LANES, sums, at + 19 * LENGTH);
    FloatVector c62 = FloatVector.fromArray(LANES, sums, at + 20 * LENGTH);
    FloatVector c70 = FloatVector.fromArray(LANES, sums, at + 21 * LENGTH);
    FloatVector c71 = FloatVector.fromArray(LANES, sums, at + 22 * LENGTH);
    FloatVector c72 = FloatVector.fromArray(LANES, sums, at + 23 * LENGTH);
    for (int p = 0; p < pixels.length; p++) {
      int v = xAt + pixels[p];
      int g = p * LENGTH;
      FloatVector v0 = FloatVector.fromArray(LANES, x, v);
      FloatVector v1 = FloatVector.fromArray(LANES, x, v + LENGTH);
      FloatVector v2 = FloatVector.fromArray(LANES, x, v + 2 * LENGTH);
      FloatVector g0 = FloatVector.fromArray(LANES, dy, g);
      c00 = g0.fma(v0, c00); c01 = g0.fma(v1, c01); c02 = g0.fma(v2, c02);
      FloatVector g1 = FloatVector.fromArray(LANES, dy, g + PLANE);
      c10 = g1.fma(v0, c10); c11 = g1.fma(v1, c11); c12 = g1.fma(v2, c12);
      FloatVector g2 = FloatVector.fromArray(LANES, dy, g + 2 * PLANE);
      c20 = g2.fma(v0, c20); c21 = g2.fma(v1, c21); c22 = g2.fma(v2, c22);
      FloatVector g3 = FloatVector.fromArray(LANES, dy, g + 3 * PLANE);
      c30 = g3.fma(v0, c30); c31 = g3.fma(v1, c31); c32 = g3.fma(v2, c32);
      FloatVector g4 = FloatVector.fromArray(LANES, dy, g + 4 * PLANE);
      c40 = g4.fma(v0, c40); c41 = g4.fma(v1, c41); c42 = g4.fma(v2, c42);
      FloatVector g5 = FloatVector.fromArray(LANES, dy, g + 5 * PLANE);
      c50 = g5.fma(v0, c50); c51 = g5.fma(v1, c51); c52 = g5.fma(v2, c52);
      FloatVector g6 = FloatVector.fromArray(LANES, dy, g + 6 * PLANE);
      c60 = g6.fma(v0, c60); c61 = g6.fma(v1, c61); c62 = g6.fma(v2, c62);
      FloatVector g7 = FloatVector.fromArray(LANES, dy, g + 7 * PLANE);
      c70 = g7.fma(v0, c70); c71 = g7.fma(v1, c71); c72 = g7.fma(v2, c72);
    }
    c00.intoArray(sums, at);
    c01.intoArray(sums, at + LENGTH);
    c02.intoArray(sums, at + 2 * LENGTH);
    c10.intoArray(sums, at + 3 * LENGTH);
    c11.intoArray(sums, at + 4 * LENGTH);
    c12.intoArray(sums, at + 5 * LENGTH);
    c20.intoArray(sums, at + 6 * LENGTH);
    c21.intoArray(sums, at + 7 * LENGTH);
    c22.intoArray(sums, at + 8 * LENGTH);
    c30.intoArray(sums, at + 9 * LENGTH);
    c31.intoArray(sums, at + 10 * LENGTH);
    c32.intoArray(sums, at + 11 * LENGTH);
    c40.intoArray(sums, at + 12 * LENGTH);
    c41.intoArray(sums, at + 13 * LENGTH);
    c42.intoArray(sums, at + 14 * LENGTH);
    c50.intoArray(sums, at + 15 * LENGTH);
    c51.intoArray(sums, at + 16 * LENGTH);
    c52.intoArray(sums, at + 17 * LENGTH);
    c60.intoArray(sums, at + 18 * LENGTH);
    c61.intoArray(sums, at + 19 * LENGTH);
    c62.intoArray(sums, at + 20 * LENGTH);
    c70.intoArray(sums, at + 21 * LENGTH);
    c71.intoArray(sums, at + 22 * LENGTH);
    c72.intoArray(sums, at + 23 * LENGTH);
  }

  /** Four filters by five taps, over pairs of adjacent pixels, whose windows share all taps but one. */
  static void fourByFiveInPairs(float[] dy, float[] x, int xAt, int[] pixels, float[] sums, int at) {
    FloatVector c00 = FloatVector.fromArray(LANES, sums, at);
    FloatVector c01 = FloatVector.fromArray(LANES, sums, at + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, sums, at + 2 * LENGTH);
    FloatVector c03 = FloatVector.fromArray(LANES, sums, at + 3 * LENGTH);
    FloatVector c04 = FloatVector.fromArray(LANES, sums, at + 4 * LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, sums, at + 5 * LENGTH);
    FloatVector c11 = FloatVector.fromArray(LANES, sums, at + 6 * LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, sums, at + 7 * LENGTH);
    FloatVector c13 = FloatVector.fromArray(LANES, sums, at + 8 * LENGTH);
    FloatVector c14 = FloatVector.fromArray(LANES, sums, at + 9 * LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, sums, at + 10 * LENGTH);
    FloatVector c21 = FloatVector.fromArray(LANES, sums, at + 11 * LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, sums, at + 12 * LENGTH);
    FloatVector c23 = FloatVector.fromArray(LANES, sums, at + 13 * LENGTH);
    FloatVector c24 = FloatVector.fromArray(LANES, sums, at + 14 * LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, sums, at + 15 * LENGTH);
    FloatVector c31 = FloatVector.fromArray(LANES, sums, at + 16 * LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, sums, at + 17 * LENGTH);
    FloatVector c33 = FloatVector.fromArray(LANES, sums, at + 18 * LENGTH);
    FloatVector c34 = FloatVector.fromArray(LANES, sums, at + 19 * LENGTH);
    for (int p = 0; p < pixels.length; p += 2) {
      int v = xAt + pixels[p];
      int g = p * LENGTH;
      FloatVector v0 = FloatVector.fromArray(LANES, x, v);
      FloatVector v1 = FloatVector.fromArray(LANES, x, v + LENGTH);
      FloatVector v2 = FloatVector.fromArray(LANES, x, v + 2 * LENGTH);
      FloatVector v3 = FloatVector.fromArray(LANES, x, v + 3 * LENGTH);
      FloatVector v4 = FloatVector.fromArray(LANES, x, v + 4 * LENGTH);
      FloatVector g0 = FloatVector.fromArray(LANES, dy, g);
      c00 = g0.fma(v0, c00); c01 = g0.fma(v1, c01); c02 = g0.fma(v2, c02); c03 = g0.fma(v3, c03); c04 = g0.fma(v4, c04);
      FloatVector g1 = FloatVector.fromArray(LANES, dy, g + PLANE);
      c10 = g1.fma(v0, c10); c11 = g1.fma(v1, c11); c12 = g1.fma(v2, c12); c13 = g1.fma(v3, c13); c14 = g1.fma(v4, c14);
      FloatVector g2 = FloatVector.fromArray(LANES, dy, g + 2 * PLANE);
      c20 = g2.fma(v0, c20); c21 = g2.fma(v1, c21); c22 = g2.fma(v2, c22); c23 = g2.fma(v3, c23); c24 = g2.fma(v4, c24);
      FloatVector g3 = FloatVector.fromArray(LANES, dy, g + 3 * PLANE);
      c30 = g3.fma(v0, c30); c31 = g3.fma(v1, c31); c32 = g3.fma(v2, c32); c33 = g3.fma(v3, c33); c34 = g3.fma(v4, c34);
      int h = g + LENGTH;
      FloatVector v5 = FloatVector.fromArray(LANES, x, v + 5 * LENGTH);
      FloatVector h0 = FloatVector.fromArray(LANES, dy, h);
      c00 = h0.fma(v1, c00); c01 = h0.fma(v2, c01); c02 = h0.fma(v3, c02); c03 = h0.fma(v4, c03); c04 = h0.fma(v5, c04);
      FloatVector h1 = FloatVector.fromArray(LANES, dy, h + PLANE);
      c10 = h1.fma(v1, c10); c11 = h1.fma(v2, c11); c12 = h1.fma(v3, c12); c13 = h1.fma(v4, c13); c14 = h1.fma(v5, c14);
      FloatVector h2 = FloatVector.fromArray(LANES, dy, h + 2 * PLANE);
      c20 = h2.fma(v1, c20); c21 = h2.fma(v2, c21); c22 = h2.fma(v3, c22); c23 = h2.fma(v4, c23); c24 = h2.fma(v5, c24);
      FloatVector h3 = FloatVector.fromArray(LANES, dy, h + 3 * PLANE);
      c30 = h3.fma(v1, c30); c31 = h3.fma(v2, c31); c32 = h3.fma(v3, c32); c33 = h3.fma(v4, c33); c34 = h3.fma(v5, c34);
    }
    c00.intoArray(sums, at);
    c01.intoArray(sums, at + LENGTH);
    c02.intoArray(sums, at + 2 * LENGTH);
    c03.intoArray(sums, at + 3 * LENGTH);
    c04.intoArray(sums, at + 4 * LENGTH);
    c10.intoArray(sums, at + 5 * LENGTH);
    c11.intoArray(sums, at + 6 * LENGTH);
    c12.intoArray(sums, at + 7 * LENGTH);
    c13.intoArray(sums, at + 8 * LENGTH);
    c14.intoArray(sums, at + 9 * LENGTH);
    c20.intoArray(sums, at + 10 * LENGTH);
    c21.intoArray(sums, at + 11 * LENGTH);
    c22.intoArray(sums, at + 12 * LENGTH);
    c23.intoArray(sums, at + 13 * LENGTH);
    c24.intoArray(sums, at + 14 * LENGTH);
    c30.intoArray(sums, at + 15 * LENGTH);
    c31.intoArray(sums, at + 16 * LENGTH);
    c32.intoArray(sums, at + 17 * LENGTH);
    c33.intoArray(sums, at + 18 * LENGTH);
    c34.intoArray(sums, at + 19 * LENGTH);
  }
}

package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner loops of a convolution's weight gradient. Lanes hold the same images in x and dy, so a weight's gradient is a dot product of
 * vectors over all output pixels: four or three filters by five or four taps stay in registers. {@code pixels[p]} is the start in x of the
 * window of output pixel p; {@code taps} are offsets from there. Adds to {@code sums}, filter by filter, a vector for each tap.
 */
final class LaneGradientTile {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private LaneGradientTile() {}

  /** Tile of the given filters and taps; filters beyond {@code last} repeat it. */
  static void run(int filters, int wide, float[] dy, int dyAt, int plane, int last,
      float[] x, int xAt, int[] taps, int tap, int[] pixels, float[] sums, int at) {
    if (filters == 4) {
      if (wide == 5) {
        fourByFive(dy, dyAt, plane, last, x, xAt, taps, tap, pixels, sums, at);
      } else {
        fourByFour(dy, dyAt, plane, last, x, xAt, taps, tap, pixels, sums, at);
      }
    } else if (wide == 5) {
      threeByFive(dy, dyAt, plane, last, x, xAt, taps, tap, pixels, sums, at);
    } else {
      threeByFour(dy, dyAt, plane, last, x, xAt, taps, tap, pixels, sums, at);
    }
  }

  private static void fourByFive(
      float[] dy, int dyAt, int plane, int last, float[] x, int xAt, int[] taps, int tap, int[] pixels, float[] sums, int at) {
    int d0 = dyAt;
    int d1 = dyAt + Math.min(1, last) * plane;
    int d2 = dyAt + Math.min(2, last) * plane;
    int d3 = dyAt + Math.min(3, last) * plane;
    int x0 = xAt + taps[tap];
    int x1 = xAt + taps[tap + 1];
    int x2 = xAt + taps[tap + 2];
    int x3 = xAt + taps[tap + 3];
    int x4 = xAt + taps[tap + 4];
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
    for (int p = 0, to = 0; p < pixels.length; p++, to += LENGTH) {
      int pixel = pixels[p];
      FloatVector g0 = FloatVector.fromArray(LANES, dy, d0 + to);
      FloatVector g1 = FloatVector.fromArray(LANES, dy, d1 + to);
      FloatVector g2 = FloatVector.fromArray(LANES, dy, d2 + to);
      FloatVector g3 = FloatVector.fromArray(LANES, dy, d3 + to);
      FloatVector v0 = FloatVector.fromArray(LANES, x, x0 + pixel);
      c00 = g0.fma(v0, c00); c10 = g1.fma(v0, c10); c20 = g2.fma(v0, c20); c30 = g3.fma(v0, c30);
      FloatVector v1 = FloatVector.fromArray(LANES, x, x1 + pixel);
      c01 = g0.fma(v1, c01); c11 = g1.fma(v1, c11); c21 = g2.fma(v1, c21); c31 = g3.fma(v1, c31);
      FloatVector v2 = FloatVector.fromArray(LANES, x, x2 + pixel);
      c02 = g0.fma(v2, c02); c12 = g1.fma(v2, c12); c22 = g2.fma(v2, c22); c32 = g3.fma(v2, c32);
      FloatVector v3 = FloatVector.fromArray(LANES, x, x3 + pixel);
      c03 = g0.fma(v3, c03); c13 = g1.fma(v3, c13); c23 = g2.fma(v3, c23); c33 = g3.fma(v3, c33);
      FloatVector v4 = FloatVector.fromArray(LANES, x, x4 + pixel);
      c04 = g0.fma(v4, c04); c14 = g1.fma(v4, c14); c24 = g2.fma(v4, c24); c34 = g3.fma(v4, c34);
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

  private static void fourByFour(
      float[] dy, int dyAt, int plane, int last, float[] x, int xAt, int[] taps, int tap, int[] pixels, float[] sums, int at) {
    int d0 = dyAt;
    int d1 = dyAt + Math.min(1, last) * plane;
    int d2 = dyAt + Math.min(2, last) * plane;
    int d3 = dyAt + Math.min(3, last) * plane;
    int x0 = xAt + taps[tap];
    int x1 = xAt + taps[tap + 1];
    int x2 = xAt + taps[tap + 2];
    int x3 = xAt + taps[tap + 3];
    FloatVector c00 = FloatVector.fromArray(LANES, sums, at);
    FloatVector c01 = FloatVector.fromArray(LANES, sums, at + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, sums, at + 2 * LENGTH);
    FloatVector c03 = FloatVector.fromArray(LANES, sums, at + 3 * LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, sums, at + 4 * LENGTH);
    FloatVector c11 = FloatVector.fromArray(LANES, sums, at + 5 * LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, sums, at + 6 * LENGTH);
    FloatVector c13 = FloatVector.fromArray(LANES, sums, at + 7 * LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, sums, at + 8 * LENGTH);
    FloatVector c21 = FloatVector.fromArray(LANES, sums, at + 9 * LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, sums, at + 10 * LENGTH);
    FloatVector c23 = FloatVector.fromArray(LANES, sums, at + 11 * LENGTH);
    FloatVector c30 = FloatVector.fromArray(LANES, sums, at + 12 * LENGTH);
    FloatVector c31 = FloatVector.fromArray(LANES, sums, at + 13 * LENGTH);
    FloatVector c32 = FloatVector.fromArray(LANES, sums, at + 14 * LENGTH);
    FloatVector c33 = FloatVector.fromArray(LANES, sums, at + 15 * LENGTH);
    for (int p = 0, to = 0; p < pixels.length; p++, to += LENGTH) {
      int pixel = pixels[p];
      FloatVector g0 = FloatVector.fromArray(LANES, dy, d0 + to);
      FloatVector g1 = FloatVector.fromArray(LANES, dy, d1 + to);
      FloatVector g2 = FloatVector.fromArray(LANES, dy, d2 + to);
      FloatVector g3 = FloatVector.fromArray(LANES, dy, d3 + to);
      FloatVector v0 = FloatVector.fromArray(LANES, x, x0 + pixel);
      c00 = g0.fma(v0, c00); c10 = g1.fma(v0, c10); c20 = g2.fma(v0, c20); c30 = g3.fma(v0, c30);
      FloatVector v1 = FloatVector.fromArray(LANES, x, x1 + pixel);
      c01 = g0.fma(v1, c01); c11 = g1.fma(v1, c11); c21 = g2.fma(v1, c21); c31 = g3.fma(v1, c31);
      FloatVector v2 = FloatVector.fromArray(LANES, x, x2 + pixel);
      c02 = g0.fma(v2, c02); c12 = g1.fma(v2, c12); c22 = g2.fma(v2, c22); c32 = g3.fma(v2, c32);
      FloatVector v3 = FloatVector.fromArray(LANES, x, x3 + pixel);
      c03 = g0.fma(v3, c03); c13 = g1.fma(v3, c13); c23 = g2.fma(v3, c23); c33 = g3.fma(v3, c33);
    }
    c00.intoArray(sums, at);
    c01.intoArray(sums, at + LENGTH);
    c02.intoArray(sums, at + 2 * LENGTH);
    c03.intoArray(sums, at + 3 * LENGTH);
    c10.intoArray(sums, at + 4 * LENGTH);
    c11.intoArray(sums, at + 5 * LENGTH);
    c12.intoArray(sums, at + 6 * LENGTH);
    c13.intoArray(sums, at + 7 * LENGTH);
    c20.intoArray(sums, at + 8 * LENGTH);
    c21.intoArray(sums, at + 9 * LENGTH);
    c22.intoArray(sums, at + 10 * LENGTH);
    c23.intoArray(sums, at + 11 * LENGTH);
    c30.intoArray(sums, at + 12 * LENGTH);
    c31.intoArray(sums, at + 13 * LENGTH);
    c32.intoArray(sums, at + 14 * LENGTH);
    c33.intoArray(sums, at + 15 * LENGTH);
  }

  private static void threeByFive(
      float[] dy, int dyAt, int plane, int last, float[] x, int xAt, int[] taps, int tap, int[] pixels, float[] sums, int at) {
    int d0 = dyAt;
    int d1 = dyAt + Math.min(1, last) * plane;
    int d2 = dyAt + Math.min(2, last) * plane;
    int x0 = xAt + taps[tap];
    int x1 = xAt + taps[tap + 1];
    int x2 = xAt + taps[tap + 2];
    int x3 = xAt + taps[tap + 3];
    int x4 = xAt + taps[tap + 4];
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
    for (int p = 0, to = 0; p < pixels.length; p++, to += LENGTH) {
      int pixel = pixels[p];
      FloatVector g0 = FloatVector.fromArray(LANES, dy, d0 + to);
      FloatVector g1 = FloatVector.fromArray(LANES, dy, d1 + to);
      FloatVector g2 = FloatVector.fromArray(LANES, dy, d2 + to);
      FloatVector v0 = FloatVector.fromArray(LANES, x, x0 + pixel);
      c00 = g0.fma(v0, c00); c10 = g1.fma(v0, c10); c20 = g2.fma(v0, c20);
      FloatVector v1 = FloatVector.fromArray(LANES, x, x1 + pixel);
      c01 = g0.fma(v1, c01); c11 = g1.fma(v1, c11); c21 = g2.fma(v1, c21);
      FloatVector v2 = FloatVector.fromArray(LANES, x, x2 + pixel);
      c02 = g0.fma(v2, c02); c12 = g1.fma(v2, c12); c22 = g2.fma(v2, c22);
      FloatVector v3 = FloatVector.fromArray(LANES, x, x3 + pixel);
      c03 = g0.fma(v3, c03); c13 = g1.fma(v3, c13); c23 = g2.fma(v3, c23);
      FloatVector v4 = FloatVector.fromArray(LANES, x, x4 + pixel);
      c04 = g0.fma(v4, c04); c14 = g1.fma(v4, c14); c24 = g2.fma(v4, c24);
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
  }

  private static void threeByFour(
      float[] dy, int dyAt, int plane, int last, float[] x, int xAt, int[] taps, int tap, int[] pixels, float[] sums, int at) {
    int d0 = dyAt;
    int d1 = dyAt + Math.min(1, last) * plane;
    int d2 = dyAt + Math.min(2, last) * plane;
    int x0 = xAt + taps[tap];
    int x1 = xAt + taps[tap + 1];
    int x2 = xAt + taps[tap + 2];
    int x3 = xAt + taps[tap + 3];
    FloatVector c00 = FloatVector.fromArray(LANES, sums, at);
    FloatVector c01 = FloatVector.fromArray(LANES, sums, at + LENGTH);
    FloatVector c02 = FloatVector.fromArray(LANES, sums, at + 2 * LENGTH);
    FloatVector c03 = FloatVector.fromArray(LANES, sums, at + 3 * LENGTH);
    FloatVector c10 = FloatVector.fromArray(LANES, sums, at + 4 * LENGTH);
    FloatVector c11 = FloatVector.fromArray(LANES, sums, at + 5 * LENGTH);
    FloatVector c12 = FloatVector.fromArray(LANES, sums, at + 6 * LENGTH);
    FloatVector c13 = FloatVector.fromArray(LANES, sums, at + 7 * LENGTH);
    FloatVector c20 = FloatVector.fromArray(LANES, sums, at + 8 * LENGTH);
    FloatVector c21 = FloatVector.fromArray(LANES, sums, at + 9 * LENGTH);
    FloatVector c22 = FloatVector.fromArray(LANES, sums, at + 10 * LENGTH);
    FloatVector c23 = FloatVector.fromArray(LANES, sums, at + 11 * LENGTH);
    for (int p = 0, to = 0; p < pixels.length; p++, to += LENGTH) {
      int pixel = pixels[p];
      FloatVector g0 = FloatVector.fromArray(LANES, dy, d0 + to);
      FloatVector g1 = FloatVector.fromArray(LANES, dy, d1 + to);
      FloatVector g2 = FloatVector.fromArray(LANES, dy, d2 + to);
      FloatVector v0 = FloatVector.fromArray(LANES, x, x0 + pixel);
      c00 = g0.fma(v0, c00); c10 = g1.fma(v0, c10); c20 = g2.fma(v0, c20);
      FloatVector v1 = FloatVector.fromArray(LANES, x, x1 + pixel);
      c01 = g0.fma(v1, c01); c11 = g1.fma(v1, c11); c21 = g2.fma(v1, c21);
      FloatVector v2 = FloatVector.fromArray(LANES, x, x2 + pixel);
      c02 = g0.fma(v2, c02); c12 = g1.fma(v2, c12); c22 = g2.fma(v2, c22);
      FloatVector v3 = FloatVector.fromArray(LANES, x, x3 + pixel);
      c03 = g0.fma(v3, c03); c13 = g1.fma(v3, c13); c23 = g2.fma(v3, c23);
    }
    c00.intoArray(sums, at);
    c01.intoArray(sums, at + LENGTH);
    c02.intoArray(sums, at + 2 * LENGTH);
    c03.intoArray(sums, at + 3 * LENGTH);
    c10.intoArray(sums, at + 4 * LENGTH);
    c11.intoArray(sums, at + 5 * LENGTH);
    c12.intoArray(sums, at + 6 * LENGTH);
    c13.intoArray(sums, at + 7 * LENGTH);
    c20.intoArray(sums, at + 8 * LENGTH);
    c21.intoArray(sums, at + 9 * LENGTH);
    c22.intoArray(sums, at + 10 * LENGTH);
    c23.intoArray(sums, at + 11 * LENGTH);
  }
}

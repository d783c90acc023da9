package studio.backprop.kernel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Base of pooling with images in lanes: each vector is one pixel of all of them. */
abstract class LanePooling implements Pooling {
  static final VectorSpecies<Float> LANES = ProductTile.LANES;
  static final int LENGTH = ProductTile.LENGTH;

  /** Pixels of each window, concatenated. */
  final int[] places;
  /** Start of each window in {@link #places}, and the end of the last. */
  final int[] starts;
  /** Whether windows are disjoint, so that each pixel gets at most one gradient; pixels without one are listed. */
  private final boolean apart;
  private final int[] uncovered;
  private final int inPlane;
  private final int outPlane;

  LanePooling(int pixels, int[][] windows) {
    places = Arrays.stream(windows).flatMapToInt(Arrays::stream).map(pixel -> pixel * LENGTH).toArray();
    starts = new int[windows.length + 1];
    for (int i = 0; i < windows.length; i++) {
      starts[i + 1] = starts[i] + windows[i].length;
    }
    BitSet covered = new BitSet(pixels);
    Arrays.stream(windows).flatMapToInt(Arrays::stream).forEach(covered::set);
    apart = covered.cardinality() == places.length;
    uncovered = IntStream.range(0, pixels).filter(pixel -> !covered.get(pixel)).map(pixel -> pixel * LENGTH).toArray();
    inPlane = pixels * LENGTH;
    outPlane = windows.length * LENGTH;
  }

  @Override
  public final void forward(int from, int to, float[] x, float[] y) {
    for (int plane = from; plane < to; plane++) {
      forwardPlane(x, plane * inPlane, y, plane * outPlane);
    }
  }

  @Override
  public final void backward(int from, int to, float[] x, float[] y, float[] dy, float[] dx, boolean add) {
    for (int plane = from; plane < to; plane++) {
      int xAt = plane * inPlane;
      if (apart && !add) {
        givePlane(x, xAt, y, dy, plane * outPlane, dx);
        clearUncovered(dx, xAt);
        continue;
      }
      if (!add) {
        Arrays.fill(dx, xAt, xAt + inPlane, 0);
      }
      addPlane(x, xAt, y, dy, plane * outPlane, dx);
    }
  }

  private void clearUncovered(float[] dx, int xAt) {
    FloatVector zero = FloatVector.zero(LANES);
    for (int place : uncovered) {
      zero.intoArray(dx, xAt + place);
    }
  }

  abstract void forwardPlane(float[] x, int xAt, float[] y, int yAt);

  /** Overwrites the gradients of the pixels in disjoint windows. */
  abstract void givePlane(float[] x, int xAt, float[] y, float[] dy, int yAt, float[] dx);

  /** Adds to the gradients of the pixels in the windows. */
  abstract void addPlane(float[] x, int xAt, float[] y, float[] dy, int yAt, float[] dx);
}

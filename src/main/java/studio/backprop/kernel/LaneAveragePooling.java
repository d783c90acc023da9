package studio.backprop.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Average pooling of images that lie side by side in lanes: each vector is one pixel in all of them. */
final class LaneAveragePooling implements Pooling {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private final LaneWindows windows;
  private final int inPlane;
  private final int outPlane;
  private final int[] places;
  private final int[] starts;

  LaneAveragePooling(int pixels, int[][] windows) {
    this.windows = new LaneWindows(pixels, windows);
    inPlane = pixels * LENGTH;
    outPlane = windows.length * LENGTH;
    places = this.windows.places;
    starts = this.windows.starts;
  }

  @Override
  public void forward(int from, int to, float[] x, float[] y) {
    for (int plane = from; plane < to; plane++) {
      forwardPlane(x, plane * inPlane, y, plane * outPlane);
    }
  }

  private void forwardPlane(float[] x, int xAt, float[] y, int yAt) {
    for (int window = 0; window + 1 < starts.length; window++) {
      int end = starts[window + 1];
      FloatVector sum = FloatVector.fromArray(LANES, x, xAt + places[starts[window]]);
      for (int i = starts[window] + 1; i < end; i++) {
        sum = sum.add(FloatVector.fromArray(LANES, x, xAt + places[i]));
      }
      sum.mul(1f / (end - starts[window])).intoArray(y, yAt + window * LENGTH);
    }
  }

  @Override
  public void backward(int from, int to, float[] x, float[] y, float[] dy, float[] dx, boolean add) {
    for (int plane = from; plane < to; plane++) {
      if (windows.apart && !add) {
        givePlane(dy, plane * outPlane, dx, plane * inPlane);
        continue;
      }
      if (!add) {
        Arrays.fill(dx, plane * inPlane, (plane + 1) * inPlane, 0);
      }
      addPlane(dy, plane * outPlane, dx, plane * inPlane);
    }
  }

  private void givePlane(float[] dy, int yAt, float[] dx, int xAt) {
    for (int window = 0; window + 1 < starts.length; window++) {
      int end = starts[window + 1];
      FloatVector share = FloatVector.fromArray(LANES, dy, yAt + window * LENGTH).mul(1f / (end - starts[window]));
      for (int i = starts[window]; i < end; i++) {
        share.intoArray(dx, xAt + places[i]);
      }
    }
    FloatVector zero = FloatVector.zero(LANES);
    for (int place : windows.uncovered) {
      zero.intoArray(dx, xAt + place);
    }
  }

  private void addPlane(float[] dy, int yAt, float[] dx, int xAt) {
    for (int window = 0; window + 1 < starts.length; window++) {
      int end = starts[window + 1];
      FloatVector share = FloatVector.fromArray(LANES, dy, yAt + window * LENGTH).mul(1f / (end - starts[window]));
      for (int i = starts[window]; i < end; i++) {
        int at = xAt + places[i];
        FloatVector.fromArray(LANES, dx, at).add(share).intoArray(dx, at);
      }
    }
  }
}

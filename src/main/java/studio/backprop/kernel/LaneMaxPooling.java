package studio.backprop.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Max pooling of images that lie side by side in lanes: each vector is one pixel in all of them. */
final class LaneMaxPooling implements Pooling {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private final LaneWindows windows;
  private final int inPlane;
  private final int outPlane;
  private final int[] places;
  private final int[] starts;

  LaneMaxPooling(int pixels, int[][] windows) {
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
      FloatVector most = FloatVector.fromArray(LANES, x, xAt + places[starts[window]]);
      for (int i = starts[window] + 1; i < end; i++) {
        FloatVector one = FloatVector.fromArray(LANES, x, xAt + places[i]);
        most = most.blend(one, most.lt(one));
      }
      most.intoArray(y, yAt + window * LENGTH);
    }
  }

  @Override
  public void backward(int from, int to, float[] x, float[] y, float[] dy, float[] dx, boolean add) {
    for (int plane = from; plane < to; plane++) {
      if (windows.apart && !add) {
        givePlane(x, plane * inPlane, y, dy, plane * outPlane, dx);
        continue;
      }
      if (!add) {
        Arrays.fill(dx, plane * inPlane, (plane + 1) * inPlane, 0);
      }
      addPlane(x, plane * inPlane, y, dy, plane * outPlane, dx);
    }
  }

  private void givePlane(float[] x, int xAt, float[] y, float[] dy, int yAt, float[] dx) {
    FloatVector zero = FloatVector.zero(LANES);
    for (int window = 0; window + 1 < starts.length; window++) {
      int end = starts[window + 1];
      FloatVector most = FloatVector.fromArray(LANES, y, yAt + window * LENGTH);
      FloatVector left = FloatVector.fromArray(LANES, dy, yAt + window * LENGTH);
      for (int i = starts[window]; i < end; i++) {
        int at = xAt + places[i];
        VectorMask<Float> wins = most.eq(FloatVector.fromArray(LANES, x, at));
        zero.blend(left, wins).intoArray(dx, at);
        left = left.blend(zero, wins);
      }
    }
    for (int place : windows.uncovered) {
      zero.intoArray(dx, xAt + place);
    }
  }

  private void addPlane(float[] x, int xAt, float[] y, float[] dy, int yAt, float[] dx) {
    FloatVector zero = FloatVector.zero(LANES);
    for (int window = 0; window + 1 < starts.length; window++) {
      int end = starts[window + 1];
      FloatVector most = FloatVector.fromArray(LANES, y, yAt + window * LENGTH);
      FloatVector left = FloatVector.fromArray(LANES, dy, yAt + window * LENGTH);
      for (int i = starts[window]; i < end; i++) {
        int at = xAt + places[i];
        VectorMask<Float> wins = most.eq(FloatVector.fromArray(LANES, x, at));
        FloatVector.fromArray(LANES, dx, at).add(zero.blend(left, wins)).intoArray(dx, at);
        left = left.blend(zero, wins);
      }
    }
  }
}

package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;

/** Average pooling of images in lanes. */
final class LaneAveragePooling extends LanePooling {
  LaneAveragePooling(int pixels, int[][] windows) {
    super(pixels, windows);
  }

  @Override
  void forwardPlane(float[] x, int xAt, float[] y, int yAt) {
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
  void givePlane(float[] x, int xAt, float[] y, float[] dy, int yAt, float[] dx) {
    for (int window = 0; window + 1 < starts.length; window++) {
      int end = starts[window + 1];
      FloatVector share = FloatVector.fromArray(LANES, dy, yAt + window * LENGTH).mul(1f / (end - starts[window]));
      for (int i = starts[window]; i < end; i++) {
        share.intoArray(dx, xAt + places[i]);
      }
    }
  }

  @Override
  void addPlane(float[] x, int xAt, float[] y, float[] dy, int yAt, float[] dx) {
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

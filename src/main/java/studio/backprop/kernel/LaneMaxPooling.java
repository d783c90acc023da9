package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Max pooling of images in lanes; ties go to the first. */
final class LaneMaxPooling extends LanePooling {
  LaneMaxPooling(int pixels, int[][] windows) {
    super(pixels, windows);
  }

  @Override
  void forwardPlane(float[] x, int xAt, float[] y, int yAt) {
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
  void givePlane(float[] x, int xAt, float[] y, float[] dy, int yAt, float[] dx) {
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
  }

  @Override
  void addPlane(float[] x, int xAt, float[] y, float[] dy, int yAt, float[] dx) {
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

package studio.backprop.compare;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.layer.Loss;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Plan;

/** Outputs of a network over the plane of its two inputs. */
final class VariantPlane {
  /** Grid points along an axis. */
  static final int GRID_SIDE = 36;
  private static final double ROOM = 0.08;
  /** Range of a standardized regression target. */
  private static final double REACH = 2;

  private VariantPlane() {}

  static VariantOutput of(Replica replica) {
    PreparedData data = replica.data();
    float[] low = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
    float[] high = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
    measure(data, low, high);
    Plan plan = replica.answer(grid(data, low, high), 0, GRID_SIDE * GRID_SIDE);
    float[] answers = new float[GRID_SIDE * GRID_SIDE];
    int last = plan.prediction().rowCount() - 1;
    for (int place = 0; place < answers.length; place++) {
      answers[place] = (float) signed(data, replica.loss(), plan.prediction().get(place, last));
    }
    return new VariantOutput.Plane(GRID_SIDE, answers, low, high);
  }

  /** Scales an output to −1 … 1: 1 is the second class, or a value far above the mean. */
  private static double signed(PreparedData data, Loss loss, double answer) {
    if (data.dataset().task() == Task.REGRESSION) {
      return answer / REACH;
    }
    return (answer - loss.cut()) / (loss == Loss.HINGE ? 1 : 0.5);
  }

  private static void measure(PreparedData data, float[] low, float[] high) {
    for (int row = 0; row < data.trainRows(); row++) {
      for (int axis = 0; axis < 2; axis++) {
        float value = data.rawInput(Part.TRAIN, row, axis);
        low[axis] = Math.min(low[axis], value);
        high[axis] = Math.max(high[axis], value);
      }
    }
    for (int axis = 0; axis < 2; axis++) {
      float room = (float) (ROOM * (high[axis] - low[axis]));
      low[axis] -= room;
      high[axis] += room;
    }
  }

  private static float[] grid(PreparedData data, float[] low, float[] high) {
    float[] grid = new float[2 * GRID_SIDE * GRID_SIDE];
    for (int place = 0; place < GRID_SIDE * GRID_SIDE; place++) {
      double across = (place % GRID_SIDE + 0.5) / GRID_SIDE;
      double up = 1 - (place / GRID_SIDE + 0.5) / GRID_SIDE;
      grid[2 * place] = data.inputScaler().scaleMeasured(0, low[0] + across * (high[0] - low[0]));
      grid[2 * place + 1] = data.inputScaler().scaleMeasured(1, low[1] + up * (high[1] - low[1]));
    }
    return grid;
  }
}

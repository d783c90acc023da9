package studio.backprop.compare;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.layer.Loss;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Plan;

/** Asks a network all over the plane of its two inputs. */
final class VariantPlane {
  /** Places along an axis. */
  static final int SIDE = 36;
  private static final double ROOM = 0.08;
  /** Of a regression with a standardized target most values are nearer to 0 than this. */
  private static final double REACH = 2;

  private VariantPlane() {}

  static VariantOutput of(Replica replica) {
    PreparedData data = replica.data();
    float[] low = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
    float[] high = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
    measure(data, low, high);
    Plan plan = replica.answer(grid(data, low, high), 0, SIDE * SIDE);
    float[] answers = new float[SIDE * SIDE];
    int last = plan.prediction().rowCount() - 1;
    for (int place = 0; place < answers.length; place++) {
      answers[place] = (float) signed(data, replica.loss(), plan.prediction().get(place, last));
    }
    return new VariantOutput.Plane(SIDE, answers, low, high);
  }

  /** Of two classes the second one counts as 1; of a regression a value far above the mean. */
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
    float[] grid = new float[2 * SIDE * SIDE];
    for (int place = 0; place < SIDE * SIDE; place++) {
      double across = (place % SIDE + 0.5) / SIDE;
      double up = 1 - (place / SIDE + 0.5) / SIDE;
      grid[2 * place] = data.inputScaler().scaleMeasured(0, low[0] + across * (high[0] - low[0]));
      grid[2 * place + 1] = data.inputScaler().scaleMeasured(1, low[1] + up * (high[1] - low[1]));
    }
    return grid;
  }
}

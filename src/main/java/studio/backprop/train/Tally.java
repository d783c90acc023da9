package studio.backprop.train;

import studio.backprop.data.Task;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;

/** Adds up, batch by batch, what the scores are made of. Allocates nothing while it counts. */
final class Tally {
  private final Task task;
  private final double unit;
  private final double cut;
  private long rows;
  private double loss;
  private long right;
  private long numbers;
  private double absolute;
  private double squared;
  private double sum;
  private double sumOfSquares;

  /**
   * @param unit what an error of 1 in scaled numbers is in the target's own unit
   * @param cut the prediction above which a single output means the second class
   */
  Tally(Task task, double unit, double cut) {
    this.task = task;
    this.unit = unit;
    this.cut = cut;
  }

  void clear() {
    rows = 0;
    loss = 0;
    right = 0;
    numbers = 0;
    absolute = 0;
    squared = 0;
    sum = 0;
    sumOfSquares = 0;
  }

  /** Counts the batch that a plan has just run. */
  void add(Plan plan) {
    rows += plan.batch();
    loss += (double) plan.lossValue() * plan.batch();
    Tensor prediction = plan.prediction();
    Tensor target = plan.target();
    if (task == Task.CLASSES) {
      for (int row = 0; row < plan.batch(); row++) {
        right += right(prediction, target, row) ? 1 : 0;
      }
    } else {
      addErrors(prediction, target);
    }
  }

  private boolean right(Tensor prediction, Tensor target, int row) {
    int width = prediction.rowCount();
    if (width == 1) {
      return prediction.get(row, 0) > cut == target.get(row, 0) > cut;
    }
    return largest(prediction, row) == largest(target, row);
  }

  private static int largest(Tensor tensor, int row) {
    int best = 0;
    for (int i = 1; i < tensor.rowCount(); i++) {
      best = tensor.get(row, i) > tensor.get(row, best) ? i : best;
    }
    return best;
  }

  private void addErrors(Tensor prediction, Tensor target) {
    for (int row = 0; row < prediction.rows(); row++) {
      for (int i = 0; i < prediction.rowCount(); i++) {
        double wanted = target.get(row, i);
        double error = prediction.get(row, i) - wanted;
        numbers++;
        absolute += Math.abs(error);
        squared += error * error;
        sum += wanted;
        sumOfSquares += wanted * wanted;
      }
    }
  }

  double loss() {
    return loss / rows;
  }

  /** The accuracy of classes, or the mean absolute error of a regression. */
  double measure() {
    return task == Task.CLASSES ? (double) right / rows : absolute / numbers * unit;
  }

  Scores scores() {
    if (task == Task.CLASSES) {
      return new Scores(loss(), measure(), Double.NaN, Double.NaN);
    }
    double variance = sumOfSquares - sum * sum / numbers;
    return new Scores(loss(), Double.NaN, measure(), variance > 0 ? 1 - squared / variance : Double.NaN);
  }
}

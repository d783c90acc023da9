package studio.backprop.train.metric;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import studio.backprop.data.Task;
import studio.backprop.plan.Plan;
import studio.backprop.project.PredictedClass;
import studio.backprop.tensor.Tensor;

/** Accumulator of training metrics over batches. Allocation-free. Not thread-safe. */
public final class MetricAccumulator {
  private final Task task;
  private final double unit;
  private final boolean categorical;
  private final double cut;
  /** Sum of the example weights. */
  private double weightSum;
  private double loss;
  private long right;
  private long numbers;
  private double absolute;
  private double squared;
  private double sum;
  private double sumOfSquares;
  /** By class: examples, true positives and predictions. */
  private final long[] examples;
  private final long[] correct;
  private final long[] predictions;
  /** Buffers of one example, row-major. */
  private float[] predicted = {};
  private float[] wanted = {};

  /**
   * @param unit scaled error of 1 in the target's own unit
   * @param categorical whether the last axis of an output is the class
   * @param cut inclusive threshold of a single output for the second class
   * @param classes number of classes; 0 for a regression
   */
  public MetricAccumulator(Task task, double unit, boolean categorical, double cut, int classes) {
    this.examples = new long[classes];
    this.correct = new long[classes];
    this.predictions = new long[classes];
    this.task = task;
    this.categorical = categorical;
    this.unit = unit;
    this.cut = cut;
  }

  public void clear() {
    weightSum = 0;
    loss = 0;
    right = 0;
    numbers = 0;
    absolute = 0;
    squared = 0;
    sum = 0;
    sumOfSquares = 0;
    Arrays.fill(examples, 0);
    Arrays.fill(correct, 0);
    Arrays.fill(predictions, 0);
  }

  /** Adds the last batch of a plan, except unknown (NaN) targets. */
  public void add(Plan plan) {
    double counts = plan.loss().weightSum();
    weightSum += counts;
    loss += plan.lossValue() * counts;
    if (task == Task.CLASSES) {
      addRight(plan.prediction(), plan.target());
    } else {
      addErrors(plan.prediction(), plan.target());
    }
  }

  /** Correctness of each prediction with a known target in the last batch of a plan; empty for a regression. */
  public boolean[] right(Plan plan) {
    Tensor target = plan.target();
    boolean[] all = new boolean[task == Task.CLASSES ? target.count() : 0];
    int width = width(target);
    int known = 0;
    for (int row = 0; row < target.rows() && all.length > 0; row++) {
      read(plan.prediction(), target, row);
      for (int place = 0; place < target.rowCount(); place += width) {
        if (!Float.isNaN(wanted[place])) {
          all[known++] = predicted(place, width) == target(place, width);
        }
      }
    }
    return Arrays.copyOf(all, known);
  }

  private int width(Tensor target) {
    return categorical ? target.shape().size(target.shape().rank() - 1) : 1;
  }

  private void addRight(Tensor prediction, Tensor target) {
    int width = width(target);
    for (int row = 0; row < target.rows(); row++) {
      read(prediction, target, row);
      for (int place = 0; place < target.rowCount(); place += width) {
        if (!Float.isNaN(wanted[place])) {
          int label = target(place, width);
          int said = predicted(place, width);
          int hit = said == label ? 1 : 0;
          numbers++;
          right += hit;
          examples[label]++;
          correct[label] += hit;
          predictions[said]++;
        }
      }
    }
  }

  private void read(Tensor prediction, Tensor target, int row) {
    predicted = predicted.length < prediction.rowCount() ? new float[prediction.rowCount()] : predicted;
    wanted = wanted.length < target.rowCount() ? new float[target.rowCount()] : wanted;
    prediction.copyRow(row, predicted);
    target.copyRow(row, wanted);
  }

  /** Class of a target: rounded label, or index of the 1. */
  private int target(int from, int width) {
    return width == 1 ? wanted[from] > 0.5 ? 1 : 0 : largest(wanted, from, width);
  }

  /** Predicted class, by the loss's threshold. */
  private int predicted(int from, int width) {
    return PredictedClass.of(predicted, from, width, cut, OptionalDouble.empty());
  }

  /** Argmax, the first of several. */
  private static int largest(float[] numbers, int from, int width) {
    int best = 0;
    for (int i = 1; i < width; i++) {
      best = numbers[from + i] > numbers[from + best] ? i : best;
    }
    return best;
  }

  private void addErrors(Tensor prediction, Tensor target) {
    for (int row = 0; row < target.rows(); row++) {
      read(prediction, target, row);
      for (int i = 0; i < target.rowCount(); i++) {
        if (!Float.isNaN(wanted[i])) {
          addError(predicted[i], wanted[i]);
        }
      }
    }
  }

  private void addError(double predicted, double wanted) {
    double error = predicted - wanted;
    numbers++;
    absolute += Math.abs(error);
    squared += error * error;
    sum += wanted;
    sumOfSquares += wanted * wanted;
  }

  /** State without counts by class, to resume later. Counts are exact in doubles. */
  public double[] sums() {
    return new double[] {weightSum, loss, right, numbers, absolute, squared, sum, sumOfSquares};
  }

  /** Resumes from {@link #sums}. */
  public void goOnFrom(double[] sums) {
    weightSum = sums[0];
    loss = sums[1];
    right = (long) sums[2];
    numbers = (long) sums[3];
    absolute = sums[4];
    squared = sums[5];
    sum = sums[6];
    sumOfSquares = sums[7];
  }

  double loss() {
    return loss / weightSum;
  }

  /** Accuracy, or mean absolute error of a regression. */
  public double measure() {
    return task == Task.CLASSES ? (double) right / numbers : absolute / numbers * unit;
  }

  /** Counts by class since {@link #clear}; empty for a regression. */
  public List<ClassCount> classes() {
    return IntStream.range(0, examples.length)
        .mapToObj(label -> new ClassCount(examples[label], correct[label], predictions[label])).toList();
  }

  public Metrics scores() {
    if (task == Task.CLASSES) {
      return new Metrics(loss(), measure(), Double.NaN, Double.NaN);
    }
    double variance = sumOfSquares - sum * sum / numbers;
    return new Metrics(loss(), Double.NaN, measure(), variance > 0 ? 1 - squared / variance : Double.NaN);
  }
}

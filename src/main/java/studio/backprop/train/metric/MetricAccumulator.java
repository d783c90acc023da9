package studio.backprop.train.metric;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import studio.backprop.data.Task;
import studio.backprop.plan.Plan;
import studio.backprop.project.PredictedClass;
import studio.backprop.tensor.Tensor;

/** Adds up, batch by batch, what the scores are made of. Allocates nothing while it counts. */
public final class MetricAccumulator {
  private final Task task;
  private final double unit;
  private final boolean categorical;
  private final double cut;
  /** What the answers counted together: as many as they were, unless their classes are weighed. */
  private double weightSum;
  private double loss;
  private long right;
  private long numbers;
  private double absolute;
  private double squared;
  private double sum;
  private double sumOfSquares;
  /** By class, how many examples there were, how many of them were predicted correctly, and how many of all were predicted to be of it. */
  private final long[] examples;
  private final long[] correct;
  private final long[] foretold;
  /** One example of the batch that is counted, row-major. */
  private float[] predicted = {};
  private float[] wanted = {};

  /**
   * @param unit what an error of 1 in scaled numbers is in the target's own unit
   * @param categorical whether an output has one number for each class, along the last axis
   * @param cut the prediction at and above which a single output means the second class
   * @param classes how many there are, 0 for a regression
   */
  public MetricAccumulator(Task task, double unit, boolean categorical, double cut, int classes) {
    this.examples = new long[classes];
    this.correct = new long[classes];
    this.foretold = new long[classes];
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
    Arrays.fill(foretold, 0);
  }

  /** Counts the batch that a plan has just run. Targets that are unknown are left out. */
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

  /** Of each known target in the batch that a plan has just run, whether its prediction is right; nothing where numbers are predicted. */
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
          foretold[said]++;
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

  /** The class that a target means: the nearer of 0 and 1, or the place of the 1. */
  private int target(int from, int width) {
    return width == 1 ? wanted[from] > 0.5 ? 1 : 0 : largest(wanted, from, width);
  }

  /** The class that an output means, by the loss's own threshold. */
  private int predicted(int from, int width) {
    return PredictedClass.of(predicted, from, width, cut, OptionalDouble.empty());
  }

  /** The place of the largest number, the first of several. */
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

  /** All that is counted so far, to go on from later. Counts are exact, as doubles hold whole numbers beyond any training. */
  public double[] sums() {
    return new double[] {weightSum, loss, right, numbers, absolute, squared, sum, sumOfSquares};
  }

  /** Goes on counting from what {@link #sums} said. */
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

  /** The accuracy of classes, or the mean absolute error of a regression. */
  public double measure() {
    return task == Task.CLASSES ? (double) right / numbers : absolute / numbers * unit;
  }

  /** Of each class since the counting began anew; empty for a regression. */
  public List<ClassCount> classes() {
    return IntStream.range(0, examples.length).mapToObj(label -> new ClassCount(examples[label], correct[label], foretold[label])).toList();
  }

  public Metrics scores() {
    if (task == Task.CLASSES) {
      return new Metrics(loss(), measure(), Double.NaN, Double.NaN);
    }
    double variance = sumOfSquares - sum * sum / numbers;
    return new Metrics(loss(), Double.NaN, measure(), variance > 0 ? 1 - squared / variance : Double.NaN);
  }
}

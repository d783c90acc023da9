package studio.backprop.observe.predict;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.layer.Loss;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.project.PredictedClass;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.metric.Metrics;

/** Predictions of a network for every example of some parts of the data, by the weights of one step. Immutable. */
public final class Predictions {
  private final PreparedData data;
  private final long step;
  private final Loss loss;
  private final float[][] outputs;
  private final Metrics[] scores;
  /** Targets per example, and outputs of each. */
  private final int answers;
  private int width;
  /** Inclusive threshold of the second of two classes; NaN for argmax. */
  private final double threshold;

  private Predictions(Replica replica) {
    this.data = replica.data();
    this.answers = data.dataset().answers();
    this.step = replica.step();
    this.loss = replica.loss();
    this.outputs = new float[Part.values().length][];
    this.scores = new Metrics[Part.values().length];
    this.threshold = Double.NaN;
  }

  private Predictions(Predictions same, double threshold) {
    this.data = same.data;
    this.answers = same.answers;
    this.step = same.step;
    this.loss = same.loss;
    this.outputs = same.outputs;
    this.scores = same.scores;
    this.width = same.width;
    this.threshold = threshold;
  }

  /** Takes a pass through these parts. */
  public static Predictions of(Replica replica, Set<Part> parts) {
    Predictions said = new Predictions(replica);
    parts.forEach(part -> said.ask(replica, part));
    return said;
  }

  private void ask(Replica replica, Part part) {
    int[] next = {0};
    scores[part.ordinal()] = replica.score(
        part,
        plan -> {
          Tensor prediction = plan.prediction();
          int numbers = prediction.rowCount();
          width = numbers / answers;
          if (next[0] == 0) {
            outputs[part.ordinal()] = new float[Math.multiplyExact(data.rows(part), numbers)];
          }
          for (int row = 0; row < plan.batch(); row++) {
            for (int i = 0; i < numbers; i++) {
              outputs[part.ordinal()][next[0]++] = prediction.get(row, i);
            }
          }
        });
  }

  /** The same outputs at another threshold, not copied. The {@link #scores} stay those of the loss's threshold. */
  public Predictions at(DecisionThreshold decided) {
    double wanted = isOfTwoClasses() && decided.at(loss) != loss.cut() ? decided.at(loss) : Double.NaN;
    return Double.compare(wanted, threshold) == 0 ? this : new Predictions(this, wanted);
  }

  /** Inclusive threshold, unless it is the loss's. */
  public OptionalDouble ownThreshold() {
    return Double.isNaN(threshold) ? OptionalDouble.empty() : OptionalDouble.of(threshold);
  }

  private boolean isOfTwoClasses() {
    return data.dataset().task() == Task.CLASSES && data.dataset().classNames().size() == 2;
  }

  public PreparedData data() {
    return data;
  }

  /** Step of the weights. */
  public long step() {
    return step;
  }

  /** Whether the part is included. */
  public boolean has(Part part) {
    return outputs[part.ordinal()] != null;
  }

  public Metrics scores(Part part) {
    return scores[part.ordinal()];
  }

  /** @param answer index over all examples of the part */
  private float output(Part part, int answer, int i) {
    return outputs[part.ordinal()][answer * width + i];
  }

  // --- classes

  /** Whether {@link #score} is a probability; of a hinge loss it is a margin. */
  public boolean isProbability() {
    return loss != Loss.HINGE;
  }

  /** Class score of the first target. A single output is of the second class, its complement of the first. */
  public float score(Part part, int row, int index) {
    return scoreOf(part, row * answers, index);
  }

  private float scoreOf(Part part, int answer, int index) {
    if (width == 1) {
      return index == 1 ? output(part, answer, 0) : (float) (2 * loss.cut()) - output(part, answer, 0);
    }
    return output(part, answer, index);
  }

  /** Class score of one target. */
  public float score(Part part, int row, int place, int index) {
    return scoreOf(part, row * answers + place, index);
  }

  /** Predicted class of the first target. */
  public int classOf(Part part, int row) {
    return classOf(part, row, 0);
  }

  /** Predicted class of one target. */
  public int classOf(Part part, int row, int place) {
    int numbers = Math.min(width, data.dataset().classNames().size());
    return PredictedClass.of(outputs[part.ordinal()], (row * answers + place) * width, numbers, loss.cut(), ownThreshold());
  }

  /** Top-k classes of the first target, the predicted one first. */
  public int[] best(Part part, int row, int count) {
    int classes = data.dataset().classNames().size();
    int[] best = new int[Math.min(count, classes)];
    for (int place = 0; place < best.length; place++) {
      best[place] = place == 0 ? classOf(part, row) : -1;
      for (int i = 0; i < classes && place > 0; i++) {
        if (!in(best, place, i) && (best[place] < 0 || score(part, row, i) > score(part, row, best[place]))) {
          best[place] = i;
        }
      }
    }
    return best;
  }

  private static boolean in(int[] taken, int count, int index) {
    for (int i = 0; i < count; i++) {
      if (taken[i] == index) {
        return true;
      }
    }
    return false;
  }

  /** Whether the predicted class is correct. True for a regression. */
  public boolean right(Part part, int row) {
    return data.dataset().task() == Task.REGRESSION || classOf(part, row) == data.classOf(part, row);
  }

  // --- a regression

  /** Predicted value of the first target, in its own unit. */
  public double value(Part part, int row) {
    return value(part, row, 0);
  }

  /** Predicted value of one target, in its own unit. */
  public double value(Part part, int row, int place) {
    return data.targetScaler().unscaleExactly(0, output(part, row * answers + place, 0));
  }

  /** ŷ − y, in the target's own unit. */
  public double error(Part part, int row) {
    return value(part, row) - data.exactTarget(part, row, 0);
  }

  /** Mean absolute error of an example's known targets, in their own unit. */
  public double meanError(Part part, int row) {
    return IntStream.range(0, answers)
        .filter(place -> !Float.isNaN(data.rawTarget(part, row, place)))
        .mapToDouble(place -> Math.abs(value(part, row, place) - data.exactTarget(part, row, place))).average().orElse(Double.NaN);
  }

  // --- an answer for each place

  /** Accuracy over an example's known targets. */
  public double rightShare(Part part, int row) {
    return IntStream.range(0, answers)
        .filter(place -> !Float.isNaN(data.rawTarget(part, row, place)))
        .mapToDouble(place -> classOf(part, row, place) == (int) data.rawTarget(part, row, place) ? 1 : 0).average().orElse(Double.NaN);
  }

  /** Mean intersection over union of all classes but the first; NaN if none of them occurs. */
  public double overlap(Part part) {
    int classes = data.dataset().classNames().size();
    long[] both = new long[classes];
    long[] either = new long[classes];
    for (int row = 0; row < data.rows(part); row++) {
      for (int place = 0; place < answers; place++) {
        float truth = data.rawTarget(part, row, place);
        int said = classOf(part, row, place);
        if (!Float.isNaN(truth)) {
          either[said]++;
          both[said] += said == (int) truth ? 1 : 0;
          either[(int) truth] += said == (int) truth ? 0 : 1;
        }
      }
    }
    return IntStream.range(1, classes).filter(c -> either[c] > 0).mapToDouble(c -> (double) both[c] / either[c]).average()
        .orElse(Double.NaN);
  }
}

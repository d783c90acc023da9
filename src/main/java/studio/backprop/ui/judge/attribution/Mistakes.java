package studio.backprop.ui.judge.attribution;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.DecisionThreshold;

/**
 * Worst predictions of a part: misclassified with the largest probability, or with the largest error. Immutable.
 *
 * @param worst in descending order
 * @param count number of misclassified examples; of a regression all
 * @param rows of the part
 * @param threshold decision threshold of two classes
 */
record Mistakes(PreparedData data, long step, Part part, List<Mistake> worst, int count, int rows, DecisionThreshold threshold) {
  /** Number of listed examples. */
  static final int MOST = 8;
  /** Larger parts would delay the page. */
  static final int LARGEST_PART = 10_000;

  /**
   * @param predicted the predicted class; −1 of a regression
   * @param score the probability of that class, or the error in the target's unit
   */
  record Mistake(int row, int predicted, float score) {}

  /** Costs a forward pass over the part. */
  static Mistakes of(Replica replica, Part part, DecisionThreshold threshold) {
    Predictions predictions = Predictions.of(replica, Set.of(part)).at(threshold);
    PreparedData data = replica.data();
    boolean numbers = data.dataset().task() == Task.REGRESSION;
    List<Mistake> all = IntStream.range(0, data.rows(part)).filter(row -> numbers || !predictions.right(part, row))
        .mapToObj(row -> numbers ? new Mistake(row, -1, (float) predictions.error(part, row))
            : new Mistake(row, predictions.classOf(part, row), predictions.score(part, row, predictions.classOf(part, row))))
        .sorted(Comparator.comparingDouble(mistake -> -Math.abs(mistake.score))).toList();
    return new Mistakes(data, predictions.step(), part, List.copyOf(all.subList(0, Math.min(MOST, all.size()))), all.size(),
        data.rows(part), threshold);
  }
}

package studio.backprop.ui.inside.lens.loss;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;

/**
 * Predictions, targets and losses of one or several examples.
 *
 * @param rows examples whose values were copied; of large batches the first ones
 * @param answers per example
 * @param width values per answer
 * @param given input of the loss: logits where it is fused with a softmax or sigmoid
 * @param target NaN where unknown
 * @param gradients ∂L/∂given; null where not computed
 * @param costs loss of each example of the whole batch
 */
record LossNumbers(int rows, int answers, int width, float[] given, float[] target, float[] gradients, float[] costs) {
  /** Example of the batch and its loss. */
  record Cost(int row, float loss) {}

  /** @param width values per answer: the number of classes, or 1 */
  static LossNumbers of(OpLook op, int width) {
    Tensors given = op.inputs().get(0);
    int numbers = Math.toIntExact(given.shape().count());
    int each = Math.min(width, numbers);
    return new LossNumbers(
        given.rows(), numbers / each, each, given.values(), op.inputs().get(1).values(), given.grads(), op.inner("example_loss")
            .orElseThrow().values());
  }

  int at(int row, int answer) {
    return (row * answers + answer) * width;
  }

  boolean known(int row, int answer) {
    return !Float.isNaN(target[at(row, answer)]);
  }

  /** Known targets of the first example. */
  long answersKnown() {
    return IntStream.range(0, answers).filter(answer -> known(0, answer)).count();
  }

  /** Argmax of an answer. */
  int largest(float[] numbers, int row, int answer) {
    int from = at(row, answer);
    return IntStream.range(0, width).reduce((a, b) -> numbers[from + b] > numbers[from + a] ? b : a).orElse(0);
  }

  /** Examples with the largest losses. */
  List<Cost> worst(int most) {
    return IntStream.range(0, costs.length).mapToObj(row -> new Cost(row, costs[row]))
        .sorted(Comparator.comparing(cost -> -cost.loss()))
        .limit(most)
        .toList();
  }

  /** Indices of the shown values: all, or the largest ones and the target. */
  List<Integer> shown(float[] shares, int row, int answer, int most) {
    if (width <= most) {
      return IntStream.range(0, width).boxed().toList();
    }
    int from = at(row, answer);
    int right = largest(target, row, answer);
    List<Integer> best = IntStream.range(0, width).filter(place -> place != right).boxed()
        .sorted(Comparator.comparing(place -> -shares[from + place])).limit(most - 1L).toList();
    return Stream.concat(Stream.of(right), best.stream())
        .sorted(Comparator.comparing(place -> -shares[from + place])).toList();
  }
}

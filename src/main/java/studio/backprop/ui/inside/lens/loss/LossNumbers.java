package studio.backprop.ui.inside.lens.loss;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;

/**
 * What a loss compares, for one or several examples: what was foretold, what is right, and what each example costs.
 *
 * @param rows examples whose numbers were copied; of large batches the first ones
 * @param answers of an example
 * @param width numbers of an answer
 * @param given what the loss reads: logits where it reads through a softmax or sigmoid
 * @param target NaN where the right answer is not known
 * @param gradients ∂L/∂given; null where none goes back
 * @param costs of each example of the whole batch
 */
record LossNumbers(int rows, int answers, int width, float[] given, float[] target, float[] gradients, float[] costs) {
  /** An example of the batch and what it costs. */
  record Cost(int row, float loss) {}

  /** @param width numbers of an answer: the classes, or 1 */
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

  /** Answers of the first example that are known. */
  long answersKnown() {
    return IntStream.range(0, answers).filter(answer -> known(0, answer)).count();
  }

  /** The class with the largest number among the given ones, or among the right ones. */
  int largest(float[] numbers, int row, int answer) {
    int from = at(row, answer);
    return IntStream.range(0, width).reduce((a, b) -> numbers[from + b] > numbers[from + a] ? b : a).orElse(0);
  }

  /** The examples that cost most first. */
  List<Cost> worst(int most) {
    return IntStream.range(0, costs.length).mapToObj(row -> new Cost(row, costs[row]))
        .sorted(Comparator.comparing(cost -> -cost.loss()))
        .limit(most)
        .toList();
  }

  /** The places of an answer that are shown: all, or those with the largest shares and the right one. */
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

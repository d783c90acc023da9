package studio.backprop.op;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * One differentiable primitive over buffers that never move. {@link #forward} overwrites the output's values; {@link #backward} reads the
 * output's gradients and <em>adds</em> to those of its inputs, so that a value used twice gets the sum of both. An input without
 * gradients is skipped. The values of its inputs and output lie in memory as the tensors say; those of one batch all lie alike.
 */
public interface Op {
  /** What it reads: values first, then parameters. */
  List<Tensor> inputs();

  Tensor output();

  /** Values on the way that are worth showing, such as gates or normalised numbers. */
  default List<Tensor> inner() {
    return List.of();
  }

  /**
   * Before a training step, counted from 0. What an op draws depends on its node's seed and this number alone, so that a run that is
   * taken up again draws what it would have drawn.
   */
  default void begin(long step) {}

  void forward(Mode mode);

  void backward();

  /**
   * Called once, where no other op adds to the gradient of an input: an op that returns true overwrites it from then on, so that it need
   * not be zeroed before.
   */
  default boolean claimGradient(Tensor input) {
    return false;
  }

  /** What it needs to keep; asked once it is known whether it does the work of a ReLU, see {@link #absorbRelu}. */
  default OpTraits traits() {
    return OpTraits.CAREFUL;
  }

  /**
   * Called once, where a ReLU is the only consumer of the output: an op that returns true fuses that ReLU from then on, while the numbers
   * are still in the near cache.
   */
  default boolean absorbRelu() {
    return false;
  }

  /** Numbers it keeps for itself, beside {@link #inner}. */
  default long scratch() {
    return 0;
  }

  /** Whether what it gives is 0 wherever its input or its sum is negative, as behind a ReLU, so that no gradient passes there. */
  default boolean rectifies() {
    return false;
  }

  /** Whether what it gives for one example depends on the others of the batch. */
  default boolean mixesExamples() {
    return false;
  }

  /** Whether it meets its numbers with others that are drawn anew at each training step. */
  default boolean draws() {
    return false;
  }

  /** Whether its slope jumps somewhere, as that of a ReLU at zero; between the jumps it hardly changes or not at all. */
  default boolean hasCorners() {
    return rectifies();
  }

  /** Whether its value jumps where its slope does, as that of a step at zero. */
  default boolean jumps() {
    return false;
  }

  /**
   * Why its output is not finite, where what it was given had no meaning to it. The node's title and the step fill the places {0} and {1}
   * of the sentence, its own arguments the others.
   */
  default Optional<Message> refusal() {
    return Optional.empty();
  }

  /** How its window sweeps over its input, along the height and the width of an image or along time; empty where there is none. */
  default List<WindowAxis> sweeps() {
    return List.of();
  }

  /** As shown: the class's own name in words, such as {@code leaky relu}. */
  default String name() {
    return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}

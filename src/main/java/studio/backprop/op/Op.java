package studio.backprop.op;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * One differentiable primitive over fixed buffers. {@link #forward} overwrites the output's values; {@link #backward} reads the output's
 * gradients and <em>adds</em> to those of its inputs, so that a value used twice gets the sum of both. An input without gradients is
 * skipped. Values are in the storage order of their tensors, which is the same for all tensors of a batch.
 */
public interface Op {
  /** Values first, then parameters. */
  List<Tensor> inputs();

  Tensor output();

  /** Intermediate values worth inspecting, such as gates or normalized numbers. */
  default List<Tensor> inner() {
    return List.of();
  }

  /**
   * Before a training step, counted from 0. Random numbers depend only on the node's seed and this number, so that a resumed run is
   * reproducible.
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

  /** Memory requirements; requested after {@link #absorbRelu}. */
  default OpTraits traits() {
    return OpTraits.CAREFUL;
  }

  /**
   * Called once, where a ReLU is the only consumer of the output: an op that returns true fuses that ReLU from then on, while the numbers
   * are still cached.
   */
  default boolean absorbRelu() {
    return false;
  }

  /** Numbers of scratch memory, besides {@link #inner}. */
  default long scratch() {
    return 0;
  }

  /** Whether a ReLU is fused: the output is 0, without gradient, where the input or sum is negative. */
  default boolean rectifies() {
    return false;
  }

  /** Whether the output for an example depends on the others of the batch. */
  default boolean mixesExamples() {
    return false;
  }

  /** Whether it is stochastic while training. */
  default boolean draws() {
    return false;
  }

  /** Whether its derivative is discontinuous, as that of a ReLU at zero, and almost constant elsewhere. */
  default boolean hasCorners() {
    return rectifies();
  }

  /** Whether it is discontinuous, as a step function. */
  default boolean jumps() {
    return false;
  }

  /**
   * Why its output is not finite because of an invalid input. {0} and {1} of the message are the node and the step, its own arguments
   * follow.
   */
  default Optional<Message> refusal() {
    return Optional.empty();
  }

  /** Sweeps of its window, along height and width, or time; empty where there is none. */
  default List<WindowAxis> sweeps() {
    return List.of();
  }

  /** Displayed name: the class name in words, such as {@code leaky relu}. */
  default String name() {
    return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}

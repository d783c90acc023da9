package studio.backprop.op;

import java.util.List;
import java.util.Locale;
import studio.backprop.tensor.Tensor;

/**
 * One differentiable primitive over buffers that never move. {@link #forward} overwrites the output's values; {@link #backward} reads the
 * output's gradients and <em>adds</em> to those of its inputs, so that a value used twice gets the sum of both. An input without
 * gradients is skipped.
 */
public interface Op {
  /** What it reads: values first, then parameters. */
  List<Tensor> inputs();

  Tensor output();

  /** Values on the way that are worth showing, such as gates or normalised numbers. */
  default List<Tensor> inner() {
    return List.of();
  }

  void forward(Mode mode);

  void backward();

  /** As shown: the class's own name in words, such as {@code leaky relu}. */
  default String name() {
    return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}

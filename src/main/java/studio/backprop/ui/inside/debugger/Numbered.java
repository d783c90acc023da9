package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Analysis;
import studio.backprop.observe.Snapshot;
import studio.backprop.plan.Parameter;

/**
 * Tensor as a matrix, from which a number is chosen to follow.
 *
 * @param values row-major
 * @param columns the last row may not be full
 */
record Numbered(float[] values, int rows, int columns) {
  /** A single row is wrapped at this length. */
  private static final int LINE = 32;

  /** Values of a parameter or an output; empty where they are not copied. */
  static Optional<Numbered> of(Subject number, Snapshot seen, Analysis shapes) {
    if (!number.isWeight()) {
      return Optional.ofNullable(seen.activations().output(number.node())).map(values -> of(
          values.clone(), shapes.shape(number.node()).filter(shape -> shape.rank() > 1).map(shape -> shape.size(0)).orElse(1)));
    }
    List<Parameter> all = seen.parameters();
    return IntStream.range(0, seen.hasValues() ? all.size() : 0).boxed()
        .filter(p -> all.get(p).node() == number.node() && all.get(p).name().equals(number.parameter()))
        .map(p -> of(seen.values(p).clone(), all.get(p).spec().rows())).findFirst();
  }

  static Numbered of(float[] values, int first) {
    int columns = first > 1 ? values.length / first : Math.min(LINE, values.length);
    return new Numbered(values, (values.length + columns - 1) / columns, columns);
  }
}

package studio.backprop.ui.lens;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.op.GruSteps;
import studio.backprop.op.LstmSteps;
import studio.backprop.op.Op;
import studio.backprop.train.NodeLook.OpLook;
import studio.backprop.train.NodeLook.Tensors;

/**
 * A recurrent op unrolled in time, for one example. All steps and units are counted from 0.
 *
 * @param kind LSTM, GRU or simple
 * @param fromEnd whether the last step is read first
 * @param counts whether a step counts, [steps]; one that only fills up leaves the memory as it was
 * @param gates in the order in which they are explained
 * @param states before and after each step: [steps + 1, units]
 * @param cells of an LSTM, likewise; null in others
 */
record RecurrentNumbers(
    Kind kind, boolean fromEnd, boolean[] counts, int steps, int units, List<Gate> gates, Tensors states, Tensors cells) {
  /** Which cell it is. */
  enum Kind {
    LSTM,
    GRU,
    SIMPLE;

    static Kind of(Class<? extends Op> op) {
      return op == LstmSteps.class ? LSTM : op == GruSteps.class ? GRU : SIMPLE;
    }
  }

  /**
   * Numbers that a step makes on its way.
   *
   * @param sign what the formula calls it
   * @param signed whether it goes from −1 to 1 rather than from 0 to 1
   * @param values [steps, units]
   */
  record Gate(String sign, boolean signed, float[] values) {}

  /** @return empty if there are too many numbers to be copied */
  static Optional<RecurrentNumbers> of(OpLook op, boolean fromEnd) {
    Tensors states = op.inner("states").orElseThrow();
    if (states.values().length == 0) {
      return Optional.empty();
    }
    Kind kind = Kind.of(op.kind());
    List<Gate> gates = switch (kind) {
      case LSTM -> List.of(
          gate(op, "f", "forget gate", false), gate(op, "i", "input gate", false), gate(op, "g", "candidate", true), gate(op, "o", "output gate", false));
      case GRU -> List.of(gate(op, "r", "reset gate", false), gate(op, "z", "update gate", false), gate(op, "n", "candidate", true));
      case SIMPLE -> List.of();
    };
    return Optional.of(new RecurrentNumbers(
        kind, fromEnd, counts(op, states.shape().size(0) - 1), states.shape().size(0) - 1, states.shape().size(1), gates, states, op.inner("cells").orElse(null)));
  }

  private static boolean[] counts(OpLook op, int steps) {
    boolean[] counts = new boolean[steps];
    for (int step = 0; step < steps; step++) {
      counts[step] = op.inputs().size() < 2 || op.inputs().get(1).values()[step] > 0.5f;
    }
    return counts;
  }

  private static Gate gate(OpLook op, String sign, String name, boolean signed) {
    return new Gate(sign, signed, op.inner(name).orElseThrow().values());
  }

  /** A gate's number. */
  float gate(String sign, int step, int unit) {
    return gates.stream().filter(gate -> gate.sign().equals(sign)).findFirst().orElseThrow().values()[step * units + unit];
  }

  /** Where the number of a state or cell after a step stands. */
  int after(int step, int unit) {
    return (fromEnd ? step : step + 1) * units + unit;
  }

  int before(int step, int unit) {
    return (fromEnd ? step + 1 : step) * units + unit;
  }

  /** The step that is read after all others that count. */
  int last() {
    return fromEnd ? lowest() : highest();
  }

  /** The step that is read before all others that count. */
  int first() {
    return fromEnd ? highest() : lowest();
  }

  private int lowest() {
    return IntStream.range(0, steps).filter(step -> counts[step]).findFirst().orElse(0);
  }

  private int highest() {
    return IntStream.range(0, steps).map(i -> steps - 1 - i).filter(step -> counts[step]).findFirst().orElse(steps - 1);
  }

  /** ‖∂L/∂h‖ after a step, NaN where no gradient arrives. */
  double stateNorm(int step) {
    return norm(states, step);
  }

  /** ‖∂L/∂c‖ after a step. */
  double cellNorm(int step) {
    return cells == null ? Double.NaN : norm(cells, step);
  }

  private double norm(Tensors of, int step) {
    if (of.grads() == null) {
      return Double.NaN;
    }
    return Math.sqrt(IntStream.range(0, units).mapToDouble(unit -> of.grads()[after(step, unit)]).map(grad -> grad * grad).sum());
  }

  /** The gate by which the memory of a unit is multiplied at each step; empty for a simple cell, which has none. */
  Optional<String> keeps() {
    return switch (kind) {
      case LSTM -> Optional.of("f");
      case GRU -> Optional.of("z");
      case SIMPLE -> Optional.empty();
    };
  }

  /** The steps that count and are read after a step, the last one first. */
  List<Integer> later(int step) {
    IntStream steps = fromEnd ? IntStream.range(0, step) : IntStream.range(step + 1, this.steps).map(later -> this.steps + step - later);
    return steps.filter(later -> counts[later]).boxed().toList();
  }

  /** What the direct way from the memory after the last step back to that after a step multiplies the gradient by; 1 at the last. */
  double kept(int step, int unit) {
    String sign = keeps().orElseThrow();
    return later(step).stream().mapToDouble(later -> gate(sign, later, unit)).reduce(1, (a, b) -> a * b);
  }
}

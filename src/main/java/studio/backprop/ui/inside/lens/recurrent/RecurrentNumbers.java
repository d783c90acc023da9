package studio.backprop.ui.inside.lens.recurrent;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.GruSteps;
import studio.backprop.op.LstmSteps;
import studio.backprop.op.Op;

/**
 * Recurrent op unrolled in time, for one example. Steps and units are zero-based.
 *
 * @param kind LSTM, GRU or simple
 * @param fromEnd whether it runs backwards in time
 * @param counts mask of the steps, [steps]; padding leaves the state unchanged
 * @param gates in the order of explanation
 * @param states before and after each step: [steps + 1, units]
 * @param cells of an LSTM, likewise; null in others
 * @param learned input and weights; empty where unknown
 */
public record RecurrentNumbers(
    Kind kind, boolean fromEnd, boolean[] counts, int steps, int units, List<Gate> gates, Tensors states, Tensors cells,
    Optional<Learned> learned) {
  /** Cell type. */
  public enum Kind {
    LSTM,
    GRU,
    SIMPLE;

    static Kind of(Class<? extends Op> op) {
      return op == LstmSteps.class ? LSTM : op == GruSteps.class ? GRU : SIMPLE;
    }
  }

  /**
   * Gate, or another intermediate value of a step.
   *
   * @param sign its symbol
   * @param signed whether its range is [−1, 1] rather than [0, 1]
   * @param values [steps, units]
   * @param grads ∂L/∂sum of each, before the activation; null where not computed
   */
  public record Gate(String sign, boolean signed, float[] values, float[] grads) {}

  /** Input and weights in the layout of the engine: gates stacked along the rows. */
  public record Learned(Tensors x, Tensors input, Tensors state, Tensors inputBias, Tensors stateBias) {
    static Optional<Learned> of(OpLook op) {
      List<Tensors> p = op.parameters();
      return p.size() == 4 ? Optional.of(new Learned(op.inputs().get(0), p.get(0), p.get(1), p.get(2), p.get(3))) : Optional.empty();
    }
  }

  /**
   * Terms of a gate's pre-activation.
   *
   * @param input W·x
   * @param state U·h
   * @param inputBias b of the inputs
   * @param stateBias b of the state
   */
  public record Sum(double input, double state, double inputBias, double stateBias) {
    public double all() {
      return input + state + inputBias + stateBias;
    }
  }

  /** @return empty if there are too many numbers to be copied */
  public static Optional<RecurrentNumbers> of(OpLook op, boolean fromEnd) {
    Tensors states = op.inner("states").orElseThrow();
    if (states.values().length == 0) {
      return Optional.empty();
    }
    Kind kind = Kind.of(op.kind());
    List<Gate> gates = switch (kind) {
      case LSTM -> List.of(
          gate(op, "f", "forget gate", false), gate(op, "i", "input gate", false), gate(op, "g", "candidate", true),
          gate(op, "o", "output gate", false));
      case GRU -> List.of(gate(op, "r", "reset gate", false), gate(op, "z", "update gate", false), gate(op, "n", "candidate", true));
      case SIMPLE -> List.of();
    };
    return Optional.of(new RecurrentNumbers(
        kind, fromEnd, counts(op, states.shape().size(0) - 1), states.shape().size(0) - 1, states.shape().size(1), gates, states,
        op.inner("cells").orElse(null),
        Learned.of(op)));
  }

  private static boolean[] counts(OpLook op, int steps) {
    boolean[] counts = new boolean[steps];
    for (int step = 0; step < steps; step++) {
      counts[step] = op.inputs().size() < 2 || op.inputs().get(1).values()[step] > 0.5f;
    }
    return counts;
  }

  private static Gate gate(OpLook op, String sign, String name, boolean signed) {
    Tensors numbers = op.inner(name).orElseThrow();
    return new Gate(sign, signed, numbers.values(), numbers.grads());
  }

  public float gate(String sign, int step, int unit) {
    return gates.stream().filter(gate -> gate.sign().equals(sign)).findFirst().orElseThrow().values()[step * units + unit];
  }

  /**
   * Recomputed from the weights.
   *
   * @param place index of the gate in the order of the weights: i, f, g, o or r, z, n
   */
  public Optional<Sum> sum(int place, int step, int unit) {
    return learned.map(now -> {
      int features = now.x().shape().size(1);
      int row = place * units + unit;
      double input = dot(now.input().values(), row * features, now.x().values(), step * features, features);
      double state = dot(now.state().values(), row * units, states.values(), before(step, 0), units);
      return new Sum(input, state, now.inputBias().values()[row], now.stateBias().values()[row]);
    });
  }

  private static double dot(float[] a, int atA, float[] b, int atB, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) a[atA + i] * b[atB + i];
    }
    return sum;
  }

  /** Index of a gate among the weights. */
  public int place(String sign) {
    return Math.max(0, (kind == Kind.LSTM ? "ifgo" : "rzn").indexOf(sign));
  }

  /** Index of a state or cell after a step. */
  public int after(int step, int unit) {
    return (fromEnd ? step : step + 1) * units + unit;
  }

  public int before(int step, int unit) {
    return (fromEnd ? step + 1 : step) * units + unit;
  }

  /** Last unmasked step in reading order. */
  int last() {
    return fromEnd ? lowest() : highest();
  }

  /** First unmasked step in reading order. */
  int first() {
    return fromEnd ? highest() : lowest();
  }

  private int lowest() {
    return IntStream.range(0, steps).filter(step -> counts[step]).findFirst().orElse(0);
  }

  private int highest() {
    return IntStream.range(0, steps).map(i -> steps - 1 - i).filter(step -> counts[step]).findFirst().orElse(steps - 1);
  }

  /** Number of unmasked steps read after a step, which the gradient has passed when it arrives. */
  int back(int step) {
    return later(step).size();
  }

  /** Inverse of {@link #back}. */
  public int stepBack(int back) {
    return IntStream.range(0, steps).filter(step -> counts[step] && back(step) == back).findFirst().orElse(first());
  }

  /** Number of unmasked steps. */
  public int counting() {
    return (int) IntStream.range(0, steps).filter(step -> counts[step]).count();
  }

  /** Ratio of the gradient norm at the last step where it arrives to that at the first step; NaN where none arrives. */
  public double weaker(IntToDoubleFunction norm) {
    double last = IntStream.range(0, counting()).mapToDouble(back -> norm.applyAsDouble(stepBack(back))).filter(now -> now > 0).findFirst()
        .orElse(Double.NaN);
    return last / norm.applyAsDouble(first());
  }

  /** ‖∂L/∂h‖ after a step, NaN where not computed; padding passes it unchanged. */
  public double stateNorm(int step) {
    return norm(states, step);
  }

  /** ‖∂L/∂c‖ after a step. */
  public double cellNorm(int step) {
    return cells == null ? Double.NaN : norm(cells, step);
  }

  private double norm(Tensors of, int step) {
    if (of.grads() == null || !counts[step]) {
      return Double.NaN;
    }
    return Math.sqrt(IntStream.range(0, units).mapToDouble(unit -> of.grads()[after(step, unit)]).map(grad -> grad * grad).sum());
  }

  /** Gate that multiplies the memory of a unit at each step; empty for a simple cell. */
  Optional<String> keeps() {
    return switch (kind) {
      case LSTM -> Optional.of("f");
      case GRU -> Optional.of("z");
      case SIMPLE -> Optional.empty();
    };
  }

  /** Unmasked steps read after a step, the last one first. */
  List<Integer> later(int step) {
    IntStream steps = fromEnd ? IntStream.range(0, step) : IntStream.range(step + 1, this.steps).map(later -> this.steps + step - later);
    return steps.filter(later -> counts[later]).boxed().toList();
  }

  /** Factor of the gradient along the direct path from the memory after the last step back to that after a step; 1 at the last. */
  double kept(int step, int unit) {
    String sign = keeps().orElseThrow();
    return later(step).stream().mapToDouble(later -> gate(sign, later, unit)).reduce(1, (a, b) -> a * b);
  }
}

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
 * A recurrent op unrolled in time, for one example. All steps and units are counted from 0.
 *
 * @param kind LSTM, GRU or simple
 * @param fromEnd whether the last step is read first
 * @param counts whether a step counts, [steps]; one that only fills up leaves the memory as it was
 * @param gates in the order in which they are explained
 * @param states before and after each step: [steps + 1, units]
 * @param cells of an LSTM, likewise; null in others
 * @param learned what the sums are made with; empty where it is not known
 */
public record RecurrentNumbers(
    Kind kind, boolean fromEnd, boolean[] counts, int steps, int units, List<Gate> gates, Tensors states, Tensors cells,
    Optional<Learned> learned) {
  /** Which cell it is. */
  public enum Kind {
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
   * @param grads ∂L/∂sum of each, before the activation; null where no gradient arrives
   */
  public record Gate(String sign, boolean signed, float[] values, float[] grads) {}

  /** The input and the weights, as the engine keeps them: one gate below the other. */
  public record Learned(Tensors x, Tensors input, Tensors state, Tensors inputBias, Tensors stateBias) {
    static Optional<Learned> of(OpLook op) {
      List<Tensors> p = op.parameters();
      return p.size() == 4 ? Optional.of(new Learned(op.inputs().get(0), p.get(0), p.get(1), p.get(2), p.get(3))) : Optional.empty();
    }
  }

  /**
   * What a gate adds up before the activation.
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

  /** A gate's number. */
  public float gate(String sign, int step, int unit) {
    return gates.stream().filter(gate -> gate.sign().equals(sign)).findFirst().orElseThrow().values()[step * units + unit];
  }

  /**
   * Worked out anew from the weights.
   *
   * @param place of the gate in the order of the weights: i, f, g, o or r, z, n
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

  /** Where a gate's weights stand among those of all gates. */
  public int place(String sign) {
    return Math.max(0, (kind == Kind.LSTM ? "ifgo" : "rzn").indexOf(sign));
  }

  /** Where the number of a state or cell after a step stands. */
  public int after(int step, int unit) {
    return (fromEnd ? step : step + 1) * units + unit;
  }

  public int before(int step, int unit) {
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

  /** How many steps that count are read after a step: so many columns the gradient has gone back when it is there. */
  int back(int step) {
    return later(step).size();
  }

  /** The step that so many others are read after. */
  public int stepBack(int back) {
    return IntStream.range(0, steps).filter(step -> counts[step] && back(step) == back).findFirst().orElse(first());
  }

  /** Steps that count. */
  public int counting() {
    return (int) IntStream.range(0, steps).filter(step -> counts[step]).count();
  }

  /** How many times weaker a gradient is at the first step than at the last at which it arrives; NaN where none arrives. */
  public double weaker(IntToDoubleFunction norm) {
    double last = IntStream.range(0, counting()).mapToDouble(back -> norm.applyAsDouble(stepBack(back))).filter(now -> now > 0).findFirst()
        .orElse(Double.NaN);
    return last / norm.applyAsDouble(first());
  }

  /** ‖∂L/∂h‖ after a step, NaN where no gradient arrives: past a step that only fills up it goes unchanged. */
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

package studio.backprop.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.Recurrence;
import studio.backprop.kernel.ValuesAndGrads;
import studio.backprop.kernel.Workers.Job;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * A recurrent layer: the state of each step is computed from its input and the previous state, with the same weights. x: [batch, time, in];
 * the output is the state after each step, [batch, time, units], or after the last, [batch, units]. W_ih: [gates·units, in], W_hh:
 * [gates·units, units], b_ih and b_hh: [gates·units], gates stacked as in PyTorch. Backpropagation through time over all steps: Werbos
 * 1990.
 *
 * <p>Storage is time-major, so that a gate's inputs of the whole sequence are one product, and its weight gradient another; only the
 * recurrent products are sequential. Threads process disjoint examples through all steps without synchronization. Step t is block t of the
 * gates; the states before and after it are blocks t and t + 1, or t + 1 and t where the sequence is read backwards.
 */
public abstract class Recurrent implements Op {
  /**
   * Parameters.
   *
   * @param input W_ih
   * @param state W_hh
   * @param inputBias b_ih
   * @param stateBias b_hh
   */
  public record Weights(Tensor input, Tensor state, Tensor inputBias, Tensor stateBias) {}

  /**
   * Reading of the sequence.
   *
   * @param counts mask [batch, time], 0 for padding, which leaves the state unchanged; null without
   * @param whole whether all states are returned
   * @param fromEnd whether backwards
   */
  public record Reading(Tensor counts, boolean whole, boolean fromEnd) {}

  /** Examples per chunk: twice a tile of the product. */
  private static final int CHUNK = 16;

  protected final Kernels kernels;
  private final Tensor x;
  private final Weights weights;
  private final Reading reading;
  private final Tensor y;
  private final int batch;
  private final int steps;
  private final int units;
  private final int block;
  private final float[] inputs;
  private final float[] inputGrads;
  private final Tensor states;
  private final List<Tensor> inner = new ArrayList<>();
  private final List<Tensor> carried = new ArrayList<>();
  private final List<RecurrentGate> gates = new ArrayList<>();
  private final Job forwardChunk = this::readForward;
  private final Job backwardChunk = this::readBackward;
  private Recurrence recurrence;

  protected Recurrent(Builder builder, String name, Tensor x, Weights weights, Reading reading) {
    this.kernels = builder.kernels();
    this.x = x;
    this.weights = weights;
    this.reading = reading;
    this.batch = x.rows();
    this.steps = x.shape().size(0);
    this.units = weights.state().rowCount();
    this.block = batch * units;
    Shape shape = reading.whole() ? Shape.of(steps, units) : Shape.of(units);
    this.y = builder.buffer(name, shape, x, weights.input(), weights.state(), weights.inputBias(), weights.stateBias());
    this.inputs = new float[x.count()];
    this.inputGrads = x.hasGrad() ? new float[x.count()] : null;
    this.states = carried("states");
  }

  /** Allocates numbers for each step. */
  protected final Tensor each(String name) {
    return kept(name, steps);
  }

  /** Allocates state passed between steps, initially 0. */
  protected final Tensor carried(String name) {
    Tensor tensor = kept(name, steps + 1);
    carried.add(tensor);
    return tensor;
  }

  private Tensor kept(String name, int blocks) {
    Tensor tensor = Tensor.stepwise(name, batch, Shape.of(blocks, units), y.hasGrad());
    inner.add(tensor);
    return tensor;
  }

  /** The next gate in the order of the weights. */
  protected final Tensor gate(String name) {
    Tensor sums = each(name);
    addGate(sums, sums);
    return sums;
  }

  /** The next gate, with separate sums over the state. */
  protected final void addGate(Tensor fromInput, Tensor fromState) {
    gates.add(new RecurrentGate(kernels, weights, gates.size(), fromInput, fromState));
  }

  /** Sets the elementwise part of a step. */
  protected final void goesBy(Recurrence step) {
    recurrence = step;
  }

  protected final Tensor states() {
    return states;
  }

  protected static ValuesAndGrads numbers(Tensor tensor) {
    return new ValuesAndGrads(tensor.values(), tensor.grads());
  }

  @Override
  public final List<Tensor> inputs() {
    return Stream.of(x, reading.counts(), weights.input(), weights.state(), weights.inputBias(), weights.stateBias())
        .filter(tensor -> tensor != null)
        .toList();
  }

  @Override
  public final Tensor output() {
    return y;
  }

  @Override
  public final List<Tensor> inner() {
    return inner;
  }

  @Override
  public final long scratch() {
    return inputs.length + (inputGrads == null ? 0 : inputGrads.length);
  }

  @Override
  public final void forward(Mode mode) {
    StepOrder.take(x.values(), batch, steps, inputs, 0);
    for (int g = 0; g < gates.size(); g++) {
      gates.get(g).sumInputs(inputs);
    }
    kernels.workers().run(chunks(), forwardChunk);
    if (reading.whole()) {
      StepOrder.give(states.values(), after(0), batch, steps, y.values());
    } else {
      System.arraycopy(states.values(), after(time(steps - 1)), y.values(), 0, block);
    }
  }

  @Override
  public final void backward() {
    for (int i = 0; i < carried.size(); i++) {
      Arrays.fill(carried.get(i).grads(), 0f);
    }
    if (reading.whole()) {
      StepOrder.take(y.grads(), batch, steps, states.grads(), after(0));
    } else {
      System.arraycopy(y.grads(), 0, states.grads(), after(time(steps - 1)), block);
    }
    for (int g = 0; g < gates.size(); g++) {
      gates.get(g).pack();
    }
    kernels.workers().run(chunks(), backwardChunk);
    for (int g = 0; g < gates.size(); g++) {
      gates.get(g).addWeightGradients(inputs, states.values(), before(0));
    }
    if (x.hasGrad()) {
      for (int g = 0; g < gates.size(); g++) {
        gates.get(g).giveInputGradient(g > 0, inputGrads);
      }
      StepOrder.add(inputGrads, batch, steps, x.grads());
    }
  }

  public final int steps() {
    return steps;
  }

  /**
   * Mean square of ‖∂L/∂state‖ over the examples that have this step, in the last backward pass; NaN where none has it.
   *
   * @param step in reading order, from 0
   */
  public final double stateGradient(int step) {
    int time = time(step);
    int counting = 0;
    double sum = 0;
    for (int example = 0; example < batch; example++) {
      if (reading.counts() == null || counts(example, time)) {
        counting++;
        for (int i = 0; i < carried.size(); i++) {
          sum += squares(carried.get(i).grads(), after(time) + example * units);
        }
      }
    }
    return sum / counting;
  }

  private double squares(float[] grads, int at) {
    double sum = 0;
    for (int i = at; i < at + units; i++) {
      sum += (double) grads[i] * grads[i];
    }
    return sum;
  }

  private int chunks() {
    return (batch + CHUNK - 1) / CHUNK;
  }

  /** Time step of a reading step. */
  private int time(int step) {
    return reading.fromEnd() ? steps - 1 - step : step;
  }

  /** Block of the states before a time step. */
  private int before(int time) {
    return (reading.fromEnd() ? time + 1 : time) * block;
  }

  private int after(int time) {
    return (reading.fromEnd() ? time : time + 1) * block;
  }

  /** Runs some examples through all steps. */
  private void readForward(int chunk) {
    int first = chunk * CHUNK;
    int examples = Math.min(CHUNK, batch - first);
    for (int step = 0; step < steps; step++) {
      int time = time(step);
      int at = time * block + first * units;
      int before = before(time) + first * units;
      for (int g = 0; step > 0 && g < gates.size(); g++) {
        gates.get(g).addState(examples, states.values(), before, at);
      }
      int after = after(time) + first * units;
      recurrence.forward(at, before, after, examples * units);
      for (int i = 0; reading.counts() != null && i < examples; i++) {
        if (!counts(first + i, time)) {
          keep(before + i * units, after + i * units);
        }
      }
    }
  }

  private boolean counts(int example, int time) {
    return reading.counts().values()[example * steps + time] > 0.5f;
  }

  /** A padding step leaves the state unchanged. */
  private void keep(int before, int after) {
    for (int i = 0; i < carried.size(); i++) {
      float[] values = carried.get(i).values();
      System.arraycopy(values, before, values, after, units);
    }
  }

  private void readBackward(int chunk) {
    int first = chunk * CHUNK;
    int examples = Math.min(CHUNK, batch - first);
    for (int step = steps - 1; step >= 0; step--) {
      int time = time(step);
      int at = time * block + first * units;
      int before = before(time) + first * units;
      int after = after(time) + first * units;
      for (int i = 0; reading.counts() != null && i < examples; i++) {
        if (!counts(first + i, time)) {
          passOn(after + i * units, before + i * units);
        }
      }
      recurrence.backward(at, before, after, examples * units);
      for (int g = 0; step > 0 && g < gates.size(); g++) {
        gates.get(g).addStateGradient(examples, at, states.grads(), before);
      }
    }
  }

  /** A padding step passes the gradient unchanged, and gets none. */
  private void passOn(int after, int before) {
    for (int i = 0; i < carried.size(); i++) {
      float[] grads = carried.get(i).grads();
      for (int j = 0; j < units; j++) {
        grads[before + j] += grads[after + j];
        grads[after + j] = 0;
      }
    }
  }
}

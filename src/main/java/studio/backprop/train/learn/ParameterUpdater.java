package studio.backprop.train.learn;

import java.util.List;
import java.util.Optional;
import studio.backprop.kernel.Kernels;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerState;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Tensor;

/** Optimizer updates of a learner's parameters; the last one is reversible. Allocates nothing in a step. */
public final class ParameterUpdater {
  private final Optimizer optimizer;
  private final Parameters parameters;
  private final List<Parameter> learned;
  private final Kernels kernels;
  private final float[][] before;
  private OptimizerState state;
  private boolean moved;
  /** Whether it has updated in the current step. */
  private boolean updatedInStep;

  public ParameterUpdater(Optimizer optimizer, Parameters parameters, Kernels kernels) {
    this.optimizer = optimizer;
    this.parameters = parameters;
    this.learned = parameters.learned();
    this.kernels = kernels;
    this.before = parameters.room();
    forget();
  }

  /** Resets the optimizer. */
  public void forget() {
    moved = false;
    state = optimizer.start(learned.stream().map(Parameter::tensor).toList());
  }

  /** Begins a step: saves what the forward pass changes, such as running statistics. */
  public void begin() {
    updatedInStep = false;
    for (int p = 0; p < before.length; p++) {
      if (!parameters.all().get(p).learned()) {
        parameters.all().get(p).tensor().copyTo(before[p]);
      }
    }
  }

  /** Ends a step without an update. */
  public void rest() {
    keep();
    moved = true;
  }

  private void keep() {
    for (int p = 0; p < before.length; p++) {
      if (parameters.all().get(p).learned()) {
        parameters.all().get(p).tensor().copyTo(before[p]);
      }
    }
  }

  /**
   * Performs one optimizer step. Several of one training step are undone together.
   *
   * @return the first parameter that would be non-finite: then none is updated
   */
  public Optional<Parameter> move(double rate) {
    if (!updatedInStep) {
      keep();
    }
    updatedInStep = true;
    moved = true;
    state.step(rate, kernels);
    for (int i = 0; i < learned.size(); i++) {
      Tensor tensor = learned.get(i).tensor();
      if (!Double.isFinite(kernels.sumOfSquares(tensor.values(), tensor.count()))) {
        parameters.set(before);
        return Optional.of(learned.get(i));
      }
    }
    return Optional.empty();
  }

  /** Restores the weights before the last update and {@link #restoreState the state} before the forward pass. */
  public void takeBack() {
    restoreState();
    if (moved) {
      parameters.set(before);
      moved = false;
    }
  }

  /** Restores what the forward pass changed, such as running statistics. */
  public void restoreState() {
    for (int p = 0; p < before.length; p++) {
      if (!parameters.all().get(p).learned()) {
        parameters.all().get(p).tensor().set(before[p]);
      }
    }
  }

  /** Whether {@link #room} holds the weights before the last update: false once weights were replaced. */
  public boolean moved() {
    return moved;
  }

  /** Values of a parameter before the last update; not copied. */
  public float[] room(int parameter) {
    return before[parameter];
  }

  /** Weights were replaced: the last update is not reversible. */
  public void replaced() {
    moved = false;
  }

  /** Update ratio ‖Δw‖ / ‖w‖ of a parameter in the last step. */
  public double ratio(int parameter) {
    float[] now = parameters.all().get(parameter).tensor().values();
    float[] then = before[parameter];
    double change = 0;
    double size = 0;
    for (int i = 0; i < now.length; i++) {
      double difference = (double) now[i] - then[i];
      change += difference * difference;
      size += (double) then[i] * then[i];
    }
    return size == 0 ? 0 : Math.sqrt(change / size);
  }

  /** ‖w‖. */
  public double size(int parameter) {
    Tensor tensor = parameters.all().get(parameter).tensor();
    return Math.sqrt(kernels.sumOfSquares(tensor.values(), tensor.count()));
  }

  /** Optimizer slots; not copied. */
  public float[][] slots() {
    return state.slots();
  }

  public long steps() {
    return state.steps();
  }

  public void restore(float[][] memory, long steps) {
    state.restore(memory, steps);
  }
}

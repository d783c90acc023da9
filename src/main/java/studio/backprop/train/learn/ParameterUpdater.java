package studio.backprop.train.learn;

import java.util.List;
import java.util.Optional;
import studio.backprop.kernel.Kernels;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerState;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Tensor;

/** Moves the weights by their gradients at the end of a step, and can take the last move back. Allocates nothing in a step. */
public final class ParameterUpdater {
  private final Optimizer optimizer;
  private final Parameters parameters;
  private final List<Parameter> learned;
  private final Kernels kernels;
  private final float[][] before;
  private OptimizerState state;
  private boolean moved;
  /** Whether it has moved in the step under way. */
  private boolean under;

  public ParameterUpdater(Optimizer optimizer, Parameters parameters, Kernels kernels) {
    this.optimizer = optimizer;
    this.parameters = parameters;
    this.learned = parameters.learned();
    this.kernels = kernels;
    this.before = parameters.room();
    forget();
  }

  /** The optimizer begins anew, as before the first step. */
  public void forget() {
    moved = false;
    state = optimizer.start(learned.stream().map(Parameter::tensor).toList());
  }

  /** A step begins: keeps what its forward pass changes by itself, such as the running numbers of a normalization. */
  public void begin() {
    under = false;
    for (int p = 0; p < before.length; p++) {
      if (!parameters.all().get(p).learned()) {
        parameters.all().get(p).tensor().copyTo(before[p]);
      }
    }
  }

  /** The step ends without a turn of it: nothing was moved. */
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
   * Moves every weight by its gradient; where a step moves it several times, the last move can be taken back with those before.
   *
   * @return the first parameter that would no longer be a number: then none is moved
   */
  public Optional<Parameter> move(double rate) {
    if (!under) {
      keep();
    }
    under = true;
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

  /** Back to the weights before the last move, if there was one, and to the state before the step's forward pass. */
  public void takeBack() {
    restoreState();
    if (moved) {
      parameters.set(before);
      moved = false;
    }
  }

  /** Takes back what the forward pass of the step has changed by itself, such as the running numbers of a normalization. */
  public void restoreState() {
    for (int p = 0; p < before.length; p++) {
      if (!parameters.all().get(p).learned()) {
        parameters.all().get(p).tensor().set(before[p]);
      }
    }
  }

  /** Whether {@link #room} is the step before the one that moved them last: no other weights were put in their place since. */
  public boolean moved() {
    return moved;
  }

  /** A parameter as it was before the step that moved it last, the array itself. */
  public float[] room(int parameter) {
    return before[parameter];
  }

  /** Other weights were put in the place of those that were moved. */
  public void replaced() {
    moved = false;
  }

  /** ‖Δw‖ ÷ ‖w‖ of a parameter's last move: how far it moved, measured by its own size. */
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

  /** ‖w‖ of a parameter. */
  public double size(int parameter) {
    Tensor tensor = parameters.all().get(parameter).tensor();
    return Math.sqrt(kernels.sumOfSquares(tensor.values(), tensor.count()));
  }

  /** What the optimizer remembers, itself and no copy. */
  public float[][] slots() {
    return state.slots();
  }

  /** Steps that the optimizer counts. */
  public long steps() {
    return state.steps();
  }

  /** Goes on from what an optimizer remembered. */
  public void restore(float[][] memory, long steps) {
    state.restore(memory, steps);
  }
}

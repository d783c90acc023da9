package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.backprop.op.CostOp;
import studio.backprop.op.Mode;
import studio.backprop.op.Op;
import studio.backprop.tensor.Tensor;

/**
 * Copy of an op of the plan for a small batch of one repeated example, so that one pass evaluates several derivatives. Shares the plan's
 * parameters. The first row is perturbed; the others keep the example.
 */
final class Miniature {
  /** Tolerance of deviations from the plan, for another order of summation. */
  private static final double EQUAL = 1e-3;

  private final Op full;
  private final Op op;
  private final int rows;
  private final Mode mode;
  private final List<float[]> base = new ArrayList<>();
  private int loaded = -1;
  private boolean fits;

  Miniature(Op full, Op op, Mode mode) {
    this.full = full;
    this.op = op;
    this.mode = mode;
    this.rows = op.output().rows();
    forget();
  }

  static List<Tensor> outputs(Op op) {
    return op instanceof CostOp costs ? List.of(op.output(), costs.cost()) : List.of(op.output());
  }

  /** Evaluations per pass. */
  int questions() {
    return rows - 1;
  }

  /** Loads an example of the batch. @return false if the op does not treat examples separately */
  boolean load(int row) {
    if (fits && loaded != row) {
      for (int i = 0; i < op.inputs().size(); i++) {
        fill(full.inputs().get(i), op.inputs().get(i), row);
      }
      run();
      loaded = row;
      fits = agrees(row);
    }
    return fits;
  }

  /** To be called when the plan's values have changed. */
  void forget() {
    loaded = -1;
    fits = !full.mixesExamples() && !full.draws(); // random ops may agree by chance
  }

  private void fill(Tensor from, Tensor to, int row) {
    if (from != to && to.rows() == rows) { // else common to all examples, such as positions
      float[] numbers = new float[from.rowCount()];
      from.copyRow(from.rows() == 1 ? 0 : row, numbers);
      for (int i = 0; i < rows; i++) {
        to.setRow(i, numbers, 0);
      }
    }
  }

  private void run() {
    op.forward(mode);
    base.clear();
    outputs(op).forEach(output -> base.add(output.values().clone()));
  }

  private boolean agrees(int row) {
    for (int i = 0; i < base.size(); i++) {
      Tensor mine = outputs(op).get(i);
      Tensor its = outputs(full).get(i);
      for (int place = 0; place < mine.rowCount(); place++) {
        float a = mine.get(rows - 1, place);
        float b = its.get(row, place);
        if (Math.abs(a - b) > EQUAL * (1 + Math.abs(b)) || Float.isNaN(a) != Float.isNaN(b)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Corresponding tensor. */
  private Tensor input(Tensor tensor) {
    List<Tensor> inputs = full.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).storage() == tensor.storage()) {
        return op.inputs().get(i);
      }
    }
    throw new IllegalArgumentException(tensor + " is no input of " + full.name());
  }

  private Tensor output(Tensor tensor) {
    return outputs(full).get(0).storage() == tensor.storage() ? op.output() : outputs(op).get(1);
  }

  /** Whether it shares a tensor, such as a parameter. */
  boolean shares(Tensor tensor) {
    return input(tensor).storage() == tensor.storage();
  }

  /** Collects the outputs of the example that change when an input element or parameter is perturbed. */
  void moved(Cell from, float move, Kept kept, Steepest felt) {
    Tensor tensor = input(from.tensor());
    int at = tensor.index(shares(from.tensor()) ? from.row() : 0, from.place());
    float before = tensor.values()[at];
    tensor.values()[at] = before + move;
    op.forward(mode);
    tensor.values()[at] = before;
    for (int i = 0; i < base.size(); i++) {
      Tensor mine = outputs(op).get(i);
      Tensor its = outputs(full).get(i);
      float[] gradient = kept.of(its);
      for (int place = 0; gradient != null && place < mine.rowCount(); place++) {
        int out = mine.index(0, place);
        if (mine.values()[out] != base.get(i)[out]) {
          felt.offer(its, loaded, place, (mine.values()[out] - base.get(i)[out]) * gradient[its.index(loaded, place)]);
        }
      }
    }
    if (shares(from.tensor())) {
      op.forward(mode); // all rows have changed
    }
  }

  /** ∂to/∂from for some outputs ({@link #questions} at most), and last the dot product of all derivatives with the gradients. */
  double[] slopes(List<Cell> to, Cell from, Kept kept) {
    clear(false);
    for (int i = 0; i < to.size(); i++) {
      Tensor output = output(to.get(i).tensor());
      output.grads()[output.index(i + 1, to.get(i).place())] = 1;
    }
    giveGradients(to.size() + 1, kept);
    op.backward();
    Tensor tensor = input(from.tensor());
    double[] slopes = new double[to.size() + 1];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = tensor.gradAt(i + 1, from.place());
    }
    return slopes;
  }

  /** Saved gradients of the plan; null if none. */
  interface Kept {
    float[] of(Tensor tensor);
  }

  private void giveGradients(int row, Kept kept) {
    for (int i = 0; i < base.size(); i++) {
      Tensor mine = outputs(op).get(i);
      Tensor its = outputs(full).get(i);
      for (int place = 0; mine.hasGrad() && place < mine.rowCount(); place++) {
        mine.grads()[mine.index(row, place)] = kept.of(its)[its.index(loaded, place)];
      }
    }
  }

  /** Contribution of the example to a parameter's gradient through this op. */
  double share(Cell parameter, Kept kept) {
    clear(true);
    giveGradients(rows - 1, kept);
    op.backward();
    return parameter.tensor().grads()[parameter.at()];
  }

  /** Computes the derivatives of one output, for {@link #slope}. */
  void goBackFrom(Cell to) {
    clear(true);
    Tensor output = output(to.tensor());
    output.grads()[output.index(rows - 1, to.place())] = 1;
    op.backward();
  }

  double slope(Cell from) {
    Tensor tensor = input(from.tensor());
    return shares(from.tensor()) ? tensor.grads()[from.at()] : tensor.gradAt(rows - 1, from.place());
  }

  /** The single second factor of an element in an output, if any: the derivative depends on it. */
  Cell partner(Cell to, Cell of, List<Cell> candidates) {
    goBackFrom(to);
    double[] before = candidates.stream().mapToDouble(this::slope).toArray();
    Tensor tensor = input(of.tensor());
    int at = shares(of.tensor()) ? of.at() : tensor.index(rows - 1, of.place());
    float value = tensor.values()[at];
    tensor.values()[at] = value + 1;
    op.forward(mode);
    goBackFrom(to);
    Cell found = null;
    int changed = 0;
    for (int i = 0; i < before.length; i++) {
      if (slope(candidates.get(i)) != before[i]) {
        found = candidates.get(i);
        changed++;
      }
    }
    tensor.values()[at] = value;
    op.forward(mode);
    return changed == 1 ? found : null;
  }

  /** Values of an output for other values of an input element. */
  double[] sweep(Cell to, Cell from, double[] places) {
    Tensor tensor = input(from.tensor());
    Tensor output = output(to.tensor());
    double[] found = new double[places.length];
    for (int first = 0; first < places.length; first += rows) {
      int count = Math.min(rows, places.length - first);
      for (int i = 0; i < count; i++) {
        tensor.values()[tensor.index(i, from.place())] = (float) places[first + i];
      }
      op.forward(mode);
      for (int i = 0; i < count; i++) {
        found[first + i] = output.get(i, to.place());
      }
    }
    for (int i = 0; i < rows; i++) {
      tensor.values()[tensor.index(i, from.place())] = from.value();
    }
    op.forward(mode);
    return found;
  }

  private void clear(boolean parameters) {
    Stream.concat(op.inputs().stream().filter(tensor -> parameters || !isParameter(tensor)), outputs(op).stream())
        .filter(Tensor::hasGrad).forEach(Tensor::zeroGrad);
  }

  private boolean isParameter(Tensor tensor) {
    return full.inputs().stream().anyMatch(other -> other == tensor);
  }
}

package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import studio.backprop.op.Elementwise;
import studio.backprop.op.Op;
import studio.backprop.op.Rearrange;
import studio.backprop.op.Relu;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;

/**
 * Local derivatives between single elements of a plan: the op's backward pass for a gradient that is one at a single output and zero
 * elsewhere, so that it holds for every op. The outputs that depend on a number are found by perturbing it. An op that treats each example
 * by itself is evaluated through its {@link Miniature}. The ops must be of a copy of its own. Not thread-safe.
 */
final class Slopes {
  /** Largest number of followed dependents of an element; the others are summed. */
  private static final int MOST_WAYS = 8;

  private static final float MOVE = 0.01f;

  /** Index for the whole batch. */
  static final int ALL = -1;

  /** Relative size of sums that count as rounding. */
  private static final double ROUNDING = 1e-6;

  /** Dependents of an element. @param rest contribution of the others */
  record Ways(List<Link> links, double rest) {}

  private record Key(Storage room, int row, int place) {}

  private final PlanPasses plan;
  private final Miniatures many;
  private final Miniatures one;
  private final Map<Key, Ways> found = new HashMap<>();
  private Map<Storage, float[]> gradients = Map.of();
  private int counted = ALL;

  /**
   * @param many miniatures for several evaluations per pass
   * @param one miniatures for a single example
   */
  Slopes(PlanPasses plan, Miniatures many, Miniatures one) {
    this.plan = plan;
    this.many = many;
    this.one = one;
  }

  PlanPasses plan() {
    return plan;
  }

  /** Full forward pass. */
  void forward() {
    many.forget();
    one.forget();
    plan.forward(0);
  }

  /** Sets the gradients. @param row example of the loss, or {@link #ALL} */
  void use(Map<Storage, float[]> kept, int row) {
    gradients = kept;
    counted = row;
    found.clear();
  }

  /** ∂L/∂element. */
  double gradient(Cell cell) {
    return cell.tensor().hasGrad() ? kept(cell.tensor())[cell.at()] : 0;
  }

  float[] kept(Tensor tensor) {
    return gradients.get(tensor.gradStorage());
  }

  /** Miniature of an op for one example; null if not separable. */
  Miniature alone(int step, int row) {
    return one.of(step, row);
  }

  /** The same for several evaluations. */
  Miniature several(int step, int row) {
    return many.of(step, row);
  }

  /** Dependents of an element through one op on a path to the loss; without gradient the most sensitive one. */
  Ways from(Cell cell) {
    return found.computeIfAbsent(new Key(cell.tensor().storage(), cell.row(), cell.place()), key -> {
      List<Link> links = new ArrayList<>();
      List<Integer> on = plan.readers(cell.tensor());
      double rest = 0;
      for (int step : on) {
        rest += through(step, cell, on.size() == 1, links);
      }
      return links.isEmpty() && rest == 0 ? blocked(cell, on) : new Ways(links, rest);
    });
  }

  /** Dependent with a zero factor, for display. */
  private Ways blocked(Cell cell, List<Integer> on) {
    for (int step : on) {
      Miniature miniature = isParameter(step, cell) ? null : several(step, cell.row());
      List<Cell> to = reached(step, cell, miniature, Slopes::ones);
      if (!to.isEmpty()) {
        return new Ways(List.of(new Link(step, to.get(0), cell, slope(step, to.get(0), cell), 0)), 0);
      }
    }
    return new Ways(List.of(), 0);
  }

  private static float[] ones(Tensor tensor) {
    float[] ones = new float[tensor.values().length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double through(int step, Cell cell, boolean only, List<Link> links) {
    plan.mayStop();
    Op op = plan.steps().get(step).op();
    if (op instanceof Rearrange) {
      Cell same = new Cell(op.output(), cell.row(), cell.place());
      links.add(new Link(step, same, cell, 1, gradient(same)));
      return 0;
    }
    if (step == plan.steps().size() - 1 && only) { // the gradient of the loss is the derivative
      links.add(new Link(step, new Cell(plan.loss(), 0, 0), cell, gradient(cell), gradient(cell)));
      return 0;
    }
    Miniature miniature = isParameter(step, cell) ? null : several(step, cell.row());
    List<Cell> to = reached(step, cell, miniature, this::kept);
    double[] slopes = miniature != null ? miniature.slopes(to, cell, this::kept) : slopes(step, to, cell, only);
    if (miniature != null && only && gradient(cell) != 0 && slopes[to.size()] == 0) {
      slopes = slopes(step, to, cell, true); // ties may be resolved differently in the miniature
    }
    double told = 0;
    double size = 0;
    for (int i = 0; i < to.size(); i++) {
      double share = slopes[i] * gradient(to.get(i));
      told += share;
      size += Math.abs(share);
      if (share != 0) {
        links.add(new Link(step, to.get(i), cell, slopes[i], share));
      }
    }
    double rest = (only ? gradient(cell) : slopes[to.size()]) - told;
    return Math.abs(rest) <= ROUNDING * size ? 0 : rest;
  }

  /** Whether an element is of no example: shared with the miniature. */
  private boolean isParameter(int step, Cell cell) {
    return many.shares(step, cell.tensor());
  }

  /** ∂to/∂from for each, and last the op's contribution to ∂L/∂from, unless known. */
  private double[] slopes(int step, List<Cell> to, Cell from, boolean known) {
    double[] slopes = new double[to.size() + 1];
    for (int i = 0; i < to.size(); i++) {
      slopes[i] = slope(step, to.get(i), from);
    }
    slopes[to.size()] = known ? 0 : passedBack(step, from);
    return slopes;
  }

  /** ∂to/∂from through one op. */
  double slope(int step, Cell to, Cell from) {
    Miniature miniature = isParameter(step, from) ? alone(step, to.row()) : null;
    if (miniature != null) {
      miniature.goBackFrom(to);
      return miniature.slope(from);
    }
    goBackFrom(step, to);
    return from.tensor().grads()[from.at()];
  }

  /** Sets the gradients of an op's inputs to the derivatives of one of its outputs. */
  void goBackFrom(int step, Cell to) {
    plan.mayStop();
    Op op = plan.steps().get(step).op();
    clear(op);
    to.tensor().grads()[to.at()] = 1;
    op.backward();
  }

  /** Contribution of one op to ∂L/∂element. */
  private double passedBack(int step, Cell cell) {
    Op op = plan.steps().get(step).op();
    clear(op);
    for (Tensor output : Miniature.outputs(op)) {
      if (output.hasGrad()) {
        System.arraycopy(kept(output), 0, output.grads(), 0, output.grads().length);
      }
    }
    op.backward();
    return cell.tensor().grads()[cell.at()];
  }

  /** Contribution of one example's outputs of an op to a parameter's gradient. */
  double share(int step, Cell parameter, int row) {
    if (row >= plan.steps().get(step).op().output().rows()) {
      return 0; // of the other of two combined batches
    }
    plan.progress(row, plan.steps().get(step).op().output().rows());
    Miniature miniature = alone(step, row);
    if (miniature != null) {
      return miniature.share(parameter, this::kept);
    }
    Op op = plan.steps().get(step).op();
    clear(op);
    for (Tensor output : Miniature.outputs(op)) {
      for (int place = 0; output.hasGrad() && output.rows() > row && place < output.rowCount(); place++) {
        int at = output.index(row, place);
        output.grads()[at] = kept(output)[at];
      }
    }
    op.backward();
    return parameter.tensor().grads()[parameter.at()];
  }

  private static void clear(Op op) {
    Stream.concat(op.inputs().stream(), Miniature.outputs(op).stream()).filter(Tensor::hasGrad).forEach(Tensor::zeroGrad);
  }

  /** Outputs of an op that depend on an element and lead to the loss, by descending sensitivity. @param weights gradients */
  private List<Cell> reached(int step, Cell cell, Miniature miniature, Miniature.Kept weights) {
    Op op = plan.steps().get(step).op();
    if (op instanceof Elementwise || op instanceof Relu) {
      return List.of(new Cell(op.output(), cell.row(), cell.place()));
    }
    if (op.output().hasGrad() && op.output().count() == 1 && Miniature.outputs(op).size() == 1) {
      return List.of(new Cell(op.output(), 0, 0));
    }
    float move = MOVE * Math.max(1, Math.abs(cell.value()));
    Miniature asked = miniature != null ? miniature : counted != ALL && isParameter(step, cell) ? alone(step, counted) : null;
    Steepest felt = new Steepest(MOST_WAYS);
    if (asked != null) {
      asked.moved(cell, move, weights, felt);
    } else {
      moved(op, cell, move, weights, felt);
    }
    return felt.cells();
  }

  private void moved(Op op, Cell cell, float move, Miniature.Kept weights, Steepest felt) {
    plan.mayStop();
    List<Tensor> outputs = Miniature.outputs(op);
    List<float[]> before = outputs.stream().map(output -> output.values().clone()).toList();
    float[] values = cell.tensor().values();
    int at = cell.at();
    float value = values[at];
    values[at] = value + move;
    op.forward(plan.mode());
    values[at] = value;
    for (int i = 0; i < before.size(); i++) {
      if (outputs.get(i).hasGrad()) {
        felt.offer(outputs.get(i), before.get(i), weights.of(outputs.get(i)));
      }
    }
    op.forward(plan.mode());
  }
}

package studio.backprop.train.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import studio.backprop.op.CostOp;
import studio.backprop.op.Elementwise;
import studio.backprop.op.Mode;
import studio.backprop.op.Op;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Room;
import studio.backprop.tensor.Tensor;

/**
 * The local derivatives between single numbers of a plan. Each is the answer of the op's own backward to a gradient that is one at a single
 * output and zero elsewhere, so that it holds for every op. Which outputs depend on a number is found by moving it a little. The ops must be
 * of a copy that nobody else runs. One thread at a time.
 */
final class Slopes {
  /** So many ways on from a number are followed; what goes the other ways is told as a sum. */
  private static final int MOST_WAYS = 8;

  private static final float MOVE = 0.01f;

  /** What is less than this share of its parts is the rounding of floats. */
  private static final double ROUNDING = 1e-6;

  /** The ways on from a number. @param rest what comes to it on other ways */
  record Ways(List<Link> links, double rest) {}

  private final List<Step> steps;
  private final Mode mode;
  private final Map<Room, List<Integer>> readers = new IdentityHashMap<>();
  private final Map<Room, Integer> makers = new IdentityHashMap<>();
  private final Map<Room, float[]> gradients = new IdentityHashMap<>();
  private final Map<Room, Tensor> tensors = new IdentityHashMap<>();

  /** @param steps in forward order; the last computes the loss */
  Slopes(List<Step> steps, Mode mode) {
    this.steps = steps;
    this.mode = mode;
    for (int i = 0; i < steps.size(); i++) {
      Op op = steps.get(i).op();
      int place = i;
      outputs(op).forEach(output -> makers.put(output.room(), place));
      op.inputs().stream().map(Tensor::room).distinct()
          .forEach(room -> readers.computeIfAbsent(room, key -> new ArrayList<>()).add(place));
      Stream.concat(op.inputs().stream(), outputs(op)).filter(Tensor::hasGrad).forEach(tensor -> tensors.putIfAbsent(tensor.gradRoom(), tensor));
    }
  }

  private static Stream<Tensor> outputs(Op op) {
    return op instanceof CostOp costs ? Stream.of(op.output(), costs.cost()) : Stream.of(op.output());
  }

  List<Step> steps() {
    return steps;
  }

  Mode mode() {
    return mode;
  }

  Tensor loss() {
    return steps.get(steps.size() - 1).op().output();
  }

  /** The place in the plan of the op that computes a number; below 0 for inputs and parameters. */
  int maker(Tensor tensor) {
    return makers.getOrDefault(tensor.room(), -1);
  }

  void forward() {
    steps.forEach(step -> step.op().forward(mode));
  }

  /** Goes back from the loss and keeps all gradients; the forward pass must have run. */
  void backward() {
    tensors.values().forEach(Tensor::zeroGrad);
    loss().grads()[0] = 1;
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).goesBack()) {
        steps.get(i).op().backward();
      }
    }
  }

  /** Keeps the gradients of the last {@link #backward}, for the questions to come. */
  void keep() {
    tensors.forEach((room, tensor) -> gradients.put(room, tensor.grads().clone()));
  }

  /** ∂L/∂number, as kept. */
  double gradient(Cell cell) {
    return cell.tensor().hasGrad() ? gradients.get(cell.tensor().gradRoom())[cell.at()] : 0;
  }

  boolean isLoss(Cell cell) {
    return cell.tensor().room() == loss().room();
  }

  /** All that depends on a number through one op and leads to the loss. */
  Ways from(Cell cell) {
    List<Link> links = new ArrayList<>();
    double rest = 0;
    for (int step : readers.getOrDefault(cell.tensor().room(), List.of())) {
      if (steps.get(step).goesBack()) {
        rest += through(step, cell, links);
      }
    }
    return new Ways(links, rest);
  }

  private double through(int step, Cell cell, List<Link> links) {
    double told = 0;
    double size = 0;
    for (Cell to : reached(step, cell)) {
      double slope = slope(step, to, cell);
      double share = slope * gradient(to);
      told += share;
      size += Math.abs(share);
      if (share != 0) {
        links.add(new Link(step, to, cell, slope, share));
      }
    }
    double rest = passedBack(step, cell) - told;
    return Math.abs(rest) <= ROUNDING * size ? 0 : rest;
  }

  /** ∂to/∂from through one op. */
  double slope(int step, Cell to, Cell from) {
    goBackFrom(step, to);
    return from.tensor().grads()[from.at()];
  }

  /** The gradients of an op's inputs become the slopes of one of its outputs. */
  void goBackFrom(int step, Cell to) {
    Op op = steps.get(step).op();
    clear(op);
    to.tensor().grads()[to.at()] = 1;
    op.backward();
  }

  /** What one op adds to ∂L/∂number. */
  private double passedBack(int step, Cell cell) {
    Op op = steps.get(step).op();
    clear(op);
    outputs(op).filter(Tensor::hasGrad).forEach(
        output -> System.arraycopy(gradients.get(output.gradRoom()), 0, output.grads(), 0, output.grads().length));
    op.backward();
    return cell.tensor().grads()[cell.at()];
  }

  private static void clear(Op op) {
    Stream.concat(op.inputs().stream(), outputs(op)).filter(Tensor::hasGrad).forEach(Tensor::zeroGrad);
  }

  /** The outputs of an op that move with a number and lead to the loss, what matters most first. */
  private List<Cell> reached(int step, Cell cell) {
    Op op = steps.get(step).op();
    List<Tensor> outputs = outputs(op).filter(Tensor::hasGrad).toList();
    if (op instanceof Elementwise) {
      return List.of(new Cell(op.output(), cell.row(), cell.place()));
    }
    if (outputs.size() == 1 && outputs.get(0).count() == 1) {
      return List.of(new Cell(op.output(), 0, 0));
    }
    return moved(op, outputs, cell);
  }

  private List<Cell> moved(Op op, List<Tensor> outputs, Cell cell) {
    float[] values = cell.tensor().values();
    int at = cell.at();
    float before = values[at];
    float move = MOVE * Math.max(1, Math.abs(before));
    values[at] = before + move;
    op.forward(mode);
    List<float[]> up = outputs.stream().map(output -> output.values().clone()).toList();
    values[at] = before - move;
    op.forward(mode);
    Map<Cell, Double> found = new IdentityHashMap<>();
    for (int i = 0; i < up.size(); i++) {
      compare(outputs.get(i), up.get(i), found);
    }
    values[at] = before;
    op.forward(mode);
    return found.keySet().stream().sorted(Comparator.comparingDouble((Cell to) -> -found.get(to))
        .thenComparingInt(Cell::row).thenComparingInt(Cell::place)).limit(MOST_WAYS).toList();
  }

  private void compare(Tensor output, float[] up, Map<Cell, Double> found) {
    float[] down = output.values();
    float[] gradient = gradients.get(output.gradRoom());
    for (int row = 0; row < output.rows(); row++) {
      for (int place = 0; place < output.rowCount(); place++) {
        int at = output.index(row, place);
        if (up[at] != down[at] && gradient[at] != 0) {
          found.put(new Cell(output, row, place), Math.abs((double) (up[at] - down[at]) * gradient[at]));
        }
      }
    }
  }
}

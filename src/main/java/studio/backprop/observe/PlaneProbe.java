package studio.backprop.observe;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;
import studio.backprop.train.learn.Feed;

/**
 * Outputs of every unit of a small network with two inputs on a grid of {@link #GRID_SIDE}² points around the training examples. First
 * input to the right, second upwards.
 */
final class PlaneProbe {
  /** Grid points along each axis. */
  static final int GRID_SIDE = 18;

  private static final int MOST_UNITS = 32;
  /** Largest cost in multiply-adds, well below a millisecond. */
  private static final long MOST_FLOPS = 4_000_000;
  private static final double ROOM = 0.08;

  private final Plan plan;

  private PlaneProbe(Plan plan) {
    this.plan = plan;
  }

  /** Empty without two inputs, or if it would slow training down. */
  static Optional<PlaneProbe> of(Session session, Parameters parameters, Kernels kernels) {
    Network network = session.project().network();
    long flops = network.analyse().flops() * GRID_SIDE * GRID_SIDE;
    boolean plane = session.data().dataset().width() == 2 && session.project().assignment().predicts();
    if (!plane || flops > MOST_FLOPS) {
      return Optional.empty();
    }
    Plan plan = Compiler.compile(network, parameters, kernels, new Seeds(0), Purpose.PREDICT, GRID_SIDE * GRID_SIDE);
    Feed.put(grid(session.data()), 0, 2, plan);
    return Optional.of(new PlaneProbe(plan));
  }

  private static float[] grid(PreparedData data) {
    float[] low = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
    float[] high = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
    float[] row = new float[2];
    for (int i = 0; i < data.rows(Part.TRAIN); i++) {
      data.copyInput(Part.TRAIN, i, row, 0);
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], row[axis]);
        high[axis] = Math.max(high[axis], row[axis]);
      }
    }
    float[] grid = new float[2 * GRID_SIDE * GRID_SIDE];
    for (int place = 0; place < GRID_SIDE * GRID_SIDE; place++) {
      grid[2 * place] = at(low[0], high[0], place % GRID_SIDE);
      grid[2 * place + 1] = at(low[1], high[1], GRID_SIDE - 1 - place / GRID_SIDE);
    }
    return grid;
  }

  private static float at(float low, float high, int place) {
    double share = -ROOM + (1 + 2 * ROOM) * (place + 0.5) / GRID_SIDE;
    return (float) (low + share * (high - low));
  }

  /** Buffers for nodes of few units: [units × GRID_SIDE × GRID_SIDE] by node. */
  Map<Integer, float[]> room(Network network) {
    Map<Integer, float[]> room = new TreeMap<>();
    for (Node node : network.nodes()) {
      plan.output(node.id()).filter(tensor -> tensor.shape().rank() == 1 && tensor.rowCount() <= MOST_UNITS)
          .ifPresent(tensor -> room.put(node.id(), new float[tensor.count()]));
    }
    return room;
  }

  void run() {
    plan.forward(Mode.EVALUATE);
  }

  void copyTo(Map<Integer, float[]> room) {
    room.forEach((node, numbers) -> copy(plan.output(node).orElseThrow(), numbers));
  }

  /** Transposes to unit-major. */
  private static void copy(Tensor output, float[] to) {
    int units = output.rowCount();
    for (int place = 0; place < output.rows(); place++) {
      for (int unit = 0; unit < units; unit++) {
        to[unit * GRID_SIDE * GRID_SIDE + place] = output.get(place, unit);
      }
    }
  }
}

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
 * What every unit of a small network with two inputs answers all over the plane, in a grid of {@link #SIDE} × {@link #SIDE} places around
 * the training examples. The first input grows to the right, the second upwards.
 */
final class PlaneProbe {
  /** Places along each axis. */
  static final int SIDE = 18;

  private static final int MOST_UNITS = 32;
  /** Multiply-adds that take well below a millisecond. */
  private static final long MOST_FLOPS = 4_000_000;
  private static final double ROOM = 0.08;

  private final Plan plan;

  private PlaneProbe(Plan plan) {
    this.plan = plan;
  }

  /** Empty where the inputs are no plane, or asking all of it would slow the training down. */
  static Optional<PlaneProbe> of(Session session, Parameters parameters, Kernels kernels) {
    Network network = session.project().network();
    long flops = network.analyse().flops() * SIDE * SIDE;
    boolean plane = session.data().dataset().width() == 2 && session.project().assignment().predicts();
    if (!plane || flops > MOST_FLOPS) {
      return Optional.empty();
    }
    Plan plan = Compiler.compile(network, parameters, kernels, new Seeds(0), Purpose.PREDICT, SIDE * SIDE);
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
    float[] grid = new float[2 * SIDE * SIDE];
    for (int place = 0; place < SIDE * SIDE; place++) {
      grid[2 * place] = at(low[0], high[0], place % SIDE);
      grid[2 * place + 1] = at(low[1], high[1], SIDE - 1 - place / SIDE);
    }
    return grid;
  }

  private static float at(float low, float high, int place) {
    double share = -ROOM + (1 + 2 * ROOM) * (place + 0.5) / SIDE;
    return (float) (low + share * (high - low));
  }

  /** Room for the answers of nodes that give a few numbers: [units × SIDE × SIDE] by node. */
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

  /** Unit by unit instead of place by place. */
  private static void copy(Tensor output, float[] to) {
    int units = output.rowCount();
    for (int place = 0; place < output.rows(); place++) {
      for (int unit = 0; unit < units; unit++) {
        to[unit * SIDE * SIDE + place] = output.get(place, unit);
      }
    }
  }
}

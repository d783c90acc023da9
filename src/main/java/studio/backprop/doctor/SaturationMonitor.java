package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.layer.GraphPool;
import studio.backprop.layer.Multiply;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.SilentUnits;
import studio.backprop.op.HardSigmoid;
import studio.backprop.op.Op;
import studio.backprop.op.Sigmoid;
import studio.backprop.op.SimpleRnnSteps;
import studio.backprop.op.Tanh;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Tensor;

/**
 * The activations inside a network, and whether they let gradients through. The last one, which makes the prediction, is meant to be sure,
 * and a gate that others are multiplied by is meant to be open or shut.
 */
final class SaturationMonitor {
  /** Where the slope is below a twentieth of the steepest, it is almost flat. */
  private static final double FLAT = 0.05;
  /** So many numbers say enough of all. */
  private static final int MOST = 1024;
  /** A unit that is silent for fewer examples may only be choosy: then the batches of several records are heard together. */
  private static final int ENOUGH = 64;

  /** One node's. */
  static final class Bend {
    private final int node;
    private final Op op;
    private final SilentUnits units;
    private final SilentUnits fromFirst;
    private double flat;
    private double flatBefore = Double.NaN;
    private double silentFirst = Double.NaN;
    private double silentBefore = Double.NaN;
    private int looks;
    private int batches;

    private Bend(Step step) {
      this.node = step.node();
      this.op = step.op();
      this.units = op.rectifies() ? new SilentUnits(op.output().shape()) : null;
      this.fromFirst = op.rectifies() ? new SilentUnits(op.output().shape()) : null;
    }

    private void look() {
      looks++;
      if (units != null) {
        if (Double.isNaN(silentBefore)) {
          fromFirst.listen(op.output());
        }
        if (Double.isNaN(silentFirst)) {
          silentFirst = fromFirst.share(); // a unit that is not silent before the first steps may die of them, so all are counted anew
        } else {
          units.listen(op.output());
          batches++;
        }
      } else {
        flat += flatShare(op);
      }
    }

    /** Until enough examples are heard, what was heard of those before. */
    double silent() {
      if (units == null) {
        return Double.NaN;
      }
      double before = Double.isNaN(silentBefore) && fromFirst.heard() >= ENOUGH ? fromFirst.share() : silentBefore;
      return heardEnough() ? units.share() : before;
    }

    /** Neither of few examples nor of a single batch. */
    private boolean heardEnough() {
      return units.heard() >= ENOUGH && batches > 1;
    }

    /** In the first look of all. */
    double silentFirst() {
      return silentFirst;
    }

    double saturated() {
      return units != null ? Double.NaN : looks == 0 ? flatBefore : flat / looks;
    }
  }

  private final Plan plan;
  private final List<Bend> all = new ArrayList<>();
  private final Map<Integer, Bend> byNode = new HashMap<>();

  SaturationMonitor(Plan plan, Network network) {
    this.plan = plan;
    List<Integer> sure = network.nodes().stream().filter(node -> isMeantToBeSure(network, node)).map(Node::id).toList();
    for (Step step : plan.steps()) {
      boolean bounded = bounded(step.op()) && !sure.contains(step.node()) && isOutput(plan, step);
      if (step.op().rectifies() || bounded) {
        all.removeIf(earlier -> earlier.node == step.node());
        all.add(new Bend(step));
      }
    }
    all.forEach(bend -> byNode.put(bend.node, bend));
  }

  private static boolean isMeantToBeSure(Network network, Node node) {
    List<Node> targets = network.targets(node.id());
    return !targets.isEmpty() && targets.stream().map(Node::layer)
        .allMatch(layer -> layer instanceof Output || layer instanceof Multiply || layer instanceof GraphPool);
  }

  private static boolean bounded(Op op) {
    return op instanceof Tanh || op instanceof SimpleRnnSteps || op instanceof Sigmoid || op instanceof HardSigmoid;
  }

  /** A gate within a layer is meant to be open or shut. */
  private static boolean isOutput(Plan plan, Step step) {
    return plan.output(step.node()).filter(output -> output == step.op().output()).isPresent();
  }

  private static double flatShare(Op op) {
    Tensor output = op.output();
    float[] values = output.values();
    int stride = values.length / MOST + 1;
    int flat = 0;
    int seen = 0;
    for (int i = 0; i < values.length; i += stride) {
      double y = values[i];
      double slope = op instanceof Tanh || op instanceof SimpleRnnSteps ? 1 - y * y : 4 * y * (1 - y);
      flat += slope < FLAT ? 1 : 0;
      seen++;
    }
    return (double) flat / seen;
  }

  Plan plan() {
    return plan;
  }

  void look() {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).look();
    }
  }

  Optional<Bend> of(int node) {
    return Optional.ofNullable(byNode.get(node));
  }

  void clear() {
    for (Bend bend : all) {
      bend.flatBefore = bend.saturated();
      bend.flat = 0;
      bend.looks = 0;
      if (bend.units != null && bend.heardEnough()) {
        bend.silentBefore = bend.units.share();
        bend.units.clear();
        bend.batches = 0;
      }
    }
  }
}

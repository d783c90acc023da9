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

/** Monitor of dead ReLUs and saturated activations of hidden layers, without gates and output activations. */
final class SaturationMonitor {
  /** Slope relative to the steepest below which an activation is saturated. */
  private static final double FLAT = 0.05;
  /** Sample size. */
  private static final int MAX_SAMPLES = 1024;
  /** Smallest number of examples for a dead unit; small batches are accumulated over records. */
  private static final int MIN_EXAMPLES = 64;

  /** Monitor of a node. */
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
          silentFirst = fromFirst.share(); // reset, as units can die in the first steps
        } else {
          units.listen(op.output());
          batches++;
        }
      } else {
        flat += flatShare(op);
      }
    }

    /** Previous share until there are enough examples. */
    double silent() {
      if (units == null) {
        return Double.NaN;
      }
      double before = Double.isNaN(silentBefore) && fromFirst.heard() >= MIN_EXAMPLES ? fromFirst.share() : silentBefore;
      return heardEnough() ? units.share() : before;
    }

    /** Enough examples of more than one batch. */
    private boolean heardEnough() {
      return units.heard() >= MIN_EXAMPLES && batches > 1;
    }

    /** At the first measurement. */
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

  /** False for gates within a layer. */
  private static boolean isOutput(Plan plan, Step step) {
    return plan.output(step.node()).filter(output -> output == step.op().output()).isPresent();
  }

  private static double flatShare(Op op) {
    Tensor output = op.output();
    float[] values = output.values();
    int stride = values.length / MAX_SAMPLES + 1;
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

package studio.backprop.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import studio.backprop.data.PreparedData;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GaussianSample;
import studio.backprop.layer.Output;
import studio.backprop.layer.Permute;
import studio.backprop.layer.Reshape;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.tensor.Shape;

/**
 * Input of the checks: a run with its data facts, analysis and statistics, and shared predicates.
 *
 * @param known analysis of the network
 */
record Patient(Project project, PreparedData data, Evidence facts, Analysis known, HealthStats stats) {
  /** Share of the {@linkplain Evidence#baseline baseline} below which a network has learned substantially. */
  private static final double LEARNED = 0.5;
  private static final double NOTHING_LEARNED = 0.9;
  private static final int NAMED = 3;
  private static final int SEVERAL_UNITS = 8;
  private static final double STRONG = 0.1;
  private static final List<Activation> SIGMOIDS = List.of(Activation.SIGMOID, Activation.HARD_SIGMOID);
  private static final int DEEP = 3;
  private static final double MOST_SILENT = 0.8;

  Network network() {
    return project.network();
  }

  /** Recent mean loss relative to the baseline; about 1 if nothing is learned. */
  double share() {
    return stats.recent(HealthMonitor.EVERY) / facts.baseline();
  }

  /** Whether layers add to the loss, so that the baseline is not comparable. */
  boolean hasOwnCosts() {
    return network().nodes().stream().anyMatch(node -> node.layer() instanceof GaussianSample);
  }

  /** Whether strong regularization or dropout restricts learning. */
  boolean heldBack() {
    Regularization kept = project.training().regularization();
    return kept.l1() >= STRONG || kept.l2() >= STRONG
        || network().nodes().stream().anyMatch(node -> node.layer() instanceof Dropout dropout && dropout.rate() >= MOST_SILENT);
  }

  /** Whether it has enough nonlinear units, without restriction. */
  boolean couldLearnMore() {
    return bentUnits() >= SEVERAL_UNITS && !heldBack();
  }

  /** Whether it is nonlinear. */
  boolean bends() {
    return bentUnits() > 0;
  }

  /** Whether several successive sigmoids slow learning down, even with skip connections. */
  boolean isDeepSigmoid() {
    return Experiments.squashing(network(), SIGMOIDS).size() >= DEEP;
  }

  private long bentUnits() {
    return network().nodes().stream().filter(node -> node.layer().activation() != Activation.NONE)
        .filter(node -> network().targets(node.id()).stream().noneMatch(target -> target.layer() instanceof Output))
        .mapToLong(node -> known.shape(node.id()).map(Shape::count).orElse(0L)).sum();
  }

  /** Whether unshuffled examples have correlated successive targets. */
  boolean inOrder() {
    double noise = 3 / Math.sqrt(data.trainRows());
    boolean batches = batch() < data.trainRows();
    return batches && !project.training().shuffle() && facts.neighbours() > facts.chance() + Math.max(noise, (1 - facts.chance()) / 4);
  }

  boolean hasLearned() {
    return share() < LEARNED;
  }

  /** Whether, after the first steps, it is no better than the baseline. */
  boolean learnsNothing() {
    return stats.taken() >= 2 * HealthMonitor.EVERY && share() > NOTHING_LEARNED;
  }

  /** Trained nodes in forward order. */
  List<HealthStats.OfNode> learning() {
    return stats.nodes().stream().filter(HealthStats.OfNode::learns).toList();
  }

  /** Median over trained nodes. */
  double median(ToDoubleFunction<HealthStats.OfNode> number) {
    double[] sorted = learning().stream().mapToDouble(number).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  String name(int node) {
    return network().find(node).map(Node::name).orElse("");
  }

  /** Output node of the loss, before reshaping layers. */
  Node answering() {
    Node last = network().sources(network().objective().output().id()).get(0);
    while (last.layer() instanceof Reshape || last.layer() instanceof Flatten || last.layer() instanceof Permute) {
      last = network().sources(last.id()).get(0);
    }
    return last;
  }

  /** Output layers. */
  List<Integer> last() {
    return network().outputs().stream().flatMap(end -> network().sources(end.id()).stream()).map(Node::id).toList();
  }

  String names(List<Integer> nodes) {
    if (nodes.size() <= NAMED) {
      return nodes.stream().map(this::name).collect(Collectors.joining(", "));
    }
    return name(nodes.get(0)) + " … " + name(nodes.get(nodes.size() - 1));
  }

  int batch() {
    return Math.min(project.training().batch(), data.trainRows());
  }

  /** Per epoch. */
  long batches() {
    return (data.trainRows() + batch() - 1) / batch();
  }

  long largestClass() {
    return Arrays.stream(facts.classes()).max().orElse(0);
  }
}

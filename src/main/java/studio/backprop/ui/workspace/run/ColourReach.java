package studio.backprop.ui.workspace.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.Histogram;
import studio.backprop.observe.HistogramSnapshot;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.ui.kit.Extent;

/**
 * Limits of the colour scales in the nodes: per node for best contrast, per layer type or network to compare nodes; from the current step,
 * or from the logged histograms to compare steps.
 */
public final class ColourReach {
  /** Quantile for weights and their gradients, so that outliers do not pale the rest. */
  public static final double SHARE = 0.995;

  /** Scope of a shared scale. */
  public enum Over { NODE, KIND, NETWORK }

  /** Steps of a shared scale. */
  public enum Steps { NOW, RECENT, ALL }

  /** Coloured quantities; each has a scale of its own. */
  public enum Quantity {
    OUTPUT(HistogramSnapshot.Kind.ACTIVATIONS),
    /** ∂L/∂output of the selected example; not logged. */
    RETURNED(null),
    GRADIENT(HistogramSnapshot.Kind.GRADIENTS),
    WEIGHT(HistogramSnapshot.Kind.WEIGHTS);

    private final HistogramSnapshot.Kind kept;

    Quantity(HistogramSnapshot.Kind kept) {
      this.kept = kept;
    }
  }

  /** Absolute value at the end of a scale. */
  @FunctionalInterface
  public interface Limit {
    /** Independent of other nodes and steps. */
    Limit OWN = now -> now;

    float of(float now);
  }

  private final ObjectProperty<Over> over = new SimpleObjectProperty<>(this, "over", Over.NODE);
  private final ObjectProperty<Steps> steps = new SimpleObjectProperty<>(this, "steps", Steps.NOW);
  private final Map<Quantity, Map<Integer, Float>> largest = new EnumMap<>(Quantity.class);
  private final Extent extent = new Extent();
  private final RunModel run;

  ColourReach(RunModel run) {
    this.run = run;
  }

  public ObjectProperty<Over> overProperty() {
    return over;
  }

  public ObjectProperty<Steps> stepsProperty() {
    return steps;
  }

  private boolean plain() {
    return over.get() == Over.NODE && steps.get() == Steps.NOW;
  }

  /** Limit for a node. */
  public Limit limit(Quantity quantity, int node) {
    return now -> switch (over.get()) {
      case NODE -> Math.max(now, ofNode(quantity, node));
      case KIND -> ofKind(quantity, node).orElse(now);
      case NETWORK -> ofNetwork(quantity).orElse(now);
    };
  }

  /** Maximum over nodes of the same type; empty if there is none. */
  public Optional<Float> ofKind(Quantity quantity, int node) {
    Network network = run.runProperty().get() == null ? Network.EMPTY : run.runProperty().get().project().network();
    return network.find(node).flatMap(kin -> network.nodes().stream().filter(other -> other.type().equals(kin.type()))
        .map(other -> largest.getOrDefault(quantity, Map.of()).get(other.id())).filter(Objects::nonNull).max(Float::compare));
  }

  private float ofNode(Quantity quantity, int node) {
    return plain() ? 0 : largest.getOrDefault(quantity, Map.of()).getOrDefault(node, 0f);
  }

  /** Maximum over all nodes; empty if there is none. */
  public Optional<Float> ofNetwork(Quantity quantity) {
    return largest.getOrDefault(quantity, Map.of()).values().stream().max(Float::compare);
  }

  /** Scans all numbers before pictures are painted; skipped for the default choice. */
  public void refresh(Snapshot snapshot) {
    largest.clear();
    if (plain()) {
      return;
    }
    List<Node> nodes = run.runProperty().get().project().network().nodes();
    for (Node node : nodes) {
      if (!node.layer().isInput()) {
        float[] plane = snapshot.activations().plane(node.id());
        add(Quantity.OUTPUT, node.id(), plane == null ? snapshot.activations().output(node.id()) : plane, 1);
        add(Quantity.RETURNED, node.id(), snapshot.activations().gradient(node.id()), 1);
      }
      ParameterIndex.of(run.runProperty().get(), snapshot, node).filter(learned -> snapshot.hasValues()).ifPresent(learned -> {
        add(Quantity.WEIGHT, node.id(), snapshot.values(learned.parameter()), SHARE);
        add(Quantity.GRADIENT, node.id(), snapshot.gradKnown(learned.parameter()) ? snapshot.grads(learned.parameter()) : null, SHARE);
      });
    }
    if (steps.get() != Steps.NOW) {
      nodes.stream().filter(node -> !node.layer().isInput()).forEach(this::remember);
    }
  }

  private void add(Quantity quantity, int node, float[] numbers, double share) {
    if (numbers != null) {
      add(quantity, node, share < 1 ? extent.quantile(numbers, 0, numbers.length, share) : extent.largest(numbers));
    }
  }

  private void add(Quantity quantity, int node, float size) {
    largest.computeIfAbsent(quantity, q -> new TreeMap<>()).merge(node, size, Math::max);
  }

  private void remember(Node node) {
    Run current = run.runProperty().get();
    for (HistogramSnapshot moment : steps.get() == Steps.RECENT ? current.histogramLog().recent() : current.histogramLog().all()) {
      for (Quantity quantity : Quantity.values()) {
        if (quantity.kept != null) {
          int owner = quantity == Quantity.OUTPUT ? node.id() : node.weights();
          moment.spread(quantity.kept, owner).ifPresent(spread -> add(quantity, node.id(), sizeOf(spread, quantity)));
        }
      }
    }
  }

  private static float sizeOf(Histogram spread, Quantity quantity) {
    double clipped = quantity == Quantity.OUTPUT ? 0 : (1 - SHARE) / 2;
    return (float) Math.max(Math.abs(spread.quantile(clipped)), Math.abs(spread.quantile(1 - clipped)));
  }
}

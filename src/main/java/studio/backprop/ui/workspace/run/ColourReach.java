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
 * How far the colours of the pictures in the nodes reach: to the largest number of each node, so that each is seen as well as can be, or of
 * all nodes of its kind or of the whole network, so that nodes can be compared; by what is seen now or, so that steps can be compared, by
 * the moments that are kept.
 */
public final class ColourReach {
  /** Of weights and their gradients a few outliers are clipped, so that they do not pale all others. */
  public static final double SHARE = 0.995;

  /** Over what. */
  public enum Over { NODE, KIND, NETWORK }

  /** Over which steps. */
  public enum Steps { NOW, RECENT, ALL }

  /** What is coloured; each has a scale of its own. */
  public enum Quantity {
    OUTPUT(HistogramSnapshot.Kind.ACTIVATIONS),
    /** ∂L/∂output of the chosen example; of the past nothing is kept. */
    RETURNED(null),
    GRADIENT(HistogramSnapshot.Kind.GRADIENTS),
    WEIGHT(HistogramSnapshot.Kind.WEIGHTS);

    private final HistogramSnapshot.Kind kept;

    Quantity(HistogramSnapshot.Kind kept) {
      this.kept = kept;
    }
  }

  /** The size that gets the colour at the end of a scale. */
  @FunctionalInterface
  public interface Limit {
    /** Without regard to other nodes and steps. */
    Limit OWN = now -> now;

    /** @param now the largest size in the picture */
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

  /** How far the colours of a node's numbers reach. */
  public Limit limit(Quantity quantity, int node) {
    return now -> switch (over.get()) {
      case NODE -> Math.max(now, ofNode(quantity, node));
      case KIND -> ofKind(quantity, node).orElse(now);
      case NETWORK -> ofNetwork(quantity).orElse(now);
    };
  }

  /** The largest size in all nodes of a node's kind; empty while there is none. */
  public Optional<Float> ofKind(Quantity quantity, int node) {
    Network network = run.runProperty().get() == null ? Network.EMPTY : run.runProperty().get().project().network();
    return network.find(node).flatMap(kin -> network.nodes().stream().filter(other -> other.type().equals(kin.type()))
        .map(other -> largest.getOrDefault(quantity, Map.of()).get(other.id())).filter(Objects::nonNull).max(Float::compare));
  }

  private float ofNode(Quantity quantity, int node) {
    return plain() ? 0 : largest.getOrDefault(quantity, Map.of()).getOrDefault(node, 0f);
  }

  /** The largest size in all nodes; empty while there is none. */
  public Optional<Float> ofNetwork(Quantity quantity) {
    return largest.getOrDefault(quantity, Map.of()).values().stream().max(Float::compare);
  }

  /** Looks at all numbers, before pictures are painted. The usual choice needs no look. */
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

package studio.backprop.lesson.play;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import studio.backprop.doctor.HealthStats;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.network.Node;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Parameter;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;

/** Measured quantities of nodes in training. Those read at every step are read in place, without allocation. */
public final class MeasuredNodes {
  private static final Set<String> NAMES =
      Set.of("gradient", "weight", "bias", "norm", "moved", "out", "silent", "saturated", "alike");

  private final Session session;
  private final Supplier<Circumstances> around;
  private final Supplier<Optional<HealthStats>> health;
  private final Map<CheckedQuantity, Tensor> tensors = new IdentityHashMap<>();
  private final Map<CheckedQuantity, Integer> places = new IdentityHashMap<>();
  private final Map<CheckedQuantity, Known> known = new IdentityHashMap<>();

  /** Cached value for a health record. */
  private record Known(HealthStats of, double number) {}

  /** @param health last health record of the run */
  MeasuredNodes(Session session, Supplier<Circumstances> around, Supplier<Optional<HealthStats>> health) {
    this.session = session;
    this.around = around;
    this.health = health;
  }

  /** Whether a quantity is measured; all others of a node are settings. */
  static boolean measures(CheckedQuantity quantity) {
    return NAMES.contains(quantity.name());
  }

  double number(CheckedQuantity quantity) {
    return switch (quantity.name()) {
      case "gradient" -> gradient(quantity);
      case "weight", "bias" -> element(quantity);
      case "norm" -> parameter(quantity) < 0 ? Double.NaN : session.weightNorm(parameter(quantity));
      case "moved" -> parameter(quantity) < 0 || !session.measured() ? Double.NaN : session.updateRatio(parameter(quantity));
      case "out" -> out(quantity);
      default -> health(quantity);
    };
  }

  private Optional<Node> find(CheckedQuantity quantity) {
    return session.project().network().named(quantity.node());
  }

  /** ‖∂L/∂W‖ of its weights, without biases. */
  private double gradient(CheckedQuantity quantity) {
    Integer place = places.get(quantity);
    if (place == null) {
      List<Parameter> learned = session.parameters().learned();
      int node = find(quantity).map(Node::weights).orElse(-1);
      place = -1;
      for (int i = learned.size() - 1; i >= 0; i--) {
        place = learned.get(i).node() == node ? Integer.valueOf(i) : place; // a node's weights come before its biases
      }
      places.put(quantity, place);
    }
    return place < 0 || !session.measured() ? Double.NaN : session.gradientNorm(place);
  }

  /** Index of its weights among all parameters; below 0 where it has none. */
  private int parameter(CheckedQuantity quantity) {
    Integer place = places.get(quantity);
    if (place == null) {
      List<Parameter> all = session.parameters().all();
      int node = find(quantity).map(Node::weights).orElse(-1);
      place = -1;
      for (int i = all.size() - 1; i >= 0; i--) {
        place = all.get(i).node() == node ? Integer.valueOf(i) : place;
      }
      places.put(quantity, place);
    }
    return place;
  }

  private double element(CheckedQuantity quantity) {
    Tensor tensor = tensors.get(quantity);
    if (tensor == null) {
      Optional<Parameter> found = find(quantity).flatMap(node -> session.parameters().find(node.weights(), quantity.name()));
      if (found.isEmpty()) {
        return Double.NaN;
      }
      int place = place(found.get().spec(), quantity.indices());
      tensor = found.get().tensor();
      tensors.put(quantity, tensor);
      places.put(quantity, place);
    }
    int place = places.get(quantity);
    return place < 0 ? Double.NaN : tensor.values()[place];
  }

  /** Flat index of an element of a parameter; below 0 where there is none. Without indices the parameter has to be a scalar. */
  public static int place(ParameterSpec spec, List<Integer> indices) {
    int[] shape = spec.shape().toArray();
    if (indices.isEmpty()) {
      return spec.rows() * spec.shape().count() == 1 ? 0 : -1;
    }
    boolean oneRow = spec.rows() == 1 && indices.size() == shape.length;
    int[] sizes = new int[shape.length + (oneRow ? 0 : 1)];
    sizes[0] = oneRow ? shape[0] : spec.rows();
    System.arraycopy(shape, oneRow ? 1 : 0, sizes, 1, sizes.length - 1);
    return rowMajor(sizes, indices);
  }

  private static int rowMajor(int[] sizes, List<Integer> indices) {
    if (sizes.length != indices.size()) {
      return -1;
    }
    int place = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (indices.get(i) >= sizes[i]) {
        return -1;
      }
      place = place * sizes[i] + indices.get(i);
    }
    return place;
  }

  /** Activation of a node for the selected example. */
  private double out(CheckedQuantity quantity) {
    Optional<Node> node = find(quantity);
    Optional<Shape> shape = node.flatMap(found -> session.project().network().analyse().shape(found.id()));
    if (shape.isEmpty()) {
      return Double.NaN;
    }
    int[] sizes = shape.get().toArray();
    int place = quantity.indices().isEmpty() ? sizes.length == 1 && sizes[0] == 1 ? 0 : -1 : rowMajor(sizes, quantity.indices());
    if (place < 0) {
      return Double.NaN;
    }
    float[] input = new float[session.data().dataset().width()];
    around.get().example().within(session.data()).copyInput(session.data(), input);
    float[] values = new float[(int) shape.get().count()];
    Replica.of(session, null).answer(input, 0, 1).output(node.get().id()).ifPresent(tensor -> tensor.copyRow(0, values));
    return values[place];
  }

  private double health(CheckedQuantity quantity) {
    HealthStats newest = health.get().orElse(null);
    Known found = known.get(quantity);
    if (found == null || found.of != newest) {
      found = new Known(newest, newest == null ? Double.NaN : health(newest, quantity));
      known.put(quantity, found);
    }
    return found.number;
  }

  private double health(HealthStats stats, CheckedQuantity quantity) {
    int node = find(quantity).map(Node::id).orElse(-1);
    return stats.nodes().stream().filter(one -> one.node() == node).findFirst().map(one -> switch (quantity.name()) {
      case "silent" -> one.silent();
      case "saturated" -> one.saturated();
      default -> one.alike() ? 1.0 : 0.0;
    }).orElse(Double.NaN);
  }
}

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
  static boolean measures(CheckedQuantity asked) {
    return NAMES.contains(asked.name());
  }

  double number(CheckedQuantity asked) {
    return switch (asked.name()) {
      case "gradient" -> gradient(asked);
      case "weight", "bias" -> element(asked);
      case "norm" -> parameter(asked) < 0 ? Double.NaN : session.weightNorm(parameter(asked));
      case "moved" -> parameter(asked) < 0 || !session.measured() ? Double.NaN : session.updateRatio(parameter(asked));
      case "out" -> out(asked);
      default -> health(asked);
    };
  }

  private Optional<Node> find(CheckedQuantity asked) {
    return session.project().network().named(asked.node());
  }

  /** ‖∂L/∂W‖ of its weights, without biases. */
  private double gradient(CheckedQuantity asked) {
    Integer place = places.get(asked);
    if (place == null) {
      List<Parameter> learned = session.parameters().learned();
      int node = find(asked).map(Node::weights).orElse(-1);
      place = -1;
      for (int i = learned.size() - 1; i >= 0; i--) {
        place = learned.get(i).node() == node ? Integer.valueOf(i) : place; // a node's weights come before its biases
      }
      places.put(asked, place);
    }
    return place < 0 || !session.measured() ? Double.NaN : session.gradientNorm(place);
  }

  /** Index of its weights among all parameters; below 0 where it has none. */
  private int parameter(CheckedQuantity asked) {
    Integer place = places.get(asked);
    if (place == null) {
      List<Parameter> all = session.parameters().all();
      int node = find(asked).map(Node::weights).orElse(-1);
      place = -1;
      for (int i = all.size() - 1; i >= 0; i--) {
        place = all.get(i).node() == node ? Integer.valueOf(i) : place;
      }
      places.put(asked, place);
    }
    return place;
  }

  private double element(CheckedQuantity asked) {
    Tensor tensor = tensors.get(asked);
    if (tensor == null) {
      Optional<Parameter> found = find(asked).flatMap(node -> session.parameters().find(node.weights(), asked.name()));
      if (found.isEmpty()) {
        return Double.NaN;
      }
      int place = place(found.get().spec(), asked.indices());
      tensor = found.get().tensor();
      tensors.put(asked, tensor);
      places.put(asked, place);
    }
    int place = places.get(asked);
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
  private double out(CheckedQuantity asked) {
    Optional<Node> node = find(asked);
    Optional<Shape> shape = node.flatMap(found -> session.project().network().analyse().shape(found.id()));
    if (shape.isEmpty()) {
      return Double.NaN;
    }
    int[] sizes = shape.get().toArray();
    int place = asked.indices().isEmpty() ? sizes.length == 1 && sizes[0] == 1 ? 0 : -1 : rowMajor(sizes, asked.indices());
    if (place < 0) {
      return Double.NaN;
    }
    float[] input = new float[session.data().dataset().width()];
    around.get().example().within(session.data()).copyInput(session.data(), input);
    float[] values = new float[(int) shape.get().count()];
    Replica.of(session, null).answer(input, 0, 1).output(node.get().id()).ifPresent(tensor -> tensor.copyRow(0, values));
    return values[place];
  }

  private double health(CheckedQuantity asked) {
    HealthStats newest = health.get().orElse(null);
    Known found = known.get(asked);
    if (found == null || found.of != newest) {
      found = new Known(newest, newest == null ? Double.NaN : health(newest, asked));
      known.put(asked, found);
    }
    return found.number;
  }

  private double health(HealthStats stats, CheckedQuantity asked) {
    int node = find(asked).map(Node::id).orElse(-1);
    return stats.nodes().stream().filter(one -> one.node() == node).findFirst().map(one -> switch (asked.name()) {
      case "silent" -> one.silent();
      case "saturated" -> one.saturated();
      default -> one.alike() ? 1.0 : 0.0;
    }).orElse(Double.NaN);
  }
}

package studio.backprop.plan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.tensor.Seeds;

/**
 * Parameters of a network, independent of plans: training at batch 32 and predicting at batch 1 are two plans over one set. Keyed by node
 * and name, so that editing one node keeps the weights of the others.
 */
public final class Parameters {
  private final List<Parameter> all;
  private final UnitSwitches switches;

  private Parameters(List<Parameter> all, UnitSwitches switches) {
    this.all = List.copyOf(all);
    this.switches = switches;
  }

  /** Source of known values: an earlier network or a file. */
  public interface Known {
    /** Values of a parameter, if known and of the same shape. */
    Optional<float[]> find(int node, ParameterSpec spec);

    /** Parameters of a node without a shape, such as an unconnected one: frozen until it is connected again. */
    default List<ParameterSpec> kept(Node node) {
      return List.of();
    }
  }

  /** Initializes the parameters of every node with a shape, each from its own random stream. */
  public static Parameters initial(Network network, Analysis analysis, Seeds seeds) {
    return of(network, analysis, seeds, (node, spec) -> Optional.empty());
  }

  /** Parameters without values, for counting; allocates nothing. */
  static Parameters unset(Network network, Analysis analysis) {
    return new Parameters(network.nodes().stream()
        .filter(node -> !node.sharesWeights() && analysis.shape(node.id()).isPresent())
        .flatMap(node -> analysis.parameters(node).stream().map(spec -> Parameter.fresh(node.id(), spec)))
        .toList(), UnitSwitches.none());
  }

  /** Parameters for a changed network: matching ones are copied, the others initialized. An unconnected node keeps its own. */
  public static Parameters renewed(Network network, Analysis analysis, Seeds seeds, Parameters old) {
    Parameters renewed = of(network, analysis, seeds, new Known() {
      @Override
      public Optional<float[]> find(int node, ParameterSpec spec) {
        return old.find(node, spec.name()).filter(p -> fits(p, spec)).map(p -> p.tensor().values());
      }

      @Override
      public List<ParameterSpec> kept(Node node) {
        return old.of(node.id()).stream().map(p -> p.spec().frozen()).toList();
      }
    });
    renewed.switches.follow(old.switches);
    return renewed;
  }

  /** Parameters of every node with a shape: known ones are copied, the others initialized, each from its own random stream. */
  public static Parameters of(Network network, Analysis analysis, Seeds seeds, Known known) {
    List<Parameter> all = new ArrayList<>();
    for (Node node : network.nodes()) {
      if (!node.sharesWeights()) {
        List<ParameterSpec> specs = analysis.shape(node.id()).isPresent() ? analysis.parameters(node) : known.kept(node);
        for (ParameterSpec spec : specs) {
          Parameter parameter = Parameter.fresh(node.id(), spec);
          Optional<float[]> values = known.find(node.id(), spec);
          if (values.isPresent()) {
            parameter.tensor().set(values.get());
          } else {
            String use = "init/" + node.id() + "/" + spec.name();
            spec.init().fill(parameter.tensor(), spec.fanIn(), spec.fanOut(), seeds.source(use));
          }
          all.add(parameter);
        }
      }
    }
    return new Parameters(all, UnitSwitches.of(network));
  }

  /** Ids of nodes with newly initialized parameters. */
  public List<Integer> newSince(Parameters old) {
    return all.stream()
        .filter(p -> old.find(p.node(), p.name()).filter(before -> fits(before, p.spec())).isEmpty())
        .map(Parameter::node).distinct().toList();
  }

  private static boolean fits(Parameter parameter, ParameterSpec spec) {
    return parameter.spec().rows() == spec.rows() && parameter.spec().shape().equals(spec.shape());
  }

  public List<Parameter> all() {
    return all;
  }

  public List<Parameter> learned() {
    return all.stream().filter(Parameter::learned).toList();
  }

  /** The parameters of a subset of nodes. */
  public Parameters among(Predicate<Integer> nodes) {
    return new Parameters(all.stream().filter(p -> nodes.test(p.node())).toList(), switches);
  }

  /** Whether {@link #put} can set it. */
  public boolean has(int node, String name, int index) {
    return name.equals(UnitSwitches.UNIT) ? switches.has(node, index)
        : find(node, name).filter(parameter -> index >= 0 && index < parameter.tensor().count()).isPresent();
  }

  /**
   * Sets one value of a parameter, or the {@link UnitSwitches#UNIT switch of a unit}: 0 holds its output at 0, 1 enables it.
   *
   * @return the previous value
   */
  public float put(int node, String name, int index, float value) {
    if (!has(node, name, index)) {
      throw new IllegalArgumentException("node " + node + " has no number " + index + " of a parameter " + name);
    }
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("a weight must be a number, but was " + value);
    }
    if (name.equals(UnitSwitches.UNIT)) {
      boolean wasOff = switches.isOff(node, index);
      switches.set(node, index, value == 0);
      return wasOff ? 0 : 1;
    }
    float[] numbers = find(node, name).orElseThrow().tensor().values();
    float before = numbers[index];
    numbers[index] = value;
    return before;
  }

  public UnitSwitches switches() {
    return switches;
  }

  public List<Parameter> of(int node) {
    return all.stream().filter(p -> p.node() == node).toList();
  }

  public Optional<Parameter> find(int node, String name) {
    return all.stream().filter(p -> p.node() == node && p.name().equals(name)).findFirst();
  }

  /** Allocates arrays for {@link #copyTo}. */
  public float[][] room() {
    return all.stream().map(p -> new float[p.tensor().count()]).toArray(float[][]::new);
  }

  public void copyTo(float[][] room) {
    for (int i = 0; i < room.length; i++) {
      all.get(i).tensor().copyTo(room[i]);
    }
  }

  public void set(float[][] values) {
    for (int i = 0; i < values.length; i++) {
      all.get(i).tensor().set(values[i]);
    }
  }

  /** Copies values and unit switches from parameters of the same network. */
  public void follow(Parameters other) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).tensor().set(other.all.get(i).tensor().values());
    }
    switches.follow(other.switches);
  }

  /** Deep copy of the values, with gradients of its own: for another thread. */
  public Parameters copy() {
    List<Parameter> copies = new ArrayList<>();
    for (Parameter parameter : all) {
      Parameter copy = Parameter.fresh(parameter.node(), parameter.spec());
      copy.tensor().set(parameter.tensor().values());
      copies.add(copy);
    }
    return new Parameters(copies, switches.copy());
  }

  /**
   * SHA-256 of all values as little-endian floats, in node order: equal if and only if two runs learned the same. Includes switched-off
   * units.
   */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Parameter parameter : all) {
        float[] values = parameter.tensor().values();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        digest.update(bytes);
      }
      if (switches.anyOff()) {
        digest.update(switches.off().toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

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
 * All that a network has learned, outside of any plan: training at batch 32 and predicting at batch 1 are two plans over one set of
 * parameters. They are kept by node and name, so that editing one node leaves the weights of the others alone.
 */
public final class Parameters {
  private final List<Parameter> all;
  private final UnitSwitches switches;

  private Parameters(List<Parameter> all, UnitSwitches switches) {
    this.all = List.copyOf(all);
    this.switches = switches;
  }

  /** Values that are known already, from an earlier network or from a file. */
  public interface Known {
    /** The values of a parameter, if they are known and fit. */
    Optional<float[]> find(int node, ParameterSpec spec);

    /** What a node once learned that has no shape now, such as one that is not wired: frozen, until it is wired again. */
    default List<ParameterSpec> kept(Node node) {
      return List.of();
    }
  }

  /** New parameters for every node that has a shape, drawn from a source of each one's own. */
  public static Parameters initial(Network network, Analysis analysis, Seeds seeds) {
    return of(network, analysis, seeds, (node, spec) -> Optional.empty());
  }

  /** Parameters without values: they can be counted, and take no memory. */
  static Parameters unset(Network network, Analysis analysis) {
    return new Parameters(network.nodes().stream()
        .filter(node -> !node.sharesWeights() && analysis.shape(node.id()).isPresent())
        .flatMap(node -> analysis.parameters(node).stream().map(spec -> Parameter.fresh(node.id(), spec)))
        .toList(), UnitSwitches.none());
  }

  /**
   * Parameters for a changed network: those that still fit are taken over, the others are drawn anew. A node that is not wired keeps its
   * own.
   */
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

  /** Parameters for every node that has a shape: what is known is taken over, the others are drawn from a source of each one's own. */
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

  /** The nodes, by their ids, of which something could not be taken over from others: they begin anew. */
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

  /** The same parameters, of these nodes alone. */
  public Parameters among(Predicate<Integer> nodes) {
    return new Parameters(all.stream().filter(p -> nodes.test(p.node())).toList(), switches);
  }

  /** Whether {@link #put} can set it. */
  public boolean has(int node, String name, int index) {
    return name.equals(UnitSwitches.UNIT) ? switches.has(node, index)
        : find(node, name).filter(parameter -> index >= 0 && index < parameter.tensor().count()).isPresent();
  }

  /**
   * Sets one number of a parameter. The {@link UnitSwitches#UNIT switch of a unit} is such a number: 0 holds its output at 0, 1 lets it
   * compute.
   *
   * @return what it was
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

  /** The units that a person has switched off. */
  public UnitSwitches switches() {
    return switches;
  }

  public List<Parameter> of(int node) {
    return all.stream().filter(p -> p.node() == node).toList();
  }

  public Optional<Parameter> find(int node, String name) {
    return all.stream().filter(p -> p.node() == node && p.name().equals(name)).findFirst();
  }

  /** Room for the values of all parameters, to be filled by {@link #copyTo}. */
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

  /** Takes over the values, and which units are switched off, of parameters of the same network. */
  public void follow(Parameters other) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).tensor().set(other.all.get(i).tensor().values());
    }
    switches.follow(other.switches);
  }

  /** Parameters of the same kind with these values, without gradients of anyone else: for another thread to compute with. */
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
   * The SHA-256 of all values as little-endian floats, in the order of nodes: two runs learned the same if this is the same. Units that
   * are switched off count.
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

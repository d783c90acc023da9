package studio.backprop.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Weights: a binary section of all numbers, and an index of their parameters. */
final class WeightsSections {
  /** Message about nodes with newly drawn weights. */
  static final String MISFIT = "store.note.weights";
  private static final int MOST_PARAMETERS = 10_000;
  private static final int MOST_AXES = 4;
  private static final int MOST_UNITS = 16_384;

  /**
   * Parameters that were read.
   *
   * @param notes empty if all of them fitted the network
   */
  record Read(Optional<Parameters> parameters, List<Message> notes) {
    static final Read EMPTY = new Read(Optional.empty(), List.of());
  }

  /** Index entry. The first axis of the shape is the rows. */
  private record Stored(int[] shape, int from, int count) {
    /** Without initialization and role, which are not stored. */
    ParameterSpec spec(String name) {
      Shape rest = Shape.of(Arrays.copyOfRange(shape, 1, shape.length));
      return new ParameterSpec(name, shape[0], rest, Init.ZERO, 1, 1, ParameterSpec.Role.WEIGHT, false);
    }
  }

  private record Key(int node, String name) {}

  private final Map<Key, Stored> index = new HashMap<>();
  /** Switched-off units by node. */
  private final Map<Integer, List<Integer>> off = new HashMap<>();
  private final Floats numbers;
  private final Section indexed;
  private final Section binary;

  private WeightsSections(Floats numbers, Section indexed, Section binary) {
    this.numbers = numbers;
    this.indexed = indexed;
    this.binary = binary;
  }

  static void write(Parameters parameters, Section indexed, Section binary, Map<Section, byte[]> sections) {
    Floats numbers = Floats.room(parameters.all().stream().mapToLong(parameter -> parameter.tensor().count()).sum());
    ObjectNode root = Json.object();
    ArrayNode list = root.putArray("parameters");
    int offset = 0;
    for (Parameter parameter : parameters.all()) {
      ObjectNode line = list.addObject();
      line.put("node", parameter.node());
      line.put("name", parameter.name());
      line.set("shape", SettingsJson.write(shape(parameter.spec())));
      line.put("offset", offset * Float.BYTES);
      float[] values = new float[parameter.tensor().count()];
      parameter.tensor().copyTo(values);
      numbers.put(values);
      offset += values.length;
    }
    if (parameters.switches().anyOff()) {
      ArrayNode off = root.putArray("off");
      parameters.switches().off().forEach((node, units) -> off.addObject().put("node", node)
          .set("units", SettingsJson.write(units.stream().mapToInt(Integer::intValue).toArray())));
    }
    sections.put(indexed, Json.write(root));
    sections.put(binary, numbers.bytes());
  }

  private static int[] shape(ParameterSpec spec) {
    int[] shape = new int[1 + spec.shape().rank()];
    shape[0] = spec.rows();
    for (int axis = 0; axis < spec.shape().rank(); axis++) {
      shape[axis + 1] = spec.shape().size(axis);
    }
    return shape;
  }

  /** Weights that do not fit the network are omitted with a note; only invalid numbers are an error. */
  static Read read(Map<Section, byte[]> sections, Section indexed, Section binary, Network network, long seed) throws StoreProblem {
    if (!sections.containsKey(indexed) && !sections.containsKey(binary)) {
      return Read.EMPTY;
    }
    WeightsSections read = new WeightsSections(Floats.of(section(sections, binary)), indexed, binary);
    read.readIndex(Json.read(indexed, section(sections, indexed)));
    if (!read.numbers.allFinite()) {
      throw StoreProblem.of("store.not-finite", binary.file());
    }
    return read.fit(network, seed);
  }

  private static byte[] section(Map<Section, byte[]> sections, Section section) throws StoreProblem {
    if (!sections.containsKey(section)) {
      throw StoreProblem.of("store.no-section", section.file());
    }
    return sections.get(section);
  }

  private void readIndex(Fields root) throws StoreProblem {
    long from = 0;
    for (Fields line : root.objects("parameters", MOST_PARAMETERS)) {
      int[] shape = line.wholes("shape", MOST_AXES);
      long count = 1;
      for (int size : shape) {
        count = size < 1 || count > Integer.MAX_VALUE ? Integer.MAX_VALUE + 1L : count * size;
      }
      long offset = line.whole("offset", 0, Integer.MAX_VALUE);
      Key key = new Key(line.whole("node", 1, Integer.MAX_VALUE), line.text("name"));
      if (offset != from * Float.BYTES || from + count > Integer.MAX_VALUE / Float.BYTES || index.containsKey(key)) {
        throw StoreProblem.of("store.section", indexed.file());
      }
      index.put(key, new Stored(shape, (int) from, (int) count));
      from += count;
    }
    for (Fields line : root.has("off") ? root.objects("off", MOST_PARAMETERS) : List.<Fields>of()) {
      int node = line.whole("node", 1, Integer.MAX_VALUE);
      off.put(node, IntStream.of(line.wholes("units", MOST_UNITS)).boxed().toList());
    }
    if (!numbers.holds(from)) {
      throw StoreProblem.of("store.section", binary.file());
    }
  }

  private Read fit(Network network, long seed) {
    Analysis analysis = network.analyse();
    if (tooLarge(network, analysis) || index.isEmpty()) {
      return new Read(Optional.empty(), List.of(Message.of("store.note.no-weights")));
    }
    Stock stock = new Stock();
    Parameters parameters = Parameters.of(network, analysis, new Seeds(seed), stock);
    parameters.switches().setOff(off);
    List<Message> notes = new ArrayList<>();
    stock.anew.forEach(node -> notes.add(Message.of(MISFIT, network.node(node).title())));
    return new Read(Optional.of(parameters), notes);
  }

  /** Known parameters of the file. */
  private final class Stock implements Parameters.Known {
    /** Nodes with missing parameters. */
    private final Set<Integer> anew = new LinkedHashSet<>();

    @Override
    public Optional<float[]> find(int node, ParameterSpec spec) {
      Stored stored = index.get(new Key(node, spec.name()));
      if (stored == null || !Arrays.equals(stored.shape, shape(spec))) {
        anew.add(node);
        return Optional.empty();
      }
      return Optional.of(numbers.get(stored.from, stored.count));
    }

    @Override
    public List<ParameterSpec> kept(Node node) {
      return index.entrySet().stream()
          .filter(line -> line.getKey().node == node.id() && line.getValue().shape.length > 0)
          .sorted(Comparator.comparingInt(line -> line.getValue().from))
          .map(line -> line.getValue().spec(line.getKey().name))
          .toList();
    }
  }

  /** Whether the parameter count far exceeds the file, so that a small file cannot exhaust the memory. */
  private boolean tooLarge(Network network, Analysis analysis) {
    double needed = 0;
    for (Node node : network.nodes()) {
      if (!node.sharesWeights()) {
        for (ParameterSpec spec : analysis.parameters(node)) {
          needed += (double) spec.rows() * spec.shape().count();
        }
      }
    }
    return needed * Float.BYTES > Container.memory();
  }
}

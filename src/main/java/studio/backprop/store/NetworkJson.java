package studio.backprop.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of a network. Reading ensures the invariants of the canvas, not that it can be trained. */
final class NetworkJson {
  private static final int MOST_NODES = 1000;
  private static final int MOST_WIRES = 5000;
  private static final double FARTHEST = 1e6;

  private NetworkJson() {}

  static ObjectNode write(Network network) {
    ObjectNode object = Json.object();
    object.put("nextId", network.nextId());
    ArrayNode nodes = object.putArray("nodes");
    network.nodes().forEach(node -> nodes.add(write(node)));
    ArrayNode wires = object.putArray("wires");
    network.wires().forEach(wire -> wires.add(SettingsJson.write(wire.from(), wire.to())));
    if (!network.marks().isEmpty()) {
      object.set("marks", MarksJson.write(network.marks()));
    }
    return object;
  }

  private static ObjectNode write(Node node) {
    ObjectNode object = Json.object();
    object.put("id", node.id());
    object.put("name", node.name());
    object.put("type", node.type().id());
    object.put("x", node.x());
    object.put("y", node.y());
    if (node.sharesWeights()) {
      object.put("weightsOf", node.weights());
    }
    object.set("settings", SettingsJson.write(node.type().form(), node.layer()));
    return object;
  }

  static Network read(Fields fields) throws StoreProblem {
    int nextId = fields.whole("nextId", 1, Integer.MAX_VALUE);
    List<Node> nodes = new ArrayList<>();
    Set<Integer> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Fields item : fields.objects("nodes", MOST_NODES)) {
      Node node = node(item, nextId - 1);
      if (!ids.add(node.id()) || !names.add(node.name())) {
        throw StoreProblem.value("store.node-twice", node.id(), node.name());
      }
      nodes.add(node);
    }
    Network unwired = new Network(nodes, List.of(), nextId);
    checkSharing(unwired);
    Network network = new Network(nodes, wires(fields, unwired), nextId, MarksJson.read(fields, ids));
    if (network.analyse().order().size() < nodes.size()) {
      throw StoreProblem.value("store.circle");
    }
    return network;
  }

  private static Node node(Fields fields, int largestId) throws StoreProblem {
    int id = fields.whole("id", 1, largestId);
    String typeId = fields.text("type");
    LayerType type = LayerCatalog.find(typeId).orElseThrow(() -> StoreProblem.of("store.unknown-layer", fields.path("type"), typeId));
    Layer layer = SettingsJson.read(type.form(), type.fresh(), fields.object("settings"));
    double x = fields.real("x", -FARTHEST, FARTHEST);
    double y = fields.real("y", -FARTHEST, FARTHEST);
    int weights = fields.has("weightsOf") ? fields.whole("weightsOf", 1, largestId) : id;
    return new Node(id, fields.text("name"), layer, x, y, weights);
  }

  /** Weight sharing requires equal layers, and an original with weights of its own. */
  private static void checkSharing(Network network) throws StoreProblem {
    for (Node node : network.nodes()) {
      Optional<Node> original = network.find(node.weights());
      if (original.isEmpty() || original.get().sharesWeights() || !original.get().layer().equals(node.layer())) {
        throw StoreProblem.value("store.sharing", node.name());
      }
    }
  }

  private static List<Wire> wires(Fields fields, Network unwired) throws StoreProblem {
    List<Wire> wires = new ArrayList<>();
    for (JsonNode item : fields.list("wires", MOST_WIRES)) {
      String path = fields.path("wires") + "[" + wires.size() + "]";
      int[] ends = Values.wholes(path, item);
      if (ends.length != 2 || !fits(unwired, wires, new Wire(ends[0], ends[1]))) {
        throw StoreProblem.value("store.wire", path);
      }
      wires.add(new Wire(ends[0], ends[1]));
    }
    return wires;
  }

  private static boolean fits(Network unwired, List<Wire> before, Wire wire) {
    Optional<Node> from = unwired.find(wire.from());
    Optional<Node> to = unwired.find(wire.to());
    if (from.isEmpty() || to.isEmpty() || from.get().layer() instanceof Output || before.contains(wire)) {
      return false;
    }
    long others = before.stream().filter(other -> other.to() == wire.to()).count();
    return others < to.get().layer().arity().max();
  }
}

package studio.backprop.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.tensor.Init;
import studio.backprop.text.Message;

/** Differences of two networks in the nodes on a path to the loss and their wires. */
final class DifferingNodes {
  private final List<Differing> whole = new ArrayList<>();
  /** Names of replaced or missing nodes, by kinds of layers. */
  private final Map<List<Message>, List<String>> kinds = new LinkedHashMap<>();
  /** Nodes by difference. */
  private final Map<Differing, List<Node>> settings = new LinkedHashMap<>();

  private DifferingNodes() {}

  static List<Differing> between(Network first, Network second) {
    DifferingNodes found = new DifferingNodes();
    Map<Integer, Node> before = used(first);
    Map<Integer, Node> now = used(second);
    Set<Integer> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(now.keySet());
    ids.forEach(id -> found.compare(Optional.ofNullable(before.get(id)), Optional.ofNullable(now.get(id))));
    if (before.keySet().equals(now.keySet()) && !wires(first, before).equals(wires(second, now))) {
      found.whole.add(new Differing(Message.of("twins.wires"), Message.of("twins.one_way"), Message.of("twins.another_way")));
    }
    return found.all();
  }

  private static Map<Integer, Node> used(Network network) {
    Map<Integer, Node> used = new LinkedHashMap<>();
    for (Node output : network.outputs()) {
      network.nodes().stream().filter(node -> network.leads(node.id(), output.id())).forEach(node -> used.put(node.id(), node));
      used.put(output.id(), output);
    }
    return used;
  }

  private static Set<Wire> wires(Network network, Map<Integer, Node> used) {
    return network.wires().stream().filter(wire -> used.containsKey(wire.to())).collect(Collectors.toSet());
  }

  private void compare(Optional<Node> before, Optional<Node> now) {
    if (before.isEmpty() || now.isEmpty() || !before.get().type().equals(now.get().type())) {
      String name = before.or(() -> now).orElseThrow().name();
      kinds.computeIfAbsent(List.of(kind(before), kind(now)), both -> new ArrayList<>()).add(name);
      return;
    }
    List<Differing> own = new ArrayList<>();
    Differing.<Layer>settings(own, now.get().type().form(), before.get().layer(), now.get().layer());
    if (suited(own, Differing::before) && suited(own, Differing::now)) {
      own.removeIf(one -> one.now() instanceof Init);
      own.replaceAll(one -> one.now() instanceof Activation
          ? new Differing(Message.of("twins.activation_and_init"), one.before(), one.now()) : one);
    }
    if (before.get().weights() != now.get().weights()) {
      own.add(new Differing(Message.of("twins.weights_of"), before.get().weights(), now.get().weights()));
    }
    own.forEach(one -> settings.computeIfAbsent(known(one), differing -> new ArrayList<>()).add(now.get()));
  }

  /** Whether initializers differ only as defaults of the activation. */
  private static boolean suited(List<Differing> own, Function<Differing, Object> side) {
    Optional<Init> suits = own.stream().map(side).filter(Activation.class::isInstance)
        .map(one -> ((Activation) one).suitedInit()).findFirst();
    return suits.isPresent() && own.stream().map(side).anyMatch(suits.get()::equals);
  }

  /** The same change in an earlier node, possibly under another name, as with activation layers. */
  private Differing known(Differing one) {
    return settings.keySet().stream()
        .filter(other -> other.before().equals(one.before()) && other.now().equals(one.now()))
        .filter(other -> other.what().equals(one.what()) || one.now() instanceof Enum<?>)
        .findFirst().orElse(one);
  }

  private static Message kind(Optional<Node> node) {
    return node.map(known -> known.type().title()).orElse(Differing.NO_LAYER);
  }

  private List<Differing> all() {
    Stream<Differing> named = settings.entrySet().stream().map(entry -> {
      Differing one = entry.getKey();
      List<Node> nodes = entry.getValue();
      Message what = nodes.size() == 1
          ? Message.of("twins.of_layer", one.what(), nodes.get(0).name())
          : Message.of("twins.of_layers", one.what(), nodes.size());
      return new Differing(what, one.before(), one.now());
    });
    Stream<Differing> others = kinds.entrySet().stream().map(entry -> {
      List<String> names = entry.getValue();
      Message what = names.size() == 1 ? Message.of("twins.layer", names.get(0))
          : Message.of("twins.layers", names.size(), names.get(0), names.get(names.size() - 1));
      return new Differing(what, entry.getKey().get(0), entry.getKey().get(1));
    });
    return Stream.of(others, whole.stream(), named).flatMap(part -> part).toList();
  }
}

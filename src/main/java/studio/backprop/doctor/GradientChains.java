package studio.backprop.doctor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.project.AdversarialRoles;

/** Groups of nodes with comparable gradients, of the same loss: policy and critic, generator and discriminator are separate. */
public final class GradientChains {
  private GradientChains() {}

  /** Node ids of each group, in drawing order. */
  public static List<Set<Integer>> of(Network network) {
    return AdversarialRoles.of(network).map(roles -> List.of(roles.generator(), roles.discriminator())).orElseGet(() -> apart(network));
  }

  /** Connected components without inputs. */
  private static List<Set<Integer>> apart(Network network) {
    List<Set<Integer>> parts = new ArrayList<>();
    for (Node node : network.nodes()) {
      if (!isInput(node) && parts.stream().noneMatch(part -> part.contains(node.id()))) {
        parts.add(around(network, node));
      }
    }
    return parts;
  }

  private static Set<Integer> around(Network network, Node first) {
    Set<Integer> part = new HashSet<>(Set.of(first.id()));
    Deque<Node> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      Node node = open.remove();
      Stream<Node> shared = network.nodes().stream().filter(other -> other.weights() == node.weights());
      Stream.of(network.sources(node.id()).stream(), network.targets(node.id()).stream(), shared).flatMap(nodes -> nodes)
          .filter(Predicate.not(GradientChains::isInput)).filter(near -> part.add(near.id())).forEach(open::add);
    }
    return part;
  }

  private static boolean isInput(Node node) {
    return node.layer() instanceof Input;
  }

  /** Partitions elements by group, in order, without empty groups. */
  public static <T> List<List<T>> split(Network network, List<T> all, ToIntFunction<T> node) {
    return of(network).stream().map(part -> all.stream().filter(one -> part.contains(node.applyAsInt(one))).toList())
        .filter(Predicate.not(List::isEmpty)).toList();
  }
}

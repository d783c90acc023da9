package studio.backprop.project;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.backprop.layer.BatchConcat;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/**
 * Roles of the nodes of a GAN.
 *
 * @param noise input of the latent vector z
 * @param real input of the real examples
 * @param generated output of the generator
 * @param generator nodes with the generator's parameters
 * @param discriminator nodes with the discriminator's parameters
 */
public record AdversarialRoles(Node noise, Node real, Node generated, Set<Integer> generator, Set<Integer> discriminator) {
  /** Empty unless the graph consists of two networks joined by a {@link BatchConcat}. */
  public static Optional<AdversarialRoles> of(Network network) {
    List<Node> meeting = network.nodes().stream().filter(node -> node.layer() instanceof BatchConcat).toList();
    if (meeting.size() != 1) {
      return Optional.empty();
    }
    int at = meeting.get(0).id();
    List<Node> sources = network.sources(at);
    if (sources.size() != 2) {
      return Optional.empty();
    }
    Node real = sources.get(BatchConcat.REAL);
    Node generated = sources.get(BatchConcat.GENERATED);
    Set<Integer> generator = weights(network, node -> network.leads(node.id(), generated.id()));
    Set<Integer> discriminator = weights(network, node -> network.leads(at, node.id()));
    List<Node> noise = network.nodes().stream().filter(node -> node.layer() instanceof Input && network.leads(node.id(), generated.id()))
        .toList();
    boolean apart = generator.stream().noneMatch(discriminator::contains) && !generator.contains(real.weights());
    return real.layer() instanceof Input && noise.size() == 1 && apart && network.outputs().stream()
        .anyMatch(end -> meets(network, at, end))
        ? Optional.of(new AdversarialRoles(noise.get(0), real, generated, generator, discriminator))
        : Optional.empty();
  }

  /** Node of the discriminator that shares weights with the generator, which is invalid. */
  public static Optional<Node> shared(Network network) {
    List<Node> meeting = network.nodes().stream().filter(node -> node.layer() instanceof BatchConcat).toList();
    return meeting.stream().limit(1).flatMap(at -> network.nodes().stream().filter(Node::sharesWeights)
        .filter(node -> network.leads(at.id(), node.id()) != network.leads(at.id(), node.weights()))
        .filter(node -> network.leads(at.id(), node.id()) || network.leads(node.id(), at.id()))).findFirst();
  }

  /** Whether all paths to an output pass the concatenation, so that every batch after it has both kinds of examples. */
  private static boolean meets(Network network, int meeting, Node output) {
    return network.leads(meeting, output.id()) && network.nodes().stream()
        .filter(node -> node.id() != meeting && network.leads(meeting, node.id()))
        .flatMap(node -> network.sources(node.id()).stream())
        .allMatch(source -> source.id() == meeting || network.leads(meeting, source.id()));
  }

  private static Set<Integer> weights(Network network, Predicate<Node> among) {
    return network.nodes().stream().filter(among).map(Node::weights).collect(Collectors.toSet());
  }
}

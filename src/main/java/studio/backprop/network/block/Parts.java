package studio.backprop.network.block;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/**
 * Nodes and wires of a block.
 *
 * @param inlets ids of the nodes that take the block's input
 * @param outlet id of the node that gives its output
 */
public record Parts(Network network, List<Integer> inlets, int outlet) {
  /** @throws IllegalArgumentException if inlets or outlet are no nodes of the network */
  public Parts {
    inlets = List.copyOf(inlets);
    inlets.forEach(network::node);
    network.node(outlet);
  }

  /** Chain of layers; the first is the inlet. */
  static Parts chain(List<Layer> layers) {
    Network network = Network.EMPTY;
    for (Layer layer : layers) {
      network = network.add(layer, 0, 0);
    }
    for (int id = 1; id < layers.size(); id++) {
      network = network.wire(id, id + 1);
    }
    return new Parts(network, List.of(1), layers.size());
  }

  /** Adds an inlet: a skip connection from the input. */
  Parts around(int id) {
    List<Integer> more = new ArrayList<>(inlets);
    more.add(id);
    return new Parts(network, more, outlet);
  }

  /** Adds a skip connection between two nodes. */
  Parts shortcut(int from, int to) {
    return withNetwork(network.wire(from, to));
  }

  public Parts withNetwork(Network changed) {
    return new Parts(changed, inlets, outlet);
  }

  /** Adds the nodes to a network, connected to one of its nodes. */
  public Network after(Network old, int source, double dx, double dy) {
    return feed(into(old, dx, dy), old, source);
  }

  /** Connects a node to the inlets. @param before the network before the nodes were added */
  public Network feed(Network grown, Network before, int source) {
    Network fed = grown;
    for (int inlet : inlets) {
      fed = fed.wire(source, idIn(before, inlet));
    }
    return fed;
  }

  public Network into(Network old, double dx, double dy) {
    return old.paste(network, dx, dy);
  }

  public int outletIn(Network old) {
    return idIn(old, outlet);
  }

  /** Ids of the nodes once added to a network. */
  public List<Integer> idsIn(Network old) {
    return IntStream.range(old.nextId(), old.nextId() + network.nodes().size()).boxed().toList();
  }

  private int idIn(Network old, int id) {
    List<Integer> ids = network.nodes().stream().map(Node::id).toList();
    return old.nextId() + ids.indexOf(id);
  }
}

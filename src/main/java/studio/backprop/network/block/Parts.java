package studio.backprop.network.block;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/**
 * The nodes of a block with the wires among them.
 *
 * @param inlets ids of the nodes that take what the block follows
 * @param outlet id of the node that gives what the block gives
 */
public record Parts(Network network, List<Integer> inlets, int outlet) {
  /** @throws IllegalArgumentException if inlets or outlet are no nodes of the network */
  public Parts {
    inlets = List.copyOf(inlets);
    inlets.forEach(network::node);
    network.node(outlet);
  }

  /** Layers in a row, the first of which takes what comes in. */
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

  /** Another node takes what comes in, too: a way around those before it. */
  Parts around(int id) {
    List<Integer> more = new ArrayList<>(inlets);
    more.add(id);
    return new Parts(network, more, outlet);
  }

  /** A way around the nodes between two of them. */
  Parts shortcut(int from, int to) {
    return withNetwork(network.wire(from, to));
  }

  public Parts withNetwork(Network changed) {
    return new Parts(changed, inlets, outlet);
  }

  /** Adds the nodes to a network, fed by one of its nodes. */
  public Network after(Network old, int source, double dx, double dy) {
    return feed(into(old, dx, dy), old, source);
  }

  /** Wires a node to the inlets. @param before the network to which the nodes were added */
  public Network feed(Network grown, Network before, int source) {
    Network fed = grown;
    for (int inlet : inlets) {
      fed = fed.wire(source, idIn(before, inlet));
    }
    return fed;
  }

  /** Adds the nodes to a network. */
  public Network into(Network old, double dx, double dy) {
    return old.paste(network, dx, dy);
  }

  public int outletIn(Network old) {
    return idIn(old, outlet);
  }

  /** The ids that the nodes get in a network. */
  public List<Integer> idsIn(Network old) {
    return IntStream.range(old.nextId(), old.nextId() + network.nodes().size()).boxed().toList();
  }

  private int idIn(Network old, int id) {
    List<Integer> ids = network.nodes().stream().map(Node::id).toList();
    return old.nextId() + ids.indexOf(id);
  }
}

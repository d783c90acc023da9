package studio.backprop.network;

import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.text.Message;

/**
 * Node of a network: a layer with a position on the canvas. Immutable.
 *
 * @param id stable and never reused
 * @param name user-defined, unique in the network
 * @param x left edge on the canvas, in px
 * @param y top edge
 * @param weights id of the node whose parameters it uses: its own unless shared
 */
public record Node(int id, String name, Layer layer, double x, double y, int weights) {
  public Node(int id, String name, Layer layer, double x, double y) {
    this(id, name, layer, x, y, id);
  }

  public LayerType type() {
    return LayerCatalog.typeOf(layer);
  }

  /** In messages: layer type and name, as in "Conv 2D (conv_1)". */
  public Message title() {
    return Message.of("node.title", type().title(), name);
  }

  public boolean sharesWeights() {
    return weights != id;
  }

  public Node withLayer(Layer changed) {
    return new Node(id, name, changed, x, y, weights);
  }

  public Node withName(String changed) {
    return new Node(id, changed, layer, x, y, weights);
  }

  public Node movedTo(double newX, double newY) {
    return new Node(id, name, layer, newX, newY, weights);
  }

  public Node withWeightsOf(int node) {
    return new Node(id, name, layer, x, y, node);
  }
}

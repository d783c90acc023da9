package studio.backprop.network;

import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.text.Message;

/**
 * A layer at a place on the canvas.
 *
 * @param id never changes and is never used again
 * @param name the person's name for it, unique in the network
 * @param layer what it does
 * @param x place of its left edge on the canvas
 * @param y place of its upper edge
 * @param weights the id of the node whose parameters it uses: its own, or another's where one layer is used twice
 */
public record Node(int id, String name, Layer layer, double x, double y, int weights) {
  public Node(int id, String name, Layer layer, double x, double y) {
    this(id, name, layer, x, y, id);
  }

  public LayerType type() {
    return LayerCatalog.typeOf(layer);
  }

  /** How a sentence names it: the kind of layer with the node's own name, as in "Conv 2D (conv_1)". */
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

package studio.backprop.ui.design.designer.edit;

import java.util.Optional;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Wire;
import studio.backprop.network.block.Block;
import studio.backprop.text.Message;

/**
 * Preview of a layer to be placed.
 *
 * @param layer as it will be placed
 * @param into wire that it will be inserted into
 * @param after node that it will be wired to
 * @param standing whether its node exists already and only gets wires
 * @param block block that the layer is the first of
 */
public record Ghost(LayerType type, Layer layer, Box box, Optional<Wire> into, Optional<Integer> after, boolean standing,
    Optional<Block> block) {
  Ghost(LayerType type, Layer layer, Box box, Optional<Wire> into, Optional<Integer> after) {
    this(type, layer, box, into, after, false, Optional.empty());
  }

  public Message title() {
    return block.map(Block::title).orElse(type.title());
  }
}

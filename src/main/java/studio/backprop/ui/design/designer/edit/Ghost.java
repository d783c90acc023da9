package studio.backprop.ui.design.designer.edit;

import java.util.Optional;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Wire;
import studio.backprop.network.block.Block;
import studio.backprop.text.Message;

/**
 * Where a layer will stand.
 *
 * @param layer as it will be placed
 * @param box where
 * @param into the wire it will stand within
 * @param after the node it will be wired to
 * @param standing whether its node is there already and only gets the wires
 * @param block what the layer is only the first of
 */
public record Ghost(LayerType type, Layer layer, Box box, Optional<Wire> into, Optional<Integer> after, boolean standing,
    Optional<Block> block) {
  Ghost(LayerType type, Layer layer, Box box, Optional<Wire> into, Optional<Integer> after) {
    this(type, layer, box, into, after, false, Optional.empty());
  }

  /** What is seen of it on its way. */
  public Message title() {
    return block.map(Block::title).orElse(type.title());
  }
}

package studio.backprop.ui.design.designer.edit;

import java.util.Comparator;
import java.util.Optional;
import studio.backprop.layer.Arity;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.network.block.Block;

/** Gesture that drags a layer from the palette: inserted into a wire under it, or wired to an open output beside it. */
public final class PlaceLayer implements Conversation {
  /** Maximum distance of a wire from the middle of the layer. */
  static final double WIRE_REACH = 36;
  /** Maximum distance of an open output. */
  private static final double NEIGHBOUR_REACH = 220;

  private final DesignerModel model;
  private final LayerType type;
  private final Optional<Block> block;
  private final double width;
  /** Offset of the mouse from the left edge. */
  private final double grip;

  public PlaceLayer(DesignerModel model, LayerType type) {
    this.model = model;
    this.type = type;
    this.block = Optional.empty();
    this.width = Anatomy.width(type.fresh());
    this.grip = width / 2;
  }

  /** For a block, held by its first layer. */
  public PlaceLayer(DesignerModel model, Block block) {
    this.model = model;
    this.type = LayerCatalog.typeOf(BlockGrowth.face(block));
    this.block = Optional.of(block);
    this.width = model.blockGrowth().width(block);
    this.grip = Anatomy.width(type.fresh()) / 2;
  }

  /** The mouse holds the layer's middle. It never overlaps nodes. */
  @Override
  public void move(double x, double y) {
    Layer plain = type.fresh();
    double left = Anatomy.snap(x - grip);
    double top = Anatomy.snap(y - Anatomy.PORT_Y);
    Box box = new Box(left, top, width, Anatomy.height(plain, model.lens()));
    Optional<Wire> into = Growth.fitsWithin(plain) ? model.places().wireNear(x, y, WIRE_REACH) : Optional.empty();
    Optional<Integer> after = into.isPresent() || plain.arity().equals(Arity.NONE) ? Optional.empty() : neighbour(box);
    Optional<Integer> before = into.map(Wire::from).or(() -> after);
    Layer layer = model.document().fresh(type, before);
    Growth growth = model.growth();
    Box place = before.map(model.network()::node)
        .map(node -> growth.drawn(box, node, layer, into).moved(block.isPresent() ? Anatomy.GRID : 0, 0)).orElse(box);
    Box free = into.isPresent() ? place : block.isPresent() ? growth.freeFramed(place) : growth.free(place);
    model.hand().ghost(Optional.of(new Ghost(type, layer, free, into, after, false, block)));
  }

  private Optional<Integer> neighbour(Box box) {
    Network network = model.document().network();
    return network.nodes().stream()
        .filter(node -> network.targets(node.id()).isEmpty() && !node.layer().isOutput())
        .filter(node -> distance(node, box) < NEIGHBOUR_REACH && model.places().outX(node) < box.centerX())
        .min(Comparator.comparingDouble(node -> distance(node, box)))
        .map(Node::id);
  }

  private double distance(Node node, Box box) {
    return Math.hypot(model.places().outX(node) - box.x(), model.places().portY(node) - box.y() - Anatomy.PORT_Y);
  }

  @Override
  public void commit() {
    model.hand().ghost().ifPresent(this::place);
    model.hand().ghost(Optional.empty());
  }

  private void place(Ghost ghost) {
    ghost.block().ifPresentOrElse(
        several -> model.blockGrowth().add(several, ghost.into(), ghost.after(), ghost.box().x(), ghost.box().y()),
        () -> model.growth().place(ghost));
  }

  @Override
  public void cancel() {
    model.hand().ghost(Optional.empty());
  }
}

package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.network.block.Block;
import studio.backprop.network.block.Parts;
import studio.backprop.text.Message;

/** Insertion of blocks: their nodes get places and wires like a single layer, and form a group. */
final class BlockGrowth {
  private final CanvasState canvas;
  private final Groups groups;
  private final Growth growth;
  private final CameraMoves moves;

  BlockGrowth(CanvasState canvas, Groups groups, Growth growth, CameraMoves moves) {
    this.canvas = canvas;
    this.groups = groups;
    this.growth = growth;
    this.moves = moves;
  }

  /** Layer that represents a block during a drag: its first. */
  static Layer face(Block block) {
    Parts parts = block.parts(Optional.empty());
    return parts.network().node(parts.inlets().stream().findFirst().orElse(parts.outlet())).layer();
  }

  double width(Block block) {
    return extent(laid(block, Optional.empty()).network()).width();
  }

  private Box extent(Network nodes) {
    return Box.around(nodes.nodes().stream().map(node -> Anatomy.box(node, canvas.lens())).toList()).orElseThrow();
  }

  /** Adds a block after the selection, or at the end of the chain. */
  void add(Block block) {
    Layer face = face(block);
    Optional<Node> anchor = block.parts(Optional.empty()).inlets().isEmpty() ? Optional.empty() : growth.anchor(face);
    Optional<Wire> into = anchor.flatMap(node -> growth.onlyWireFrom(node, face));
    Box place = anchor.map(node -> growth.after(node, face)).orElseGet(() -> growth.beginning(face));
    add(block, into, anchor.map(Node::id), place.x() + Anatomy.GRID, place.y()); // so much further for its frame
  }

  void add(Block block, Optional<Wire> into, Optional<Integer> after, double x, double y) {
    Optional<Integer> source = into.map(Wire::from).or(() -> after);
    Parts parts = named(block, laid(block, source));
    Box size = extent(parts.network());
    Box wanted = new Box(x, y, size.width(), size.height());
    Box place = into.isPresent() ? wanted : parts.network().marks().groups().isEmpty() ? growth.free(wanted) : growth.freeFramed(wanted);
    List<Integer> added = parts.idsIn(canvas.network());
    UnaryOperator<Network> change = old -> {
      Network placed = parts.into(old, place.x(), place.y());
      int outlet = parts.outletIn(old);
      Network led = into.map(wire -> placed.insert(outlet, groups.bundle(wire)).unwire(wire.from(), outlet)).orElse(placed);
      Network fed = source.map(from -> parts.feed(led, old, from)).orElse(led);
      return into.map(wire -> Growth.push(fed, wire, place.grown(Anatomy.GRID))).orElse(fed);
    };
    canvas.document().edit(Message.of("edit.add", block.title()), change);
    canvas.selection().clear();
    canvas.selection().select(added);
    canvas.camera().fly(() -> show(place));
  }

  private void show(Box place) {
    if (canvas.camera().untouched()) {
      moves.fit();
    } else {
      canvas.camera().reveal(place);
    }
  }

  /** Nodes of a block in columns and rows; user-defined blocks keep their layout. */
  private Parts laid(Block block, Optional<Integer> source) {
    Parts parts = block.parts(source.flatMap(id -> canvas.analysis().shape(id)));
    boolean tidy = parts.network().nodes().stream().anyMatch(node -> node.x() != 0 || node.y() != 0);
    return tidy ? parts : parts.withNetwork(new TidyLayout(parts.network(), groups, canvas.lens()).arranged(0, 0));
  }

  private Parts named(Block block, Parts parts) {
    String name = groups.freeName(block.prefix());
    boolean single = parts.network().nodes().size() == 1;
    return single ? parts
        : parts.withNetwork(parts.network().withMarks(marks -> marks.group(name, parts.network().nodes().stream().map(Node::id).toList())));
  }
}

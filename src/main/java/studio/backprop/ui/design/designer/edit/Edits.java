package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Edits of the document by the canvas, each one undo step with a name. */
public final class Edits {
  private final CanvasState canvas;
  private final DocumentModel document;
  private final Groups groups;
  private final CanvasPlaces places;
  private final Growth growth;

  Edits(CanvasState canvas, Groups groups, CanvasPlaces places, Growth growth) {
    this.canvas = canvas;
    this.document = canvas.document();
    this.groups = groups;
    this.places = places;
    this.growth = growth;
  }

  /**
   * Moves nodes.
   *
   * @param into the wire that a single node is inserted into
   */
  void move(Shift shift, Optional<Wire> into) {
    if (into.isEmpty()) {
      document.edit(Message.of("edit.move"), network -> moved(network, shift));
    } else {
      int id = shift.nodes().iterator().next();
      document.edit(Message.of("edit.into", canvas.network().node(id).title()),
          network -> growth.through(moved(network, shift), id, into.get()));
    }
  }

  /** Moves the selected nodes by keys; consecutive steps are one edit. */
  public void nudge(double dx, double dy) {
    Set<Integer> nodes = canvas.selection().nodes();
    Set<Integer> notes = canvas.selection().notes();
    canvas.hand().carry(nodes, () ->
        document.edit(Message.of("edit.move"), "nudge" + nodes + notes, network -> moved(network, new Shift(nodes, notes, dx, dy))));
  }

  /** Aligns the selected nodes. Those of a folded group move together. */
  public void align(Align align) {
    Set<Integer> nodes = canvas.selection().nodes().stream().filter(id -> !groups.hides(id)).collect(Collectors.toSet());
    document.edit(Message.of("edit.align"), network -> align.align(network, nodes, canvas.lens()));
  }

  private static Network moved(Network network, Shift shift) {
    Network result = network;
    for (int id : shift.nodes()) {
      result = result.with(id, node -> node.movedTo(node.x() + shift.dx(), node.y() + shift.dy()));
    }
    for (int id : shift.notes()) {
      result = result.withMarks(marks -> marks.withNote(id, note -> note.movedBy(shift.dx(), shift.dy())));
    }
    return result;
  }

  public void drawWire(Wire wire) {
    document.edit(Message.of("edit.wire", canvas.network().node(wire.from()).title(), canvas.network().node(wire.to()).title()),
        network -> Groups.wired(network, wire.from(), wire.to()));
  }

  void remove(Wire wire) {
    List<Wire> all = groups.bundle(wire);
    document.edit(Message.of("edit.unwire"), network -> all.stream()
        .reduce(network, (n, one) -> n.unwire(one.from(), one.to()), (n, other) -> other));
  }

  /** Removes the selected nodes and notes. */
  void remove(String edit) {
    Set<Integer> nodes = canvas.selection().nodes();
    Set<Integer> notes = canvas.selection().notes();
    if (!nodes.isEmpty() || !notes.isEmpty()) {
      document.edit(named(edit, nodes.size(), notes.size()), network -> network.remove(nodes)
          .withMarks(marks -> marks.withoutNotes(notes)));
    }
  }

  static Message named(String edit, int nodes, int notes) {
    return nodes > 0 ? Message.of(edit, nodes) : Message.of(edit + ".notes", notes);
  }

  /** Adds a node that shares the weights of another. */
  public void useAgain(int node) {
    Node first = canvas.network().node(node);
    int added = canvas.network().nextId();
    Box box = places.box(first);
    Box place = growth.free(box.moved(0, box.height() + 2 * Anatomy.GRID));
    document.edit(Message.of("edit.share", first.title()), network -> network.addShared(node, place.x(), place.y()));
    canvas.selection().select(added);
  }

  /** Renames a node. Returns the reason of a refusal. */
  public Optional<Message> rename(int node, String name) {
    String wanted = name.strip();
    if (wanted.isEmpty()) {
      return Optional.of(Message.of("rename.empty"));
    }
    Optional<Node> owner = canvas.network().named(wanted);
    if (owner.filter(other -> other.id() != node).isPresent()) {
      return Optional.of(Message.of("rename.taken", wanted));
    }
    document.edit(Message.of("edit.rename", wanted), network -> network.with(node, n -> n.withName(wanted)));
    return Optional.empty();
  }

  /** Lays out the nodes in columns and rows at their current corner. */
  void tidy() {
    Box all = Box.around(canvas.network().nodes().stream().map(places::box).toList()).orElseThrow();
    document.edit(Message.of("edit.tidy"),
        network -> new TidyLayout(network, groups, canvas.lens()).arranged(Anatomy.snap(all.x()), Anatomy.snap(all.y())));
  }
}

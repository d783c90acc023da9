package studio.backprop.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is on the canvas for the eye alone: notes, and groups of nodes. Nothing that computes ever asks for it.
 *
 * @param notes those in front come last
 * @param groups in the order they were made
 * @param nextId the id of the next new note or group
 */
public record Marks(List<Note> notes, List<NodeGroup> groups, int nextId) {
  public static final Marks NONE = new Marks(List.of(), List.of(), 1);

  public Marks {
    notes = List.copyOf(notes);
    groups = List.copyOf(groups);
  }

  public boolean isEmpty() {
    return notes.isEmpty() && groups.isEmpty();
  }

  // --- notes

  public Optional<Note> note(int id) {
    return notes.stream().filter(note -> note.id() == id).findFirst();
  }

  /** Adds a note in front of the others. Whatever its id was, it gets the old {@link #nextId}. */
  public Marks add(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note.withId(nextId));
    return new Marks(more, groups, nextId + 1);
  }

  public Marks withNote(int id, UnaryOperator<Note> change) {
    return new Marks(notes.stream().map(note -> note.id() == id ? change.apply(note) : note).toList(), groups, nextId);
  }

  public Marks withoutNotes(Collection<Integer> ids) {
    return new Marks(notes.stream().filter(note -> !ids.contains(note.id())).toList(), groups, nextId);
  }

  // --- groups

  public Optional<NodeGroup> group(int id) {
    return groups.stream().filter(group -> group.id() == id).findFirst();
  }

  public Optional<NodeGroup> groupOf(int node) {
    return groups.stream().filter(group -> group.has(node)).findFirst();
  }

  /** The group in whose box a node is out of sight. */
  public Optional<NodeGroup> foldedAround(int node) {
    return groupOf(node).filter(NodeGroup::folded);
  }

  /** Takes nodes together, out of the groups that they were in. The group's id is the old {@link #nextId}. */
  public Marks group(String name, Collection<Integer> members) {
    List<NodeGroup> all = new ArrayList<>();
    for (NodeGroup group : groups) {
      List<Integer> rest = group.members().stream().filter(node -> !members.contains(node)).toList();
      if (!rest.isEmpty()) {
        all.add(group.withMembers(rest));
      }
    }
    all.add(new NodeGroup(nextId, name, members.stream().sorted().toList(), false, 0));
    return new Marks(notes, all, nextId + 1);
  }

  public Marks withGroup(int id, UnaryOperator<NodeGroup> change) {
    return new Marks(notes, groups.stream().map(group -> group.id() == id ? change.apply(group) : group).toList(), nextId);
  }

  /** The nodes stay. */
  public Marks withoutGroups(Collection<Integer> ids) {
    return new Marks(notes, groups.stream().filter(group -> !ids.contains(group.id())).toList(), nextId);
  }

  // --- what follows from what happens to the network

  /** A group without a node is none. */
  Marks among(Set<Integer> nodes) {
    if (groups.stream().allMatch(group -> nodes.containsAll(group.members()))) {
      return this;
    }
    List<NodeGroup> left = groups.stream()
        .filter(group -> !group.among(nodes).isEmpty())
        .map(group -> group.withMembers(group.among(nodes)))
        .toList();
    return new Marks(notes, left, nextId);
  }

  /** A node that comes between two of a group belongs to it, if it is in none. */
  Marks joined(int node, Wire between) {
    Optional<NodeGroup> group = groupOf(between.from()).filter(both -> both.has(between.to()) && groupOf(node).isEmpty());
    return group.map(both -> withGroup(both.id(), joined -> joined.joinedBy(node))).orElse(this);
  }

  /** Some notes, and the groups that lie whole among some nodes. */
  Marks only(Collection<Integer> nodes, Collection<Integer> noteIds) {
    List<Note> kept = notes.stream().filter(note -> noteIds.contains(note.id())).toList();
    return new Marks(kept, groups.stream().filter(group -> nodes.containsAll(group.members())).toList(), nextId);
  }

  /** Adds copies. @param ids what became of the ids of the nodes */
  Marks paste(Marks copied, Map<Integer, Integer> ids, double dx, double dy) {
    Marks result = this;
    for (Note note : copied.notes) {
      result = result.add(note.movedBy(dx, dy));
    }
    for (NodeGroup group : copied.groups) {
      int id = result.nextId;
      result = result.group(group.name(), group.members().stream().map(ids::get).toList());
      result = group.folded() ? result.withGroup(id, folded -> folded.fold(group.closed())) : result;
    }
    return result;
  }
}

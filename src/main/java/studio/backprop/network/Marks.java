package studio.backprop.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Canvas annotations: notes, and groups of nodes. Without effect on computation.
 *
 * @param notes in z-order, front last
 * @param groups in order of creation
 * @param nextId id of the next new note or group
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

  /** Adds a note in front. Its id becomes the old {@link #nextId}. */
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

  /** Smallest group that contains a node. */
  public Optional<NodeGroup> groupOf(int node) {
    return groups.stream().filter(group -> group.has(node)).min(Comparator.comparingInt(NodeGroup::size));
  }

  /** Outermost folded group that hides a node. */
  public Optional<NodeGroup> foldedAround(int node) {
    return groups.stream().filter(group -> group.folded() && group.has(node)).max(Comparator.comparingInt(NodeGroup::size));
  }

  /** Whether no folded group hides it. */
  public boolean shows(NodeGroup group) {
    return foldedAround(group.members().get(0)).filter(group::within).isEmpty();
  }

  /** Groups nodes. Groups that are nested or disjoint stay; others lose the shared nodes. The group's id is the old {@link #nextId}. */
  public Marks group(String name, Collection<Integer> members) {
    NodeGroup made = new NodeGroup(nextId, name, members.stream().sorted().toList(), false, 0);
    List<NodeGroup> all = new ArrayList<>();
    for (NodeGroup group : groups) {
      List<Integer> rest = group.within(made) || made.within(group) ? group.members()
          : group.members().stream().filter(node -> !made.has(node)).toList();
      if (!rest.isEmpty()) {
        all.add(group.withMembers(rest));
      }
    }
    all.add(made);
    return new Marks(notes, distinct(all), nextId + 1);
  }

  /** Removes duplicates: of groups of the same nodes the older one stays. */
  private static List<NodeGroup> distinct(List<NodeGroup> groups) {
    Set<Set<Integer>> seen = new HashSet<>();
    return groups.stream().filter(group -> seen.add(Set.copyOf(group.members()))).toList();
  }

  public Marks withGroup(int id, UnaryOperator<NodeGroup> change) {
    return new Marks(notes, groups.stream().map(group -> group.id() == id ? change.apply(group) : group).toList(), nextId);
  }

  /** Ungroups; nodes stay. */
  public Marks withoutGroups(Collection<Integer> ids) {
    return new Marks(notes, groups.stream().filter(group -> !ids.contains(group.id())).toList(), nextId);
  }

  // --- consistency with the network

  /** Restricts groups to existing nodes; empty groups are removed. */
  Marks among(Set<Integer> nodes) {
    if (groups.stream().allMatch(group -> nodes.containsAll(group.members()))) {
      return this;
    }
    List<NodeGroup> left = groups.stream()
        .filter(group -> !group.among(nodes).isEmpty())
        .map(group -> group.withMembers(group.among(nodes)))
        .toList();
    return new Marks(notes, distinct(left), nextId);
  }

  /** Adds a node inserted between two members to their group, if it is in none. */
  Marks joined(int node, Wire between) {
    if (groupOf(node).isPresent()) {
      return this;
    }
    List<NodeGroup> joined = groups.stream().map(group -> group.has(between.from()) && group.has(between.to()) ? group.joinedBy(node)
        : group).toList();
    return new Marks(notes, joined, nextId);
  }

  /** Some notes, and the groups contained in a set of nodes. */
  Marks only(Collection<Integer> nodes, Collection<Integer> noteIds) {
    List<Note> kept = notes.stream().filter(note -> noteIds.contains(note.id())).toList();
    return new Marks(kept, groups.stream().filter(group -> nodes.containsAll(group.members())).toList(), nextId);
  }

  /** Adds copies. @param ids new node ids by old ones */
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

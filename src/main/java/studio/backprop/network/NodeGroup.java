package studio.backprop.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Named group of nodes, displayed as a frame or, folded, as one box. Immutable.
 *
 * @param id stable among the marks of a network
 * @param members node ids; never empty. Groups are nested or disjoint
 * @param closed distance in px by which subsequent nodes were moved when folded; unfolding moves them back
 */
public record NodeGroup(int id, String name, List<Integer> members, boolean folded, double closed) {
  /** @throws IllegalArgumentException if there is no member */
  public NodeGroup {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a group has at least one member, but " + name + " has none");
    }
  }

  public boolean has(int node) {
    return members.contains(node);
  }

  public int size() {
    return members.size();
  }

  /** Whether it is a proper subset of another. */
  public boolean within(NodeGroup other) {
    return size() < other.size() && other.members.containsAll(members);
  }

  public NodeGroup withName(String changed) {
    return new NodeGroup(id, changed, members, folded, closed);
  }

  /** @param near distance by which subsequent nodes were moved */
  public NodeGroup fold(double near) {
    return new NodeGroup(id, name, members, true, near);
  }

  public NodeGroup unfold() {
    return new NodeGroup(id, name, members, false, 0);
  }

  NodeGroup withMembers(List<Integer> others) {
    return new NodeGroup(id, name, others, folded, closed);
  }

  NodeGroup joinedBy(int node) {
    List<Integer> more = new ArrayList<>(members);
    more.add(node);
    return withMembers(more);
  }

  List<Integer> among(Set<Integer> nodes) {
    return members.stream().filter(nodes::contains).toList();
  }
}

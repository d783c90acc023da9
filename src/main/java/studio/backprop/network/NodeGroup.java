package studio.backprop.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Nodes that a person takes together under one name: a frame around them or, folded, one box in their stead.
 *
 * @param id never changes among the marks of a network
 * @param members ids of nodes; never empty. Of two groups that share nodes, one lies within the other
 * @param closed how far the nodes that follow were drawn near when it was folded, in px; unfolding moves them back
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

  /** Whether it lies within another, which has more than it. */
  public boolean within(NodeGroup other) {
    return size() < other.size() && other.members.containsAll(members);
  }

  public NodeGroup withName(String changed) {
    return new NodeGroup(id, changed, members, folded, closed);
  }

  /** @param near how far the nodes that follow have been drawn near */
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

  /** The members that are among some nodes. */
  List<Integer> among(Set<Integer> nodes) {
    return members.stream().filter(nodes::contains).toList();
  }
}

package studio.backprop.ui.workspace.document;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Edit;
import studio.backprop.network.Node;
import studio.backprop.project.Project;

/** What of a project a person may change: all, settings alone, nothing as in a lesson that only shows it; and in which nodes. */
public final class EditLock {
  /** What an edit may change. */
  public enum Scope {
    /** Everything. */
    ALL,
    /** All but which nodes there are, and their wires. */
    SETTINGS,
    /** Nothing. */
    NONE
  }

  private static final Predicate<Node> EVERY = node -> true;

  private final ReadOnlyObjectWrapper<Predicate<Node>> openNodes = new ReadOnlyObjectWrapper<>(this, "openNodes", EVERY);
  private final ReadOnlyIntegerWrapper refusals = new ReadOnlyIntegerWrapper(this, "refusals");
  private Scope scope = Scope.ALL;

  EditLock() {}

  /** Every edit is permitted. */
  public void open() {
    set(Scope.ALL, EVERY);
  }

  /**
   * @param permitted what an edit may change
   * @param nodes an edit has to leave all other nodes as they are; where they stand on the canvas does not matter
   */
  public void set(Scope permitted, Predicate<Node> nodes) {
    scope = permitted;
    openNodes.set(nodes);
  }

  /** Which nodes may be changed. */
  public ReadOnlyObjectProperty<Predicate<Node>> openNodesProperty() {
    return openNodes.getReadOnlyProperty();
  }

  /** Counts the edits that were not permitted. */
  public ReadOnlyIntegerProperty refusalsProperty() {
    return refusals.getReadOnlyProperty();
  }

  /** An edit was not permitted, and changes nothing. */
  void refuse() {
    refusals.set(refusals.get() + 1);
  }

  /** Whether a project may be edited so. Only where something is locked the edit is tried, which costs as much as the edit. */
  boolean permits(Project project, Edit<Project> edit) {
    if (scope == Scope.NONE || scope == Scope.ALL && openNodes.get() == EVERY) {
      return scope == Scope.ALL;
    }
    Project after = edit.change().apply(project);
    return keepsClosed(project, after) && keepsClosed(after, project) && (scope == Scope.ALL || keepsNodes(project, after));
  }

  /** Whether both have the same nodes and wires, whatever their settings. */
  private static boolean keepsNodes(Project one, Project other) {
    return ids(one).equals(ids(other)) && Set.copyOf(one.network().wires()).equals(Set.copyOf(other.network().wires()));
  }

  private static Set<Integer> ids(Project project) {
    return project.network().nodes().stream().map(Node::id).collect(Collectors.toSet());
  }

  /** Whether the other has all closed nodes of the one, with the same settings. */
  private boolean keepsClosed(Project one, Project other) {
    return one.network().nodes().stream().filter(openNodes.get().negate())
        .allMatch(node -> other.network().find(node.id()).filter(now -> now.movedTo(node.x(), node.y()).equals(node)).isPresent());
  }
}

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

/** Restriction of edits, as in a lesson: everything, settings only or nothing; and to some nodes. */
public final class EditLock {
  /** What an edit may change. */
  public enum Scope {
    ALL,
    /** All but adding, removing and connecting nodes. */
    SETTINGS,
    NONE
  }

  private static final Predicate<Node> EVERY = node -> true;

  private final ReadOnlyObjectWrapper<Predicate<Node>> openNodes = new ReadOnlyObjectWrapper<>(this, "openNodes", EVERY);
  private final ReadOnlyIntegerWrapper refusals = new ReadOnlyIntegerWrapper(this, "refusals");
  private Scope scope = Scope.ALL;

  EditLock() {}

  /** Permits every edit. */
  public void open() {
    set(Scope.ALL, EVERY);
  }

  /** @param nodes that may change; positions on the canvas are always free */
  public void set(Scope permitted, Predicate<Node> nodes) {
    scope = permitted;
    openNodes.set(nodes);
  }

  public ReadOnlyObjectProperty<Predicate<Node>> openNodesProperty() {
    return openNodes.getReadOnlyProperty();
  }

  /** Number of rejected edits. */
  public ReadOnlyIntegerProperty refusalsProperty() {
    return refusals.getReadOnlyProperty();
  }

  /** Counts a rejected edit. */
  void refuse() {
    refusals.set(refusals.get() + 1);
  }

  /** Whether an edit is permitted. Tries it only if something is locked, which costs as much as the edit. */
  boolean permits(Project project, Edit<Project> edit) {
    if (scope == Scope.NONE || scope == Scope.ALL && openNodes.get() == EVERY) {
      return scope == Scope.ALL;
    }
    Project after = edit.change().apply(project);
    return keepsClosed(project, after) && keepsClosed(after, project) && (scope == Scope.ALL || keepsNodes(project, after));
  }

  /** Whether both have the same nodes and wires, regardless of settings. */
  private static boolean keepsNodes(Project one, Project other) {
    return ids(one).equals(ids(other)) && Set.copyOf(one.network().wires()).equals(Set.copyOf(other.network().wires()));
  }

  private static Set<Integer> ids(Project project) {
    return project.network().nodes().stream().map(Node::id).collect(Collectors.toSet());
  }

  /** Whether all closed nodes have the same settings in both. */
  private boolean keepsClosed(Project one, Project other) {
    return one.network().nodes().stream().filter(openNodes.get().negate())
        .allMatch(node -> other.network().find(node.id()).filter(now -> now.movedTo(node.x(), node.y()).equals(node)).isPresent());
  }
}

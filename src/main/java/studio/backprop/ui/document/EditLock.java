package studio.backprop.ui.document;

import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Edit;
import studio.backprop.network.Node;
import studio.backprop.project.Project;

/** Which nodes of a project a person may change: all, none as in a lesson that only shows them, or those that a step names. */
public final class EditLock {
  private static final Predicate<Node> EVERY = node -> true;

  private final ReadOnlyObjectWrapper<Predicate<Node>> openNodes = new ReadOnlyObjectWrapper<>(this, "openNodes", EVERY);
  private final ReadOnlyIntegerWrapper refusals = new ReadOnlyIntegerWrapper(this, "refusals");
  private boolean closed;

  EditLock() {}

  /** Every edit is permitted. */
  public void open() {
    set(false, EVERY);
  }

  /**
   * @param all no edit changes the project
   * @param nodes else an edit is permitted that leaves all other nodes as they are; where they stand on the canvas does not matter
   */
  public void set(boolean all, Predicate<Node> nodes) {
    closed = all;
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

  /** Whether a project may be edited so. Only where some nodes are locked the edit is tried, which costs as much as the edit. */
  boolean permits(Project project, Edit<Project> edit) {
    if (closed || openNodes.get() == EVERY) {
      return !closed;
    }
    Project after = edit.change().apply(project);
    return keepsClosed(project, after) && keepsClosed(after, project);
  }

  /** Whether the other has all closed nodes of the one, with the same settings. */
  private boolean keepsClosed(Project one, Project other) {
    return one.network().nodes().stream().filter(openNodes.get().negate())
        .allMatch(node -> other.network().find(node.id()).filter(now -> now.movedTo(node.x(), node.y()).equals(node)).isPresent());
  }
}

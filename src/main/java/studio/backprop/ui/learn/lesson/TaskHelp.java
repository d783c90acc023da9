package studio.backprop.ui.learn.lesson;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableObjectValue;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Task;

/** Help with a task: one hint after the other, after a delay or a failed attempt, and after the last one a solution. */
public final class TaskHelp {
  private static final long HINT_AFTER = 30_000_000_000L;

  private final ObservableObjectValue<Phase> phase;
  private final ReadOnlyIntegerWrapper hints = new ReadOnlyIntegerWrapper(this, "hints");
  private final ReadOnlyIntegerWrapper tries = new ReadOnlyIntegerWrapper(this, "tries");
  private final ReadOnlyBooleanWrapper changedTooMuch = new ReadOnlyBooleanWrapper(this, "changedTooMuch");
  private Optional<Task> task = Optional.empty();
  private long begun;

  /** @param phase of the step */
  TaskHelp(ObservableObjectValue<Phase> phase) {
    this.phase = phase;
  }

  /** Number of shown hints. */
  public ReadOnlyIntegerProperty hintsProperty() {
    return hints.getReadOnlyProperty();
  }

  /** Failed attempts in this step. */
  public ReadOnlyIntegerProperty triesProperty() {
    return tries.getReadOnlyProperty();
  }

  /** Whether the goal is met but more was changed than allowed. */
  public ReadOnlyBooleanProperty changedTooMuchProperty() {
    return changedTooMuch.getReadOnlyProperty();
  }

  void changedTooMuch(boolean now) {
    changedTooMuch.set(now);
  }

  /** @param asking of the step; only a task has help */
  void begin(Optional<Asking> asking) {
    task = asking.filter(Task.class::isInstance).map(Task.class::cast);
    hints.set(0);
    tries.set(0);
    changedTooMuch.set(false);
    begun = System.nanoTime();
  }

  /** The attempt ran out of steps. */
  void missed() {
    tries.set(tries.get() + 1);
  }

  /** Whether a hint is available: after a delay or a failed attempt. */
  public boolean mayHint() {
    return isOpen() && !hintsExhausted() && (hasTried() || System.nanoTime() - begun > HINT_AFTER);
  }

  public boolean hintsExhausted() {
    return task.isEmpty() || hints.get() >= task.get().hints().size();
  }

  /** Whether the solution can be carried out: all hints are shown. */
  public boolean mayPlaySolution() {
    return isOpen() && hintsExhausted() && hasTried();
  }

  private boolean isOpen() {
    return phase.get() == Phase.ASKING && task.isPresent();
  }

  private boolean hasTried() {
    return tries.get() > 0 || hints.get() > 0;
  }

  void hint() {
    hints.set(hints.get() + 1);
  }
}

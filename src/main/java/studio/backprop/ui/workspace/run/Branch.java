package studio.backprop.ui.workspace.run;

import java.util.Optional;
import studio.backprop.project.Project;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;

/**
 * Branch of a run tree.
 *
 * @param number index in the tree
 * @param name its difference to the parent
 * @param called name by the user; empty for {@code name}
 * @param from step where it begins
 * @param parent empty for the root
 * @param project at the time it was last left, or at its beginning
 * @param end state when it was last left; null while it trains
 */
public record Branch(
    int number, Message name, String called, long from, Optional<Branch> parent, Project project, RunHistory history,
    CheckpointLog checkpointLog,
    Checkpoint end) {
  Branch leftAt(Checkpoint stood, Project then) {
    return new Branch(number, name, called, from, parent, then, history, checkpointLog, stood);
  }

  Branch taken(RunHistory measured) {
    return new Branch(number, name, called, from, parent, project, measured, checkpointLog, null);
  }

  /** With an earlier state of the same run. */
  Branch earlier(RunHistory measured, CheckpointLog log) {
    return new Branch(number, name, called, from, parent, project, measured, log, null);
  }

  Branch called(String own) {
    return new Branch(number, name, own, from, parent, project, history, checkpointLog, end);
  }

  /** A, B, C… */
  public String letter() {
    return String.valueOf((char) ('A' + number));
  }

  /** Same run in whatever state: a run has one checkpoint log. */
  public boolean is(Branch other) {
    return other != null && checkpointLog == other.checkpointLog;
  }

  /** Branch that can show a step: itself or, before its beginning, an ancestor with the same network. */
  public Branch showing(long step) {
    Branch shown = this;
    while (step <= shown.from && shown.parent.isPresent()
        && EditEffect.looksAlike(shown.parent.get().checkpointLog.project(), shown.checkpointLog.project())) {
      shown = shown.parent.get();
    }
    return shown;
  }
}

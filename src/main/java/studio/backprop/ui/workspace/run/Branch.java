package studio.backprop.ui.workspace.run;

import java.util.Optional;
import studio.backprop.project.Project;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;

/**
 * A run among those that grew from one.
 *
 * @param number its place among them, from 0
 * @param name what it does otherwise than the one it left
 * @param called what a person calls it; empty for what it does otherwise
 * @param from the step where it begins
 * @param parent the run that it left; empty for the first
 * @param project when it was left last, or when it began
 * @param history what it has measured
 * @param checkpointLog by which its steps can be seen again
 * @param end where it stood when it was left last; null while it is the one that trains
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

  /** An earlier state of the same run. */
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

  /** The run itself; in whatever state it is, it has one checkpoint log. */
  public boolean is(Branch other) {
    return other != null && checkpointLog == other.checkpointLog;
  }

  /** The run of its line that can show a step: itself or, before it began, one that it grew from, where that looks the same. */
  public Branch showing(long step) {
    Branch shown = this;
    while (step <= shown.from && shown.parent.isPresent()
        && EditEffect.looksAlike(shown.parent.get().checkpointLog.project(), shown.checkpointLog.project())) {
      shown = shown.parent.get();
    }
    return shown;
  }
}

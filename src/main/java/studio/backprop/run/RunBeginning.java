package studio.backprop.run;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.backprop.observe.HistogramLog;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.train.BranchPoint;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Session;
import studio.backprop.train.TrainingProgress;

/**
 * Start of a run.
 *
 * @param parameters of its session, created after the check of memory
 * @param placed restores the new session and creates its run
 */
record RunBeginning(Project project, Supplier<Parameters> parameters, Function<Session, Run> placed) {
  /** From the first step, or from saved progress. */
  static RunBeginning of(Project project, Supplier<Parameters> parameters, Optional<TrainingProgress> progressed, LearnedWeights learned) {
    return new RunBeginning(project, parameters, fresh -> {
      progressed.ifPresent(fresh::resume);
      return new Run(fresh, learned.renewedIn(fresh), learned.any());
    });
  }

  /** From a step of another run. */
  static RunBeginning branch(Project project, Checkpoint at, CheckpointLog left) {
    BranchPoint from = left.branchPoint(at);
    return new RunBeginning(project, () -> from.renewed(project), fresh -> {
      fresh.branch(from);
      return new Run(fresh, fresh.parameters().newSince(from.learned()));
    });
  }

  /** From the end of a suspended run. @param travel repeats its last step */
  static RunBeginning takenUp(Project project, Checkpoint end, CheckpointLog checkpointLog, HistogramLog histogramLog,
      Consumer<Session> travel) {
    return new RunBeginning(project, checkpointLog::parameters, fresh -> {
      travel.accept(fresh);
      fresh.turn(end);
      checkpointLog.begunAnew(fresh);
      return new Run(fresh, checkpointLog, histogramLog);
    });
  }
}

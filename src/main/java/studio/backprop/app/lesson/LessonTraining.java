package studio.backprop.app.lesson;

import java.util.concurrent.CompletableFuture;
import studio.backprop.app.lesson.LessonActs.UnderWay;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.ui.workspace.run.RunModel;

/** Training as lesson commands, with progress and completion. */
final class LessonTraining {
  private final RunModel run;
  /** Target step; NaN for none. */
  private double goal = Double.NaN;
  private double from;

  LessonTraining(RunModel run) {
    this.run = run;
  }

  void forget() {
    goal = Double.NaN;
  }

  /** Progress of the steps in [0, 1]. */
  double share() {
    return Double.isNaN(goal) || goal <= from ? 0 : Math.max(0, Math.min(1, (done() - from) / (goal - from)));
  }

  private double done() {
    return run.history().isEmpty() ? 0 : run.history().lastStep();
  }

  UnderWay steps(LessonCommand.Steps steps) {
    if (steps.grain() == Grain.EPOCH) {
      return runTo(run.history().epochs().size() + steps.count());
    } else if (steps.grain() == Grain.OP) {
      for (int i = 0; i < steps.count(); i++) {
        run.control().stepOp();
      }
    } else {
      begin(run.history().lastStep() + steps.count());
      run.control().steps(steps.count());
    }
    return settled();
  }

  /** Trains to the end of an epoch. */
  UnderWay runTo(int epoch) {
    Run now = run.runProperty().get();
    begin(now == null ? 0 : (double) epoch * now.batchesPerEpoch());
    run.control().playTo(epoch);
    return settled();
  }

  private void begin(double wanted) {
    from = done();
    goal = wanted;
    run.control().speedProperty().set(Double.POSITIVE_INFINITY);
  }

  /** Ends once the trainer has processed all orders, rests, and the metrics have arrived. */
  UnderWay settled() {
    CompletableFuture<?> reached = run.trainer().ask(session -> true);
    return () -> reached.isDone() && rests();
  }

  /** Metrics arrive in the frame in which the rest is observed. */
  private boolean rests() {
    Status now = run.trainer().status();
    return now.state() != Status.State.PLAYING && now.state() != Status.State.LOADING && run.statusProperty().get() == now
        && run.runProperty().get() == run.trainer().run();
  }
}

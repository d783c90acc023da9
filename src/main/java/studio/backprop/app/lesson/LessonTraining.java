package studio.backprop.app.lesson;

import java.util.concurrent.CompletableFuture;
import studio.backprop.app.lesson.LessonActs.UnderWay;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.ui.workspace.run.RunModel;

/** The steps that a lesson takes, how far they have come, and when the trainer rests again. */
final class LessonTraining {
  private final RunModel run;
  /** The step to come to; NaN while none is wanted. */
  private double goal = Double.NaN;
  private double from;

  LessonTraining(RunModel run) {
    this.run = run;
  }

  /** Another command begins. */
  void forget() {
    goal = Double.NaN;
  }

  /** How far the steps have come, from 0 to 1. */
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

  /** Once the trainer has carried out all orders so far, rests, and the window knows all that was measured. */
  UnderWay settled() {
    CompletableFuture<?> reached = run.trainer().ask(session -> true);
    return () -> reached.isDone() && rests();
  }

  /** What was measured is taken over in the frame in which the rest is seen. */
  private boolean rests() {
    Status now = run.trainer().status();
    return now.state() != Status.State.PLAYING && now.state() != Status.State.LOADING && run.statusProperty().get() == now
        && run.runProperty().get() == run.trainer().run();
  }
}

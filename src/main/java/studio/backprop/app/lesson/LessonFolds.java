package studio.backprop.app.lesson;

import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.FoldNumbers;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.evaluate.fold.FoldsModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Cross-validation as lesson commands, on its page. */
public final class LessonFolds {
  private final RunModel run;
  private final FoldsModel folds;
  /** Restores the folds of the step's start. */
  private Runnable begun = () -> {};

  LessonFolds(RunModel run, FoldsModel folds) {
    this.run = run;
    this.folds = folds;
  }

  /**
   * Trains all folds.
   *
   * @throws LineFault if they cannot be trained
   */
  LessonActs.UnderWay run(LessonCommand.RunFolds command) throws LineFault {
    Run now = run.runProperty().get();
    Optional<Message> problem = now == null ? Optional.of(Message.of("folds.state.not_ready"))
        : folds.start(FoldNumbers.plan(command, now.data()));
    if (problem.isPresent()) {
      throw new LineFault(1, problem.get());
    }
    return this::hasEnded;
  }

  private boolean hasEnded() throws LineFault {
    Message failure = folds.failureProperty().get();
    if (failure != null) {
      throw new LineFault(1, failure);
    }
    return folds.stateProperty().get() != FoldsModel.State.RUNNING;
  }

  void beginStep() {
    begun = folds.moment();
  }

  void putBack() {
    begun.run();
  }

  double share() {
    return folds.progress();
  }

  void cancel() {
    folds.cancel();
  }

  /** Changes with each result. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return folds.revisionProperty();
  }

  /** Results, once all are done. */
  public FoldNumbers numbers() {
    return folds.completed().map(plan -> FoldNumbers.of(plan, folds.results())).orElse(FoldNumbers.NONE);
  }
}

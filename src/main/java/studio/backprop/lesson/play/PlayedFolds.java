package studio.backprop.lesson.play;

import java.util.List;
import java.util.function.BooleanSupplier;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldRunner;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/** Cross-validation in headless execution: bit-identical to that of its page, for any number of parallel folds. */
final class PlayedFolds {
  private FoldNumbers numbers = FoldNumbers.NONE;

  FoldNumbers numbers() {
    return numbers;
  }

  void set(FoldNumbers known) {
    numbers = known;
  }

  /** @throws LineFault if the rows are too few for so many folds */
  void run(LessonCommand.RunFolds command, Project project, PreparedData data, BooleanSupplier goesOn) throws LineFault {
    CrossValidation plan = FoldNumbers.plan(command, data);
    int side = Math.min(command.folds() * command.repeats(), Runtime.getRuntime().availableProcessors());
    try {
      List<FoldJob> jobs = plan.jobs(project, data, null);
      List<FoldResult> results = new FoldRunner(side, side).run(jobs, () -> !goesOn.getAsBoolean(), FoldRunner.Listener.NONE);
      numbers = results.size() == jobs.size() ? FoldNumbers.of(plan, results) : FoldNumbers.NONE;
    } catch (IllegalArgumentException e) {
      throw new LineFault(1, Message.of("folds.problem.rows", data.trainRows() + data.validationRows(), command.folds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package studio.backprop.lesson.play;

import java.util.Arrays;
import java.util.List;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.fold.BestColumns;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldSummary;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.text.Message;

/**
 * Quantities of a completed cross-validation, for the model-selection metric (accuracy or R²).
 *
 * @param plan division into folds; null before training, when nothing else is known
 * @param trainings completed trainings
 * @param summary of the held-out rows
 * @param lowest of all trainings
 * @param highest of all trainings
 * @param train mean on the training rows
 */
public record FoldNumbers(CrossValidation plan, int trainings, FoldSummary summary, double lowest, double highest, double train) {
  /** Before training. */
  public static final FoldNumbers NONE = new FoldNumbers(null, 0, null, Double.NaN, Double.NaN, Double.NaN);

  /** Cross-validation of a command. @throws LineFault if the data do not have that many selectable columns */
  public static CrossValidation plan(LessonCommand.RunFolds command, PreparedData data) throws LineFault {
    int width = data.dataset().width();
    if (command.best() > 0 && !BestColumns.suits(data.dataset())) {
      throw new LineFault(1, Message.of("folds.problem.no_columns"));
    } else if (command.best() > width) {
      throw new LineFault(1, Message.of("folds.problem.columns", command.best(), width));
    }
    return new CrossValidation(CrossValidation.suited(data), command.folds(), command.repeats(), command.seed(),
        new BestColumns(command.best(), command.onAll() ? BestColumns.Rows.ALL : BestColumns.Rows.FOLD));
  }

  /** @param results of all trainings; at least one */
  public static FoldNumbers of(CrossValidation plan, List<FoldResult> results) {
    FoldFigure main = FoldFigure.of(results.get(0).job().whole().dataset()).get(0);
    double[] values = main.test(results);
    return new FoldNumbers(plan, results.size(), FoldSummary.of(main, results),
        Arrays.stream(values).min().orElse(Double.NaN), Arrays.stream(values).max().orElse(Double.NaN),
        FoldSummary.ofTrain(main, results).mean());
  }

  /** Value by its name in checks; NaN where it is not known. */
  double number(String name) {
    if (plan == null) {
      return Double.NaN;
    }
    return switch (name) {
      case "count" -> plan.folds();
      case "repeats" -> trainings / plan.folds();
      case "best" -> plan.columns().count();
      case "leaks" -> plan.columns().leaks() ? 1 : 0;
      case "mean" -> summary.mean();
      case "deviation" -> summary.deviation();
      case "low" -> summary.interval().low();
      case "high" -> summary.interval().high();
      case "lowest" -> lowest;
      case "highest" -> highest;
      default -> train;
    };
  }
}

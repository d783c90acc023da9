package studio.backprop.lesson.play;

import java.util.Arrays;
import java.util.List;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldSummary;

/**
 * What lessons ask of a cross-validation, once all of its trainings are done: of the figure that settings are chosen by, which is the
 * accuracy or R².
 *
 * @param count of folds; 0 where there are none, and nothing else is known then
 * @param repeats how often the rows were divided
 * @param summary of the rows that were held out
 * @param lowest of all trainings
 * @param highest of all trainings
 * @param train mean on the rows that were learned from
 */
public record FoldNumbers(int count, int repeats, FoldSummary summary, double lowest, double highest, double train) {
  /** Nothing has been trained. */
  public static final FoldNumbers NONE = new FoldNumbers(0, 0, null, Double.NaN, Double.NaN, Double.NaN);

  /** @param results of all trainings; at least one */
  public static FoldNumbers of(CrossValidation plan, List<FoldResult> results) {
    FoldFigure main = FoldFigure.of(results.get(0).job().whole().dataset()).get(0);
    double[] values = main.test(results);
    return new FoldNumbers(plan.folds(), results.size() / plan.folds(), FoldSummary.of(main, results),
        Arrays.stream(values).min().orElse(Double.NaN), Arrays.stream(values).max().orElse(Double.NaN),
        FoldSummary.ofTrain(main, results).mean());
  }

  /** By its name in checks; NaN where it is not known. */
  double number(String name) {
    if (count == 0) {
      return Double.NaN;
    }
    return switch (name) {
      case "count" -> count;
      case "repeats" -> repeats;
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

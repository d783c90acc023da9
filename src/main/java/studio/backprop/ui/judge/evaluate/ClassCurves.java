package studio.backprop.ui.judge.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.MulticlassEvaluation;
import studio.backprop.evaluate.metric.BinaryCurve;
import studio.backprop.evaluate.metric.Reliability;
import studio.backprop.evaluate.metric.RocCurve;

/**
 * Curves of the positive class or, for several classes, one-vs-rest. Immutable.
 *
 * @param roc of the classes that occur and are not the only one
 * @param precisionRecall of the same classes
 * @param areas AUC by class; NaN where undefined
 * @param errors calibration error of each class's own probability; NaN for margins
 * @param calibration of probabilities in ten bins; empty for margins
 */
record ClassCurves(List<PlotLine> roc, List<PlotLine> precisionRecall, List<Double> areas, List<Double> errors,
    Optional<Calibration> calibration) {
  /** Reliability in equal-width bins and in equal-count bins. */
  record Calibration(Reliability equalWidth, Reliability equalCount) {
    Reliability bins(boolean ofEqualCount) {
      return ofEqualCount ? equalCount : equalWidth;
    }
  }

  private static final int BINS = 10;
  /** Maximum number of classes with curves; a vocabulary of tokens has more. */
  static final int MOST_CLASSES = 40;
  private static final ClassCurves NONE = new ClassCurves(List.of(), List.of(), List.of(), List.of(), Optional.empty());

  static ClassCurves of(ModelEvaluation judgement) {
    if (judgement instanceof BinaryEvaluation two) {
      return of(List.of(two.curve()), List.of(), two.isProbability()
          ? Optional.of(new Calibration(two.calibration(BINS, false), two.calibration(BINS, true))) : Optional.empty());
    }
    if (judgement instanceof MulticlassEvaluation several) {
      int classes = Math.min(MOST_CLASSES, several.ranking().classes());
      List<BinaryCurve> curves = new ArrayList<>();
      for (int c = 0; c < classes; c++) {
        curves.add(several.ranking().oneAgainstRest(c));
      }
      List<Double> errors = IntStream.range(0, curves.size())
          .mapToObj(c -> several.isProbability() ? several.ranking().calibrationError(c, BINS) : Double.NaN).toList();
      return of(curves, errors, several.isProbability()
          ? Optional.of(new Calibration(several.calibration(BINS, false), several.calibration(BINS, true))) : Optional.empty());
    }
    return NONE;
  }

  private static ClassCurves of(List<BinaryCurve> curves, List<Double> errors, Optional<Calibration> calibration) {
    List<PlotLine> roc = new ArrayList<>();
    List<PlotLine> precisionRecall = new ArrayList<>();
    List<Double> areas = new ArrayList<>();
    for (int c = 0; c < curves.size(); c++) {
      int index = c;
      curves.get(c).roc(false).ifPresent(curve -> roc.add(PlotLine.of(index, curve)));
      curves.get(c).precisionRecall().ifPresent(curve -> precisionRecall.add(PlotLine.of(index, curve)));
      areas.add(curves.get(c).roc(true).map(RocCurve::auc).orElse(Double.NaN));
    }
    return new ClassCurves(List.copyOf(roc), List.copyOf(precisionRecall), List.copyOf(areas), errors, calibration);
  }
}

package studio.backprop.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.evaluate.BinaryJudgement;
import studio.backprop.evaluate.ClassesJudgement;
import studio.backprop.evaluate.Judgement;
import studio.backprop.evaluate.metric.BinaryCurve;
import studio.backprop.evaluate.metric.Reliability;
import studio.backprop.evaluate.metric.RocCurve;

/**
 * The curves of the positive class or, of several classes, of each against the rest. Immutable.
 *
 * @param roc of the classes that occur beside others
 * @param precisionRecall of the same classes
 * @param areas under the ROC curve, by class; NaN where it is undefined
 * @param calibration of probabilities in ten bins of equal width; empty of margins
 */
record ClassCurves(List<PlotLine> roc, List<PlotLine> precisionRecall, List<Double> areas, Optional<Reliability> calibration) {
  private static final int BINS = 10;
  private static final ClassCurves NONE = new ClassCurves(List.of(), List.of(), List.of(), Optional.empty());

  static ClassCurves of(Judgement judgement) {
    if (judgement instanceof BinaryJudgement two) {
      return of(List.of(two.curve()), two.isProbability() ? Optional.of(two.calibration(BINS)) : Optional.empty());
    }
    if (judgement instanceof ClassesJudgement several) {
      List<BinaryCurve> curves = new ArrayList<>();
      for (int c = 0; c < several.ranking().classes(); c++) {
        curves.add(several.ranking().oneAgainstRest(c));
      }
      return of(curves, several.isProbability() ? Optional.of(several.ranking().reliability(BINS)) : Optional.empty());
    }
    return NONE;
  }

  private static ClassCurves of(List<BinaryCurve> curves, Optional<Reliability> calibration) {
    List<PlotLine> roc = new ArrayList<>();
    List<PlotLine> precisionRecall = new ArrayList<>();
    List<Double> areas = new ArrayList<>();
    for (int c = 0; c < curves.size(); c++) {
      int index = c;
      curves.get(c).roc(false).ifPresent(curve -> roc.add(PlotLine.of(index, curve)));
      curves.get(c).precisionRecall().ifPresent(curve -> precisionRecall.add(PlotLine.of(index, curve)));
      areas.add(curves.get(c).roc(true).map(RocCurve::auc).orElse(Double.NaN));
    }
    return new ClassCurves(List.copyOf(roc), List.copyOf(precisionRecall), List.copyOf(areas), calibration);
  }
}

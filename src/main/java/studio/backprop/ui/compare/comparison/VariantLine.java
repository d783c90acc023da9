package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.workspace.run.Curve;

/**
 * A run in a plot: smoothed batch curve, and validation values after each epoch as marks.
 *
 * @param colour index in {@link VariantColour}
 * @param held validation value of an epoch; NaN without a validation part
 */
record VariantLine(String name, int colour, Curve curve, List<EpochRecord> epochs, ToDoubleFunction<EpochRecord> held) {
  boolean isEmpty() {
    return curve.size() == 0;
  }

  /** Whether it has validation values. */
  boolean isHeldBack() {
    return epochs.stream().mapToDouble(held).anyMatch(value -> !Double.isNaN(value));
  }

  double lastStep() {
    return isEmpty() ? 0 : curve.lastStep(curve.size() - 1);
  }

  /** Smoothed batch value at a step; NaN where it has no such step. */
  double at(double step) {
    return isEmpty() || step > lastStep() ? Double.NaN : curve.smooth(curve.columnAt(step));
  }

  /** Validation value after the last epoch completed at a step; NaN before the first. */
  double heldAt(double step) {
    double value = Double.NaN;
    for (EpochRecord epoch : epochs) {
      value = epoch.step() <= step ? held.applyAsDouble(epoch) : value;
    }
    return value;
  }
}

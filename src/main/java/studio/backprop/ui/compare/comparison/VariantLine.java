package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.workspace.run.Curve;

/**
 * One of the runs in a plot: its batches as a smoothed curve, the held-back examples after each epoch as marks.
 *
 * @param name a letter or a number
 * @param colour its place among {@link VariantColour}
 * @param curve of its batches
 * @param epochs that are done
 * @param held what is drawn of an epoch; NaN where nothing is held back
 */
record VariantLine(String name, int colour, Curve curve, List<EpochRecord> epochs, ToDoubleFunction<EpochRecord> held) {
  boolean isEmpty() {
    return curve.size() == 0;
  }

  /** Whether there are held-back examples that it was scored by. */
  boolean isHeldBack() {
    return epochs.stream().mapToDouble(held).anyMatch(value -> !Double.isNaN(value));
  }

  double lastStep() {
    return isEmpty() ? 0 : curve.lastStep(curve.size() - 1);
  }

  /** Of its batches at a step, smoothed; NaN where it has no such step. */
  double at(double step) {
    return isEmpty() || step > lastStep() ? Double.NaN : curve.smooth(curve.columnAt(step));
  }

  /** Of the held-back examples after the last epoch that was done at a step; NaN before the first. */
  double heldAt(double step) {
    double value = Double.NaN;
    for (EpochRecord epoch : epochs) {
      value = epoch.step() <= step ? held.applyAsDouble(epoch) : value;
    }
    return value;
  }
}

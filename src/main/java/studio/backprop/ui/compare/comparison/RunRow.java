package studio.backprop.ui.compare.comparison;

import studio.backprop.train.record.RunRecord;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.workspace.run.Curve;

/**
 * A row of the run history.
 *
 * @param number from 1, in order of start
 * @param loss per batch; of a run of this session in full resolution
 * @param measure batch accuracy or mean absolute error
 */
record RunRow(int number, RunRecord record, Curve loss, Curve measure) {
  static RunRow of(RunRecord kept, int number) {
    return new RunRow(number, kept.past(), Curve.of(kept.loss(), Smoothing.AUTOMATIC), Curve.of(kept.measure(), Smoothing.AUTOMATIC));
  }
}

package studio.backprop.ui.compare.comparison;

import studio.backprop.train.record.RunRecord;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.workspace.run.Curve;

/**
 * One run in the run history: of this session, or of an earlier one with the same project.
 *
 * @param number counted from 1, in the order of their beginnings
 * @param record what it was and what it came to
 * @param loss of its batches; of a run of this session as finely as the window has it
 * @param measure accuracy of its batches, or their mean absolute error
 */
record RunRow(int number, RunRecord record, Curve loss, Curve measure) {
  /** A run that a file has kept. */
  static RunRow of(RunRecord kept, int number) {
    return new RunRow(number, kept.past(), Curve.of(kept.loss(), Smoothing.AUTOMATIC), Curve.of(kept.measure(), Smoothing.AUTOMATIC));
  }
}

package studio.backprop.ui.compare.comparison;

import studio.backprop.compare.Variant;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.store.StepRows;
import studio.backprop.train.Session;

/** A variant with what it has learned, so that it can become the project. */
final class LearnedVariant {
  private LearnedVariant() {}

  /** What a file would hold of it. */
  static Saved of(Variant lane) {
    Session session = lane.session();
    return Saved.of(session).with(reached(session), rows(lane.measured()));
  }

  /** The variant; one that was played past its end has as many epochs as it was to run then. */
  private static Project reached(Session session) {
    Project variant = session.project();
    boolean past = session.steps() > (long) variant.training().epochs() * session.batchesPerEpoch();
    return past ? variant.withTraining(training -> training.withEpochs(session.lastEpoch())) : variant;
  }

  /** Of very many steps evenly some. */
  private static StepRows rows(double[] measured) {
    int count = measured.length / Variant.WIDTH;
    int stride = Math.max(1, (count + StepRows.MOST - 1) / StepRows.MOST);
    double[] rows = new double[(count + stride - 1) / stride * StepRows.WIDTH];
    for (int row = 0; row < count; row += stride) {
      System.arraycopy(measured, row * Variant.WIDTH, rows, row / stride * StepRows.WIDTH, StepRows.WIDTH);
    }
    return new StepRows(rows);
  }
}

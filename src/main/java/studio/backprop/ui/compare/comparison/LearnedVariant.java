package studio.backprop.ui.compare.comparison;

import studio.backprop.compare.Variant;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.store.StepRows;
import studio.backprop.train.Session;

/** Snapshot of a variant with its learned weights, that can become the project. */
final class LearnedVariant {
  private LearnedVariant() {}

  /** The content of a project file. */
  static Saved of(Variant variant) {
    Session session = variant.session();
    return Saved.of(session).with(reached(session), rows(variant.measured()));
  }

  /** The variant; the number of epochs is raised if it was trained past its end. */
  private static Project reached(Session session) {
    Project variant = session.project();
    boolean past = session.steps() > (long) variant.training().epochs() * session.batchesPerEpoch();
    return past ? variant.withTraining(training -> training.withEpochs(session.lastEpoch())) : variant;
  }

  /** Evenly thinned to a maximum. */
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

package studio.backprop.doctor;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.network.Analysis;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;

/**
 * Remedy with its result in a separate run.
 *
 * @param steps taken without another fault
 * @param loss of the last of these steps
 */
public record TriedRemedy(Remedy remedy, long steps, double loss) {
  private static final int STEPS = 240;
  private static final int LEAST_STEPS = 20;
  /** Budget in operations, about a second of one core. */
  private static final double OPERATIONS = 2e9;
  private static final int PASSES = 3;
  /** Tolerated ratio of losses between batches. */
  private static final double NOISE = 2;

  /**
   * First remedy with which training continues without a rising loss. On a worker thread.
   *
   * @param now failed project
   * @param kept network at the last good step
   */
  public static Optional<TriedRemedy> firstToHelp(List<Remedy> remedies, Project now, Replica kept) {
    return remedies.stream().filter(remedy -> remedy.edit().isPresent()).flatMap(remedy -> of(remedy, now, kept).stream()).findFirst();
  }

  private static Optional<TriedRemedy> of(Remedy remedy, Project now, Replica kept) {
    Project changed = remedy.edit().orElseThrow().change().apply(now);
    try {
      PreparedData data = changed.data().equals(now.data()) ? kept.data()
          : PreparedData.load(changed.data(), changed.table(), Progress.NONE);
      Parameters start = remedy.afresh() ? Session.initialParameters(changed) : kept.weights();
      Session session = kept.session(changed, data, start);
      boolean goes = session.step();
      double first = session.loss();
      int steps = steps(changed);
      Runs.drive(session, () -> goes && session.steps() < steps && !Thread.currentThread().isInterrupted(), taken -> {});
      boolean helped = session.fault().isEmpty() && session.loss() <= NOISE * first;
      return helped ? Optional.of(new TriedRemedy(remedy, session.steps(), session.loss())) : Optional.empty();
    } catch (DataProblem unreadable) {
      return Optional.empty();
    }
  }

  private static int steps(Project project) {
    return (int) Math.max(LEAST_STEPS, Math.min(STEPS, OPERATIONS / operations(project)));
  }

  /** Floating-point operations of one training step. */
  static double operations(Project project) {
    Analysis known = project.network().analyse();
    return (double) PASSES * known.flops() * project.training().batch();
  }
}

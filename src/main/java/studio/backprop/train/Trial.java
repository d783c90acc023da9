package studio.backprop.train;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.network.Analysis;
import studio.backprop.plan.Parameters;

/**
 * A remedy that was really tried, in a training of its own that nobody sees.
 *
 * @param remedy what was tried
 * @param steps how many steps it took without another fault
 * @param loss of the last of these steps
 */
public record Trial(Remedy remedy, long steps, double loss) {
  private static final int STEPS = 240;
  private static final int LEAST_STEPS = 20;
  /** Operations that a trial may take, about a second of one core: the backward pass costs twice the forward pass. */
  private static final double OPERATIONS = 2e9;
  private static final int PASSES = 3;

  /**
   * Tries one remedy after the other until training no longer stops. Takes a moment: not for the screen's thread.
   *
   * @param now the project that failed
   * @param kept the network as it was at the step that was kept
   */
  public static Optional<Trial> firstToHelp(List<Remedy> remedies, Project now, Replica kept) {
    return remedies.stream().filter(remedy -> remedy.edit().isPresent()).flatMap(remedy -> of(remedy, now, kept).stream()).findFirst();
  }

  private static Optional<Trial> of(Remedy remedy, Project now, Replica kept) {
    Project changed = remedy.edit().orElseThrow().change().apply(now);
    try {
      PreparedData data = changed.data().equals(now.data()) ? kept.data() : PreparedData.load(changed.data(), changed.table(), Progress.NONE);
      Parameters start = remedy.afresh() ? Session.initialParameters(changed) : kept.weights();
      Session session = kept.session(changed, data, start);
      int steps = steps(changed);
      while (session.steps() < steps && session.step()) {
        if (Thread.currentThread().isInterrupted()) {
          return Optional.empty();
        }
      }
      return session.fault().isPresent() ? Optional.empty() : Optional.of(new Trial(remedy, session.steps(), session.loss()));
    } catch (DataProblem unreadable) {
      return Optional.empty();
    }
  }

  private static int steps(Project project) {
    Analysis known = project.network().analyse();
    double step = (double) PASSES * known.flops() * project.training().batch();
    return (int) Math.max(LEAST_STEPS, Math.min(STEPS, OPERATIONS / step));
  }
}

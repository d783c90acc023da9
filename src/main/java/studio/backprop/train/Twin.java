package studio.backprop.train;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.network.Network;
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Seeds;

/**
 * An experiment that was really made: the project as it is (A) and the changed one (B) were trained side by side, from the same weights and
 * with the same seed, in trainings of their own that nobody sees.
 *
 * @param remedy what B changes
 * @param steps that both took, unless one failed
 * @param a the project as it is
 * @param b the project with the change
 */
public record Twin(Remedy remedy, long steps, Lane a, Lane b) {
  private static final int LEAST_STEPS = 2 * Watch.EVERY;
  /** As many as a minute of one core takes. */
  private static final double OPERATIONS = 6e10;

  /**
   * What became of one of the two.
   *
   * @param project what was trained
   * @param losses of all steps
   * @param loss the mean of the last {@link Watch#EVERY}
   * @param validation scores of the held-back examples afterwards
   * @param vitals what was seen of it at last
   */
  public record Lane(Project project, float[] losses, double loss, Scores validation, Vitals vitals) {
    /** Whether it stopped by itself. */
    public boolean failed() {
      return vitals.fault().isPresent();
    }
  }

  private static final class Run {
    private final Session session;
    private final Watch watch;
    private final float[] losses;
    private int taken;

    private Run(Session session, int steps) {
      this.session = session;
      this.watch = new Watch(session);
      this.losses = new float[steps];
    }

    private void step() {
      if (session.step()) {
        watch.see(session);
        losses[taken++] = (float) session.loss();
      }
    }

    private Lane lane() {
      Vitals seen = watch.newest().filter(vitals -> vitals.taken() == taken && session.fault().isEmpty()).orElseGet(() -> watch.record(session));
      float[] all = Arrays.copyOf(losses, taken);
      return new Lane(session.project(), all, seen.recent(Watch.EVERY), session.evaluate(Part.VALIDATION), seen);
    }
  }

  /**
   * Makes the experiment. Takes up to a minute: not for the threads that train or draw.
   *
   * @param now the project as it is
   * @param kept its network with the weights of now
   * @param wanted steps, so that what is wrong with A can show itself; large networks take fewer
   * @param progress hears of every step
   * @throws CancellationException if the progress says so
   * @throws DataProblem if the changed data cannot be read
   */
  public static Twin of(Remedy remedy, Project now, Replica kept, long wanted, Progress progress) throws DataProblem {
    Project changed = remedy.edit().map(edit -> edit.change().apply(now)).orElse(now);
    PreparedData data = changed.data().equals(now.data()) && changed.table().equals(now.table())
        ? kept.data()
        : PreparedData.load(changed.data(), changed.table(), Progress.NONE);
    int steps = (int) Math.max(LEAST_STEPS, Math.min(wanted, OPERATIONS / (Trial.operations(now) + Trial.operations(changed))));
    Run a = new Run(kept.session(endless(now), kept.data(), start(remedy, now, kept)), steps);
    Run b = new Run(kept.session(endless(changed), data, start(remedy, changed, kept)), steps);
    for (int step = 0; step < steps; step++) {
      progress.step(step, steps);
      a.step();
      b.step();
    }
    return new Twin(remedy, steps, a.lane(), b.lane());
  }

  /** A run that ends of itself would not be compared to its end. */
  private static Project endless(Project project) {
    return project.withTraining(training -> training.withEpochs(TrainingSettings.MOST_EPOCHS).withPatience(0));
  }

  private static Parameters start(Remedy remedy, Project project, Replica kept) {
    if (remedy.afresh()) {
      return Session.initialParameters(project);
    }
    Network network = project.network();
    return Parameters.renewed(network, network.analyse(), new Seeds(project.training().seed()), kept.weights());
  }
}

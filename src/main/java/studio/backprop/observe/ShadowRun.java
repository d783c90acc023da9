package studio.backprop.observe;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Progress;
import studio.backprop.project.Project;
import studio.backprop.train.Session;
import studio.backprop.train.SessionSource;

/**
 * A run's project with something else in one place, trained beside the run on the same batches, from the weights that the same seed gives.
 * To be made by the thread of the run; from then on used by one other thread at a time.
 */
public final class ShadowRun {
  /**
   * How it treats one example.
   *
   * @param step after which
   * @param inside what happens in the node that was asked for
   * @param prediction what it foretells, as a person means it
   * @param loss what this costs
   */
  public record Look(long step, NodeTrace inside, float[] prediction, double loss) {}

  private final Session session;
  private final Probe probe;

  private ShadowRun(Session session) {
    this.session = session;
    this.probe = Probe.of(session);
  }

  /** Untrained. Empty if there is no memory for it. */
  public static Optional<ShadowRun> of(Session run, Project changed) {
    try {
      return Optional.of(new ShadowRun(new SessionSource(changed, run.data(), run.kernels(), Session.initialParameters(changed))
          .session()));
    } catch (DataProblem noMemory) {
      return Optional.empty();
    }
  }

  /** Steps that it has taken. */
  public long step() {
    return session.steps();
  }

  /**
   * Trains on to a step, or to its last one if that comes before.
   *
   * @param progress hears of every step
   * @throws CancellationException if the progress says so
   */
  public void goTo(long step, Progress progress) {
    long from = session.steps();
    boolean goes = true;
    while (goes && session.steps() < step) {
      progress.step(session.steps() - from, step - from);
      goes = session.step();
    }
  }

  /** Looks into a node for one example. */
  public Look look(Example example, int node) {
    probe.choose(example);
    probe.run();
    float[] prediction = new float[probe.plan().prediction().count()];
    probe.plan().prediction().copyRow(0, prediction);
    return new Look(session.steps(), NodeTrace.of(node, session, probe), prediction, probe.plan().lossValue());
  }
}

package studio.backprop.observe;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Progress;
import studio.backprop.project.Project;
import studio.backprop.train.Session;
import studio.backprop.train.SessionSource;

/**
 * Changed project, trained in parallel with a run from the same seed and on the same batches. Created on the training thread; afterwards
 * not thread-safe.
 */
public final class ShadowRun {
  /**
   * Result for one example.
   *
   * @param step of the weights
   * @param inside trace of the requested node
   * @param prediction output, unscaled
   * @param loss of the example
   */
  public record Look(long step, NodeTrace inside, float[] prediction, double loss) {}

  private final Session session;
  private final Probe probe;

  private ShadowRun(Session session) {
    this.session = session;
    this.probe = Probe.of(session);
  }

  /** Untrained. Empty if memory does not suffice. */
  public static Optional<ShadowRun> of(Session run, Project changed) {
    try {
      return Optional.of(new ShadowRun(new SessionSource(changed, run.data(), run.kernels(), Session.initialParameters(changed))
          .session()));
    } catch (DataProblem noMemory) {
      return Optional.empty();
    }
  }

  public long step() {
    return session.steps();
  }

  /**
   * Trains to a step, or to its last one.
   *
   * @param progress notified of every step
   * @throws CancellationException if the progress is cancelled
   */
  public void goTo(long step, Progress progress) {
    long from = session.steps();
    boolean goes = true;
    while (goes && session.steps() < step) {
      progress.step(session.steps() - from, step - from);
      goes = session.step();
    }
  }

  public Look look(Example example, int node) {
    probe.choose(example);
    probe.run();
    float[] prediction = new float[probe.plan().prediction().count()];
    probe.plan().prediction().copyRow(0, prediction);
    return new Look(session.steps(), NodeTrace.of(node, session, probe), prediction, probe.plan().lossValue());
  }
}

package studio.backprop.doctor;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.generative.GeneratorFigures;
import studio.backprop.network.Network;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Parameters;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.RunListener;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metrics;

/**
 * Paired experiment: the project as it is (A) and the changed one (B) trained side by side, from the same weights and with the same seed,
 * in separate runs.
 *
 * @param remedy the change of B
 * @param wanted planned steps
 * @param steps taken by both, unless one failed
 * @param a unchanged project
 * @param b changed project
 */
public record Experiment(Remedy remedy, long wanted, long steps, Variant a, Variant b) {
  private static final int LEAST_STEPS = 2 * HealthMonitor.EVERY;
  /** Floating-point operations of a minute on one core. */
  private static final double OPERATIONS = 6e10;
  /** Overhead per node and step, in operations. */
  private static final double PER_NODE = 5e3;
  /** Time limit, since steps can be slower than estimated, as with denormal numbers. */
  private static final long NANOS = 60_000_000_000L;

  /**
   * Variant of a paired experiment.
   *
   * @param project trained project
   * @param losses by step
   * @param loss mean of the last {@link HealthMonitor#EVERY}
   * @param validation final metrics on the validation part; empty while running
   * @param recall by class, on the validation part
   * @param stats last health statistics
   * @param generator final figures of a generator; empty while running, and in other kinds of training
   */
  public record Variant(Project project, float[] losses, double loss, Optional<Metrics> validation, ClassRecall recall, HealthStats stats,
      Optional<GeneratorFigures> generator) {
    /** Whether it had a fault. */
    public boolean failed() {
      return stats.fault().isPresent();
    }

    /** Balanced accuracy on the validation part; NaN if unknown. */
    public double evenly() {
      return recall.mean();
    }

    /** Recall of a class on the validation part; NaN if unknown. */
    public double recall(String className) {
      return recall.of(className);
    }
  }

  /** Whether both have the same batches. */
  public boolean sharesBatches() {
    TrainingSettings one = a.project().training();
    TrainingSettings other = b.project().training();
    boolean balanced = one.balance() == ClassBalance.BATCHES;
    return one.batch() == other.batch() && one.shuffle() == other.shuffle() && balanced == (other.balance() == ClassBalance.BATCHES)
        && a.project().data().equals(b.project().data());
  }

  private static final class Run implements RunListener {
    private final Session session;
    private final HealthMonitor monitor;
    private final float[] losses;
    private int taken;

    private Run(Session session, int steps) {
      this.session = session;
      this.monitor = new HealthMonitor(session);
      this.losses = new float[steps];
    }

    private void step() {
      long next = session.steps() + 1;
      Runs.drive(session, () -> session.steps() < next, this);
    }

    @Override
    public void stepped(Session session) {
      monitor.see(session);
      losses[taken++] = (float) session.loss();
    }

    private Variant lane(Optional<Metrics> validation, ClassRecall recall, Optional<GeneratorFigures> generator) {
      HealthStats seen = monitor.newest().filter(stats -> stats.taken() == taken && session.fault().isEmpty())
          .orElseGet(() -> monitor.record(session));
      return new Variant(session.project(), Arrays.copyOf(losses, taken), seen.recent(HealthMonitor.EVERY), validation, recall, seen,
          generator);
    }

    private Variant end() {
      Metrics held = session.evaluate(Part.VALIDATION);
      return lane(Optional.of(held), ClassRecall.of(session.data().dataset(), session.regime().classes(Part.VALIDATION)),
          Optional.of(session.project()).filter(project -> project.assignment().isAdversarial()).map(project ->
              new GeneratorEvaluator(project, session.data(), session.kernels(), session.parameters().copy()).figures(session.steps())));
    }
  }

  /**
   * Runs the experiment on a worker thread; takes up to a minute.
   *
   * @param now unchanged project
   * @param kept its network with the current weights
   * @param wanted steps; large networks take fewer
   * @param progress notified of every step
   * @param meanwhile receives interim results every {@link HealthMonitor#EVERY} steps
   * @throws CancellationException if the progress is cancelled
   * @throws DataProblem if the changed data cannot be read
   */
  public static Experiment of(Remedy remedy, Project now, Replica kept, long wanted, Progress progress, Consumer<Experiment> meanwhile)
      throws DataProblem {
    Project changed = changed(remedy, now);
    PreparedData data = changed.data().equals(now.data()) && changed.table().equals(now.table())
        ? kept.data()
        : PreparedData.load(changed.data(), changed.table(), Progress.NONE);
    int steps = steps(now, changed, wanted);
    Run a = new Run(kept.session(endless(now, 0), kept.data(), start(remedy, now, kept)), steps);
    Run b = new Run(kept.session(endless(changed, changed.training().patience() == now.training().patience() ? 0 : changed.training()
        .patience()), data, start(remedy, changed, kept)), steps);
    long begun = System.nanoTime();
    int taken = 0;
    while (taken < steps && (taken < LEAST_STEPS || System.nanoTime() - begun < NANOS)) {
      progress.step(taken, steps);
      a.step();
      b.step();
      taken++;
      if (taken % HealthMonitor.EVERY == 0) {
        meanwhile.accept(new Experiment(remedy, steps, taken, a.lane(Optional.empty(), ClassRecall.NONE, Optional.empty()),
            b.lane(Optional.empty(), ClassRecall.NONE, Optional.empty())));
      }
    }
    return new Experiment(remedy, taken, taken, a.end(), b.end());
  }

  private static int steps(Project now, Project changed, long wanted) {
    return (int) Math.max(LEAST_STEPS, Math.min(wanted, OPERATIONS / (TriedRemedy.operations(now) + TriedRemedy.operations(changed))));
  }

  /** Number of steps of each variant. */
  public static int steps(Remedy remedy, Project now, long wanted) {
    return steps(now, changed(remedy, now), wanted);
  }

  /** Estimated seconds on one idle core, at most a minute. */
  public static double seconds(Remedy remedy, Project now, long wanted) {
    Project changed = changed(remedy, now);
    double step = TriedRemedy.operations(now) + TriedRemedy.operations(changed) + PER_NODE
        * (now.network().nodes().size() + changed.network().nodes().size());
    return Math.min(NANOS / 1e9, steps(now, changed, wanted) * step * NANOS / OPERATIONS / 1e9);
  }

  private static Project changed(Remedy remedy, Project now) {
    return remedy.edit().map(edit -> edit.change().apply(now)).orElse(now);
  }

  /** Without last epoch and early stopping, unless these are the remedy. */
  private static Project endless(Project project, int patience) {
    return project.withTraining(training -> training.withEpochs(TrainingSettings.MOST_EPOCHS).withPatience(patience));
  }

  private static Parameters start(Remedy remedy, Project project, Replica kept) {
    if (remedy.afresh()) {
      return Session.initialParameters(project);
    }
    Network network = project.network();
    return Parameters.renewed(network, network.analyse(), new Seeds(project.training().seed()), kept.weights());
  }
}

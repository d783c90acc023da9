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
 * @param wanted steps that both are to take
 * @param steps that both have taken, unless one failed
 * @param a the project as it is
 * @param b the project with the change
 */
public record Experiment(Remedy remedy, long wanted, long steps, Variant a, Variant b) {
  private static final int LEAST_STEPS = 2 * HealthMonitor.EVERY;
  /** As many as a minute of one core takes. */
  private static final double OPERATIONS = 6e10;
  /** What a node costs in each step beside its operations, in operations. */
  private static final double PER_NODE = 5e3;
  /** Where steps take longer than their operations tell, such as with numbers next to nothing, it ends with fewer of them. */
  private static final long NANOS = 60_000_000_000L;

  /**
   * What became of one of the two.
   *
   * @param project what was trained
   * @param losses of all steps
   * @param loss the mean of the last {@link HealthMonitor#EVERY}
   * @param validation scores of the held-back examples afterwards; empty while it is under way
   * @param recall of each class in the validation part
   * @param stats what was seen of it at last
   * @param generator what a generator makes afterwards; empty while it is under way, and in other kinds of training
   */
  public record Variant(Project project, float[] losses, double loss, Optional<Metrics> validation, ClassRecall recall, HealthStats stats,
      Optional<GeneratorFigures> generator) {
    /** Whether it stopped by itself. */
    public boolean failed() {
      return stats.fault().isPresent();
    }

    /** The mean recall over the classes of the validation part: balanced accuracy; NaN where there is none. */
    public double evenly() {
      return recall.mean();
    }

    /** The recall of a class in the validation part; NaN where there is none. */
    public double recall(String className) {
      return recall.of(className);
    }
  }

  /** Whether both learn from the same examples in each step. */
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
   * Makes the experiment. Takes up to a minute: not for the threads that train or draw.
   *
   * @param now the project as it is
   * @param kept its network with the weights of now
   * @param wanted steps, so that what is wrong with A can show itself; large networks take fewer
   * @param progress hears of every step
   * @param meanwhile hears every {@link HealthMonitor#EVERY} steps what both have come to
   * @throws CancellationException if the progress says so
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

  /** How many steps each of both would take. */
  public static int steps(Remedy remedy, Project now, long wanted) {
    return steps(now, changed(remedy, now), wanted);
  }

  /** How many seconds it is expected to take on one core that nothing else keeps busy, at most a minute. */
  public static double seconds(Remedy remedy, Project now, long wanted) {
    Project changed = changed(remedy, now);
    double step = TriedRemedy.operations(now) + TriedRemedy.operations(changed) + PER_NODE
        * (now.network().nodes().size() + changed.network().nodes().size());
    return Math.min(NANOS / 1e9, steps(now, changed, wanted) * step * NANOS / OPERATIONS / 1e9);
  }

  private static Project changed(Remedy remedy, Project now) {
    return remedy.edit().map(edit -> edit.change().apply(now)).orElse(now);
  }

  /** A run that ends of itself would not be compared to its end, unless it is this that is tried. */
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

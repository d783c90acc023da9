package studio.backprop.ui.workspace.run;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;
import studio.backprop.data.Task;
import studio.backprop.generative.RoundLog;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.store.RoundRows;
import studio.backprop.store.StepRows;
import studio.backprop.train.metric.Quantity;
import studio.backprop.train.record.Adjustment;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Smoothing;

/** Metrics of one run: exact values of each step, curves at screen resolution, and the scores of the epochs. */
public final class RunHistory {
  private int number;
  private final Project project;
  private final CheckpointLog checkpointLog;
  private final boolean classes;
  /** Metrics of each step in the order of the columns of {@link #log}, and their curves. */
  private final List<Quantity> quantities;
  private final List<Curve> curves;
  private final int batchesPerEpoch;
  private final StepLog log = new StepLog();
  private final Curve loss;
  private final Curve measure;
  private final Curve rate = new Curve(new Smoothing(0));
  private final List<EpochRecord> epochs = new ArrayList<>();
  private final Landmarks landmarks = new Landmarks();
  /** ‖∂L/∂w‖ of each learned parameter, then ‖∂L/∂output‖ of each reached node; and the recent ones. */
  private final List<Curve> gradientNorms = new ArrayList<>();
  private final List<RecentValues> latestGradientNorms = new ArrayList<>();
  /** Losses of the other learners. */
  private final List<Curve> otherLosses = new ArrayList<>();
  private final ModeCounts modes = new ModeCounts();
  private double begins;
  private double recalled;
  private boolean adopted;

  private RunHistory(Project project, CheckpointLog checkpointLog, boolean classes, int batchesPerEpoch, Smoothing smoothing) {
    this.project = project;
    this.checkpointLog = checkpointLog;
    this.classes = classes;
    this.quantities = Run.measuredInSteps(classes ? Task.CLASSES : Task.REGRESSION);
    this.batchesPerEpoch = batchesPerEpoch;
    loss = new Curve(smoothing);
    measure = new Curve(smoothing);
    curves = List.of(loss, measure, rate);
  }

  /** Of no run. */
  static RunHistory none(Smoothing smoothing) {
    return new RunHistory(Project.EMPTY, null, true, 1, smoothing);
  }

  static RunHistory of(Run run, Smoothing smoothing) {
    RunHistory history =
        new RunHistory(run.project(), run.checkpointLog(), run.task() == Task.CLASSES, run.batchesPerEpoch(), smoothing);
    for (int norm = 0; norm < run.norms(); norm++) {
      history.gradientNorms.add(new Curve(Smoothing.AUTOMATIC));
      history.latestGradientNorms.add(new RecentValues());
    }
    for (int other = 0; other < run.others(); other++) {
      history.otherLosses.add(new Curve(smoothing));
    }
    history.goOn(run);
    return history;
  }

  /** Metrics of another run up to the state of this one, which is the same up to there. */
  static RunHistory earlier(RunHistory of, Run run, Smoothing smoothing) {
    long step = run.checkpointLog().newest();
    RunHistory history = of(run, smoothing);
    history.goOnFrom(of, step);
    of.epochsUpTo(step).forEach(history::add);
    history.begins = of.begins;
    history.recalled = Math.min(of.recalled, step);
    history.adopted = of.adopted;
    return history;
  }

  /** A run continues this history. */
  void goOn(Run run) {
    modes.goOn(run.roundLog(), run.checkpointLog().newest());
  }

  /** Whether a run continues this history. */
  boolean isOf(Run run) {
    return checkpointLog == run.checkpointLog();
  }

  /**
   * Adds steps with their gradient norms, norm by norm for cache locality.
   *
   * @param at offset of the first row
   * @param width row stride
   */
  void add(double[] rows, int at, int width, int count) {
    int end = at + count * width;
    for (int row = at; row < end; row += width) {
      add(rows, row);
    }
    for (int norm = 0; norm < gradientNorms.size(); norm++) {
      Curve curve = gradientNorms.get(norm);
      RecentValues latest = latestGradientNorms.get(norm);
      for (int row = at; row < end; row += width) {
        double value = rows[row + Run.NORMS + norm];
        curve.add(rows[row + Run.STEP], value);
        latest.add(value);
      }
    }
    for (int other = 0; other < otherLosses.size(); other++) {
      for (int row = at; row < end; row += width) {
        double loss = rows[row + Run.NORMS + gradientNorms.size() + other];
        if (!Double.isNaN(loss)) {
          otherLosses.get(other).add(rows[row + Run.STEP], loss);
        }
      }
    }
  }

  /** Loss of another learner, such as a generator, from 0; empty for none. */
  public Optional<Curve> otherLoss(int other) {
    return other < otherLosses.size() ? Optional.of(otherLosses.get(other)) : Optional.empty();
  }

  /** Mode coverage by round; empty without a GAN. */
  public NavigableMap<Long, RoundLog.Count> modes() {
    return modes.all();
  }

  ModeCounts modeCounts() {
    return modes;
  }

  /** ‖∂L/∂w‖ of each learned parameter, in the order of {@link Run#learned}; then ‖∂L/∂output‖ of {@link Run#reached}. */
  public Curve gradientNorm(int norm) {
    return gradientNorms.get(norm);
  }

  RecentValues latestGradientNorms(int norm) {
    return latestGradientNorms.get(norm);
  }

  /** Keeps only loss and accuracy of a run that cannot be resumed. */
  void letGoOfNorms() {
    gradientNorms.clear();
    latestGradientNorms.clear();
    modes.letGo();
  }

  /** Takes the metrics of the run that this one branched from, up to a step. */
  void goOnFrom(RunHistory other, long step) {
    begins = step;
    boolean alike = EditEffect.looksAlike(other.project, project);
    modes.goOnFrom(other.modes, step, alike);
    if (alike) {
      otherLosses.replaceAll(loss -> other.otherLosses.get(otherLosses.indexOf(loss)).upTo(step));
      gradientNorms.replaceAll(norm -> other.gradientNorms.get(gradientNorms.indexOf(norm)).upTo(step));
      for (int norm = 0; norm < gradientNorms.size(); norm++) {
        gradientNorms.get(norm).recallTo(latestGradientNorms.get(norm));
      }
    }
    StepLog before = other.log.frozen();
    double[] row = new double[StepLog.WIDTH];
    for (int i = 0; i < before.size() && before.step(i) <= step; i++) {
      before.copyRow(i, row);
      add(row, 0);
    }
  }

  /** Step where it branched; 0 for a root. */
  public double begins() {
    return begins;
  }

  /**
   * Takes earlier metrics, from a file or a run that it continues.
   *
   * @param adopted whether that run is listed separately
   */
  void recall(StepRows steps, boolean adopted) {
    for (int row = 0; row < steps.count(); row++) {
      add(steps.numbers(), row * StepRows.WIDTH);
    }
    if (!otherLosses.isEmpty() && !steps.rounds().loss().isEmpty()) {
      otherLosses.set(0, Curve.of(steps.rounds().loss(), steps.rounds().last(), otherLosses.get(0).smoothing()));
    }
    modes.recall(steps.rounds().modes());
    recalled = lastStep();
    this.adopted = adopted;
  }

  /** Content for a file, as of now; rows are built on the calling thread of the supplier. */
  Supplier<StepRows> forFile() {
    StepLog steps = log.frozen();
    Optional<Curve> other = otherLoss(0);
    RoundRows rounds = new RoundRows(other.map(Curve::pieces).orElse(List.of()), other.map(Curve::last).orElse(Double.NaN), modes());
    return () -> steps.forFile().with(rounds);
  }

  /** The last step not taken by this run itself; 0 if it took all. */
  public double recalled() {
    return recalled;
  }

  /** Whether it has taken no step of its own. */
  public boolean repeats() {
    return adopted && lastStep() <= recalled;
  }

  void add(double[] rows, int at) {
    double step = rows[at + Run.STEP];
    log.add(rows, at);
    for (int column = 0; column < curves.size(); column++) {
      if (!Double.isNaN(rows[at + 1 + column])) { // no loss while the learner rests
        curves.get(column).add(step, rows[at + 1 + column]);
      }
    }
  }

  void add(EpochRecord epoch) {
    epochs.add(epoch);
    landmarks.add(epoch);
  }

  void smooth(Smoothing smoothing) {
    for (int column = 0; column < curves.size(); column++) {
      if (!quantities.get(column).equals(Quantity.RATE)) {
        curves.get(column).smooth(smoothing, log, 1 + column);
      }
    }
  }

  /** Number within a session, from 1; 0 while it has taken no step of its own. */
  public int number() {
    return number;
  }

  void number(int given) {
    number = given;
  }

  /** The project with its initial settings. */
  public Project project() {
    return checkpointLog == null ? project : checkpointLog.started();
  }

  /** Settings changed during the run. */
  public List<Adjustment> adjustments() {
    return checkpointLog == null ? List.of() : checkpointLog.adjustments();
  }

  /** Approximate memory. */
  long bytes() {
    return (long) log.size() * StepLog.WIDTH * Double.BYTES + (3L + gradientNorms.size()) * Curve.BYTES;
  }

  /** Whether it is a classification; otherwise a regression. */
  public boolean classes() {
    return classes;
  }

  /** Epoch of a step, from 1. */
  public int epochOf(double step) {
    return (int) ((Math.max(1, step) - 1) / batchesPerEpoch) + 1;
  }

  public StepLog log() {
    return log;
  }

  /**
   * Column in the log.
   *
   * @throws IllegalArgumentException if steps do not measure it
   */
  public int column(Quantity quantity) {
    int at = quantities.indexOf(quantity);
    if (at < 0) {
      throw new IllegalArgumentException("a step measures " + quantities + ", but was asked for " + quantity);
    }
    return 1 + at;
  }

  /** Curve of a metric; empty if steps do not measure it. */
  public Optional<Curve> curve(Quantity quantity) {
    int at = quantities.indexOf(quantity);
    return at < 0 ? Optional.empty() : Optional.of(curves.get(at));
  }

  /** Loss of each batch. */
  public Curve loss() {
    return loss;
  }

  /** Accuracy of each batch, or mean absolute error for a regression. */
  public Curve measure() {
    return measure;
  }

  /** Learning rate of each step, with its schedule. */
  public Curve rate() {
    return rate;
  }

  /** Whether the learning rate varied. */
  public boolean rateVaries() {
    return rate.size() > 0 && rate.least(0, rate.size()) < rate.most(0, rate.size());
  }

  /** Completed epochs with validation scores. */
  public List<EpochRecord> epochs() {
    return epochs;
  }

  /** Epochs completed by a step. */
  public List<EpochRecord> epochsUpTo(long step) {
    int low = 0;
    int high = epochs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (epochs.get(middle).step() <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return epochs.subList(0, low);
  }

  public Landmarks landmarks() {
    return landmarks;
  }

  public boolean isEmpty() {
    return log.size() == 0; // no loss while the learner rests
  }

  /** The newest step; 0 before the first. */
  public double lastStep() {
    return isEmpty() ? 0 : log.step(log.size() - 1);
  }
}

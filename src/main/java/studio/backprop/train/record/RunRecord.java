package studio.backprop.train.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.TableData;
import studio.backprop.layer.Layer;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;

/**
 * Record of a run, for comparison with others, also of other days: kind, project, time and results.
 *
 * @param name kind of run
 * @param projectName name of the project at that time
 * @param project with the settings of its first step
 * @param table SHA-256 of a user's own training table
 * @param adjustments changes during training
 * @param begun time of the first step
 * @param seconds of training; NaN if unknown
 * @param ending outcome
 * @param reason of a failure
 * @param folds of a cross-validation, how each of its trainings ended: {@code train} is of the rows learned from, {@code validation} of the
 * fold; empty for any other run
 * @param epochs that are done; read from a file, some of them: the first, the last and the best are always there
 * @param loss of its batches
 * @param measure accuracy of its batches, or their mean absolute error
 * @param current whether it is the run that the file goes on with
 */
public record RunRecord(
    Message name, String projectName, Project project, Optional<String> table, List<Adjustment> adjustments, Instant begun, long steps,
    double seconds, Ending ending, Optional<Message> reason, List<EpochRecord> folds,
    List<EpochRecord> epochs, CurveColumns loss, CurveColumns measure, boolean current) {
  /** Older ones are dropped. */
  public static final int MOST = 150;

  /** Largest number of epochs kept. */
  public static final int MOST_EPOCHS = 128;

  public static final int MOST_FOLDS = 1000;

  /** How a run stands. */
  public enum Ending {
    RUNNING,
    PAUSED,
    FINISHED,
    STOPPED_EARLY,
    BROKEN;

    /** How a run stands that takes no step, or is playing. */
    public static Ending of(boolean fault, boolean stoppedEarly, boolean finished, boolean playing) {
      return fault ? BROKEN : stoppedEarly ? STOPPED_EARLY : finished ? FINISHED : playing ? RUNNING : PAUSED;
    }
  }

  public RunRecord(
      Message name, String projectName, Project project, Optional<String> table, List<Adjustment> adjustments, Instant begun, long steps,
      double seconds, Ending ending, Optional<Message> reason, List<EpochRecord> epochs, CurveColumns loss, CurveColumns measure,
      boolean current) {
    this(name, projectName, project, table, adjustments, begun, steps, seconds, ending, reason, List.of(), epochs, loss, measure, current);
  }

  /** A cross-validation. @param seconds that its trainings took, all together */
  public static RunRecord ofFolds(
      Message name, String projectName, Project project, Instant begun, double seconds, Ending ending, List<EpochRecord> folds) {
    long steps = folds.stream().mapToLong(EpochRecord::step).sum();
    return new RunRecord(name, projectName, project, tableOf(project), List.of(), begun, steps, seconds, ending, Optional.empty(), folds,
        List.of(), CurveColumns.NONE, CurveColumns.NONE, false);
  }

  /** Evenly some of the epochs of a run, as many as a file keeps, with the last and the best. */
  static List<EpochRecord> few(List<EpochRecord> all) {
    if (all.size() <= MOST_EPOCHS) {
      return all;
    }
    TreeSet<Integer> places = new TreeSet<>();
    EpochRecord.best(all).ifPresent(best -> places.add(all.indexOf(best)));
    int evenly = MOST_EPOCHS - 1;
    for (int i = 0; i < evenly; i++) {
      places.add((int) ((long) i * (all.size() - 1) / (evenly - 1)));
    }
    return places.stream().map(all::get).toList();
  }

  /** The SHA-256 of a person's own table that a project learns from; empty for data that its settings describe entirely. */
  public static Optional<String> tableOf(Project project) {
    boolean own = project.data().dataset().equals(DatasetCatalog.OWN_TABLE);
    return project.table().filter(table -> own).map(TableData::sha256);
  }

  /** As a file keeps it, with {@link #few} epochs. @param goesOn whether it is the run that the file goes on with */
  public RunRecord forFile(boolean goesOn) {
    return with(few(epochs), ending == Ending.RUNNING ? Ending.PAUSED : ending, goesOn);
  }

  /** The same, of a file that goes on with another run. */
  public RunRecord past() {
    return with(epochs, ending, false);
  }

  private RunRecord with(List<EpochRecord> kept, Ending stands, boolean goesOn) {
    return new RunRecord(
        name, projectName, project, table, adjustments, begun, steps, seconds, stands, reason, folds, kept, loss, measure, goesOn);
  }

  /** Changes during training, for a run that continues with this one. */
  public List<Adjustment> goneOnWith(Project then, long step, List<Adjustment> later) {
    Adjustment first = new Adjustment(0, project.training().rate(), project.training().epochs());
    Adjustment before = adjustments.isEmpty() ? first : adjustments.get(adjustments.size() - 1);
    TrainingSettings set = then.training();
    boolean same = set.rate() == before.rate() && set.epochs() <= before.epochs(); // a file holds the epochs that were planned
    Stream<Adjustment> between = same ? Stream.of() : Stream.of(new Adjustment(step, set.rate(), set.epochs()));
    List<Adjustment> all = Stream.of(adjustments.stream(), between, later.stream()).flatMap(some -> some).toList();
    return all.subList(Math.max(0, all.size() - Adjustment.MOST), all.size());
  }

  /** Over the batches of the last epoch; of a cross-validation the mean over its folds. */
  public Metrics train() {
    return folds.isEmpty() ? last().map(EpochRecord::train).orElse(Metrics.NONE)
        : Metrics.of(metric -> meanOverFolds(fold -> fold.train().value(metric)));
  }

  /** Of the held-back examples, after the last epoch; of a cross-validation the mean over its folds. */
  public Metrics validation() {
    return folds.isEmpty() ? last().map(EpochRecord::validation).orElse(Metrics.NONE)
        : Metrics.of(metric -> meanOverFolds(fold -> fold.validation().value(metric)));
  }

  private double meanOverFolds(ToDoubleFunction<EpochRecord> value) {
    return folds.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  /** The standard deviation of {@link #accuracyOrR2} over the folds, divided by n − 1; NaN of fewer than two. */
  public double deviationOverFolds() {
    double mean = accuracyOrR2();
    double squares = folds.stream().mapToDouble(fold -> accuracyOrR2(fold.validation()) - mean).map(off -> off * off).sum();
    return folds.size() > 1 ? Math.sqrt(squares / (folds.size() - 1)) : Double.NaN;
  }

  private Optional<EpochRecord> last() {
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }

  public int epochsDone() {
    return last().map(EpochRecord::epoch).orElse(0);
  }

  /**
   * The epoch with the lowest loss, of the held-back examples where there are any; of an agent that with the highest greedy return, empty
   * where none is known, as files of earlier versions have none.
   */
  public Optional<EpochRecord> best() {
    return EpochRecord.best(epochs).filter(epoch -> epoch.acts() || !acts());
  }

  public boolean acts() {
    return project.assignment().acts();
  }

  /** The highest greedy return of an agent; NaN without an agent, or none is known. */
  public double greedy() {
    return acts() ? best().map(EpochRecord::greedy).orElse(Double.NaN) : Double.NaN;
  }

  /** Score for ranking, higher is better: an agent's greedy return, else the negative loss of the best epoch. */
  public double merit() {
    return acts() ? greedy() : best().map(epoch -> -epoch.judgedLoss()).orElse(Double.NaN);
  }

  /** The accuracy of classes, or else R²; of the training examples where none are held back. */
  public double accuracyOrR2() {
    Metrics metrics = Double.isNaN(validation().loss()) ? train() : validation();
    return accuracyOrR2(metrics);
  }

  /** The accuracy of classes, or else R². */
  public static double accuracyOrR2(Metrics metrics) {
    return Double.isNaN(metrics.accuracy()) ? metrics.r2() : metrics.accuracy();
  }

  /** Whether classes are predicted, as far as an epoch has shown. */
  public boolean classes() {
    return !Double.isNaN(train().accuracy());
  }

  /** Whether its losses are comparable with those of another run: same project, data and loss. */
  public boolean isLike(RunRecord other) {
    return projectName.equals(other.projectName) && project.data().equals(other.project.data()) && table.equals(other.table)
        && losses().equals(other.losses());
  }

  private List<Layer> losses() {
    return project.network().outputs().stream().map(Node::layer).toList();
  }

  public long parameters() {
    return project.network().analyse().parameterCount();
  }

  /** Whether it stands where another record of the same run stood. */
  public boolean standsWhere(RunRecord other) {
    return steps == other.steps && adjustments.equals(other.adjustments) && ending == other.ending && epochsDone() == other.epochsDone();
  }

  public RunRecord {
    adjustments = List.copyOf(adjustments);
    folds = List.copyOf(folds);
    epochs = List.copyOf(epochs);
  }
}

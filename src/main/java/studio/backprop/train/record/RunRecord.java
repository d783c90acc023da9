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
 * Record of a run in the run history. Immutable.
 *
 * @param name kind of run
 * @param projectName name of the project at that time
 * @param project with the settings of its first step
 * @param table SHA-256 of an imported training table
 * @param adjustments changes during training
 * @param begun time of the first step
 * @param seconds of training; NaN if unknown
 * @param ending outcome
 * @param reason of a failure
 * @param folds last epoch of each fold of a cross-validation: {@code train} over the other folds, {@code validation} over the fold; else
 * empty
 * @param epochs completed; in a file a sample of them, with the first, the last and the best
 * @param loss of the batches
 * @param measure accuracy of the batches, or mean absolute error
 * @param current whether the file resumes this run
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

  /** Status of a run. */
  public enum Ending {
    RUNNING,
    PAUSED,
    FINISHED,
    STOPPED_EARLY,
    BROKEN;

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

  /** Of a cross-validation. @param seconds total training time */
  public static RunRecord ofFolds(
      Message name, String projectName, Project project, Instant begun, double seconds, Ending ending, List<EpochRecord> folds) {
    long steps = folds.stream().mapToLong(EpochRecord::step).sum();
    return new RunRecord(name, projectName, project, tableOf(project), List.of(), begun, steps, seconds, ending, Optional.empty(), folds,
        List.of(), CurveColumns.NONE, CurveColumns.NONE, false);
  }

  /** Evenly spaced sample of {@link #MOST_EPOCHS} epochs at most, with the last and the best. */
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

  /** SHA-256 of an imported table; empty for other data, which the settings determine. */
  public static Optional<String> tableOf(Project project) {
    boolean own = project.data().dataset().equals(DatasetCatalog.OWN_TABLE);
    return project.table().filter(table -> own).map(TableData::sha256);
  }

  /** For a file, with {@link #few} epochs. @param goesOn whether the file resumes this run */
  public RunRecord forFile(boolean goesOn) {
    return with(few(epochs), ending == Ending.RUNNING ? Ending.PAUSED : ending, goesOn);
  }

  /** For a file that resumes another run. */
  public RunRecord past() {
    return with(epochs, ending, false);
  }

  private RunRecord with(List<EpochRecord> kept, Ending stands, boolean goesOn) {
    return new RunRecord(
        name, projectName, project, table, adjustments, begun, steps, seconds, stands, reason, folds, kept, loss, measure, goesOn);
  }

  /** Changes during training, for a run that continues this one. */
  public List<Adjustment> goneOnWith(Project then, long step, List<Adjustment> later) {
    Adjustment first = new Adjustment(0, project.training().rate(), project.training().epochs());
    Adjustment before = adjustments.isEmpty() ? first : adjustments.get(adjustments.size() - 1);
    TrainingSettings set = then.training();
    boolean same = set.rate() == before.rate() && set.epochs() <= before.epochs(); // files hold the planned epochs
    Stream<Adjustment> between = same ? Stream.of() : Stream.of(new Adjustment(step, set.rate(), set.epochs()));
    List<Adjustment> all = Stream.of(adjustments.stream(), between, later.stream()).flatMap(some -> some).toList();
    return all.subList(Math.max(0, all.size() - Adjustment.MOST), all.size());
  }

  /** Over the batches of the last epoch, or the mean over the folds. */
  public Metrics train() {
    return folds.isEmpty() ? last().map(EpochRecord::train).orElse(Metrics.NONE)
        : Metrics.of(metric -> meanOverFolds(fold -> fold.train().value(metric)));
  }

  /** Of the validation part after the last epoch, or the mean over the folds. */
  public Metrics validation() {
    return folds.isEmpty() ? last().map(EpochRecord::validation).orElse(Metrics.NONE)
        : Metrics.of(metric -> meanOverFolds(fold -> fold.validation().value(metric)));
  }

  private double meanOverFolds(ToDoubleFunction<EpochRecord> value) {
    return folds.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  /** Sample standard deviation (n − 1) of {@link #accuracyOrR2} over the folds; NaN of fewer than two. */
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

  /** As {@link EpochRecord#best}; of an agent empty if no greedy return is known, as in files of older versions. */
  public Optional<EpochRecord> best() {
    return EpochRecord.best(epochs).filter(epoch -> epoch.acts() || !acts());
  }

  public boolean acts() {
    return project.assignment().acts();
  }

  /** Highest greedy return of an agent; NaN if none. */
  public double greedy() {
    return acts() ? best().map(EpochRecord::greedy).orElse(Double.NaN) : Double.NaN;
  }

  /** Score for ranking, higher is better: an agent's greedy return, else the negative loss of the best epoch. */
  public double merit() {
    return acts() ? greedy() : best().map(epoch -> -epoch.judgedLoss()).orElse(Double.NaN);
  }

  /** Accuracy or R² on the validation part or, without one, on the training batches. */
  public double accuracyOrR2() {
    Metrics metrics = Double.isNaN(validation().loss()) ? train() : validation();
    return accuracyOrR2(metrics);
  }

  /** Accuracy of classes, else R². */
  public static double accuracyOrR2(Metrics metrics) {
    return Double.isNaN(metrics.accuracy()) ? metrics.r2() : metrics.accuracy();
  }

  /** Whether it is a classification; false before the first epoch. */
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

  /** Whether its progress equals that of another record of the same run. */
  public boolean standsWhere(RunRecord other) {
    return steps == other.steps && adjustments.equals(other.adjustments) && ending == other.ending && epochsDone() == other.epochsDone();
  }

  public RunRecord {
    adjustments = List.copyOf(adjustments);
    folds = List.copyOf(folds);
    epochs = List.copyOf(epochs);
  }
}

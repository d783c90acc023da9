package studio.backprop.ui.compare;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.layer.Loss;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.Adjustment;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.RunRecord;
import studio.backprop.train.record.RunRecord.Ending;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.run.Curve;
import studio.backprop.ui.run.RunHistory;

/**
 * One run of the session, or of an earlier one with the same project, and what it came to.
 *
 * @param number counted from 1, in the order of their beginnings
 * @param name what kind of run it is: a run of the window, a branch, a lane of twin runs
 * @param projectName the file's or the sample's
 * @param project with the settings of its first step
 * @param adjustments what a person changed on the way
 * @param begun when it was seen first
 * @param steps that it took
 * @param loss of its batches
 * @param measure accuracy of its batches, or their mean absolute error
 * @param epochs that are done; of a long run of an earlier session, some of them
 * @param seconds that it has trained; NaN where a part of it was trained elsewhere
 * @param ending how it stands
 * @param reason why it broke
 */
record RunRow(
    int number, Message name, String projectName, Project project, List<Adjustment> adjustments, Instant begun, long steps, Curve loss,
    Curve measure, List<EpochRecord> epochs, double seconds,
    Ending ending, Optional<Message> reason) {

  RunRow {
    adjustments = List.copyOf(adjustments);
    epochs = List.copyOf(epochs);
  }

  /** What was changed on the way, where a run of the window goes on with this one. */
  List<Adjustment> goneOnWith(RunHistory history) {
    Adjustment first = new Adjustment(0, project.training().rate(), project.training().epochs());
    Adjustment before = adjustments.isEmpty() ? first : adjustments.get(adjustments.size() - 1);
    TrainingSettings then = history.project().training();
    boolean same = then.rate() == before.rate() && then.epochs() <= before.epochs(); // a file holds the epochs that were planned
    Stream<Adjustment> between = same ? Stream.of() : Stream.of(new Adjustment((long) history.recalled(), then.rate(), then.epochs()));
    List<Adjustment> all = Stream.of(adjustments.stream(), between, history.adjustments().stream()).flatMap(some -> some).toList();
    return all.subList(Math.max(0, all.size() - Adjustment.MOST), all.size());
  }

  /** Over the batches of the last epoch. */
  Metrics train() {
    return last().map(EpochRecord::train).orElse(Metrics.NONE);
  }

  /** Of the held-back examples, after the last epoch. */
  Metrics validation() {
    return last().map(EpochRecord::validation).orElse(Metrics.NONE);
  }

  private Optional<EpochRecord> last() {
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }

  /** How many epochs are done. */
  int epochsDone() {
    return last().map(EpochRecord::epoch).orElse(0);
  }

  /** The epoch with the lowest loss, of the held-back examples where there are any. */
  Optional<EpochRecord> best() {
    return EpochRecord.best(epochs);
  }

  /** The share of classes that are right, or of the variance that is explained; of the training examples where none are held back. */
  double right() {
    Metrics scores = Double.isNaN(validation().loss()) ? train() : validation();
    return Double.isNaN(scores.accuracy()) ? scores.r2() : scores.accuracy();
  }

  /** Whether its losses can be compared with those of another run: of the same project, data and loss. */
  boolean isLike(RunRow other) {
    return projectName.equals(other.projectName) && project.data().equals(other.project.data()) && losses().equals(other.losses());
  }

  private List<Loss> losses() {
    return project.network().outputs().stream().map(node -> node.layer().lossRule().orElseThrow().loss()).toList();
  }

  /** Whether {@link #right} is of classes. */
  boolean classes() {
    return !Double.isNaN(train().accuracy());
  }

  long parameters() {
    return project.network().analyse().parameterCount();
  }

  /** Whether it shows the same as another of the same number. */
  boolean sameAs(RunRow other) {
    return steps == other.steps && adjustments.equals(other.adjustments) && ending == other.ending && epochsDone() == other.epochsDone();
  }

  /** As a project's file keeps it. @param current whether it is the run that the file goes on with */
  RunRecord record(boolean current) {
    return new RunRecord(
        name, projectName, project, adjustments, begun, steps, seconds, ending == Ending.RUNNING ? Ending.PAUSED : ending, reason,
        RunRecord.few(epochs), loss.forFile(), measure.forFile(), current);
  }

  static RunRow of(RunRecord kept, int number) {
    return new RunRow(
        number, kept.name(), kept.projectName(), kept.project(), kept.adjustments(), kept.begun(), kept.steps(),
        Curve.of(kept.loss(), Smoothing.AUTOMATIC), Curve.of(kept.measure(), Smoothing.AUTOMATIC), kept.epochs(), kept.seconds(),
        kept.ending(), kept.reason());
  }
}

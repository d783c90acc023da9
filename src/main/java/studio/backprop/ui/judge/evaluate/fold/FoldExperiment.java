package studio.backprop.ui.judge.evaluate.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldRunner;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.RunRecord;
import studio.backprop.train.record.RunRecord.Ending;

/** Set of trainings on the same folds, with their results so far. */
final class FoldExperiment implements FoldRunner.Listener {
  enum Kind {
    /** Cross-validation of the project. */
    FOLDS,
    /** Another setting on the same folds. */
    OTHER,
    /** Learning curve: over the number of training rows. */
    LEARNING,
    /** Validation curve: over a setting. */
    VALIDATION
  }

  /**
   * All folds at one point of a curve.
   *
   * @param x number of training rows, or value of the setting; NaN without a curve
   * @param jobs the trainings, fold by fold
   */
  record Place(double x, List<FoldJob> jobs) {
  }

  /** Maximum number of points of a loss curve: evaluating the fold takes time. */
  private static final int POINTS = 60;

  private final Kind kind;
  private final CrossValidation plan;
  private final Project project;
  private final Optional<FoldSetting> setting;
  private final List<Place> places;
  private final List<List<FoldTrack>> tracks = new ArrayList<>();
  private final Map<FoldJob, FoldTrack> byJob = new IdentityHashMap<>();
  private volatile int changes;

  /**
   * @param project that is trained, apart from what the places change
   * @param setting that is changed, if any
   */
  FoldExperiment(Kind kind, CrossValidation plan, Project project, Optional<FoldSetting> setting, List<Place> places) {
    this.kind = kind;
    this.plan = plan;
    this.project = project;
    this.setting = setting;
    this.places = places;
    for (Place place : places) {
      tracks.add(place.jobs.stream().map(FoldTrack::new).toList());
      tracks.get(tracks.size() - 1).forEach(track -> byJob.put(track.job(), track));
    }
  }

  Kind kind() {
    return kind;
  }

  CrossValidation plan() {
    return plan;
  }

  Project project() {
    return project;
  }

  Optional<FoldSetting> setting() {
    return setting;
  }

  /** The trainings, place by place. */
  List<FoldJob> jobs() {
    return places.stream().flatMap(place -> place.jobs.stream()).toList();
  }

  int places() {
    return places.size();
  }

  double x(int place) {
    return places.get(place).x;
  }

  List<FoldTrack> tracks(int place) {
    return tracks.get(place);
  }

  /** Finished results at a place, fold by fold. */
  List<FoldResult> results(int place) {
    return tracks.get(place).stream().flatMap(track -> track.result().stream()).toList();
  }

  /** Results of all folds of a single place. */
  List<FoldResult> results() {
    return results(0);
  }

  int done() {
    return (int) byJob.values().stream().filter(track -> track.result().isPresent()).count();
  }

  int all() {
    return byJob.size();
  }

  /** Record of the finished folds for the run history. */
  RunRecord record(String projectName, Instant begun) {
    List<EpochRecord> folds = new ArrayList<>();
    double seconds = 0;
    for (FoldResult result : results()) {
      folds.add(new EpochRecord(result.epochs(), result.steps(), result.train(), result.test(), Double.NaN));
      seconds += result.seconds();
    }
    boolean complete = done() == all();
    Message name = Message.of(complete ? "tries.folds" : "tries.folds.some", (long) all(), FoldsTexts.method(plan.method()), (long) done());
    return RunRecord.ofFolds(name, projectName, project, begun, seconds, complete ? Ending.FINISHED : Ending.PAUSED, folds);
  }

  /** From 0 to 1, by epochs. */
  double progress() {
    double sum = byJob.values().stream().mapToDouble(track -> track.result().isPresent() ? 1
        : Math.min(1, (double) track.epoch() / track.job().project().training().epochs())).sum();
    return byJob.isEmpty() ? 0 : sum / byJob.size();
  }

  /** Incremented by each change. */
  int changes() {
    return changes;
  }

  // --- on the training threads

  @Override
  public void epoch(FoldJob job, int epoch, Supplier<Metrics> fold) {
    FoldTrack track = byJob.get(job);
    track.reached(epoch);
    int epochs = job.project().training().epochs();
    int every = Math.max(1, epochs / POINTS);
    if (kind == Kind.FOLDS && (epoch == 1 || epoch % every == 0 || epoch == epochs)) {
      track.scored(epoch, fold.get().loss());
    }
    change();
  }

  @Override
  public void done(FoldResult result) {
    byJob.get(result.job()).done(result);
    change();
  }

  private synchronized void change() {
    changes++;
  }
}

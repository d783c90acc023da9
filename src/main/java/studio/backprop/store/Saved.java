package studio.backprop.store;

import java.util.List;
import java.util.Optional;
import studio.backprop.compare.KeptTwins;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.train.Session;
import studio.backprop.train.TrainingProgress;
import studio.backprop.train.record.RunRecord;
import studio.backprop.train.record.TestViews;

/**
 * Content of a project file: a project with its results.
 *
 * @param project user's settings
 * @param parameters trained weights; empty before the first step
 * @param progressed checkpoint for resuming; requires parameters
 * @param steps metrics of the steps so far
 * @param runs run history, oldest first
 * @param start manually set initial weights; empty if drawn from the seed
 * @param testViews number of evaluations on the test part
 * @param twins variants of a comparison
 * @param search hyperparameter search; empty if none was planned
 */
public record Saved(Project project, Optional<Parameters> parameters, Optional<TrainingProgress> progressed, StepRows steps,
    List<RunRecord> runs,
    Optional<Parameters> start, TestViews testViews, KeptTwins twins, Optional<SearchRecord> search) {
  public Saved {
    runs = List.copyOf(runs);
    if (progressed.isPresent() && parameters.isEmpty()) {
      throw new IllegalArgumentException("progress without parameters: training cannot go on");
    }
  }

  public Saved(Project project, Optional<Parameters> parameters, Optional<TrainingProgress> progressed) {
    this(project, parameters, progressed, StepRows.NONE, List.of(), Optional.empty(), TestViews.NONE, KeptTwins.NONE, Optional.empty());
  }

  /** Copy with the current settings and curves. */
  public Saved with(Project now, StepRows measured) {
    return new Saved(now, parameters, progressed, measured, runs, start, testViews, twins, search);
  }

  public Saved with(List<RunRecord> tried) {
    return new Saved(project, parameters, progressed, steps, tried, start, testViews, twins, search);
  }

  public Saved with(TestViews views) {
    return new Saved(project, parameters, progressed, steps, runs, start, views, twins, search);
  }

  public Saved with(KeptTwins set) {
    return new Saved(project, parameters, progressed, steps, runs, start, testViews, set, search);
  }

  public Saved with(SearchRecord searched) {
    return new Saved(project, parameters, progressed, steps, runs, start, testViews, twins, Optional.of(searched));
  }

  public Saved from(Optional<Parameters> set) {
    return new Saved(project, parameters, progressed, steps, runs, set, testViews, twins, search);
  }

  /** Initial weights: manually set, also before the first step, or drawn from the seed. */
  public InitialWeights beginning() {
    boolean untrained = progressed.map(TrainingProgress::step).orElse(0L) == 0;
    return new InitialWeights(start.or(() -> parameters.filter(weights -> untrained)), project);
  }

  /** Untrained project. */
  public static Saved of(Project project) {
    return new Saved(project, Optional.empty(), Optional.empty());
  }

  /** Copy of a session's state; on the session's thread, between two steps. */
  public static Saved of(Session session) {
    return new Saved(session.project(), Optional.of(session.parameters().copy()), Optional.of(session.progressed().copy()));
  }
}

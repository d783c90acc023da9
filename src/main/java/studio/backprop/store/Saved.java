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
 * What a project file holds.
 *
 * @param project what a person decided
 * @param parameters what the network has learned; empty before the first step
 * @param progressed how far training is, so that it can go on; needs parameters
 * @param steps what the steps so far have measured
 * @param runs what was tried with the project, the oldest first
 * @param start the weights that a person has set for training to begin with; empty where the seed draws them
 * @param testViews how often the test part was looked at
 * @param twins variants of the project that a person has set up to be compared
 * @param search of its settings, as far as it is; empty where none was planned
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

  /** The same with what is decided now, and with the curves of the run. */
  public Saved with(Project now, StepRows measured) {
    return new Saved(now, parameters, progressed, measured, runs, start, testViews, twins, search);
  }

  /** The same with what was tried. */
  public Saved with(List<RunRecord> tried) {
    return new Saved(project, parameters, progressed, steps, tried, start, testViews, twins, search);
  }

  /** The same with what was looked at. */
  public Saved with(TestViews views) {
    return new Saved(project, parameters, progressed, steps, runs, start, views, twins, search);
  }

  /** The same with the twins that were set up. */
  public Saved with(KeptTwins set) {
    return new Saved(project, parameters, progressed, steps, runs, start, testViews, set, search);
  }

  /** The same with a search of its settings. */
  public Saved with(SearchRecord searched) {
    return new Saved(project, parameters, progressed, steps, runs, start, testViews, twins, Optional.of(searched));
  }

  /** The same with the weights that training begins with. */
  public Saved from(Optional<Parameters> set) {
    return new Saved(project, parameters, progressed, steps, runs, set, testViews, twins, search);
  }

  /**
   * The weights from which the project begins anew: those that a person has set, also before its first step, or those that its seed draws.
   */
  public InitialWeights beginning() {
    boolean untrained = progressed.map(TrainingProgress::step).orElse(0L) == 0;
    return new InitialWeights(start.or(() -> parameters.filter(weights -> untrained)), project);
  }

  /** A project that has learned nothing yet. */
  public static Saved of(Project project) {
    return new Saved(project, Optional.empty(), Optional.empty());
  }

  /** A copy of what a session has reached; to be called by the session's thread, between two steps. */
  public static Saved of(Session session) {
    return new Saved(session.project(), Optional.of(session.parameters().copy()), Optional.of(session.progressed().copy()));
  }
}

package studio.backprop.store;

import java.util.List;
import java.util.Optional;
import studio.backprop.plan.Parameters;
import studio.backprop.train.Progressed;
import studio.backprop.train.Project;
import studio.backprop.train.Session;

/**
 * What a project file holds.
 *
 * @param project what a person decided
 * @param parameters what the network has learned; empty before the first step
 * @param progressed how far training is, so that it can go on; needs parameters
 * @param steps what the steps so far have measured
 * @param tries what was tried with the project, the oldest first
 */
public record Saved(Project project, Optional<Parameters> parameters, Optional<Progressed> progressed, StepRows steps, List<KeptTry> tries) {
  public Saved {
    tries = List.copyOf(tries);
    if (progressed.isPresent() && parameters.isEmpty()) {
      throw new IllegalArgumentException("progress without parameters: training cannot go on");
    }
  }

  public Saved(Project project, Optional<Parameters> parameters, Optional<Progressed> progressed) {
    this(project, parameters, progressed, StepRows.NONE, List.of());
  }

  /** The same with what is decided now, and with the curves of the run. */
  public Saved with(Project now, StepRows measured) {
    return new Saved(now, parameters, progressed, measured, tries);
  }

  /** The same with what was tried. */
  public Saved with(List<KeptTry> tried) {
    return new Saved(project, parameters, progressed, steps, tried);
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

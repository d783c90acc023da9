package studio.backprop.run;

import java.util.Optional;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.Session;

/**
 * Initial weights of a project, also after a reset: those of the opened file if set manually, else drawn from the seed. Set weights are
 * ignored for another seed. Immutable.
 *
 * @param set weights of the file before its first step; empty without any
 * @param opened the project of that file
 */
public record InitialWeights(Optional<Parameters> set, Project opened) {
  public static final InitialWeights DRAWN = new InitialWeights(Optional.empty(), Project.EMPTY);

  /** Set weights that do not fit are drawn. */
  public Parameters parameters(Project project) {
    return byHand(project)
        .map(weights -> Parameters.renewed(project.network(), project.network().analyse(), new Seeds(project.training().seed()), weights))
        .orElseGet(() -> Session.initialParameters(project));
  }

  /** Whether the weights of the file are trained or set manually, so that they can be evaluated. */
  public boolean isTrained(long steps) {
    return steps > 0 || byHand(opened).isPresent();
  }

  /** Weights set manually for the seed of this project; empty if equal to the drawn ones. */
  public Optional<Parameters> byHand(Project project) {
    return set.filter(weights -> project.training().seed() == opened.training().seed())
        .filter(weights -> !weights.sha256().equals(Session.initialParameters(opened).sha256()));
  }
}

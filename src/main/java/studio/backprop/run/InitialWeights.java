package studio.backprop.run;

import java.util.Optional;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.Session;

/**
 * Initial weights of a project, also after a reset: those of the opened file, where they were set by hand, or else drawn from the seed. Set
 * weights hold for the seed of that file: another seed draws all anew.
 *
 * @param set weights of the file before its first step; empty without any
 * @param opened the project of that file
 */
public record InitialWeights(Optional<Parameters> set, Project opened) {
  /** All drawn. */
  public static final InitialWeights DRAWN = new InitialWeights(Optional.empty(), Project.EMPTY);

  /** Initial weights of a project; set ones that do not fit are drawn anew. */
  public Parameters parameters(Project project) {
    return byHand(project)
        .map(weights -> Parameters.renewed(project.network(), project.network().analyse(), new Seeds(project.training().seed()), weights))
        .orElseGet(() -> Session.initialParameters(project));
  }

  /**
   * Whether the weights of the file differ from those that its seed draws: trained, or set by hand. Only then is there something to
   * evaluate, to explain or to predict with.
   *
   * @param steps that they have learned
   */
  public boolean isTrained(long steps) {
    return steps > 0 || byHand(opened).isPresent();
  }

  /** Weights set by hand for the seed of this project; empty if they equal the drawn ones. Draws them once, which takes a moment. */
  public Optional<Parameters> byHand(Project project) {
    return set.filter(weights -> project.training().seed() == opened.training().seed())
        .filter(weights -> !weights.sha256().equals(Session.initialParameters(opened).sha256()));
  }
}

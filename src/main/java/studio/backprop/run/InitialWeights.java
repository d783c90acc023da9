package studio.backprop.run;

import java.util.Optional;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.Session;

/**
 * The weights from which a project begins, and begins again after a reset: those that it was opened with, where a person has set them, or
 * else those that its seed draws. Set weights hold for the seed that they were opened with: another seed draws all anew.
 *
 * @param set what the project was opened with before its first step; empty where nothing was
 * @param opened the project as it was then
 */
public record InitialWeights(Optional<Parameters> set, Project opened) {
  /** All are drawn. */
  public static final InitialWeights DRAWN = new InitialWeights(Optional.empty(), Project.EMPTY);

  /** The weights with which a project begins; where set ones do not fit any more, new ones are drawn. */
  public Parameters parameters(Project project) {
    return byHand(project)
        .map(weights -> Parameters.renewed(project.network(), project.network().analyse(), new Seeds(project.training().seed()), weights))
        .orElseGet(() -> Session.initialParameters(project));
  }

  /**
   * Whether the weights of the project that was opened are more than what its seed draws: they have learned for some steps, or a person has
   * set one. Only then is there something to evaluate, to explain or to predict with.
   *
   * @param steps that they have learned
   */
  public boolean isTrained(long steps) {
    return steps > 0 || byHand(opened).isPresent();
  }

  /**
   * The weights that a person has set for the seed of this project; empty where they are no others than the seed draws. Draws them once,
   * which takes a moment.
   */
  public Optional<Parameters> byHand(Project project) {
    return set.filter(weights -> project.training().seed() == opened.training().seed())
        .filter(weights -> !weights.sha256().equals(Session.initialParameters(opened).sha256()));
  }
}

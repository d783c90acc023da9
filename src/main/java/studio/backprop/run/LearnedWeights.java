package studio.backprop.run;

import java.util.List;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.Session;

/** Trained parameters of the previous run, for transfer to the next one where shapes fit. */
final class LearnedWeights {
  /** Null if none. */
  private Parameters learned;

  void hold(Parameters weights) {
    learned = weights;
  }

  void forget() {
    learned = null;
  }

  boolean any() {
    return learned != null;
  }

  /** Initial parameters of a changed project: transferred where they fit, else drawn. */
  Parameters parameters(Project project) {
    if (learned == null) {
      return Session.initialParameters(project);
    }
    Seeds seeds = new Seeds(project.training().seed());
    return Parameters.renewed(project.network(), project.network().analyse(), seeds, learned);
  }

  /** Nodes with newly drawn weights in a trained network. */
  List<Integer> renewedIn(Session session) {
    return learned == null ? List.of() : session.parameters().newSince(learned);
  }
}

package studio.backprop.run;

import java.util.List;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.Session;

/** What was learned before the last change, or is held for the next run, which takes over what fits. */
final class LearnedWeights {
  /** Null where nothing was learned. */
  private Parameters learned;

  void hold(Parameters weights) {
    learned = weights;
  }

  void forget() {
    learned = null;
  }

  /** Whether there are any. */
  boolean any() {
    return learned != null;
  }

  /** The first weights of a changed project: those that still fit, and others that its seed draws. */
  Parameters parameters(Project project) {
    if (learned == null) {
      return Session.initialParameters(project);
    }
    Seeds seeds = new Seeds(project.training().seed());
    return Parameters.renewed(project.network(), project.network().analyse(), seeds, learned);
  }

  /** The nodes that begin with new weights, although the network had learned. */
  List<Integer> renewedIn(Session session) {
    return learned == null ? List.of() : session.parameters().newSince(learned);
  }
}

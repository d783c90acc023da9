package studio.backprop.ui.judge.evaluate;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.run.Run;
import studio.backprop.ui.judge.evaluate.MetricsModel.State;
import studio.backprop.ui.workspace.run.RunModel;

/** Decides whether a part of the data can be evaluated. */
final class EvaluationOffer {
  /** Maximum number of scores in memory. */
  private static final long MOST = 20_000_000;

  private EvaluationOffer() {
  }

  /**
   * State of the page's content.
   *
   * @param known whether the part has been evaluated
   * @param failed whether the evaluation with the current weights has failed
   */
  static State state(RunModel run, Part part, boolean known, boolean failed) {
    Run now = run.runProperty().get();
    if (now == null) {
      return State.NOT_READY;
    }
    if (!run.projectProperty().get().assignment().hasTargets()) {
      return State.NOT_SUPERVISED;
    }
    PreparedData data = now.data();
    if ((long) data.rows(part) * data.dataset().answers() * Math.max(1, data.dataset().classNames().size()) > MOST) {
      return State.TOO_MANY;
    }
    if (!run.showsTrained()) {
      return State.UNTRAINED;
    }
    if (data.rows(part) == 0) {
      return State.EMPTY;
    }
    if (part == Part.TEST && run.playing()) {
      return known ? State.READY : State.RESTS_ONLY;
    }
    return known ? State.READY : failed ? State.FAILED : State.COMPUTING;
  }
}

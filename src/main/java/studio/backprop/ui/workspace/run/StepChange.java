package studio.backprop.ui.workspace.run;

import studio.backprop.observe.Snapshot;

/** Whether it is known what the last step has changed, and why not. */
public enum StepChange {
  /** It was asked for and has not come yet. */
  NONE,
  /** No step was taken since the run began or was taken up again. */
  NO_STEP,
  /** The network is too large to be copied. */
  TOO_LARGE,
  KNOWN;

  public static StepChange of(Snapshot snapshot) {
    if (snapshot.earlier().isPresent()) {
      return KNOWN;
    }
    return !snapshot.hasValues() ? TOO_LARGE : snapshot.measured() ? NONE : NO_STEP;
  }
}

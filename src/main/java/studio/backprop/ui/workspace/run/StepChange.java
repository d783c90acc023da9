package studio.backprop.ui.workspace.run;

import studio.backprop.observe.Snapshot;

/** Availability of the changes by the last step. */
public enum StepChange {
  /** Requested, not yet available. */
  NONE,
  /** No step since the run began or was resumed. */
  NO_STEP,
  TOO_LARGE,
  KNOWN;

  public static StepChange of(Snapshot snapshot) {
    if (snapshot.earlier().isPresent()) {
      return KNOWN;
    }
    return !snapshot.hasValues() ? TOO_LARGE : snapshot.measured() ? NONE : NO_STEP;
  }
}

package studio.backprop.ui.workspace.run;

/** Counts the runs of a session, so that each has one number wherever it is shown: in the plots, in the run history and in files. */
public final class RunCount {
  private int last;

  /** The number of the next run, from 1. */
  public int next() {
    return ++last;
  }
}

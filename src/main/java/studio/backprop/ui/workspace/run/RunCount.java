package studio.backprop.ui.workspace.run;

/** Counter of the runs of a session: one number wherever a run is shown, and in files. */
public final class RunCount {
  private int last;

  public int next() {
    return ++last;
  }
}

package studio.backprop.cluster;

/** A task could not be done by the member that tried. */
public final class TaskFailure extends Exception {
  private static final long serialVersionUID = 1;

  public TaskFailure(String message) {
    super(message);
  }
}

package studio.backprop.cluster;

/** A task failed on a member. */
public final class TaskFailure extends Exception {
  private static final long serialVersionUID = 1;

  public TaskFailure(String message) {
    super(message);
  }
}

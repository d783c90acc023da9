package studio.backprop.search.trial;

/**
 * Manual decision about a trial, with its place among the search's decisions for reproducibility. Immutable.
 *
 * @param epoch last one of a stopped trial, next rung of a promoted one; 0 of a dropped one
 * @param reports number so far, of a stop those of its trial; negative while pending
 * @param open running trials at that time
 */
public record ManualDecision(Kind kind, int trial, int epoch, int reports, int open) {
  private static final int WAITS = -1;

  public enum Kind {
    /** Stop after the last completed epoch. */
    STOP,
    /** Promote to the next rung. */
    RUNG,
    /** Drop from training and ranking. */
    DROP
  }

  /** Pending until a trial can begin. */
  public static ManualDecision rung(int trial, int epoch) {
    return new ManualDecision(Kind.RUNG, trial, epoch, WAITS, 0);
  }

  /** Pending until the next decision. */
  public static ManualDecision drop(int trial) {
    return new ManualDecision(Kind.DROP, trial, 0, WAITS, 0);
  }

  public boolean waits() {
    return reports == WAITS;
  }
}

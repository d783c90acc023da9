package studio.backprop.search.trial;

/**
 * What a person has decided about a trial, and where among the decisions of the search: carried out there again, it leads to the same
 * trials.
 *
 * @param trial its number
 * @param epoch the last one of a trial that was stopped, the next rung of one that goes on; 0 of one that was taken out
 * @param reports that had come by then, of a stop those of its own trial; below 0 while the order waits
 * @param open trials that were under way then
 */
public record ManualDecision(Kind kind, int trial, int epoch, int reports, int open) {
  private static final int WAITS = -1;

  /** What is to happen. */
  public enum Kind {
    /** It rests after its last whole epoch. */
    STOP,
    /** It is trained to its next rung, whatever the method would do. */
    RUNG,
    /** It goes on no more, and is judged no more. */
    DROP
  }

  /** One that is carried out as soon as a trial may begin. */
  public static ManualDecision rung(int trial, int epoch) {
    return new ManualDecision(Kind.RUNG, trial, epoch, WAITS, 0);
  }

  /** One that is carried out at the next decision. */
  public static ManualDecision drop(int trial) {
    return new ManualDecision(Kind.DROP, trial, 0, WAITS, 0);
  }

  public boolean waits() {
    return reports == WAITS;
  }
}

package studio.backprop.lesson.check;

/** Read access to the quantities of a network in training at the current step. */
public interface Facts {
  /**
   * Value of a numeric quantity, or 1 for true and 0 for false; NaN where it is not known.
   *
   * @param thorough whether to compute expensive quantities, such as metrics of a large part of the data
   */
  double number(CheckedQuantity quantity, boolean thorough);

  /** Value of a word quantity, such as the name of an activation; null where there is none. */
  String word(CheckedQuantity quantity);

  /** Clock of the project or of a variant. @param lane 0 for the project */
  Clock clock(char lane);

  /** Training progress. */
  interface Clock {
    /** Steps since the run began. */
    long step();

    /** Completed epochs. */
    int epoch();

    boolean atEpochEnd();
  }
}

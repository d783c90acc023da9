package studio.backprop.lesson.check;

/** What is known of a network in training at one moment. */
public interface Facts {
  /**
   * A number, or 1 for yes and 0 for no; NaN where it is not known.
   *
   * @param thorough whether a part of the data is scored for it where that takes a while
   */
  double number(CheckedQuantity quantity, boolean thorough);

  /** A word such as the name of an activation; null where there is none. */
  String word(CheckedQuantity quantity);

  /** How far the project is, or a lane of a comparison. @param lane 0 for the project */
  Clock clock(char lane);

  /** How far a training is. */
  interface Clock {
    /** Steps taken since the run began. */
    long step();

    /** Epochs that are done. */
    int epoch();

    /** Whether the last step was the last of its epoch. */
    boolean atEpochEnd();
  }
}

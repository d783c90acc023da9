package studio.backprop.ui.learn.lesson;

/** State of a lesson step. */
public enum Phase {
  /** The project is being prepared. */
  PREPARING,
  /** A step without a question. */
  READING,
  /** The question is open. */
  ASKING,
  /** The prediction is being tested. */
  REVEALING,
  /** The question is answered. */
  DONE
}

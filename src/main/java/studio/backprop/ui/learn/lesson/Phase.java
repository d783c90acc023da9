package studio.backprop.ui.learn.lesson;

/** How far a step of a lesson is. */
public enum Phase {
  /** The project is being prepared. */
  PREPARING,
  /** There is only something to read. */
  READING,
  /** The question is open. */
  ASKING,
  /** What was predicted is being done. */
  REVEALING,
  /** The question is answered. */
  DONE
}

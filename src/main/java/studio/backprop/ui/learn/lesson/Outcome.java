package studio.backprop.ui.learn.lesson;

/**
 * What became of a question.
 *
 * @param kind in a word
 * @param answer as it was given; empty where it was none
 * @param sure how sure the learner was, 1 to 3; 0 where it was not asked
 */
public record Outcome(Kind kind, String answer, int sure) {
  /** In a word. {@code SHOWN} is a task that the lesson did, since the learner asked for its solution. */
  public enum Kind {
    RIGHT, WRONG, DONE, SHOWN, SKIPPED, READ
  }

  boolean isSkipped() {
    return kind == Kind.SKIPPED;
  }
}

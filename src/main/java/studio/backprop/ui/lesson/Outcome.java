package studio.backprop.ui.lesson;

/**
 * What became of a question.
 *
 * @param kind in a word
 * @param answer as it was given; empty where it was none
 * @param sure how sure the learner was, 1 to 3; 0 where it was not asked
 */
public record Outcome(Kind kind, String answer, int sure) {
  /** In a word. */
  public enum Kind {
    RIGHT, WRONG, DONE, SKIPPED, READ
  }

  boolean isSkipped() {
    return kind == Kind.SKIPPED;
  }
}

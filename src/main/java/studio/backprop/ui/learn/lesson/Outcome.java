package studio.backprop.ui.learn.lesson;

/**
 * Outcome of a question.
 *
 * @param answer as given; empty where there was none
 * @param sure confidence, 1 to 3; 0 where not requested
 */
public record Outcome(Kind kind, String answer, int sure) {
  /** Kind of outcome. {@code SHOWN} is a task whose solution was carried out by the lesson. */
  public enum Kind {
    RIGHT, WRONG, DONE, SHOWN, SKIPPED, READ
  }

  boolean isSkipped() {
    return kind == Kind.SKIPPED;
  }
}

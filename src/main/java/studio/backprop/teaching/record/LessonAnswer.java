package studio.backprop.teaching.record;

/**
 * What a learner answered to one question.
 *
 * @param revision of the lesson
 * @param step the id of the step
 * @param asked the id of the question
 * @param answer as it was given: a key, a number, an order; empty for a task
 * @param outcome whether it was right
 * @param sure 1 to 3; 0 where it was not asked
 * @param tries how often it was tried before
 * @param hints how many were looked at
 * @param seconds from the beginning of the step to the answer
 */
public record LessonAnswer(
    int revision, String step, String asked, String answer, Correctness outcome, int sure, int tries, int hints, double seconds) {
  /** What became of a question. */
  public enum Correctness {
    RIGHT, WRONG, SKIPPED
  }

  /** Highest confidence. */
  public static final int CERTAIN = 3;

  public LessonAnswer {
    boolean good = revision > 0 && step != null && asked != null && answer != null && outcome != null && sure >= 0 && sure <= CERTAIN
        && tries >= 0 && hints >= 0 && seconds >= 0;
    if (!good) {
      throw new IllegalArgumentException("not an answer: " + asked + " " + answer + " " + outcome + " " + sure + " " + seconds);
    }
  }
}

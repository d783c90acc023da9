package studio.backprop.teaching.record;

/**
 * Answer of a learner to one question.
 *
 * @param revision of the lesson
 * @param step id of the step
 * @param asked id of the question
 * @param answer a key, a number, an order; empty for a task
 * @param sure confidence, 1 to 3; 0 where it was not asked
 * @param tries earlier attempts
 * @param hints hints shown
 * @param seconds from the beginning of the step to the answer
 */
public record LessonAnswer(
    int revision, String step, String asked, String answer, Correctness outcome, int sure, int tries, int hints, double seconds) {
  /** Outcome of a question. */
  public enum Correctness {
    RIGHT, WRONG, SKIPPED
  }

  public static final int CERTAIN = 3;

  public LessonAnswer {
    boolean good = revision > 0 && step != null && asked != null && answer != null && outcome != null && sure >= 0 && sure <= CERTAIN
        && tries >= 0 && hints >= 0 && seconds >= 0;
    if (!good) {
      throw new IllegalArgumentException("not an answer: " + asked + " " + answer + " " + outcome + " " + sure + " " + seconds);
    }
  }
}

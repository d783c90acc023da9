package studio.backprop.teaching.record;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.lesson.Lesson;
import studio.backprop.teaching.record.LessonAnswer.Correctness;

/**
 * How far a learner is in one lesson.
 *
 * @param revision of the lesson when it was last open; 0 where it never was
 * @param step the id of the step that was last open; empty for none
 * @param done whether it was played to its end
 * @param answers one a question, in the order in which they were given
 * @param when it was last open, as ISO 8601 writes it; empty if not recorded
 */
public record LessonProgress(int revision, String step, boolean done, List<LessonAnswer> answers, String when) {
  /** Of a lesson that was never open. */
  public static final LessonProgress NONE = new LessonProgress(0, "", false, List.of(), "");

  public LessonProgress {
    if (revision < 0 || step == null) {
      throw new IllegalArgumentException("not a lesson's progress: revision " + revision + ", step " + step);
    }
    answers = List.copyOf(answers);
    when = when == null ? "" : when; // files of earlier versions have none
  }

  /** When it was last open; empty if unknown. */
  public Optional<Instant> lastOpen() {
    try {
      return when.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(when));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What was answered to a question. */
  public Optional<LessonAnswer> answer(String asked) {
    return answers.stream().filter(one -> one.asked().equals(asked)).findFirst();
  }

  /** Whether it was opened and not played to its end. */
  public boolean isBegun() {
    return revision > 0 && !done;
  }

  /** Where the learner goes on in a lesson, from 0: at the step that was last open, or behind it where its question was answered. */
  public int place(Lesson lesson) {
    int last = lesson.indexOf(step).orElse(0);
    boolean answered = answers.stream().anyMatch(one -> one.step().equals(step) && one.outcome() != Correctness.SKIPPED
        && one.revision() == lesson.revision());
    return answered && last + 1 < lesson.steps().size() ? last + 1 : last;
  }

  LessonProgress at(int openedRevision, String opened, Instant now) {
    return new LessonProgress(openedRevision, opened, done, answers, now.toString());
  }

  LessonProgress finished() {
    return new LessonProgress(revision, step, true, answers, when);
  }

  /** The first answer counts, since later ones follow feedback; but not one that was skipped, or of another revision. */
  LessonProgress with(LessonAnswer given) {
    Optional<LessonAnswer> before = answer(given.asked());
    boolean counts = before.isEmpty() || before.get().outcome() == Correctness.SKIPPED || before.get().revision() != given.revision();
    if (!counts) {
      return this;
    }
    Stream<LessonAnswer> others = answers.stream().filter(one -> !one.asked().equals(given.asked()));
    return new LessonProgress(Math.max(1, revision), step, done, Stream.concat(others, Stream.of(given)).toList(), when);
  }
}

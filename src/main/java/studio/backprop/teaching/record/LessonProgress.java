package studio.backprop.teaching.record;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.lesson.Lesson;
import studio.backprop.teaching.record.LessonAnswer.Correctness;

/**
 * Progress of a learner in one lesson.
 *
 * @param revision of the lesson when last open; 0 if never
 * @param step id of the last open step; empty for none
 * @param done whether completed
 * @param answers one per question, in order
 * @param when last open, in ISO 8601; empty if not recorded
 */
public record LessonProgress(int revision, String step, boolean done, List<LessonAnswer> answers, String when) {
  public static final LessonProgress NONE = new LessonProgress(0, "", false, List.of(), "");

  public LessonProgress {
    if (revision < 0 || step == null) {
      throw new IllegalArgumentException("not a lesson's progress: revision " + revision + ", step " + step);
    }
    answers = List.copyOf(answers);
    when = when == null ? "" : when; // files of earlier versions have none
  }

  /** Time when it was last open; empty if unknown. */
  public Optional<Instant> lastOpen() {
    try {
      return when.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(when));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  public Optional<LessonAnswer> answer(String asked) {
    return answers.stream().filter(one -> one.asked().equals(asked)).findFirst();
  }

  public boolean isBegun() {
    return revision > 0 && !done;
  }

  /** Index of the step at which to continue: the last open one, or the next if its question was answered. */
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

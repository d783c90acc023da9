package studio.backprop.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.store.StoreProblem;
import studio.backprop.teaching.record.LearnerProgress;
import studio.backprop.teaching.record.LessonAnswer;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.Outcome;

/** Stores a learner's answers after each one, against crashes. */
final class LessonKeeper implements AnswerKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(LessonKeeper.class);

  private final LearnerProgress learner;

  LessonKeeper(LearnerProgress learner) {
    this.learner = learner;
  }

  /**
   * Stores nothing without a folder.
   *
   * @param who the learner's name; empty for anonymous
   */
  static AnswerKeeper of(Optional<Path> folder, String who) {
    return folder.<AnswerKeeper>map(where -> new LessonKeeper(LearnerProgress.of(where, who))).orElse(AnswerKeeper.NONE);
  }

  @Override
  public Map<Integer, Outcome> known(Lesson lesson) {
    List<String> steps = lesson.steps().stream().map(LessonStep::id).toList();
    Map<Integer, Outcome> all = new HashMap<>();
    for (LessonAnswer one : learner.lesson(lesson.id()).answers()) {
      boolean task = steps.contains(one.step()) && lesson.steps().get(steps.indexOf(one.step())).asking().orElse(null) instanceof Task;
      all.put(steps.indexOf(one.step()), new Outcome(switch (one.outcome()) {
        case RIGHT -> task ? Outcome.Kind.DONE : Outcome.Kind.RIGHT;
        case WRONG -> Outcome.Kind.WRONG;
        case SKIPPED -> Outcome.Kind.SKIPPED;
      }, one.answer(), one.sure()));
    }
    all.remove(-1); // of a step of an earlier revision
    return all;
  }

  @Override
  public void answered(Lesson lesson, LessonStep step, Asking asking, Outcome outcome, int tries, int hints, double seconds) {
    LessonAnswer.Correctness kept = switch (outcome.kind()) {
      case RIGHT, DONE, READ -> LessonAnswer.Correctness.RIGHT;
      case WRONG -> LessonAnswer.Correctness.WRONG;
      case SKIPPED, SHOWN -> LessonAnswer.Correctness.SKIPPED;
    };
    LessonAnswer answer = new LessonAnswer(
        lesson.revision(), step.id(), asking.id(), outcome.answer(), kept, outcome.sure(), tries, hints, seconds);
    change(() -> learner.record(lesson.id(), answer));
  }

  @Override
  public void at(Lesson lesson, int step) {
    change(() -> learner.at(lesson.id(), lesson.revision(), lesson.steps().get(step).id(), Instant.now()));
  }

  @Override
  public void done(Lesson lesson) {
    change(() -> learner.done(lesson.id()));
  }

  /** Reads first: another window may have stored something. */
  private void change(Runnable change) {
    try {
      learner.change(change);
    } catch (StoreProblem problem) {
      LOG.warn("{}", problem.sentence());
    }
  }
}

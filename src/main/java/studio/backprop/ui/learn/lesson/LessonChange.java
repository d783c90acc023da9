package studio.backprop.ui.learn.lesson;

import java.util.List;
import java.util.Optional;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Faulty;
import studio.backprop.lesson.Directive.PredictChoice;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.PredictRank;
import studio.backprop.lesson.Directive.Reveal;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;

/** Scope of an author's change: the shown step is updated as soon as possible, with the least loss of state. */
enum LessonChange {
  /** Only texts differ. */
  WORDS,
  /** The step's question, view or actions differ, but not its initial state. */
  STEP,
  /** The initial state of the step differs. */
  ALL;

  /** @param index of the current step, which has the same id in both */
  static LessonChange between(Lesson before, Lesson now, int index) {
    boolean sameWay = before.start().equals(now.start()) && index < before.steps().size()
        && before.steps().get(index).id().equals(now.steps().get(index).id())
        && before.steps().get(index).setUp().equals(now.steps().get(index).setUp());
    for (int i = 0; i < index && sameWay; i++) {
      sameWay = acts(before.steps().get(i)).equals(acts(now.steps().get(i)));
    }
    if (!sameWay) {
      return ALL;
    }
    return acts(before.steps().get(index)).equals(acts(now.steps().get(index))) ? WORDS : STEP;
  }

  /** All of a step but its texts. */
  private static List<Object> acts(LessonStep step) {
    return List.of(step.id(), step.setUp(), step.show(), step.focus(), step.reveal().map(Reveal::commands), step.sheet(),
        step.asking().map(LessonChange::question));
  }

  private static List<Object> question(Asking asking) {
    List<Object> kind = List.of(asking.getClass(), asking.id());
    if (asking instanceof Task task) {
      return List.of(kind, Optional.ofNullable(task.check()).map(check -> check.text()), task.solve(), task.hints().size());
    } else if (asking instanceof PredictChoice choice) {
      return List.of(kind, keys(choice.choices()), choice.answer());
    } else if (asking instanceof Explain explain) {
      return List.of(kind, keys(explain.choices()), explain.answer());
    } else if (asking instanceof PredictRank rank) {
      return List.of(kind, keys(rank.items()), rank.answer());
    } else if (asking instanceof PredictCurve curve) {
      return List.of(kind, curve.y(), curve.epochs(), curve.until(), curve.answer());
    } else if (asking instanceof PredictNumber number) {
      return List.of(kind, number.answer(), number.tolerance(), number.percent());
    }
    return asking instanceof Faulty faulty ? List.of(kind, faulty.problem()) : kind;
  }

  private static List<String> keys(List<Choice> choices) {
    return choices.stream().map(Choice::key).toList();
  }
}

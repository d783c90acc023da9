package studio.backprop.lesson.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Faulty;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.Reveal;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonText;

/**
 * Plays a lesson with the sample solutions and records what each step shows. Numbers equal those on a learner's screen: the same seed gives
 * the same weights.
 */
public final class PlayedLesson {
  /** Placeholder of a number that could not be measured. */
  private static final String UNKNOWN = "…";

  private final Lesson lesson;
  private final LessonPlay play;
  private final Locale locale;
  private boolean broken;

  private PlayedLesson(Lesson lesson, LessonPlay play, Locale locale) {
    this.lesson = lesson;
    this.play = play;
    this.locale = locale;
  }

  /** Plays a lesson; from a step that cannot be played on, numbers are replaced by {@link #UNKNOWN}. */
  public static List<PlayedStep> of(Lesson lesson, LessonFolder folder, Kernels kernels, Locale locale) {
    try (LessonPlay play = new LessonPlay(folder, kernels, OptionalLong.empty())) {
      return new PlayedLesson(lesson, play, locale).play();
    }
  }

  private List<PlayedStep> play() {
    carryOut(List.of(lesson.opens()));
    List<PlayedStep> steps = new ArrayList<>();
    for (LessonStep step : lesson.steps()) {
      carryOut(step.setUp());
      if (!broken) {
        play.beginStep(SelfTest.quantities(step));
      }
      steps.add(play(step));
    }
    return steps;
  }

  private PlayedStep play(LessonStep step) {
    Asking asking = step.asking().filter(one -> !(one instanceof Faulty)).orElse(null);
    String text = filled(step.text());
    String ask = asking == null ? "" : filled(asking.ask());
    List<Choice> offered = asking == null ? List.of() : asking.choices();
    List<String> choices = offered.stream().map(choice -> filled(choice.text())).toList();
    List<String> hints = asking instanceof Task task ? task.hints().stream().map(this::filled).toList() : List.of();
    String after = "";
    if (step.reveal().isPresent()) {
      Reveal reveal = step.reveal().get();
      carryOut(reveal.commands());
      after = filled(reveal.say());
    } else if (asking instanceof Task task) {
      carryOut(task.solve());
      after = filled(task.done());
    }
    Optional<String> answer = asking instanceof PredictNumber number
        ? Optional.of(broken ? UNKNOWN : LessonNumbers.write(play.value(number.answer()), -1, false, locale)) : Optional.empty();
    List<String> replies = asking instanceof PredictNumber number
        ? number.mistakes().stream().map(mistake -> filled(mistake.reply())).toList()
        : offered.stream().map(choice -> filled(choice.reply())).toList();
    return new PlayedStep(text, ask, choices, replies, hints, after, answer);
  }

  private void carryOut(List<LessonCommand> commands) {
    for (LessonCommand command : commands) {
      try {
        if (!broken) {
          play.carryOut(command);
        }
      } catch (LineFault fault) {
        broken = true; // the window shows the reason; here only numbers are missing
      }
    }
  }

  private String filled(String text) {
    return broken ? LessonText.filled(text, place -> UNKNOWN) : play.filled(text, locale);
  }
}

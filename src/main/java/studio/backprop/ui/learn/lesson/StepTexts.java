package studio.backprop.ui.learn.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Faulty;
import studio.backprop.lesson.Directive.Reveal;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonText;
import studio.backprop.store.ProjectFile;

/**
 * Texts of a step, Markdown with the engine's numbers.
 *
 * @param text before the question
 * @param ask the question; empty for none
 * @param choices options, in order
 * @param hints the shown ones
 * @param reply to the answer; empty for none
 * @param say after the question
 */
public record StepTexts(String text, String ask, List<String> choices, List<String> hints, String reply, String say) {
  static final StepTexts NONE = new StepTexts("", "", List.of(), List.of(), "", "");

  /** Reuses filled texts: the numbers of a text are measured once, when it appears. */
  StepTexts after(StepTexts before) {
    List<String> kept = new ArrayList<>(before.hints.subList(0, Math.min(before.hints.size(), hints.size())));
    kept.addAll(hints.subList(kept.size(), hints.size()));
    return before == NONE ? this
        : new StepTexts(before.text, before.ask, before.choices, kept, reply, before.say.isEmpty() ? say : before.say);
  }

  /** Whether two versions of a folder have the same initial projects. */
  static boolean sameProjects(LessonFolder before, LessonFolder now) {
    Set<String> names = new TreeSet<>(before.files().keySet());
    names.addAll(now.files().keySet());
    return names.stream().filter(name -> name.endsWith(ProjectFile.SUFFIX))
        .allMatch(name -> Arrays.equals(before.files().get(name), now.files().get(name)));
  }

  /** Markdown text shown while a step is being prepared, if without numbers of the engine. */
  static String early(Lesson lesson, int step) {
    String text = lesson.steps().get(step).text();
    return lesson.before(step) + (LessonText.places(text).isEmpty() ? text : "");
  }

  /** Texts to be filled, in the order that {@link #of} takes them. */
  static List<String> wanted(LessonStep step, Phase phase, int hints, Answering answering) {
    List<String> all = new ArrayList<>();
    Asking asking = step.asking().orElse(null);
    all.add(step.text());
    all.add(asking == null || asking instanceof Faulty ? "" : asking.ask());
    all.add(phase == Phase.DONE && asking != null ? answering.reply(asking) : "");
    all.add(phase != Phase.DONE ? "" : asking instanceof Task task ? task.done() : step.reveal().map(Reveal::say).orElse(""));
    choices(asking).forEach(choice -> all.add(choice.text()));
    if (asking instanceof Task task) {
      all.addAll(task.hints().subList(0, Math.min(hints, task.hints().size())));
    }
    return all;
  }

  /** Texts with their numbers. */
  static StepTexts of(LessonStep step, Phase phase, int hints, List<String> filled) {
    int choices = choices(step.asking().orElse(null)).size();
    return new StepTexts(filled.get(0), filled.get(1), filled.subList(4, 4 + choices), filled.subList(4 + choices, filled.size()),
        filled.get(2), filled.get(3));
  }

  /** Options to select or order; empty without a question. */
  static List<Choice> choices(Asking asking) {
    return asking == null ? List.of() : asking.choices();
  }
}

package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.PredictChoice;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.PredictRank;
import studio.backprop.lesson.Directive.Prose;
import studio.backprop.lesson.Directive.Reveal;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.TeacherNote;

/** Everything that a learner or a teacher reads of a lesson, in Markdown, with a number in each place for one. */
public final class LessonReading {
  private LessonReading() {}

  /** The texts by the place where they are: the id of a step, {@code opening}, {@code note}. */
  public static Map<String, List<String>> of(Lesson lesson) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("opening", List.of(lesson.title(), lesson.believes(), filled(lesson.opening())));
    for (LessonStep step : lesson.steps()) {
      List<String> texts = new ArrayList<>(List.of(step.heading()));
      step.directives().forEach(directive -> add(directive, texts));
      all.put(step.id(), texts.stream().map(LessonReading::filled).toList());
    }
    all.put("note", lesson.note().map(TeacherNote::markdown).stream().toList());
    return all;
  }

  private static String filled(String text) {
    return LessonText.filled(text, place -> "1");
  }

  private static void add(Directive directive, List<String> texts) {
    if (directive instanceof Prose prose) {
      texts.add(prose.markdown());
    } else if (directive instanceof Reveal reveal) {
      texts.add(reveal.say());
    } else if (directive instanceof Asking asking) {
      texts.add(asking.ask());
      addReplies(asking, texts);
    }
  }

  private static void addReplies(Asking asking, List<String> texts) {
    if (asking instanceof Task task) {
      texts.addAll(task.hints());
      texts.add(task.done());
    } else if (asking instanceof PredictNumber number) {
      number.mistakes().forEach(mistake -> texts.add(mistake.reply()));
    } else {
      choices(asking).forEach(choice -> texts.addAll(List.of(choice.text(), choice.reply())));
    }
  }

  /** What there is to choose from. */
  public static List<Choice> choices(Asking asking) {
    return asking instanceof PredictChoice predict ? predict.choices()
        : asking instanceof Explain explain ? explain.choices() : asking instanceof PredictRank rank ? rank.items() : List.of();
  }
}

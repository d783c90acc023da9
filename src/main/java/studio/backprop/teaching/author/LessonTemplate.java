package studio.backprop.teaching.author;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.backprop.lesson.command.CommandWriter;
import studio.backprop.lesson.command.LessonCommand.RunToEpoch;
import studio.backprop.lesson.command.LessonCommand.Steps;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** Template of a first lesson, filled with the measured numbers. */
final class LessonTemplate {
  private static final List<String> KEYS = List.of("low", "middle", "high");

  private final NewLesson wanted;
  private final Project project;
  private final LessonFigures figures;
  private final Exercise task;

  /** Kind of task: train with too small a learning rate, or train longer. */
  enum Exercise {
    SLOWER, LONGER
  }

  LessonTemplate(NewLesson wanted, Project project, LessonFigures figures, Exercise task) {
    this.wanted = wanted;
    this.project = project;
    this.figures = figures;
    this.task = task;
  }

  String in(Texts texts) {
    boolean chinese = texts == Texts.CHINESE;
    String language = chinese ? "zh" : "en";
    Map<String, String> places = new LinkedHashMap<>();
    places.put("title", chinese ? wanted.chinese() : wanted.english());
    places.put("believes", texts.say("author.template.believes." + name()));
    places.put("amount", texts.say(amount(1)));
    places.put("more", texts.say(amount(2)));
    places.put("quantity", texts.say("author.template." + figures.quantity()));
    places.put("q", figures.quantity());
    places.put("format", "3");
    places.put("train", CommandWriter.line(figures.training()).orElseThrow());
    places.put("measured", LessonFigures.written(figures.measured()));
    places.put("tolerance", LessonFigures.written(figures.tolerance()));
    places.put("rate", LessonFigures.written(project.training().rate()));
    places.put("slow", LessonFigures.written(figures.slowRate()));
    places.put("limit", say(figures.limit(), texts));
    places.put("than", texts.say(figures.limit() > figures.measured() ? "author.template.above" : "author.template.below"));
    places.put("check", check());
    places.put("longer", longer());
    places.put("choices", choices(texts));
    places.put("answer", KEYS.get(figures.choices().indexOf(figures.measured())));
    String text = read(language + ".md") + read(name() + "." + language + ".md");
    for (Map.Entry<String, String> place : places.entrySet()) {
      text = text.replace("@" + place.getKey() + "@", place.getValue());
    }
    return text;
  }

  private String name() {
    return task.name().toLowerCase(Locale.ROOT);
  }

  /** Localized length of the training. @param times its multiple */
  private Message amount(int times) {
    return figures.training() instanceof RunToEpoch run ? Message.of("author.template.epochs", times * run.epoch())
        : Message.of("author.template.steps", times * ((Steps) figures.training()).count());
  }

  /** Check with a time where the training lasts an epoch; within an epoch, large data are evaluated only while training is paused. */
  private String check() {
    if (task == Exercise.LONGER) {
      return figures.training() instanceof RunToEpoch run ? "run.epoch >= " + 2 * run.epoch()
          : "run.step >= " + 2 * ((Steps) figures.training()).count();
    }
    String compared = figures.quantity() + (figures.limit() > figures.measured() ? " > " : " < ") + limit();
    return figures.training() instanceof RunToEpoch run ? compared + " at epoch " + run.epoch()
        : "run.step >= " + ((Steps) figures.training()).count() + " and " + compared;
  }

  /** Limit as displayed, so that hidden digits do not decide a check. */
  private String limit() {
    return figures.accuracy() ? figures.said(figures.limit()) : figures.said(figures.limit()).replace("E-", "e-").replace("E+", "e");
  }

  private String longer() {
    return figures.training() instanceof RunToEpoch run ? "run to epoch " + 2 * run.epoch()
        : "step " + 2 * ((Steps) figures.training()).count();
  }

  private String choices(Texts texts) {
    StringBuilder lines = new StringBuilder();
    List<Double> values = figures.choices();
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      String role = value == figures.measured() ? figures.changes() ? "measured" : "unchanged"
          : value == figures.before() ? "before" : "other";
      String said = say(value, texts);
      lines.append(i == 0 ? "" : "\n").append(String.join(" | ", "choice: " + KEYS.get(i), texts.say("author.template.about", said),
          texts.say("author.template.reply." + role)));
    }
    return lines.toString();
  }

  private String say(double value, Texts texts) {
    return texts == Texts.CHINESE ? figures.said(value) : figures.said(value).replace("%", " %");
  }

  private static String read(String name) {
    try (InputStream in = LessonTemplate.class.getResourceAsStream("/author/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program's own file is readable: " + name, e);
    }
  }
}

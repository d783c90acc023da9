package studio.backprop.ui.learn.course;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;
import studio.backprop.lesson.Lesson;
import studio.backprop.ui.kit.Lang;

/** What is said of a lesson in a list. */
final class CourseTexts {
  private CourseTexts() {}

  /** How far the learner is, and since when. */
  static String progress(CourseLesson lesson, Lang lang) {
    String when = lesson.progress().lastOpen().map(moment -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(lang.texts().locale()).format(moment.atZone(ZoneId.systemDefault()))).orElse("");
    String key = switch (lesson.state()) {
      case NEW -> "course.progress.new";
      case BEGUN -> "course.progress.begun";
      case DONE -> "course.progress.done";
    };
    String said = lang.say(key, lesson.stepsDone(), lesson.steps());
    return when.isEmpty() ? said : lang.say("course.progress.when", said, when);
  }

  /** What it is about. */
  static List<String> topics(CourseLesson lesson, CourseContent content, Lang lang) {
    return content.topics().stream().filter(topic -> lesson.topics().contains(topic.id()))
        .map(topic -> topic.title(lang.texts().locale())).toList();
  }

  /** What it is about, which its title may not say; minutes, steps, and what it needs. */
  static String about(CourseLesson lesson, CourseContent content, Lang lang) {
    String length = lang.say("course.length", lesson.minutes(), lesson.steps());
    String needs = lesson.in(lang.texts().locale()).map(Lesson::needs).stream().flatMap(all -> all.stream())
        .map(id -> need(id, content, lang)).collect(Collectors.joining(lang.say("course.and")));
    String most = needs.isEmpty() ? length : lang.say("course.needs", length, needs);
    String topics = String.join(lang.say("course.and"), topics(lesson, content, lang));
    return topics.isEmpty() ? most : lang.say("course.about", topics, most);
  }

  /** The title of a lesson that another one needs, and whether it is done. */
  static String need(String id, CourseContent content, Lang lang) {
    return content.find(id).map(found -> found.state() == CourseLesson.State.DONE
        ? lang.say("course.need.done", found.title(lang.texts().locale())) : found.title(lang.texts().locale())).orElse(id);
  }
}

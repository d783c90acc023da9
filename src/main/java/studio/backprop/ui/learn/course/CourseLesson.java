package studio.backprop.ui.learn.course;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.teaching.record.LessonAnswer;
import studio.backprop.teaching.record.LessonProgress;
import studio.backprop.text.Message;

/**
 * A lesson in the list.
 *
 * @param lessons by language
 * @param topics ids
 * @param progress of the learner
 * @param problem why a part of it cannot be played; empty where all can
 */
public record CourseLesson(
    LessonFolder folder, Map<String, Lesson> lessons, Curriculum.Chapter chapter, Set<String> topics, LessonProgress progress,
    Optional<Message> problem) {
  /** Progress of a learner. */
  public enum State {
    NEW, BEGUN, DONE
  }

  public String id() {
    return folder.id();
  }

  /** The lesson in a language, or else in the other one; empty where readable in none. */
  public Optional<Lesson> in(Locale locale) {
    return Optional.ofNullable(lessons.get(locale.getLanguage())).or(() -> lessons.values().stream().findFirst());
  }

  public String title(Locale locale) {
    return in(locale).map(Lesson::title).orElse(id());
  }

  /** The command that opens it on any machine that has it. */
  public String command() {
    String name = folder.origin().map(path -> path.toAbsolutePath().normalize().toString()).orElse(id());
    return "backprop lesson " + (name.matches("[\\w./:\\\\-]+") ? name : "\"" + name + "\"");
  }

  private Optional<Lesson> any() {
    return in(Locale.ENGLISH);
  }

  public int minutes() {
    return any().map(Lesson::minutes).orElse(0);
  }

  public int steps() {
    return any().map(lesson -> lesson.steps().size()).orElse(0);
  }

  public State state() {
    return progress.done() ? State.DONE : progress.isBegun() ? State.BEGUN : State.NEW;
  }

  /** Number of completed steps: answered ones and, before the current one, those without a question. */
  public int stepsDone() {
    Set<String> answered = progress.answers().stream().map(LessonAnswer::step).collect(Collectors.toSet());
    List<LessonStep> all = any().map(Lesson::steps).orElse(List.of());
    return progress.done() ? all.size() : (int) IntStream.range(0, all.size())
        .filter(i -> all.get(i).asking().isEmpty() ? i < at() : answered.contains(all.get(i).id())).count();
  }

  boolean skipped(LessonStep step) {
    return progress.answers().stream().anyMatch(one -> one.step().equals(step.id()) && one.outcome() == LessonAnswer.Correctness.SKIPPED);
  }

  /** Index of the learner's current step. */
  public int at() {
    return progress.isBegun() ? any().map(progress::place).orElse(0) : 0;
  }

  /** Full-text search: whether all words occur, in any language, in titles, steps, or topics. */
  boolean says(String typed, Stream<Curriculum.Chapter> about) {
    String own = lessons.values().stream()
        .flatMap(lesson -> Stream.concat(Stream.of(lesson.title(), lesson.believes()), lesson.steps().stream().map(LessonStep::heading)))
        .collect(Collectors.joining("\n"));
    String groups = about.map(group -> group.english() + "\n" + group.chinese()).collect(Collectors.joining("\n"));
    return holds(id() + "\n" + own + "\n" + groups, typed);
  }

  /** Full-text search of its texts, in any language. */
  boolean tells(String typed) {
    return holds(lessons.values().stream()
        .flatMap(lesson -> Stream.concat(Stream.of(lesson.opening()), lesson.steps().stream().map(LessonStep::text)))
        .collect(Collectors.joining("\n")), typed);
  }

  private static boolean holds(String texts, String typed) {
    String all = texts.toLowerCase(Locale.ROOT);
    return Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
  }
}

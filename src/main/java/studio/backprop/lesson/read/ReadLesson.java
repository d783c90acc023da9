package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.text.Message;

/**
 * Parsed lesson folder: the lesson in each of its languages, and all problems.
 *
 * @param lessons by language, {@code en} or {@code zh}; unreadable ones are missing
 * @param problems of both files, in order
 */
public record ReadLesson(LessonFolder folder, Map<String, Lesson> lessons, List<LessonProblem> problems) {
  public ReadLesson {
    problems = List.copyOf(problems);
  }

  /**
   * Parses a folder, validates references, and compares the two languages. Without training.
   *
   * @param known ids of possible prerequisites
   */
  public static ReadLesson of(LessonFolder folder, Collection<String> known) {
    Map<String, LessonReader.Read> files = new LinkedHashMap<>();
    List<LessonProblem> problems = new ArrayList<>();
    for (String language : folder.languages()) {
      Problems found = new Problems(file(language));
      try {
        LessonReader.Read read = LessonReader.read(folder.id(), file(language), folder.text(file(language)).orElseThrow());
        files.put(language, read);
        found.addAll(read.problems());
        new Walkthrough(folder, found, questions(read)).walk(read.passages());
        new LessonPictures(folder, found).look(language, read.passages());
        read.lesson().ifPresent(lesson -> needs(lesson, known, read, found));
      } catch (LineFault fault) {
        found.error(1, 0, fault.sentence());
      }
      boolean translated = files.size() == 2;
      if (translated) {
        new Translation("en.md", files.get("en"), files.get("zh"), found).compare();
      } else if (folder.languages().size() == 1) {
        found.remark(1, Message.of("lesson.folder.one_language", language(otherThan(language)), language(language)));
      }
      problems.addAll(found.all());
    }
    if (folder.languages().isEmpty()) {
      problems.add(LessonProblem.error(folder.id(), 1, 0, Message.of("lesson.folder.none", folder.id())));
    }
    Map<String, Lesson> lessons = new LinkedHashMap<>();
    files.forEach((language, read) -> read.lesson().ifPresent(lesson -> lessons.put(language, lesson)));
    return new ReadLesson(folder, lessons, problems);
  }

  private static void needs(Lesson lesson, Collection<String> known, LessonReader.Read read, Problems problems) {
    int line = read.passages().stream().filter(passage -> passage.is(Passage.FRONT)).flatMap(passage -> passage.entries().stream())
        .filter(entry -> entry.key().equals("needs")).findFirst().map(Entry::line).orElse(1);
    lesson.needs().stream().filter(id -> !known.contains(id)).forEach(id -> problems.remark(line, Message.of("lesson.folder.needs", id)));
    if (lesson.needs().contains(lesson.id())) {
      problems.error(line, 0, Message.of("lesson.folder.needs_itself", lesson.id()));
    }
  }

  private static Set<String> questions(LessonReader.Read read) {
    return read.lesson().stream().flatMap(lesson -> lesson.steps().stream()).flatMap(step -> step.asking().stream())
        .map(asking -> asking.id()).collect(Collectors.toSet());
  }

  private static String file(String language) {
    return language + ".md";
  }

  private static String otherThan(String language) {
    return language.equals("en") ? "zh" : "en";
  }

  private static Message language(String language) {
    return Message.of("lesson.language." + language);
  }

  /** The lesson in a language, or else in the other one; empty if unreadable in both. */
  public Optional<Lesson> lesson(String language) {
    return Optional.ofNullable(lessons.getOrDefault(language, lessons.get(otherThan(language))));
  }

  /** Note for readers of this language: missing translation, or an outdated one. */
  public Optional<Message> notice(String language) {
    Lesson own = lessons.get(language);
    Lesson other = lessons.get(otherThan(language));
    if (own == null && other != null) {
      return Optional.of(Message.of("lesson.folder.one_language", language(language), language(otherThan(language))));
    }
    boolean older = own != null && other != null && own.revision() < other.revision();
    return older ? Optional.of(Message.of("lesson.folder.older")) : Optional.empty();
  }

  /** Whether differences between the languages are the only problems, so that each can be played by itself. */
  public boolean onlyDiffers() {
    return !errors().isEmpty() && errors().stream().allMatch(problem -> problem.sentence().key().startsWith(Translation.DIFFERS));
  }

  /** Restricted to one language, or to the other if it is missing. */
  public ReadLesson alone(String language) {
    String played = lessons.containsKey(language) ? language : otherThan(language);
    return new ReadLesson(folder, lesson(language).map(lesson -> Map.of(played, lesson)).orElse(Map.of()), problems);
  }

  /** Problems that prevent a part from being played. */
  public List<LessonProblem> errors() {
    return problems.stream().filter(LessonProblem::error).toList();
  }
}

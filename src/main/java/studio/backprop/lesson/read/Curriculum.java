package studio.backprop.lesson.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.text.Message;

/**
 * Lessons of {@code contents.txt}, by chapter.
 *
 * @param folder of the lessons' folders; empty for the bundled course
 * @param problems of the list itself
 */
public record Curriculum(List<Chapter> chapters, Optional<Path> folder, List<LessonProblem> problems) {
  /** File that makes a folder a course. */
  public static final String CONTENTS = "contents.txt";
  /** Bundled list of lessons by topic, in the format of {@link #CONTENTS}. */
  static final String TOPICS = "topics.txt";
  private static final String BUNDLED = "/lessons/";
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Chapter. @param lessons their ids, in order */
  public record Chapter(String id, String english, String chinese, List<String> lessons) {
    public Chapter {
      lessons = List.copyOf(lessons);
    }

    public String title(Locale locale) {
      return locale.getLanguage().equals("zh") ? chinese : english;
    }
  }

  public Curriculum {
    chapters = List.copyOf(chapters);
    problems = List.copyOf(problems);
  }

  public static Curriculum bundled() {
    return read(ownFile(CONTENTS), Optional.empty(), CONTENTS, true);
  }

  /** The bundled lessons by topic; a lesson may have several topics. */
  public static Curriculum topics() {
    return read(ownFile(TOPICS), Optional.empty(), TOPICS, false);
  }

  static String ownFile(String name) {
    try (InputStream in = Curriculum.class.getResourceAsStream(BUNDLED + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program's own file is readable: " + name, e);
    }
  }

  /** Whether a folder contains {@link #CONTENTS}. */
  public static boolean isCourse(Path path) {
    return Files.isRegularFile(path.resolve(CONTENTS));
  }

  /** Whether a path is a lesson or a course. */
  public static boolean isLessonOrCourse(Path path) {
    return isCourse(path) || LessonFolder.isLesson(path);
  }

  /** The course of a folder; empty where the folder is none. @throws LessonFolder.Unreadable if its list cannot be read */
  public static Optional<Curriculum> of(Path folder) throws LessonFolder.Unreadable {
    Path contents = folder.resolve(CONTENTS);
    if (!isCourse(folder)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(Files.readString(contents), Optional.of(folder), CONTENTS, true));
    } catch (IOException e) {
      throw new LessonFolder.Unreadable(Message.of("lesson.course.unreadable", contents.toString()));
    }
  }

  /** @param once whether a lesson may occur only once */
  private static Curriculum read(String text, Optional<Path> folder, String file, boolean once) {
    List<Chapter> chapters = new ArrayList<>();
    List<LessonProblem> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<String> lines = text.replace("\uFEFF", "").lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        String[] parts = line.substring(1).strip().split("\\s*\\|\\s*");
        if (parts.length != 3 || !ID.matcher(parts[0]).matches()) {
          problems.add(LessonProblem.error(file, i + 1, 1, Message.of("lesson.course.chapter", line)));
        }
        String english = parts.length > 1 ? parts[1] : parts[0];
        chapters.add(new Chapter(parts[0], english, parts.length > 2 ? parts[2] : english, List.of()));
      } else if (!line.isEmpty()) {
        add(chapters, line);
        String wrong = !ID.matcher(line).matches() ? "lesson.read.id" : !ids.add(line) && once ? "lesson.course.twice"
            : folder.isPresent() && !Files.isDirectory(folder.get().resolve(line)) ? "lesson.course.no_folder" : "";
        if (!wrong.isEmpty()) {
          problems.add(LessonProblem.error(file, i + 1, 1, Message.of(wrong, line)));
        }
      }
    }
    return new Curriculum(chapters, folder, problems);
  }

  private static void add(List<Chapter> chapters, String lesson) {
    if (chapters.isEmpty()) {
      chapters.add(new Chapter("", "", "", List.of()));
    }
    Chapter last = chapters.remove(chapters.size() - 1);
    List<String> lessons = new ArrayList<>(last.lessons());
    lessons.add(lesson);
    chapters.add(new Chapter(last.id(), last.english(), last.chinese(), lessons));
  }

  /** Cycle of prerequisites, if any; else empty. @param needs prerequisites by lesson id */
  public static List<String> circle(Map<String, List<String>> needs) {
    Set<String> good = new HashSet<>();
    for (String id : needs.keySet()) {
      List<String> found = circle(id, needs, new ArrayList<>(), good);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<String> circle(String id, Map<String, List<String>> needs, List<String> way, Set<String> good) {
    if (way.contains(id)) {
      List<String> round = new ArrayList<>(way.subList(way.indexOf(id), way.size()));
      round.add(id);
      return round;
    }
    way.add(id);
    for (String need : good.contains(id) ? List.<String>of() : needs.getOrDefault(id, List.of())) {
      List<String> found = circle(need, needs, way, good);
      if (!found.isEmpty()) {
        return found;
      }
    }
    way.remove(way.size() - 1);
    good.add(id);
    return List.of();
  }

  public List<String> ids() {
    return chapters.stream().flatMap(chapter -> chapter.lessons().stream()).toList();
  }

  /** The files of one of its lessons. @throws LessonFolder.Unreadable if its folder cannot be read */
  public LessonFolder lesson(String id) throws LessonFolder.Unreadable {
    return folder.isPresent() ? LessonFolder.open(folder.get().resolve(id)) : LessonFolder.bundled(id);
  }
}

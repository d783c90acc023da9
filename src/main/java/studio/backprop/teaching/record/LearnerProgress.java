package studio.backprop.teaching.record;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one learner did in all lessons: one file on this machine, written whole or not at all. Not for several threads. A file that is
 * damaged is kept aside, and the learner begins anew.
 */
public final class LearnerProgress {
  /** Of a learner who has no name. */
  private static final String FILE = "progress";
  private static final String ENDING = ".json";
  private static final int VERSION = 1;
  private static final long LARGEST = 16 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final Path file;
  private final String who;
  private final Map<String, LessonProgress> lessons = new LinkedHashMap<>();
  private String group = "";
  private Optional<Message> trouble = Optional.empty();

  /** As the file holds it. @param group the class that the learner is in */
  private record Kept(int version, String who, String group, Map<String, LessonProgress> lessons) {
    Kept {
      if (version < 1 || version > VERSION || who == null || group == null || lessons == null || lessons.containsValue(null)) {
        throw new IllegalArgumentException("not a learner's progress of version " + version);
      }
    }
  }

  private LearnerProgress(Path file, String who) {
    this.file = file;
    this.who = who;
  }

  /**
   * Reads what a learner did.
   *
   * @param folder the program's folder of the user; it is made when something is saved
   * @param who a name or number; empty if not given
   */
  public static LearnerProgress of(Path folder, String who) {
    LearnerProgress progress = new LearnerProgress(folder.resolve(fileName(who)), who);
    progress.read();
    return progress;
  }

  private void read() {
    if (Files.exists(file)) {
      try {
        Kept kept = read(file);
        group = kept.group;
        lessons.clear();
        lessons.putAll(kept.lessons);
      } catch (IOException | JacksonException | IllegalArgumentException e) {
        trouble = Optional.of(aside(file));
      }
    } else {
      lessons.clear(); // forgotten meanwhile
      group = "";
    }
  }

  /**
   * Reads what other windows and programs have written meanwhile, makes a change to it, and writes it all.
   *
   * @throws StoreProblem if it cannot be written; the file is as it was
   */
  public void change(Runnable change) throws StoreProblem {
    read();
    change.run();
    save();
  }

  /** What is no letter or digit is written by its number, so that no two names share a file. */
  private static String fileName(String who) {
    String safe = who.codePoints()
        .mapToObj(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' ? Character.toString(c) : "_" + Integer.toHexString(c))
        .collect(Collectors.joining());
    return FILE + (safe.isEmpty() ? "" : "-" + safe) + ENDING;
  }

  private static Kept read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("too large");
    }
    Kept kept = JSON.readValue(Files.readAllBytes(file), Kept.class);
    if (kept == null) {
      throw new IOException("empty");
    }
    return kept;
  }

  private static Message aside(Path file) {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(file.getFileName() + ".damaged" + i);
    }
    try {
      Files.move(file, aside);
      return Message.of("lesson.record.damaged", file.getFileName().toString(), aside.getFileName().toString());
    } catch (IOException e) {
      return Message.of("lesson.record.damaged_there", file.toString());
    }
  }

  /** The names of all learners of this machine who have one. */
  public static List<String> names(Path folder) {
    TreeSet<String> names = new TreeSet<>();
    for (Path file : files(folder)) {
      try {
        names.add(read(file).who);
      } catch (IOException | JacksonException | IllegalArgumentException e) {
        continue; // it is kept aside when this learner comes
      }
    }
    names.remove("");
    return List.copyOf(names);
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, FILE + "-*" + ENDING)) {
        all.forEach(files::add);
      } catch (IOException e) {
        return List.of(); // as if there were none: a name can be typed
      }
    }
    Collections.sort(files);
    return files;
  }

  /** A sentence where the learner's file was damaged. */
  public Optional<Message> trouble() {
    return trouble;
  }

  public String who() {
    return who;
  }

  /** The learner's class; empty if not given. */
  public String group() {
    return group;
  }

  public void setGroup(String name) {
    group = name;
  }

  /** How far the learner is in a lesson. */
  public LessonProgress lesson(String id) {
    return lessons.getOrDefault(id, LessonProgress.NONE);
  }

  /** The ids of all lessons that were opened, the oldest first. */
  public List<String> opened() {
    return List.copyOf(lessons.keySet());
  }

  /** A step is open. */
  public void at(String lesson, int revision, String step, Instant now) {
    lessons.put(lesson, lesson(lesson).at(revision, step, now));
  }

  /** A question was answered. */
  public void record(String lesson, LessonAnswer answer) {
    lessons.put(lesson, lesson(lesson).with(answer));
  }

  /** A lesson was played to its end. */
  public void done(String lesson) {
    lessons.put(lesson, lesson(lesson).finished());
  }

  /** Removes the progress of a lesson. */
  public void forget(String lesson) {
    lessons.remove(lesson);
  }

  /** Removes all progress. @throws StoreProblem if the file cannot be removed */
  public void forgetAll() throws StoreProblem {
    lessons.clear();
    group = "";
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw StoreProblem.of("store.write-failed", file, String.valueOf(e.getMessage()));
    }
  }

  /** Writes it all. @throws StoreProblem if it cannot be written; the file is as it was */
  public void save() throws StoreProblem {
    byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Kept(VERSION, who, group, lessons));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw StoreProblem.of("store.write-failed", file, String.valueOf(e.getMessage()));
    }
    AtomicFile.write(file, out -> out.write(bytes));
  }
}

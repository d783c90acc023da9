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
 * Progress of one learner in all lessons, in one file on this machine, written atomically. Not thread-safe. A damaged file is kept aside,
 * and progress starts anew.
 */
public final class LearnerProgress {
  /** File name of the anonymous learner. */
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

  /** Content of the file. @param group the learner's class */
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
   * Reads a learner's progress.
   *
   * @param folder of the program in the user's home; created on the first save
   * @param who name or number; empty for the anonymous learner
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
      lessons.clear(); // deleted meanwhile
      group = "";
    }
  }

  /**
   * Reads concurrent changes of other windows and programs, applies a change, and saves.
   *
   * @throws StoreProblem if it cannot be written; the file is unchanged
   */
  public void change(Runnable change) throws StoreProblem {
    read();
    change.run();
    save();
  }

  /** Escapes all but letters and digits, so that no two names share a file. */
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

  /** Names of all learners of this machine, without the anonymous one. */
  public static List<String> names(Path folder) {
    TreeSet<String> names = new TreeSet<>();
    for (Path file : files(folder)) {
      try {
        names.add(read(file).who);
      } catch (IOException | JacksonException | IllegalArgumentException e) {
        continue; // set aside when this learner is opened
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
        return List.of(); // as if there were none: names can be typed
      }
    }
    Collections.sort(files);
    return files;
  }

  /** Message where the learner's file was damaged. */
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

  public LessonProgress lesson(String id) {
    return lessons.getOrDefault(id, LessonProgress.NONE);
  }

  /** Ids of all opened lessons, least recent first. */
  public List<String> opened() {
    return List.copyOf(lessons.keySet());
  }

  public void at(String lesson, int revision, String step, Instant now) {
    lessons.put(lesson, lesson(lesson).at(revision, step, now));
  }

  public void record(String lesson, LessonAnswer answer) {
    lessons.put(lesson, lesson(lesson).with(answer));
  }

  public void done(String lesson) {
    lessons.put(lesson, lesson(lesson).finished());
  }

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

  /** @throws StoreProblem if it cannot be written; the file is unchanged */
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

package studio.backprop.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonReader;

/** The lessons that there are, and the way into one. */
final class LessonLibrary {
  private static final String CONTENTS = "/lessons/contents.txt";

  private final BiConsumer<LessonFolder, Integer> opener;

  /** @param opener opens a lesson at a step */
  LessonLibrary(BiConsumer<LessonFolder, Integer> opener) {
    this.opener = opener;
  }

  /** The ids of the lessons that come with the program, in the order of the course. */
  static List<String> bundled() {
    try (InputStream in = LessonLibrary.class.getResourceAsStream(CONTENTS);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A lesson in the languages that it has. */
  static Map<String, Lesson> read(LessonFolder folder) {
    Map<String, Lesson> all = new LinkedHashMap<>();
    for (String language : folder.languages()) {
      String file = language + ".md";
      Optional<Lesson> lesson = LessonReader.read(folder.id(), file, new String(folder.file(file).orElseThrow(), StandardCharsets.UTF_8))
          .lesson();
      lesson.ifPresent(found -> all.put(language, found));
    }
    return all;
  }

  /** Opens a lesson at a step, from 0. */
  void open(LessonFolder folder, int step) {
    opener.accept(folder, step);
  }
}

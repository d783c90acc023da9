package studio.backprop.teaching.print;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.play.PlayedLesson;
import studio.backprop.lesson.play.PlayedStep;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonReader;
import studio.backprop.text.Texts;

/**
 * Lesson to be printed.
 *
 * @param needs titles of its prerequisites
 * @param played played steps, for their numbers
 */
public record GuideLesson(LessonFolder folder, Lesson lesson, List<String> needs, List<PlayedStep> played) {
  /** Plays the lesson for its numbers, which takes up to half a minute. */
  public static GuideLesson of(LessonFolder folder, Lesson lesson, Kernels kernels, Texts texts) {
    String file = texts.locale().getLanguage() + ".md";
    List<String> needs = lesson.needs().stream().map(id -> title(id, file).orElse(id)).toList();
    return new GuideLesson(folder, lesson, needs, PlayedLesson.of(lesson, folder, kernels, texts.locale()));
  }

  private static Optional<String> title(String id, String file) {
    return LessonFolder.bundled(id).file(file).map(text -> new String(text, StandardCharsets.UTF_8))
        .flatMap(text -> LessonReader.read(id, file, text).lesson()).map(Lesson::title);
  }
}

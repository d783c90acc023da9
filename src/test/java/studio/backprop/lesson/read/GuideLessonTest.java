package studio.backprop.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.backprop.text.Texts;

/** The lesson that the guide for authors shows is one, in both languages. */
class GuideLessonTest {
  private static final String INDENT = "    ";

  /** The indented block below the second heading. */
  private static byte[] lesson(String language) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("docs/guide", language, "write-a-lesson.md"));
    int from = lines.indexOf(INDENT + "---");
    List<String> rest = lines.subList(from, lines.size());
    int end = (int) rest.stream().takeWhile(line -> line.isEmpty() || line.startsWith(INDENT)).count();
    String text = rest.subList(0, end).stream().map(line -> line.isEmpty() ? line : line.substring(INDENT.length()))
        .collect(Collectors.joining("\n"));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsWellAndSaysTheSameInBothLanguages() throws IOException {
    Map<String, byte[]> files = Map.of("en.md", lesson("en"), "zh.md", lesson("zh"));
    ReadLesson read = ReadLesson.of(new LessonFolder("guide", files, Optional.of(Path.of("guide"))), Curriculum.bundled().ids());
    assertThat(read.problems().stream().map(problem -> problem.say(Texts.ENGLISH))).isEmpty();
    assertThat(read.lesson("zh").orElseThrow().steps()).hasSize(3);
  }
}

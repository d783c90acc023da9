package studio.backprop.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;

/** Each lesson that comes with the program holds what it says: solutions, wrong ways and expectations, with three seeds. */
class BundledLessonsTest {
  private static final int SEEDS = 3;

  private static Stream<String> ids() {
    return Curriculum.bundled().ids().stream();
  }

  private static List<String> said(List<LessonProblem> problems) {
    return problems.stream().map(problem -> problem.say(Texts.ENGLISH)).toList();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void bothLanguagesReadWellAndSayTheSame(String id) {
    ReadLesson read = ReadLesson.of(LessonFolder.bundled(id), Curriculum.bundled().ids());
    List<LessonProblem> problems = new ArrayList<>(read.problems());
    problems.removeIf(problem -> !problem.error() && problem.sentence().key().equals("lesson.folder.needs"));
    assertThat(said(problems)).isEmpty();
    assertThat(read.lessons()).containsOnlyKeys("en", "zh");
    assertThat(read.notice("en")).isEmpty();
    assertThat(read.notice("zh")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void holdsWhatItSays(String id) {
    LessonFolder folder = LessonFolder.bundled(id);
    List<String> said = new ArrayList<>();
    // what is played is the same in both languages, as the other test has seen
    ReadLesson.of(folder, List.of()).lesson("en").ifPresent(lesson -> {
      for (long seed = 0; seed < SEEDS; seed++) {
        said.addAll(said(SelfTest.of(lesson, folder, "en.md", KernelChoice.create(1), OptionalLong.of(seed))));
      }
    });
    assertThat(said).isEmpty();
  }

  @Test
  void noLessonNeedsItselfOnTheWay() {
    Map<String, List<String>> needs = new LinkedHashMap<>();
    ids().forEach(id -> ReadLesson.of(LessonFolder.bundled(id), List.of()).lesson("en").ifPresent(lesson -> needs.put(id, lesson.needs())));
    assertThat(needs).containsKey("learning-rate");
    assertThat(Curriculum.circle(needs)).isEmpty();
    assertThat(Curriculum.circle(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b"), "d", List.of("a", "unknown"))))
        .isIn(List.of("b", "c", "b"), List.of("c", "b", "c"));
  }

  @Test
  void theListHasEachLessonThatIsThere() throws IOException {
    assertThat(said(Curriculum.bundled().problems())).isEmpty();
    try (Stream<Path> folders = Files.list(Path.of("resources/lessons"))) {
      assertThat(ids()).containsExactlyInAnyOrderElementsOf(
          folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).toList());
    }
  }
}

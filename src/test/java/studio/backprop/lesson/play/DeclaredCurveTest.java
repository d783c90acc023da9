package studio.backprop.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;

/** The shape that counts as right for a drawn curve is the one that the engine measures. */
class DeclaredCurveTest {
  private static List<String> problems(String y, String until, String answer, String act) {
    String text = """
        ---
        revision: 1
        title: Circles
        start: sample circles
        minutes: 1
        believes: Nothing.
        ---
        Text.
        ## Draw {#draw}
        ```predict curve #drawn
        ask: Draw it.
        y: %s
        until: %s
        answer: %s
        ```
        ```reveal of=drawn
        do: %s
        ```
        """.formatted(y, until, answer, act);
    Map<String, byte[]> files = Map.of("en.md", text.getBytes(StandardCharsets.UTF_8));
    LessonFolder folder = new LessonFolder("circles", files, Optional.of(Path.of("circles")));
    ReadLesson read = ReadLesson.of(folder, List.of());
    assertThat(read.lessons()).containsKey("en");
    return SelfTest.of(read.lessons().get("en"), folder, "en.md", KernelChoice.create(1), OptionalLong.of(0)).stream()
        .map(problem -> problem.say(Texts.ENGLISH)).toList();
  }

  @ParameterizedTest
  @CsvSource({"epoch.loss, epoch 3, run to epoch 3", "valid.loss, epoch 3, run to epoch 3", "batch.loss, step 40, step 40"})
  void isMeasuredFromNowOn(String y, String until, String act) {
    assertThat(problems(y, until, "falls", act)).isEmpty();
    assertThat(problems(y, until, "explodes", act)).singleElement().asString().contains("drawn", "falls instead of explodes");
  }
}

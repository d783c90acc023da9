package studio.backprop.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonReader;
import studio.backprop.text.Texts;

/** An author is told when a solution comes after the moment that its check names. */
class LateSolutionTest {
  private static final String LESSON = """
      ---
      revision: 1
      title: Late
      start: sample karate-club
      minutes: 3
      believes: Nothing.
      ---
      ## One {#one}
      ```set
      step 5
      ```
      ```task #soon
      ask: Train.
      check: %s by step 3
      solve: %s
      fail: step 1
      ```
      ## Two {#two}
      ## Three {#three}
      """;

  private static List<String> problems(String check, String solve, Texts texts) {
    String text = LESSON.formatted(check, solve);
    LessonFolder folder = new LessonFolder("late", Map.of("en.md", text.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    LessonReader.Read read = LessonReader.read("late", "en.md", text);
    assertThat(read.problems()).isEmpty();
    return SelfTest.of(read.lesson().orElseThrow(), folder, "en.md", KernelChoice.create(1), OptionalLong.of(0)).stream()
        .map(problem -> problem.say(texts)).toList();
  }

  @Test
  void theMomentThatIsPastIsNamedAndWhatToDo() {
    assertThat(problems("batch.loss < 1000", "step 1", Texts.ENGLISH)).singleElement().asString()
        .contains("at step 5, the moment that the check names is already past").contains("Write reset as its first line.");
    assertThat(problems("batch.loss < 1000", "step 1", Texts.CHINESE)).singleElement().asString().contains("从第 5 步开始");
    assertThat(problems("batch.loss < 1000", "reset\nsolve: step 2", Texts.ENGLISH)).isEmpty();
  }

  @Test
  void aSolutionThatBeginsAnewAndFailsIsNotLate() {
    assertThat(problems("batch.loss < 0", "reset\nsolve: step 9", Texts.ENGLISH)).singleElement().asString()
        .contains("does not meet its check");
  }
}

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

/** Commands may lead through networks that cannot be trained, but not end at one. */
class UntrainableTest {
  private static final String LESSON = """
      ---
      revision: 1
      title: Friends
      start: sample karate-club
      minutes: 3
      believes: Nothing.
      ---
      ## One {#one}
      ```set
      %s
      ```
      ```task #more
      ask: Train.
      check: run.step >= 2
      solve: %s
      fail: step 1
      ```
      ## Two {#two}
      ## Three {#three}
      """;

  private static List<String> problems(String set, String solve) {
    String text = LESSON.formatted(set, solve);
    LessonFolder folder = new LessonFolder("friends", Map.of("en.md", text.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    LessonReader.Read read = LessonReader.read("friends", "en.md", text);
    assertThat(read.problems()).isEmpty();
    return SelfTest.of(read.lesson().orElseThrow(), folder, "en.md", KernelChoice.create(1), OptionalLong.of(0)).stream()
        .map(problem -> problem.say(Texts.ENGLISH)).toList();
  }

  @Test
  void theLineAndTheWayOnAreNamed() {
    assertThat(problems("remove graph_1", "step 2")).singleElement().asString()
        .startsWith("en.md:9: After these commands the network cannot be trained: ").contains("graph_2").contains("wire a b");
    assertThat(problems("reset", "remove graph_1\nsolve: step 2")).singleElement().asString()
        .startsWith("en.md:12: After these commands the network cannot be trained: ");
    assertThat(problems("lane B node graph_2 units 3", "run lanes\nsolve: step 2")).singleElement().asString()
        .startsWith("en.md:12: After these commands the network cannot be trained: ");
  }

  @Test
  void whatIsMendedInTheSameListIsNoFault() {
    assertThat(problems("remove graph_1\nwire members graph_2", "step 2")).isEmpty();
  }
}

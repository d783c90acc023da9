package studio.backprop.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonReader;
import studio.backprop.text.Texts;

/** Each lesson that comes with the program holds what it says: solutions, wrong ways and expectations, with three seeds. */
class BundledLessonsTest {
  @ParameterizedTest
  @ValueSource(strings = {"first-neuron", "learning-rate", "vanishing", "convolution"})
  void holds(String id) {
    LessonFolder folder = LessonFolder.bundled(id);
    List<String> said = new ArrayList<>();
    for (String file : List.of("en.md", "zh.md")) {
      LessonReader.Read read = LessonReader.read(id, file, new String(folder.file(file).orElseThrow(), StandardCharsets.UTF_8));
      read.problems().forEach(problem -> said.add(problem.say(Texts.ENGLISH)));
      if (file.equals("en.md")) {
        for (long seed = 0; seed < 3; seed++) {
          long begun = System.nanoTime();
          List<LessonProblem> found = SelfTest.of(read.lesson().orElseThrow(), folder, file, KernelChoice.create(1), OptionalLong.of(seed));
          found.forEach(problem -> said.add(problem.say(Texts.ENGLISH)));
          System.out.println(id + " " + seed + " " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        }
      }
    }
    assertThat(said).isEmpty();
  }
}

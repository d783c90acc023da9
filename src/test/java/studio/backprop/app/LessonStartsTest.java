package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;

/**
 * The starting projects of the lessons. {@code -Dlessons.write=true} writes their files anew from {@link LessonProjects} and
 * {@link LaterLessonProjects}, {@link LandscapeLesson} and {@link LabLessonProjects}.
 */
class LessonStartsTest {
  private static final Path FOLDER = Path.of("resources", "lessons");

  @TempDir private Path scratch;

  private static Map<String, Saved> all() {
    Map<String, Saved> all = new LinkedHashMap<>(LessonProjects.all());
    all.putAll(LaterLessonProjects.all());
    all.putAll(LandscapeLesson.all());
    all.putAll(LabLessonProjects.all());
    return all;
  }

  static Stream<String> names() {
    return all().keySet().stream();
  }

  private static Path file(String name) {
    return FOLDER.resolve(name + ProjectFile.SUFFIX);
  }

  @BeforeAll
  static void writeIfAsked() throws Exception {
    if (Boolean.getBoolean("lessons.write")) {
      for (Map.Entry<String, Saved> start : all().entrySet()) {
        Files.createDirectories(file(start.getKey()).getParent());
        ProjectFile.write(file(start.getKey()), start.getValue());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theFileIsByteForByteWhatItsCodeWrites(String name) throws Exception {
    Path written = scratch.resolve("start" + ProjectFile.SUFFIX);
    ProjectFile.write(written, all().get(name));
    assertThat(Files.mismatch(written, file(name))).isEqualTo(-1);
  }
}

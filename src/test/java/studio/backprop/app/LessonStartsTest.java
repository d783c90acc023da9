package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.store.ProjectFile;

/** The starting projects of the lessons. {@code -Dlessons.write=true} writes their files anew from {@link LessonProjects}. */
class LessonStartsTest {
  private static final Path FOLDER = Path.of("resources", "lessons");

  @TempDir private Path scratch;

  static Stream<String> names() {
    return LessonProjects.all().keySet().stream();
  }

  private static Path file(String name) {
    return FOLDER.resolve(name + ProjectFile.SUFFIX);
  }

  @BeforeAll
  static void writeIfAsked() throws Exception {
    if (Boolean.getBoolean("lessons.write")) {
      for (String name : LessonProjects.all().keySet()) {
        Files.createDirectories(file(name).getParent());
        ProjectFile.write(file(name), LessonProjects.all().get(name));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theFileIsByteForByteWhatItsCodeWrites(String name) throws Exception {
    Path written = scratch.resolve("start" + ProjectFile.SUFFIX);
    ProjectFile.write(written, LessonProjects.all().get(name));
    assertThat(Files.mismatch(written, file(name))).isEqualTo(-1);
  }
}

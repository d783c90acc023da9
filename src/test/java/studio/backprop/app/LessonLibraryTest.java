package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonLibraryTest {
  @TempDir
  private Path folder;

  private Path lesson(String name) throws IOException {
    Path lesson = Files.createDirectories(folder.resolve(name));
    Files.writeString(lesson.resolve("en.md"), "---\n");
    return lesson;
  }

  @Test
  void aSharedFolderIsALessonOrACourseOrHoldsSome() throws IOException {
    Path one = lesson("one");
    Path two = lesson("shelf/two");
    Path zipped = Files.createFile(folder.resolve("shelf/a.zip"));
    Path course = Files.createDirectories(folder.resolve("course"));
    Files.createFile(course.resolve("contents.txt"));
    Files.createFile(folder.resolve("shelf/notes.txt"));
    String paths = String.join(File.pathSeparator, one.toString(), folder.resolve("shelf").toString(), course.toString(), "");
    assertThat(LessonLibrary.shared(paths)).containsExactly(one, zipped, two, course);
  }

  @Test
  void aFolderThatIsNotThereIsListedSoThatTheListCanSaySo() {
    assertThat(LessonLibrary.shared(folder.resolve("nowhere").toString())).containsExactly(folder.resolve("nowhere"));
    assertThat(LessonLibrary.shared(null)).isEmpty();
  }
}

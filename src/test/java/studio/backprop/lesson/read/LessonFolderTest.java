package studio.backprop.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.text.Texts;

/** A lesson is the same as a folder and as a zip file, reads nothing beside its own files, and has an end. */
class LessonFolderTest {
  private static final Path BUNDLED = Path.of("resources/lessons/first-neuron");
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void copy() throws IOException {
    folder = Files.createDirectories(parent.resolve("taxi"));
    try (Stream<Path> files = Files.list(BUNDLED)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
  }

  private static List<String> said(ReadLesson read) {
    return read.problems().stream().filter(LessonProblem::error).map(problem -> problem.say(Texts.ENGLISH)).toList();
  }

  private ReadLesson read(Path path) throws LessonFolder.Unreadable {
    return ReadLesson.of(LessonFolder.open(path), List.of());
  }

  private Path zip(String name, Map<String, byte[]> entries) throws IOException {
    Path file = parent.resolve(name);
    try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  private Map<String, byte[]> files(String under) throws Exception {
    Map<String, byte[]> all = new LinkedHashMap<>();
    LessonFolder.open(folder).files().forEach((name, content) -> all.put(under + name, content));
    return all;
  }

  private void replace(String old, String now) throws IOException {
    Path file = folder.resolve("en.md");
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, now));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "taxi/"})
  void aZipIsTheFolder(String under) throws Exception {
    ReadLesson zipped = read(zip("taxi.lesson", files(under)));
    ReadLesson plain = read(folder);
    assertThat(said(zipped)).isEmpty();
    assertThat(zipped.folder().id()).isEqualTo(plain.folder().id()).isEqualTo("taxi");
    assertThat(zipped.lessons()).containsOnlyKeys("en", "zh");
    assertThat(zipped.lessons().toString()).isEqualTo(plain.lessons().toString());
  }

  @Test
  void whateverZippedTheFolderItsNameIsThatOfTheLesson() throws Exception {
    Path plain = zip("taxi.zip", files("taxi/"));
    assertThat(read(plain).folder().id()).isEqualTo("taxi");
    assertThat(LessonFolder.isLesson(plain)).isTrue();
    assertThat(LessonFolder.isLesson(folder)).isTrue();
    assertThat(LessonFolder.isLesson(folder.resolve("en.md"))).isFalse();
    assertThat(LessonFolder.isLesson(folder.getParent())).isFalse();
  }

  @Test
  void aZippedCourseIsNotLaidTogetherAsOneLesson() throws Exception {
    Map<String, byte[]> course = files("course/taxi/");
    course.put("course/contents.txt", "taxi\n".getBytes(StandardCharsets.UTF_8));
    Path zipped = zip("course.zip", course);
    assertThatThrownBy(() -> LessonFolder.open(zipped)).isInstanceOfSatisfying(LessonFolder.Unreadable.class,
        e -> assertThat(Texts.ENGLISH.say(e.sentence()))
            .isEqualTo(zipped + " is a zipped course, as it has a contents.txt. Unzip it and open the folder."));
  }

  @Test
  void aCourseIsAFolderWithAList() throws Exception {
    assertThat(Curriculum.isCourse(parent)).isFalse();
    Files.writeString(parent.resolve("contents.txt"), "taxi\n");
    assertThat(Curriculum.isCourse(parent)).isTrue();
    assertThat(Curriculum.isCourse(folder)).isFalse();
    assertThat(Curriculum.isCourse(parent.resolve("contents.txt"))).isFalse();
  }

  @Test
  void namesThatLeadOutOfAZipLeadNowhere() throws Exception {
    Map<String, byte[]> entries = files("");
    entries.put("../../outside.png", new byte[] {1});
    entries.put("/absolute.png", new byte[] {2});
    entries.put("..\\windows.png", new byte[] {3});
    LessonFolder open = LessonFolder.open(zip("taxi.lesson", entries));
    assertThat(open.files()).containsKeys("outside.png", "absolute.png", "windows.png").noneSatisfy(
        (name, content) -> assertThat(name).containsPattern("[/\\\\]"));
    try (Stream<Path> beside = Files.list(parent)) {
      assertThat(beside.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("taxi", "taxi.lesson");
    }
  }

  @Test
  void aLinkIsNoFileOfTheFolder() throws Exception {
    Path secret = Files.copy(folder.resolve("receipts.backprop"), parent.resolve("secret.backprop"));
    Files.delete(folder.resolve("receipts.backprop"));
    Files.createSymbolicLink(folder.resolve("receipts.backprop"), secret);
    assertThat(LessonFolder.open(folder).file("receipts.backprop")).isEmpty();
    assertThat(said(read(folder))).first().asString().startsWith("en.md:").contains("receipts.backprop is not in this folder. It holds:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.backprop", "/etc/passwd", "..\\secret.backprop", "a/../../secret.backprop", "file:///etc/passwd"})
  void aNameNeverLeadsOutOfTheFolder(String name) throws Exception {
    Files.copy(folder.resolve("receipts.backprop"), parent.resolve("secret.backprop"));
    replace("start: receipts.backprop", "start: " + name);
    assertThat(said(read(folder))).first().asString().contains(name + " leads out of the folder. Name a file that lies beside en.md.");
    assertThat(LessonFolder.open(folder).file(name)).isEmpty();
  }

  @Test
  void aZipThatUnpacksWithoutEndIsGivenUp() throws Exception {
    byte[] zeros = new byte[80 << 20];
    Map<String, byte[]> entries = files("");
    entries.put("zeros.png", zeros);
    Path bomb = zip("bomb.lesson", entries);
    assertThat(Files.size(bomb)).isLessThan(1 << 20);
    Assertions.assertTimeoutPreemptively(SOON, () -> assertThatThrownBy(() -> LessonFolder.open(bomb))
        .isInstanceOfSatisfying(LessonFolder.Unreadable.class, e -> assertThat(Texts.ENGLISH.say(e.sentence()))
            .isEqualTo(bomb + " is too large. A lesson has at most 200 files and 64 MB.")));
  }

  @Test
  void manyFilesAreNoLesson() throws Exception {
    for (int i = 0; i < 300; i++) {
      Files.createFile(folder.resolve("picture" + i + ".png"));
    }
    assertThatThrownBy(() -> LessonFolder.open(folder)).isInstanceOf(LessonFolder.Unreadable.class);
  }

  @Test
  void aTextHasAnEnd() throws Exception {
    Files.writeString(folder.resolve("en.md"), Files.readString(folder.resolve("en.md")) + "x".repeat(65_536));
    ReadLesson read = read(folder);
    assertThat(said(read)).first().asString().matches("en\\.md:1: The file has .* bytes; 65,536 are allowed\\.");
    assertThat(read.lessons()).containsOnlyKeys("zh");
  }

  @Test
  void aSmallPictureWithTooManyPixelsIsRefused() throws Exception {
    byte[] head = ByteBuffer.allocate(33).put("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(60_000).putInt(60_000).array();
    Files.write(folder.resolve("huge.png"), head);
    replace("\n## ", "\n![many points](huge.png)\n\n## ");
    assertThat(said(read(folder))).anySatisfy(one -> assertThat(one)
        .contains("huge.png has too many pixels; 16 million are allowed. Make it smaller."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK\u0003\u0004 torn", "no zip at all"})
  void whatIsNoLessonIsSaidInASentence(String content) throws Exception {
    Path file = Files.writeString(parent.resolve("x.lesson"), content);
    assertThatThrownBy(() -> LessonFolder.open(file)).isInstanceOf(LessonFolder.Unreadable.class);
  }
}

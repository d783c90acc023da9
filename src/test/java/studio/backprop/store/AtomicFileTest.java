package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.text.Texts;

class AtomicFileTest {
  @TempDir Path folder;

  private StoreProblem failure(Path file, AtomicFile.Content content) {
    StoreProblem problem = catchThrowableOfType(StoreProblem.class, () -> AtomicFile.write(file, content));
    for (Texts texts : Texts.all()) {
      assertThat(texts.say(problem.sentence())).contains(file.toString());
    }
    return problem;
  }

  private Stream<String> names() throws IOException {
    return Files.list(folder).map(path -> path.getFileName().toString());
  }

  @Test
  void aFileThatFailsHalfWayLeavesTheOldOneAndNothingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("a.backprop"), "old");
    StoreProblem problem = failure(file, out -> {
      out.write(new byte[1 << 20]);
      throw new IOException("the cable was pulled");
    });
    assertThat(problem).hasMessageContaining("the cable was pulled");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.backprop");
  }

  @Test
  void theRootOfADriveIsAFolder() {
    Path root = folder.toAbsolutePath().getRoot();
    assertThat(failure(root, out -> {}).sentence().key()).isEqualTo("store.is-folder");
    assertThat(catchThrowableOfType(StoreProblem.class, () -> AtomicFile.check(root, out -> {})).sentence().key())
        .isEqualTo("store.is-folder");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a pipe has no name among files there")
  void aPipeOrADeviceIsNotReplaced() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(failure(pipe, out -> {}).sentence().key()).isEqualTo("store.not-a-file");
    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(names()).containsExactly("pipe");
  }

  @Test
  void aFileReplacesTheOldOne() throws Exception {
    Path file = Files.writeString(folder.resolve("a.backprop"), "old");
    AtomicFile.write(file, out -> out.write('n'));
    assertThat(file).hasContent("n");
    assertThat(names()).containsExactly("a.backprop");
  }

  @Test
  void whatAKilledProgramLeftBesideAFileIsRemovedWhenItIsWrittenAgain() throws Exception {
    Path file = folder.resolve("a.backprop");
    Files.setLastModifiedTime(half(), FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
    Files.writeString(folder.resolve(".a.backprop.mine.tmp"), "a file of the user");
    Files.writeString(folder.resolve(".b.backprop." + UUID.randomUUID() + ".tmp"), "half of another file");
    AtomicFile.write(file, out -> out.write('n'));
    assertThat(names().filter(name -> name.startsWith(".a"))).containsExactly(".a.backprop.mine.tmp");
    assertThat(names().filter(name -> name.startsWith(".b"))).hasSize(1);
  }

  private Path half() throws IOException {
    return Files.writeString(folder.resolve(".a.backprop." + UUID.randomUUID() + ".tmp"), "half");
  }

  @Test
  void whatAnotherProgramHasOnlyJustMadeIsNotRemovedAlthoughItIsNotLockedYet() throws Exception {
    Path fresh = half();
    AtomicFile.write(folder.resolve("a.backprop"), out -> out.write('n'));
    assertThat(fresh).exists();
  }

  @Test
  void whatIsBeingWrittenAtTheMomentIsNotTakenForALeftover() throws Exception {
    Path file = folder.resolve("a.backprop");
    AtomicFile.write(file, out -> {
      out.write('1');
      try {
        AtomicFile.write(file, other -> other.write('2'));
      } catch (StoreProblem e) {
        throw new IOException(e);
      }
    });
    assertThat(file).hasContent("1");
  }

  @Test
  void lookingWhetherAFileCanBeWrittenChangesNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("a.backprop"), "old");
    AtomicFile.check(file, out -> out.write('n'));
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.backprop");
  }

  @Test
  void aNameThatIsALinkStaysOne() throws Exception {
    Path real = Files.writeString(folder.resolve("real.backprop"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.backprop"), real);
    AtomicFile.write(link, out -> out.write('n'));
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("n");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThat(failure(folder.resolve("none").resolve("a.backprop"), out -> {})).hasMessageContaining("folder does not exist");
  }

  @Test
  void aFolderInThePlaceOfTheFileStays() throws Exception {
    Path taken = Files.createDirectories(folder.resolve("a.backprop").resolve("inside")).getParent();
    assertThat(failure(taken, out -> out.write(1))).hasMessageContaining("a folder of this name");
    assertThat(names()).containsExactly("a.backprop");
    assertThat(taken.resolve("inside")).isDirectory();
  }

  @Test
  void aReadOnlyFolderIsNamed() throws Exception {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "this user may write everywhere");
    assertThat(failure(locked.resolve("a.backprop"), out -> {})).hasMessageContaining("may not be written to");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = folder.resolve("none.backprop");
    StoreProblem problem = catchThrowableOfType(StoreProblem.class, () -> ProjectFile.read(file));
    assertThat(problem).hasMessageContaining(file.toString());
  }

  @Test
  void aFolderCannotBeReadAsAProject() {
    StoreProblem problem = catchThrowableOfType(StoreProblem.class, () -> ProjectFile.read(folder));
    assertThat(problem).hasMessageContaining(folder.toString());
  }
}

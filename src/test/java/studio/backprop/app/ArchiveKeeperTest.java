package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an archive of classes is made, where, and what is left when it cannot be. .ci/run sees to it that Java takes it. */
class ArchiveKeeperTest {
  @TempDir private Path folder;

  private Path jar;
  private Path cached;
  private int written;

  @BeforeEach
  void makeJar() throws IOException {
    jar = Files.writeString(Files.createDirectories(folder.resolve("lib")).resolve("a.jar"), "classes");
    cached = folder.resolve("home/cache/classes-17.jsa");
  }

  private ArchiveKeeper keeper() {
    return new ArchiveKeeper(List.of(jar), cached, file -> {
      written++;
      Files.writeString(file, "archive " + written);
      return true;
    });
  }

  private Path beside() {
    return jar.resolveSibling("classes-17.jsa");
  }

  @Test
  void itIsMadeOnceBesideTheJars() {
    keeper().keep();
    keeper().keep();
    assertThat(beside()).hasContent("archive 1");
    assertThat(cached).doesNotExist();
  }

  @Test
  void otherJarsNeedAnotherOne() throws IOException {
    keeper().keep();
    Files.setLastModifiedTime(jar, FileTime.fromMillis(86_400_000));
    keeper().keep();
    assertThat(beside()).hasContent("archive 2");
  }

  @Test
  void aCopyOfTheFolderNeedsItsOwn() throws IOException {
    keeper().keep();
    Path copy = Files.createDirectories(folder.resolve("copy/lib"));
    for (Path file : List.of(jar, beside(), beside().resolveSibling("classes-17.jsa.txt"))) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
    jar = copy.resolve("a.jar");
    keeper().keep();
    assertThat(beside()).hasContent("archive 2");
  }

  @Test
  void theUsersOwnGivesWayWhereOneLiesBesideTheJars() throws IOException {
    Files.createDirectories(cached.getParent());
    Files.writeString(cached, "of other jars");
    keeper().keep();
    assertThat(beside()).hasContent("archive 1");
    assertThat(cached).doesNotExist();
  }

  @Test
  void whatCouldNotBeMadeLeavesTheOldOneAndNothingBesideIt() throws IOException {
    Files.writeString(beside(), "of other jars");
    new ArchiveKeeper(List.of(jar), cached, file -> {
      Files.writeString(file, "half");
      return false;
    }).keep();
    new ArchiveKeeper(List.of(jar), cached, file -> {
      throw new IOException("disk full");
    }).keep();
    assertThat(beside()).hasContent("of other jars");
    assertThat(jar.resolveSibling("classes-17.jsa.new")).doesNotExist();
  }
}

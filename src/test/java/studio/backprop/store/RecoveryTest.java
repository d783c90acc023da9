package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.store.Recovery.Leftover;

class RecoveryTest {
  private static final Origin ORIGIN = new Origin("rings", Optional.of(Path.of("/home/me/rings.backprop")),
      Instant.ofEpochMilli(1_700_000_000_123L));

  @TempDir Path home;
  private Path folder;
  private Recovery recovery;

  @BeforeEach
  void open() {
    folder = home.resolve("recovery");
    recovery = new Recovery(folder);
  }

  private RecoverySlot written() throws Exception {
    RecoverySlot slot = recovery.newSlot();
    slot.write(Projects.trained(Projects.circles(), 3), ORIGIN);
    return slot;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void whatWasLeftBehindComesBackWithItsNameFileAndTime() throws Exception {
    written().close();
    List<Leftover> found = recovery.takeLeftovers();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).origin()).isEqualTo(ORIGIN);
    Opened opened = found.get(0).slot().read();
    assertThat(opened.saved().project()).isEqualTo(Projects.circles());
    assertThat(opened.saved().progressed().orElseThrow().step()).isEqualTo(3);
    found.get(0).discard();
    assertThat(files()).isEmpty();
  }

  @Test
  void theWorkOfAnOpenWindowIsNotOffered() throws Exception {
    RecoverySlot mine = written();
    assertThat(recovery.takeLeftovers()).isEmpty();
    assertThat(new Recovery(folder).takeLeftovers()).isEmpty();
    mine.close();
    assertThat(recovery.takeLeftovers()).hasSize(1);
    assertThat(recovery.takeLeftovers()).as("it is offered to one window only").isEmpty();
  }

  @Test
  void theNewestIsOfferedFirst() throws Exception {
    for (long second : new long[] {1, 3, 2}) {
      RecoverySlot slot = recovery.newSlot();
      slot.write(Saved.of(Projects.circles()), new Origin("", Optional.empty(), Instant.ofEpochSecond(second)));
      slot.close();
    }
    assertThat(recovery.takeLeftovers()).extracting(leftover -> leftover.origin().at().getEpochSecond()).containsExactly(3L, 2L, 1L);
  }

  @Test
  void aCopyThatWasNotFinishedIsSweptAway() throws Exception {
    RecoverySlot slot = recovery.newSlot();
    Path lock = files().get(0);
    String id = lock.getFileName().toString().replace(RecoverySlot.LOCK, "");
    slot.close();
    Files.createFile(lock);
    Files.writeString(folder.resolve("." + id + ".backprop." + UUID.randomUUID() + ".tmp"), "half");
    assertThat(recovery.takeLeftovers()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void aCopyThatCannotBeReadStaysAndIsNotOffered() throws Exception {
    written().close();
    Path copy = files().stream().filter(file -> file.toString().endsWith(ProjectFile.SUFFIX)).findFirst().orElseThrow();
    Files.write(copy, new byte[] {'P', 'K', 1, 2, 3});
    assertThat(recovery.takeLeftovers()).isEmpty();
    assertThat(copy).exists();
  }

  @Test
  void withoutAFolderThereIsNothingToOffer() {
    assertThat(recovery.takeLeftovers()).isEmpty();
  }
}

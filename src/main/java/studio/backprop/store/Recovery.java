package studio.backprop.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folder of recovery copies of unsaved work, one per window. */
public final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  /** Another program that looks for orphaned copies may briefly hold a new lock. */
  private static final int ATTEMPTS = 5;

  private final Path folder;

  /** @param folder created with the first copy */
  public Recovery(Path folder) {
    this.folder = folder;
  }

  /**
   * Unsaved work of a crashed program. Its slot is locked by this process.
   *
   * @param slot to be cleared or rewritten, and closed
   */
  public record Leftover(RecoverySlot slot, Origin origin) {
    public void discard() throws IOException {
      slot.clear();
      slot.close();
    }
  }

  public RecoverySlot newSlot() throws StoreProblem {
    try {
      Files.createDirectories(folder);
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<RecoverySlot> slot = RecoverySlot.take(folder.resolve(UUID.randomUUID() + ProjectFile.SUFFIX));
        if (slot.isPresent()) {
          return slot.get();
        }
      }
      throw new IOException("locked");
    } catch (IOException e) {
      throw StoreProblem.of("store.write-failed", folder, AtomicFile.reason(e));
    }
  }

  /**
   * Slot with a fixed name, to be found again later.
   *
   * @return empty if another window or running program holds it
   */
  public Optional<RecoverySlot> slot(String name) throws StoreProblem {
    try {
      Files.createDirectories(folder);
      return RecoverySlot.take(folder.resolve(name + ProjectFile.SUFFIX));
    } catch (IOException e) {
      throw StoreProblem.of("store.write-failed", folder, AtomicFile.reason(e));
    }
  }

  /** Locks and returns orphaned copies, newest first. Unreadable ones are left in place. */
  public List<Leftover> takeLeftovers() {
    List<Leftover> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "*" + RecoverySlot.LOCK)) {
        for (Path lock : locks) {
          leftover(RecoverySlot.fileOf(lock)).ifPresent(found::add);
        }
      } catch (IOException e) {
        LOG.info("{} could not be searched for unsaved work: {}", folder, AtomicFile.reason(e));
      }
    }
    found.sort(Comparator.comparing((Leftover leftover) -> leftover.origin().at()).reversed());
    return found;
  }

  private static Optional<Leftover> leftover(Path file) {
    try {
      Optional<RecoverySlot> slot = RecoverySlot.take(file);
      return slot.isPresent() ? leftover(file, slot.get()) : Optional.empty();
    } catch (IOException e) {
      LOG.info("Unsaved work in {} could not be looked at: {}", file, AtomicFile.reason(e));
      return Optional.empty();
    }
  }

  private static Optional<Leftover> leftover(Path file, RecoverySlot slot) throws IOException {
    slot.sweep();
    if (Files.exists(file)) {
      try {
        return Optional.of(new Leftover(slot, slot.origin()));
      } catch (StoreProblem e) {
        LOG.info("Unsaved work in {} could not be read: {}", file, e.getMessage());
      }
    }
    slot.close();
    return Optional.empty();
  }
}

package studio.backprop.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Slot of one recovery copy, {@code id.backprop}, with a lock file {@code id.lock}. The operating system releases the lock when the process
 * ends, however it ends: a copy whose lock is free is orphaned. Not thread-safe.
 */
public final class RecoverySlot implements AutoCloseable {
  static final String LOCK = ".lock";

  private final Path file;
  private final Path lockFile;
  private final FileChannel channel;
  private final FileLock lock;

  private RecoverySlot(Path file, Path lockFile, FileChannel channel, FileLock lock) {
    this.file = file;
    this.lockFile = lockFile;
    this.channel = channel;
    this.lock = lock;
  }

  static Path fileOf(Path lockFile) {
    return sibling(lockFile, LOCK, ProjectFile.SUFFIX);
  }

  private static Path sibling(Path file, String ending, String other) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
  }

  /** Locks a slot, unless another window or running program has it. */
  static Optional<RecoverySlot> take(Path file) throws IOException {
    Path lockFile = sibling(file, ProjectFile.SUFFIX, LOCK);
    FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      // a previous owner may have deleted the file, and with it the visible lock
      if (lock != null && Files.exists(lockFile)) {
        return Optional.of(new RecoverySlot(file, lockFile, channel, lock));
      }
    } catch (OverlappingFileLockException e) {
      // locked by another window of this program
    }
    channel.close();
    return Optional.empty();
  }

  public void write(Saved saved, Origin origin) throws StoreProblem {
    Map<Section, byte[]> sections = ProjectFile.sections(saved);
    sections.put(Section.ORIGIN, origin.write());
    AtomicFile.write(file, out -> Container.write(sections, Container.FAST, out));
  }

  public Opened read() throws StoreProblem {
    return ProjectFile.read(file);
  }

  /** Path of the copy, for messages. */
  public Path file() {
    return file;
  }

  public boolean isFilled() {
    return Files.exists(file);
  }

  public Origin origin() throws IOException, StoreProblem {
    try (InputStream in = Files.newInputStream(file)) {
      return Origin.read(in);
    } catch (ZipException | EOFException e) {
      throw StoreProblem.of("store.damaged");
    }
  }

  /** Deletes the copy; the slot stays locked. */
  public void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Deletes temporary files of interrupted writers, which is safe as the slot is locked. */
  void sweep() {
    AtomicFile.sweep(file, Duration.ZERO);
  }

  /** Releases the lock. A copy that was not cleared is offered at the next start. */
  @Override
  public void close() throws IOException {
    if (!Files.exists(file)) {
      Files.deleteIfExists(lockFile);
    }
    lock.close();
    channel.close();
  }
}

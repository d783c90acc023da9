package studio.backprop.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Atomic file writes: to a temporary file, synced, then moved into place. Temporary files of a killed process are removed at the next
 * write; age and a lock distinguish them from those in use.
 */
public final class AtomicFile {
  private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);

  /** Free bytes below which a failed write is attributed to a full disk. */
  private static final long FULL = 1 << 20;
  /** Maximum time between creation and locking of a temporary file. */
  private static final Duration UNLOCKED_AT_MOST = Duration.ofMinutes(1);
  private static final String TEMPORARY = ".tmp";
  private static final int UUID_LENGTH = 36;

  private AtomicFile() {}

  /** Writer of a file's content. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;

    static Content text(Text text) {
      return out -> {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.writeTo(writer);
        writer.flush();
      };
    }
  }

  /** Writer of a text file's content. */
  public interface Text {
    void writeTo(Writer writer) throws IOException;
  }

  /** @throws StoreProblem if it cannot be written; an existing file is unchanged */
  public static void write(Path file, Content content) throws StoreProblem {
    beside(file, content, true);
  }

  /**
   * Checks that a file of this content can be written, without side effects.
   *
   * @throws StoreProblem if it cannot be written
   */
  public static void check(Path file, Content content) throws StoreProblem {
    beside(file, content, false);
  }

  /** Refuses folders, devices and pipes. */
  private static void refuseWhatIsNoFile(Path file) throws StoreProblem {
    if (Files.isDirectory(file) || file.toAbsolutePath().getFileName() == null) {
      throw StoreProblem.of("store.is-folder", file);
    } else if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw StoreProblem.of("store.not-a-file", file);
    }
  }

  private static void beside(Path file, Content content, boolean replace) throws StoreProblem {
    refuseWhatIsNoFile(file);
    try {
      // replaces the target of a symbolic link, not the link
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      sweep(target, UNLOCKED_AT_MOST);
      Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
      try {
        writeThrough(beside, content, replace ? Optional.of(target) : Optional.empty());
      } catch (IOException e) {
        throw isFull(beside) ? StoreProblem.of("store.disk-full", file) : problem(file, e);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw problem(file, e);
    }
  }

  /** @param target file to be replaced while the temporary file is locked */
  private static void writeThrough(Path file, Content content, Optional<Path> target) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      lock(channel);
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      channel.force(true);
      if (target.isPresent()) {
        Files.move(file, target.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The lock is released by the system when the process ends. Some network drives do not support locks. */
  private static boolean lock(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Deletes temporary files left by interrupted writers of this file, where the folder can be listed.
   *
   * @param age minimum age; zero where no other process can be writing this file
   */
  static void sweep(Path target, Duration age) {
    Instant latest = Instant.now().minus(age);
    try (DirectoryStream<Path> half = Files.newDirectoryStream(target.toAbsolutePath().getParent(), path -> isHalf(path, target))) {
      for (Path one : half) {
        if (isAbandoned(one, latest)) {
          Files.deleteIfExists(one);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("{} could not be looked through for what was left half written: {}", target.getParent(), e.getMessage());
    }
  }

  private static boolean isHalf(Path path, Path target) {
    String name = path.getFileName().toString();
    String start = "." + target.getFileName() + ".";
    return name.startsWith(start) && name.endsWith(TEMPORARY) && name.length() == start.length() + UUID_LENGTH + TEMPORARY.length();
  }

  private static boolean isAbandoned(Path half, Instant latest) {
    try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
      return !Files.getLastModifiedTime(half).toInstant().isAfter(latest) && lock(channel);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isFull(Path written) throws IOException {
    return Files.exists(written) && Files.getFileStore(written).getUsableSpace() < FULL;
  }

  private static StoreProblem problem(Path file, Exception e) {
    if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
      return StoreProblem.of("store.no-folder", file);
    } else if (e instanceof AccessDeniedException || e instanceof ReadOnlyFileSystemException || isOnReadOnly(file)) {
      return StoreProblem.of("store.read-only", file);
    } else if (Files.isDirectory(file)) {
      return StoreProblem.of("store.is-folder", file);
    }
    return StoreProblem.of("store.write-failed", file, reason(e));
  }

  /** Some systems report a read-only file system only in the message. */
  private static boolean isOnReadOnly(Path file) {
    try {
      return Files.getFileStore(file.toAbsolutePath().getParent()).isReadOnly();
    } catch (IOException unknown) {
      return false;
    }
  }

  /** The system's error message, without file names. */
  static String reason(Exception e) {
    boolean hasReason = e instanceof FileSystemException trouble && trouble.getReason() != null;
    return hasReason ? ((FileSystemException) e).getReason() : String.valueOf(e.getMessage());
  }
}

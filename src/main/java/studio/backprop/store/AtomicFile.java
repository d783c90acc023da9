package studio.backprop.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file whole or not at all: beside the old one, onto the disk, and only then in its place. */
public final class AtomicFile {
  /** With less room than this left after a failure, the disk was full. */
  private static final long FULL = 1 << 20;

  private AtomicFile() {}

  /** Writes what the file is to hold. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** @throws StoreProblem if it cannot be written; the old file, if there was one, is as it was */
  public static void write(Path file, Content content) throws StoreProblem {
    try {
      // where the name is a link, the file that it leads to is replaced, not the link
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
      try {
        writeThrough(beside, content);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw isFull(beside) ? StoreProblem.of("store.disk-full", file) : problem(file, e);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw problem(file, e);
    }
  }

  private static void writeThrough(Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static boolean isFull(Path written) throws IOException {
    return Files.exists(written) && Files.getFileStore(written).getUsableSpace() < FULL;
  }

  private static StoreProblem problem(Path file, Exception e) {
    if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
      return StoreProblem.of("store.no-folder", file);
    } else if (e instanceof AccessDeniedException || e instanceof ReadOnlyFileSystemException) {
      return StoreProblem.of("store.read-only", file);
    } else if (Files.isDirectory(file)) {
      return StoreProblem.of("store.is-folder", file);
    }
    return StoreProblem.of("store.write-failed", file, reason(e));
  }

  /** The system's own words, without the names of files. */
  static String reason(Exception e) {
    boolean told = e instanceof FileSystemException trouble && trouble.getReason() != null;
    return told ? ((FileSystemException) e).getReason() : String.valueOf(e.getMessage());
  }
}

package studio.backprop.teaching.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes the folder of a lesson atomically: to a temporary folder, which is then renamed. */
public final class LessonWriter {
  private LessonWriter() {}

  /** Checks before the work that the folder can be created. @throws AuthorProblem if not, with the remedy */
  public static void check(NewLesson wanted) throws AuthorProblem {
    if (wanted.problem().isPresent()) {
      throw new AuthorProblem(wanted.problem().get());
    }
    Path folder = wanted.folder();
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw AuthorProblem.of("author.exists", folder.toString());
    }
    Path there = wanted.parent().toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
      throw AuthorProblem.of("author.unwritable", String.valueOf(there == null ? wanted.parent() : there));
    }
  }

  private static boolean isEmptyFolder(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  /** @throws AuthorProblem if it cannot be written; nothing is left behind then */
  public static void write(NewLesson wanted, Map<String, byte[]> files) throws AuthorProblem {
    check(wanted);
    Path beside = wanted.parent().resolve("." + wanted.id() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(beside);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(beside.resolve(file.getKey()), file.getValue());
      }
      Files.deleteIfExists(wanted.folder()); // an empty one, which some systems do not replace on a move
      Files.move(beside, wanted.folder(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UncheckedIOException e) {
      remove(beside, files);
      Optional<String> reason = e instanceof FileSystemException system ? Optional.ofNullable(system.getReason()) : Optional.empty();
      throw AuthorProblem.of("author.not_written", wanted.folder().toString(), reason.orElse(String.valueOf(e.getMessage())));
    }
  }

  private static void remove(Path beside, Map<String, byte[]> files) {
    try {
      for (String file : files.keySet()) {
        Files.deleteIfExists(beside.resolve(file));
      }
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      // the first failure is reported, not that of the clean-up
    }
  }
}

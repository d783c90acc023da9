package studio.backprop.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ensures that the next start finds a class data sharing archive for this Java and install location, beside the jars for all users or in
 * the user's cache; the start script passes its path if the bundled one is unusable.
 */
final class ArchiveKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveKeeper.class);

  /** Set by the start script: the file in the user's cache. */
  private static final String WANTED = "backprop.archive";

  /** After the window has opened and the kernels are compiled. */
  private static final Duration AFTER_START = Duration.ofSeconds(15);

  private final List<Path> jars;
  private final Path beside;
  private final Path cached;
  private final ClassArchive.Writing writing;

  /** @param cached fallback if the folder of the jars is not writable */
  ArchiveKeeper(List<Path> jars, Path cached, ClassArchive.Writing writing) {
    this.jars = jars;
    this.cached = cached;
    this.beside = jars.get(0).resolveSibling(cached.getFileName());
    this.writing = writing;
  }

  /** Makes a missing archive after a delay, in a low-priority process. Does not block. */
  static void keepLater() {
    ofThisProgram().ifPresent(keeper -> {
      Thread thread = new Thread(() -> {
        try {
          Thread.sleep(AFTER_START.toMillis());
          keeper.keep();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }, "class archive");
      thread.setDaemon(true);
      thread.start();
    });
  }

  /** Makes a missing archive, synchronously. */
  static void keepNow() {
    ofThisProgram().ifPresent(ArchiveKeeper::keep);
  }

  private static Optional<ArchiveKeeper> ofThisProgram() {
    String wanted = System.getProperty(WANTED, "");
    String classPath = System.getProperty("java.class.path");
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<Path> jars = Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
      boolean packaged = jars.stream().allMatch(Files::isRegularFile);
      return packaged
          ? Optional.of(new ArchiveKeeper(jars, Path.of(wanted), file -> ArchiveJava.write(file, classPath)))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Makes a missing archive. Failures are ignored: the next start is only slow again. */
  void keep() {
    ClassArchive here = new ClassArchive(beside, jars);
    ClassArchive mine = new ClassArchive(cached, jars);
    if (Files.exists(cached) ? mine.fits() : here.fits()) {
      return;
    }
    try {
      if (Files.isWritable(beside.getParent())) {
        here.make(writing);
        // the start script prefers the user's own
        mine.delete();
      } else {
        Files.createDirectories(cached.getParent());
        mine.make(writing);
      }
    } catch (IOException e) {
      LOG.info("The next start will be no faster: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

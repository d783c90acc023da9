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
 * Sees to it that the next start finds an archive of classes for this Java and the place where the program lies. The start script names it
 * where the archive of the build cannot be of use. It lies beside the jars, for all users, or in the user's own cache.
 */
final class ArchiveKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveKeeper.class);

  /** Set by the start script: the file in the user's cache. */
  private static final String WANTED = "backprop.archive";

  /** First the window opens, and the kernels are compiled. */
  private static final Duration AFTER_START = Duration.ofSeconds(15);

  private final List<Path> jars;
  private final Path beside;
  private final Path cached;
  private final ClassArchive.Writing writing;

  /**
   * @param jars the class path
   * @param cached where the archive is to be if it cannot lie beside the jars
   * @param writing how it is made
   */
  ArchiveKeeper(List<Path> jars, Path cached, ClassArchive.Writing writing) {
    this.jars = jars;
    this.cached = cached;
    this.beside = jars.get(0).resolveSibling(cached.getFileName());
    this.writing = writing;
  }

  /** Makes the archive after a while, if it is wanted and not there, in a Java of its own of the lowest priority. Nothing waits for it. */
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

  /** Makes the archive if it is wanted and not there, and returns when it is made. */
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

  /** Makes the archive if it is not there. What goes wrong only leaves the next start as slow as this one. */
  void keep() {
    ClassArchive here = new ClassArchive(beside, jars);
    ClassArchive mine = new ClassArchive(cached, jars);
    if (Files.exists(cached) ? mine.fits() : here.fits()) {
      return;
    }
    try {
      if (Files.isWritable(beside.getParent())) {
        here.make(writing);
        // the start script takes the user's own first
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

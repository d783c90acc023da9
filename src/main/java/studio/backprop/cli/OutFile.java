package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;

/** A file that a command is to leave: it is tried before the work, so that this does not end in finding out that it cannot be kept. */
final class OutFile {
  private OutFile() {}

  /** Makes the folder and finds out whether the file can be written. @param file may be null: nothing is asked for */
  static void ready(Path file) throws Failure {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw Failure.of("cli.problem.folder", folder.toString());
    }
    try {
      AtomicFile.check(file, out -> {});
    } catch (StoreProblem e) {
      throw new Failure(e.sentence());
    }
  }
}

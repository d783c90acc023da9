package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;

/** Check before the work that an output file can be written. */
final class OutFile {
  private OutFile() {}

  /** Creates the folder and tests writing. @param file null for none */
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

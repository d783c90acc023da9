package studio.backprop.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import studio.backprop.store.LogCsv;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;

/** The folder in which a training leaves what it came to: the trained project, the metrics of each epoch, and pictures. */
final class OutFolder {
  private static final Path PARENT = Path.of("backprop-out");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private OutFolder() {}

  /** Where results go if nobody says: a folder of its own for each run, in the current one. */
  static Path usual(String name) {
    return PARENT.resolve(name + "-" + LocalDateTime.now().format(TIME));
  }

  static void write(Terminal terminal, Path folder, String name, Training training) throws StoreProblem, Failure {
    try {
      Files.createDirectories(folder);
      ProjectFile.write(folder.resolve(name + ProjectFile.SUFFIX), Saved.of(training.session()));
      Files.write(folder.resolve("metrics.csv"), LogCsv.write(training.session().epochs()));
      new Pictures(terminal, training).write(folder);
    } catch (IOException e) {
      throw Failure.of("cli.problem.folder", folder.toString());
    }
  }
}

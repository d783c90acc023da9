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

  private final Terminal terminal;
  private final Path folder;
  private final String name;

  /** @param name of the project in it */
  OutFolder(Terminal terminal, Path folder, String name) {
    this.terminal = terminal;
    this.folder = folder;
    this.name = name;
  }

  /** Where results go if nobody says: a folder of its own for each run, in the current one. */
  static OutFolder usual(Terminal terminal, String name) {
    return new OutFolder(terminal, PARENT.resolve(name + "-" + LocalDateTime.now().format(TIME)), name);
  }

  Path path() {
    return folder;
  }

  /** Makes the folder, so that a training does not end in finding out that it cannot be made. */
  void create() throws Failure {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure();
    }
  }

  /** Leaves the trained project and its metrics. */
  void keep(Training training) throws StoreProblem, Failure {
    create();
    try {
      ProjectFile.write(folder.resolve(name + ProjectFile.SUFFIX), Saved.of(training.session()));
      Files.write(folder.resolve("metrics.csv"), LogCsv.write(training.session().epochs()));
    } catch (IOException e) {
      throw failure();
    }
  }

  /** Says where everything is. */
  void announce() {
    terminal.note("cli.kept", folder.toString());
  }

  /** Leaves pictures of how it went. */
  void paint(Training training, LineCharts charts) throws Failure {
    try {
      new Pictures(terminal, training, charts).write(folder);
    } catch (IOException e) {
      throw failure();
    }
  }

  private Failure failure() {
    return Failure.of("cli.problem.folder", folder.toString());
  }
}

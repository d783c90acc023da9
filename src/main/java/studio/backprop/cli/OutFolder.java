package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.LogCsv;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;

/** The folder in which a training leaves what it came to: the trained project, the metrics of each epoch, and pictures. */
final class OutFolder {
  private static final Path PARENT = Path.of("backprop-out");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final String METRICS = "metrics.csv";

  private final Terminal terminal;
  private final Path folder;
  private final String name;

  /** @param name of the project in it */
  OutFolder(Terminal terminal, Path folder, String name) {
    this.terminal = terminal;
    this.folder = folder;
    this.name = name;
  }

  /** Default output folder: a new one for each run, in the current folder. */
  static OutFolder usual(Terminal terminal, String name) {
    return new OutFolder(terminal, PARENT.resolve(name + "-" + LocalDateTime.now().format(TIME)), name);
  }

  Path path() {
    return folder;
  }

  /** The file of the trained project. */
  Path project() {
    return folder.resolve(name + ProjectFile.SUFFIX);
  }

  /** Makes the folder and tries to write what a training will leave, so that it does not end in finding out that it cannot be kept. */
  void check(Training training) throws Failure {
    create();
    if (Files.exists(folder.resolve(METRICS)) || Files.exists(project())) {
      terminal.note("cli.replaces", folder.toString());
    }
    try {
      ProjectFile.check(project(), Saved.of(training.session()));
      AtomicFile.check(folder.resolve(METRICS), out -> {});
      for (String picture : TrainingPictures.names(training.session())) {
        AtomicFile.check(folder.resolve(picture), out -> {});
      }
    } catch (StoreProblem e) {
      throw new Failure(e.sentence());
    }
  }

  private void create() throws Failure {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Failure.of("cli.problem.folder", folder.toString());
    }
  }

  /** Leaves the trained project and its metrics, each whole or not at all. */
  void keep(Saved saved) throws Failure {
    create();
    try {
      ProjectFile.write(project(), saved);
      byte[] metrics = LogCsv.write(saved.progressed().orElseThrow().epochs());
      AtomicFile.write(folder.resolve(METRICS), out -> out.write(metrics));
    } catch (StoreProblem e) {
      throw new Failure(e.sentence());
    }
  }

  /** Says where everything is. */
  void announce() {
    terminal.note("cli.kept", folder.toString());
  }

  /** Leaves pictures of how it went. */
  void paint(Training training, LineCharts charts) throws Failure {
    try {
      new TrainingPictures(terminal, training, charts).write(folder);
    } catch (StoreProblem e) {
      throw new Failure(e.sentence());
    }
  }
}

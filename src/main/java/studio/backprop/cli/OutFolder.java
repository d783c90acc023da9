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

/** Output folder of a training: the trained project, the metrics of each epoch, and pictures. */
final class OutFolder {
  private static final Path PARENT = Path.of("backprop-out");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final String METRICS = "metrics.csv";

  private final Terminal terminal;
  private final Path folder;
  private final String name;

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

  Path project() {
    return folder.resolve(name + ProjectFile.SUFFIX);
  }

  /** Creates the folder and tests writing each file of a training, before the work. */
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

  /** Writes the trained project and its metrics, each atomically. */
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

  void announce() {
    terminal.note("cli.kept", folder.toString());
  }

  void paint(Training training, LineCharts charts) throws Failure {
    try {
      new TrainingPictures(terminal, training, charts).write(folder);
    } catch (StoreProblem e) {
      throw new Failure(e.sentence());
    }
  }
}

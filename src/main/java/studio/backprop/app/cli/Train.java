package studio.backprop.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.Columns;
import studio.backprop.data.Columns.Reading;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.OwnFile;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.train.Fault;
import studio.backprop.train.Project;
import studio.backprop.train.Remedy;
import studio.backprop.train.Session;

/** Trains a project from beginning to end, or goes on with one whose training had been interrupted. */
@Command(name = "train", sortOptions = false)
final class Train implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--data", paramLabel = "FILE", descriptionKey = "backprop.train.data")
  private Path data;

  @Option(names = "--epochs", paramLabel = "N", descriptionKey = "backprop.train.epochs")
  private Integer epochs;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "backprop.train.seed")
  private Long seed;

  @Option(names = "--threads", paramLabel = "T", descriptionKey = "cli.option.threads")
  private Integer threads;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "backprop.train.out")
  private Path out;

  @Option(names = "--json", descriptionKey = "backprop.train.json")
  private boolean json;

  Train(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Loaded loaded = Loaded.of(file, terminal);
    loaded = loaded.with(changed(onOwnFile(loaded.project())));
    try (Kernels kernels = KernelChoice.create(threads == null ? Threads.suited(loaded.project()) : Threads.checked(threads))) {
      boolean goesOn = seed == null && data == null && loaded.unfinished();
      Training training = goesOn ? Training.resumed(loaded, kernels) : Training.fresh(loaded.project(), kernels);
      if (goesOn) {
        terminal.note("cli.goes_on", training.session().epoch() + 1);
      }
      return run(training, loaded.name());
    }
  }

  /** Read as the project reads its own file, or else as the kind of data that its network was drawn for. */
  private Project onOwnFile(Project project) throws DataProblem {
    if (data == null) {
      return project;
    }
    TableData table = OwnFile.read(data, Progress.NONE).table();
    DataSettings old = project.data();
    Columns columns = old.dataset().equals(DatasetCatalog.OWN_TABLE) ? old.columns() : OwnFile.readAs(reading(old), table, Columns.INFERRED);
    return project.withTable(table).withData(old.withDataset(DatasetCatalog.OWN_TABLE).withColumns(columns));
  }

  private static Reading reading(DataSettings data) {
    DatasetInfo.Kind kind = DatasetCatalog.kind(data).orElse(DatasetInfo.Kind.TABLE);
    return switch (kind) {
      case SERIES -> Reading.SERIES;
      case TEXT -> Reading.TEXT;
      default -> Reading.ROWS;
    };
  }

  private Project changed(Project project) throws Failure {
    if (epochs != null && epochs < 1) {
      throw Failure.of("cli.problem.epochs", epochs);
    }
    return project.withTraining(
        t -> t.withEpochs(epochs == null ? t.epochs() : epochs).withSeed(seed == null ? t.seed() : seed));
  }

  private int run(Training training, String name) throws Exception {
    return out == null
        ? runAndReport(training, OutFolder.usual(terminal, name))
        : runAndPaint(training, new OutFolder(terminal, out, name));
  }

  /** Nothing is written, unless Ctrl-C would have lost it. */
  private int runAndReport(Training training, OutFolder folder) throws Exception {
    try (Interrupt interrupt = Interrupt.watched()) {
      training.run(ProgressView.of(terminal, training.session()), interrupt::requested);
      if (interrupt.requested()) {
        folder.keep(training);
        folder.announce();
      }
      report(training);
      return code(training, interrupt);
    }
  }

  private int runAndPaint(Training training, OutFolder folder) throws Exception {
    folder.create();
    LineCharts charts = new LineCharts();
    try (Interrupt interrupt = Interrupt.watched()) {
      training.run(ProgressView.of(terminal, training.session()), interrupt::requested);
      folder.keep(training);
      report(training);
      folder.paint(training, charts);
      folder.announce();
      return code(training, interrupt);
    }
  }

  private static int code(Training training, Interrupt interrupt) throws Failure {
    if (training.fault().isPresent()) {
      throw failure(training.session(), training.fault().get());
    }
    return interrupt.requested() ? Interrupt.EXIT_CODE : 0;
  }

  private static Failure failure(Session session, Fault fault) {
    Remedy likeliest = Remedy.of(fault, session.project(), session.data(), true).get(0);
    return Failure.of("cli.problem.fault", fault.sentence(), likeliest.title());
  }

  private void report(Training training) {
    Report report = training.report();
    if (json) {
      terminal.print(report.json());
    } else {
      report.print(terminal);
    }
  }
}

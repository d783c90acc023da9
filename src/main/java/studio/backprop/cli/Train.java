package studio.backprop.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.backprop.data.Columns;
import studio.backprop.data.Columns.Reading;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.InverseFrequencies;
import studio.backprop.data.OwnFile;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Agent;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;
import studio.backprop.store.RecoverySlot;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;

/** Command {@code train}: trains a project to its end, or resumes an interrupted training. */
@Command(name = "train", sortOptions = false)
final class Train implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "PROJECT", descriptionKey = "backprop.train.project")
  private String file;

  @Option(names = "--data", paramLabel = "FILE", descriptionKey = "backprop.train.data")
  private Path data;

  @Mixin private TableOptions options = new TableOptions();

  @Option(names = "--epochs", paramLabel = "N", descriptionKey = "backprop.train.epochs")
  private Integer epochs;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "backprop.train.seed")
  private Long seed;

  @Option(names = "--balance", paramLabel = "NAME", descriptionKey = "backprop.train.balance")
  private ClassBalance balance;

  @Option(names = "--method", paramLabel = "NAME", descriptionKey = "backprop.train.method")
  private String method;

  @Option(names = "--threads", paramLabel = "T", descriptionKey = "cli.option.threads")
  private Integer threads;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "backprop.train.out")
  private Path out;

  @Option(names = "--json", descriptionKey = "backprop.train.json")
  private boolean json;

  @Option(names = "--figure", paramLabel = "NAME", descriptionKey = "backprop.train.figure")
  private List<String> figures = List.of();

  @Option(names = "--resume", descriptionKey = "backprop.train.resume")
  private boolean resume;

  private final Trainings trainings;

  Train(Terminal terminal, Trainings trainings) {
    this.terminal = terminal;
    this.trainings = trainings;
  }

  @Override
  public Integer call() throws Exception {
    Loaded read = read();
    Loaded loaded = read.with(changed(asked(read.project())));
    Optional<OutFolder> folder = folder(loaded, out);
    if (resume) {
      return resume(read.saved(), loaded, folder);
    }
    boolean goesOn = seed == null && method == null && balance == null && data == null && !options.given() && loaded.unfinished();
    return goesOn ? goOn(loaded, folder, Optional.empty()) : start(loaded, folder);
  }

  private Optional<OutFolder> folder(Loaded loaded, Path path) {
    return Optional.ofNullable(path).map(chosen -> new OutFolder(terminal, chosen, loaded.name()));
  }

  private int start(Loaded loaded, Optional<OutFolder> folder) throws Exception {
    try (Kernels kernels = kernels(loaded)) {
      Training training = Training.fresh(loaded, kernels);
      boolean balanced = balance != null && balance != ClassBalance.NONE;
      if (balanced && !loaded.project().assignment().hasTargets()) {
        throw Failure.option("cli.problem.option_kind", "--balance", loaded.name(), kind(loaded.project()));
      } else if (balanced && !InverseFrequencies.apply(training.session().data().dataset())) {
        throw Failure.option("cli.problem.balance", loaded.name());
      }
      return new TrainRun(terminal, trainings, loaded, folder).run(training, Optional.empty(), report());
    }
  }

  /** @param read content of the project's file, before the options */
  private int resume(Saved read, Loaded loaded, Optional<OutFolder> folder) throws Exception {
    Optional<Interrupted> found = Interrupted.find(read, loaded, folder, seed, trainings);
    if (found.isEmpty()) {
      throw Failure.of("cli.problem.resume", loaded.name());
    }
    Loaded then = loaded.with(found.get().saved());
    then = then.with(then.project().withTraining(t -> t.withEpochs(epochs == null ? t.epochs() : epochs)));
    return goOn(then, folder.isPresent() ? folder : folder(loaded, found.get().out().orElse(null)), found.get().slot());
  }

  private int goOn(Loaded loaded, Optional<OutFolder> folder, Optional<RecoverySlot> slot) throws Exception {
    try (Kernels kernels = kernels(loaded)) {
      Training training = Training.resumed(loaded, kernels);
      if (training.session().finished()) {
        terminal.note("cli.was_done");
      } else {
        terminal.note("cli.goes_on", training.session().epoch() + 1);
      }
      training.forgotten().ifPresent(terminal::note);
      return new TrainRun(terminal, trainings, loaded, folder).run(training, slot, report());
    }
  }

  private TrainRun.Reporting report() {
    return new TrainRun.Reporting(json, figures);
  }

  private Kernels kernels(Loaded loaded) throws Failure {
    return KernelChoice.create(threads == null ? Threads.suited(loaded.project()) : Threads.checked(threads));
  }

  /** The named project, or a new one for the data. */
  private Loaded read() throws Exception {
    if (file == null && data == null) {
      throw new MissingParameterException(spec.commandLine(), spec.positionalParameters().get(0), "PROJECT");
    }
    return file == null ? Loaded.made(data, NewProject.project(data, options)) : Loaded.of(file, terminal);
  }

  private Project asked(Project project) throws DataProblem, Failure {
    if (file == null || data == null && !options.given()) {
      return project;
    }
    if (!project.assignment().hasTargets()) {
      throw Failure.option("cli.problem.option_kind", data == null ? "--target" : "--data", file, kind(project));
    }
    return onOwnFile(project);
  }

  /** Read with the columns of the project, or else as the kind of data that its network expects; column options take precedence. */
  private Project onOwnFile(Project project) throws DataProblem, Failure {
    DataSettings old = project.data();
    boolean own = old.dataset().equals(DatasetCatalog.OWN_TABLE);
    if (data == null) {
      TableData table = project.table().filter(t -> own).orElseThrow(() -> Failure.option("cli.problem.no_table"));
      return project.withData(old.withColumns(options.applied(old.columns(), table)));
    }
    OwnFile read = OwnFile.read(data, Progress.NONE);
    Columns columns = own ? old.columns() : OwnFile.readAs(reading(old), read.table(), read.columns());
    return project.withTable(read.table())
        .withData(old.withDataset(DatasetCatalog.OWN_TABLE).withColumns(options.applied(columns, read.table())));
  }

  /** Message for a project that is not trained on labelled examples. */
  private static Message kind(Project project) {
    return Message.of(project.assignment().acts() ? "cli.kind.agent" : "cli.kind.adversarial");
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
      throw Failure.option("cli.problem.epochs", epochs);
    }
    return acting(project).withTraining(
        t -> t.withEpochs(epochs == null ? t.epochs() : epochs).withSeed(seed == null ? t.seed() : seed)
            .withBalance(balance == null ? t.balance() : balance));
  }

  /** The project with the reinforcement-learning method of the options. */
  private Project acting(Project project) throws Failure {
    if (method == null) {
      return project;
    }
    if (!project.assignment().acts()) {
      throw Failure.option("cli.problem.no_agent");
    }
    MethodType type = MethodCatalog.find(method).orElseThrow(() -> Failure.option("cli.problem.method", method,
        MethodCatalog.types().stream().map(MethodType::id).collect(Collectors.joining(", "))));
    return Agent.learningBy(project, type);
  }
}

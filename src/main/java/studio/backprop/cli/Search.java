package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.backprop.cluster.ClusterSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.distributed.ClusterTrialExecutor;
import studio.backprop.search.finding.TrialsCsv;
import studio.backprop.search.method.GridPoints;
import studio.backprop.search.method.TrialScheduler;
import studio.backprop.search.run.BestTested;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.space.Space;
import studio.backprop.search.space.SpaceText;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.Trial;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;

/** Command {@code search}: hyperparameter search of a project within a budget. */
@Command(name = "search", sortOptions = false)
final class Search implements Callable<Integer> {
  static final int MOST_WORKERS = 64;
  /** Default number of parallel trials in a cluster. */
  private static final int CLUSTER_PARALLEL = 12;
  private static final double MINUTE = 60;
  private static final Pattern BUDGET = Pattern.compile("(\\d{1,7}) ?(|epochs?|trials?|min|minutes?)");

  private final Terminal terminal;
  private final Optional<Path> folder;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "PROJECT", descriptionKey = "backprop.search.project")
  private String file;

  @Option(names = "--space", paramLabel = "NAME=VALUES", descriptionKey = "backprop.search.space")
  private List<String> space = List.of();

  @Option(names = "--method", paramLabel = "NAME", descriptionKey = "backprop.search.method")
  private String method;

  @Option(names = "--budget", paramLabel = "N", descriptionKey = "backprop.search.budget")
  private String budget;

  @Option(names = "--longest", paramLabel = "E", descriptionKey = "backprop.search.longest")
  private Integer longest;

  @Option(names = "--eta", paramLabel = "N", descriptionKey = "backprop.search.eta")
  private Integer eta;

  @Option(names = "--goal", paramLabel = "NAME", descriptionKey = "backprop.search.goal")
  private String goal;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "backprop.search.seed")
  private Long seed;

  @Option(names = "--workers", paramLabel = "N", descriptionKey = "backprop.search.workers")
  private int workers = 1;

  @Option(names = "--parallel", paramLabel = "N", descriptionKey = "backprop.search.parallel")
  private Integer parallel;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "backprop.search.out")
  private Path out;

  @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "backprop.search.csv")
  private Path csv;

  @Option(names = "--resume", paramLabel = "FILE", descriptionKey = "backprop.search.resume")
  private String resume;

  @Option(names = "--json", descriptionKey = "backprop.search.json")
  private boolean json;

  /** @param folder of the program in the user's home */
  Search(Terminal terminal, Optional<Path> folder) {
    this.terminal = terminal;
    this.folder = folder;
  }

  @Override
  public Integer call() throws Exception {
    if (file == null && resume == null) {
      throw new MissingParameterException(spec.commandLine(), spec.positionalParameters().get(0), "PROJECT");
    }
    int least = cluster.given() ? 0 : 1; // the members may do all the work
    if (workers < least || workers > MOST_WORKERS) {
      throw Failure.option("trials.problem.workers", workers, MOST_WORKERS, least);
    }
    if (cluster.incomplete()) {
      throw Failure.option("cluster.problem.incomplete");
    }
    Loaded loaded = Loaded.of(resume == null ? file : resume, terminal);
    SearchRecord begun = resume == null ? fresh(loaded) : resumed(loaded);
    PreparedData data = Training.prepare(begun.base());
    checked(begun, data);
    data.notes().forEach(terminal::dataNote);
    SearchKeeper keeper = new SearchKeeper(terminal, loaded, Optional.ofNullable(out), begun, folder);
    OutFile.ready(csv);
    try (Interrupt interrupt = Interrupt.watched()) {
      Optional<ClusterTrialExecutor> members = members(begun, data);
      SearchRunner runner = members.map(hands -> new SearchRunner(data, search -> hands)).orElseGet(() -> new SearchRunner(data, workers));
      SearchRecord found = runner.run(begun, record -> false, interrupt::requested, listener(begun, data, keeper));
      members.filter(hands -> hands.repeated() > 0).ifPresent(hands -> terminal.note("cluster.repeated", hands.repeated()));
      found = BestTested.of(found, data, interrupt::requested);
      if (TrialScheduler.allRefused(found)) {
        throw Failure.of("trials.problem.all_refused", TrialScheduler.MOST_REFUSED, lastReason(found));
      }
      new SearchReport(terminal, found, data).print(json);
      Optional<Failure> unwritten = export(found);
      keeper.end(found, interrupt.requested());
      if (unwritten.isPresent()) {
        throw unwritten.get();
      }
      return interrupt.exitCode();
    } catch (RuntimeException | Error e) {
      keeper.rescue();
      throw e;
    }
  }

  /** @return reason why it could not be written; the search itself is saved anyway */
  private Optional<Failure> export(SearchRecord found) {
    if (csv == null) {
      return Optional.empty();
    }
    try {
      AtomicFile.write(csv, AtomicFile.Content.text(new TrialsCsv(found, terminal::say)::writeTo));
    } catch (StoreProblem e) {
      return Optional.of(new Failure(e.sentence()));
    }
    terminal.note("cli.landscape.written", csv);
    return Optional.empty();
  }

  private Optional<ClusterTrialExecutor> members(SearchRecord search, PreparedData data) throws Failure {
    if (!cluster.given()) {
      return Optional.empty();
    }
    ClusterSettings settings = cluster.settings();
    try {
      ClusterTrialExecutor hands = new ClusterTrialExecutor(settings, search, data, workers);
      terminal.note("cluster.search", search.settings().parallel());
      return Optional.of(hands);
    } catch (IOException e) {
      throw WorkerCommand.cannotListen(settings);
    }
  }

  private String lastReason(SearchRecord search) {
    return search.trials().get(search.trials().size() - 1).reason().map(terminal::say).orElse("");
  }

  private void checked(SearchRecord search, PreparedData data) throws Failure {
    try {
      SearchRunner.check(search, data);
    } catch (SearchProblem e) {
      if (SearchRunner.unsuited(search.base()).isPresent() || data.validationRows() == 0) {
        throw new Failure(e.sentence()); // independent of the options
      }
      throw refused(e);
    }
    SearchBudget limit = search.settings().budget();
    TrialScheduler.allRandom(search.settings()).ifPresent(
        trials -> terminal.note("trials.all_random", TrialScheduler.RANDOM, trials));
    long points = GridPoints.count(search.settings().space());
    boolean tooMany = limit.unit() == SearchBudget.Unit.EPOCHS && points * search.settings().longest() > limit.amount();
    if (search.settings().method() == SearchMethod.GRID && tooMany) {
      terminal.note("trials.grid_short", points, limit.amount() / search.settings().longest());
    }
  }

  private static Failure refused(SearchProblem problem) {
    boolean empty = problem.sentence().key().equals("trials.problem.empty");
    return empty ? Failure.option("trials.problem.empty_cli")
        : Failure.option(problem.sentence().key(), problem.sentence().args().toArray());
  }

  // --- options

  private SearchRecord fresh(Loaded loaded) throws Exception {
    SearchSettings known = loaded.saved().search().map(SearchRecord::settings).orElseGet(
        () -> SearchSettings.of(Space.NONE, SearchGoal.suited(task(loaded))));
    SearchRecord fresh = SearchRecord.of(loaded.project(), asked(loaded, known));
    Optional<SearchRecord> same = loaded.saved().search().filter(
        kept -> kept.settings().equals(fresh.settings()) && kept.base().equals(fresh.base()) && !kept.orders().isEmpty());
    same.ifPresent(kept -> terminal.note("trials.cli.orders", kept.orders().size()));
    return same.map(kept -> fresh.withOrders(kept.orders().stream().filter(order -> !order.waits()).toList())).orElse(fresh);
  }

  /** Classification or regression by the loss, before data are loaded. */
  private static Task task(Loaded loaded) {
    boolean classes = !loaded.project().network().outputs().isEmpty() && loaded.project().network().objective().loss().forClasses();
    return classes ? Task.CLASSES : Task.REGRESSION;
  }

  private SearchSettings asked(Loaded loaded, SearchSettings known) throws Failure {
    SearchSettings asked = known;
    if (!space.isEmpty()) {
      try {
        asked = asked.withSpace(SpaceText.read(space, loaded.project()));
      } catch (SearchProblem e) {
        throw refused(e);
      }
    }
    if (method != null) {
      asked = asked.withMethod(SearchMethod.find(method.toLowerCase(Locale.ROOT)).orElseThrow(() -> Failure.option(
          "trials.problem.method", method, Stream.of(SearchMethod.values()).map(SearchMethod::id).collect(Collectors.joining(", ")))));
    }
    if (goal != null) {
      asked = asked.withGoal(SearchGoal.find(goal.toLowerCase(Locale.ROOT)).orElseThrow(() -> Failure.option(
          "trials.problem.goal", goal, Stream.of(SearchGoal.values()).map(SearchGoal::id).collect(Collectors.joining(", ")))));
    }
    asked = budget == null ? asked : asked.withBudget(budget());
    asked = longest == null ? asked : asked.withLongest(longest);
    asked = eta == null ? asked : asked.withEta(eta);
    asked = asked.withParallel(parallel != null ? parallel
        : Math.max(asked.parallel(), cluster.given() ? CLUSTER_PARALLEL : workers));
    return seed == null ? asked : asked.withSeed(seed);
  }

  private SearchBudget budget() throws Failure {
    Matcher read = BUDGET.matcher(budget.strip().toLowerCase(Locale.ROOT));
    if (!read.matches()) {
      throw Failure.option("trials.problem.budget_text", budget);
    }
    SearchBudget.Unit unit = read.group(2).startsWith("t") ? SearchBudget.Unit.TRIALS
        : read.group(2).startsWith("m") ? SearchBudget.Unit.MINUTES : SearchBudget.Unit.EPOCHS;
    return new SearchBudget(unit, Long.parseLong(read.group(1)));
  }

  private SearchRecord resumed(Loaded loaded) throws Failure {
    boolean other = file != null || !space.isEmpty() || Stream.of(method, goal, longest, eta, seed, parallel).anyMatch(Objects::nonNull);
    if (other) {
      throw Failure.option("trials.problem.resume_other");
    }
    SearchRecord search = loaded.saved().search().filter(found -> !found.trials().isEmpty())
        .orElseThrow(() -> Failure.of("trials.problem.resume", loaded.name()));
    if (out == null) {
      out = Path.of(loaded.source());
    }
    return budget == null ? search : search.withBudget(larger(search));
  }

  /** A budget that is not yet used up. */
  private SearchBudget larger(SearchRecord search) throws Failure {
    SearchBudget asked = budget();
    long used = switch (asked.unit()) {
      case EPOCHS -> search.spent();
      case TRIALS -> search.trained();
      case MINUTES -> (long) Math.ceil(search.seconds() / MINUTE);
    };
    boolean spent = asked.unit() == SearchBudget.Unit.MINUTES ? search.seconds() >= asked.amount() * MINUTE : used >= asked.amount();
    if (spent) {
      throw Failure.option("trials.problem.spent", terminal.say(asked.title()), terminal.say(new SearchBudget(asked.unit(), used).title()),
          2 * used + asked.suffix());
    }
    return asked;
  }

  // --- progress

  private SearchRunner.Listener listener(SearchRecord begun, PreparedData data, SearchKeeper keeper) {
    return new SearchRunner.Listener() {
      private int best = SearchReport.best(begun).map(Trial::number).orElse(0);
      private int reports = begun.reports().size();

      @Override
      public void changed(SearchRecord now) {
        keeper.changed(now);
        if (now.reports().size() == reports) {
          return;
        }
        reports = now.reports().size();
        SearchReport.best(now).filter(trial -> trial.number() != best).ifPresent(trial -> {
          best = trial.number();
          terminal.note("trials.cli.best", now.spent(), trial.number(), new SearchReport(terminal, now, data).reached(trial));
        });
      }
    };
  }
}

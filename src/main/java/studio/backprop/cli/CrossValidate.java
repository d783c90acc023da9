package studio.backprop.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.fold.BestColumns;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldGroups;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldRunner;
import studio.backprop.evaluate.fold.FoldSummary;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.project.Project;
import studio.backprop.train.metric.Metric;
import tools.jackson.databind.json.JsonMapper;

/** Command {@code cross-validate}: trains a project once for each fold; prints metrics of each fold and their mean. */
@Command(name = "cross-validate", sortOptions = false)
final class CrossValidate implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--folds", paramLabel = "K", descriptionKey = "backprop.cross-validate.folds")
  private int folds = CrossValidation.USUAL.folds();

  @Option(names = "--repeats", paramLabel = "R", descriptionKey = "backprop.cross-validate.repeats")
  private int repeats = 1;

  @Option(names = "--method", paramLabel = "NAME", descriptionKey = "backprop.cross-validate.method")
  private CrossValidation.Method method;

  @Option(names = "--groups", paramLabel = "COLUMN", descriptionKey = "backprop.cross-validate.groups")
  private String groups;

  @Option(names = "--epochs", paramLabel = "E", descriptionKey = "backprop.cross-validate.epochs")
  private Integer epochs;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "backprop.cross-validate.seed")
  private long seed;

  @Option(names = "--positive", paramLabel = "CLASS", descriptionKey = "backprop.cross-validate.positive")
  private String positive;

  @Option(names = "--best-columns", paramLabel = "N", descriptionKey = "backprop.cross-validate.best-columns")
  private Integer best;

  @Option(names = "--chosen-on", paramLabel = "ROWS", descriptionKey = "backprop.cross-validate.chosen-on")
  private BestColumns.Rows chosenOn;

  @Option(names = "--jobs", paramLabel = "N", descriptionKey = "backprop.cross-validate.jobs")
  private Integer jobs;

  @Option(names = "--json", descriptionKey = "backprop.cross-validate.json")
  private boolean json;

  CrossValidate(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (folds < 2 || folds > CrossValidation.MOST_FOLDS) {
      throw Failure.option("cli.problem.folds", folds, CrossValidation.MOST_FOLDS);
    }
    if (repeats < 1 || repeats > CrossValidation.MOST_FOLDS) {
      throw Failure.option("cli.problem.repeats", repeats, CrossValidation.MOST_FOLDS);
    }
    Loaded loaded = Loaded.of(file, terminal);
    loaded.checkPredicts();
    Project project = project(loaded);
    PreparedData data = Training.prepare(project);
    CrossValidation.Method suited = groups != null ? CrossValidation.Method.GROUP : CrossValidation.suited(data);
    CrossValidation.Method chosen = method != null ? method : suited;
    if (chosen.needsClasses() && data.dataset().task() != Task.CLASSES) {
      throw Failure.option("cli.problem.stratified", chosen.name().toLowerCase(Locale.ROOT));
    }
    checkGroups(chosen, data.dataset());
    checkColumns(data.dataset());
    boolean first = PositiveClass.isFirst(positive, data.dataset(), loaded.name(), terminal);
    List<FoldJob> planned = planned(loaded.name(), project, data, chosen);
    int processors = Runtime.getRuntime().availableProcessors();
    int atOnce = Math.min(planned.size(), jobs == null ? processors : Threads.checked(jobs));
    long start = System.nanoTime();
    try (Interrupt interrupt = Interrupt.watched()) {
      List<FoldResult> results = new FoldRunner(atOnce, Math.max(atOnce, processors), first).run(planned, interrupt::requested, listener());
      double seconds = (System.nanoTime() - start) / 1e9;
      report(project.cutOfLoss(data.dataset()), FoldFigure.of(data.dataset()), chosen, results, seconds);
      return interrupt.exitCode();
    }
  }

  private Project project(Loaded loaded) throws Failure {
    if (epochs == null) {
      return loaded.project();
    }
    if (epochs < 1) {
      throw Failure.option("cli.problem.epochs", epochs);
    }
    return loaded.project().withTraining(training -> training.withEpochs(epochs));
  }

  private void checkGroups(CrossValidation.Method chosen, Dataset data) throws Failure {
    if (groups == null && !chosen.needsGroups()) {
      return;
    }
    String named = chosen.name().toLowerCase(Locale.ROOT);
    Map<String, Integer> columns = FoldGroups.columns(data);
    String all = String.join(terminal.say("cli.list"), columns.keySet());
    if (columns.isEmpty()) {
      throw Failure.option("cli.problem.no_groups");
    } else if (groups == null) {
      throw Failure.option("cli.problem.groups", named, all);
    } else if (!columns.containsKey(groups)) {
      boolean known = groups.equals(data.about().targetName()) || data.about().features().stream()
          .anyMatch(feature -> feature.column().equals(groups));
      throw Failure.option(known ? "cli.problem.groups_unique" : "cli.problem.groups_unknown", groups, all);
    } else if (!chosen.needsGroups()) {
      throw Failure.option("cli.problem.groups_unused", named);
    }
  }

  private void checkColumns(Dataset data) throws Failure {
    if (best == null) {
      if (chosenOn != null) {
        throw Failure.option("cli.problem.chosen_on");
      }
      return;
    }
    if (!BestColumns.suits(data)) {
      throw Failure.option("cli.problem.no_best_columns");
    }
    if (best < 1 || best > data.width()) {
      throw Failure.option("cli.problem.best_columns", best, data.width());
    }
    if (chosenOn == BestColumns.Rows.ALL) {
      terminal.note("cli.fold.leaks");
    }
  }

  private List<FoldJob> planned(String name, Project project, PreparedData data, CrossValidation.Method chosen) throws Failure {
    try {
      int[] grouping = groups == null ? null : FoldGroups.of(data.dataset(), groups);
      return new CrossValidation(chosen, folds, repeats, seed, columns()).jobs(project, data, grouping);
    } catch (IllegalArgumentException e) {
      if (groups != null) {
        throw Failure.option("cli.problem.too_few_groups", name, folds, groups);
      }
      throw Failure.option("cli.problem.too_few_for_folds", name, folds, data.trainRows() + data.validationRows());
    }
  }

  private BestColumns columns() {
    return new BestColumns(best == null ? 0 : best, chosenOn == null ? BestColumns.Rows.FOLD : chosenOn);
  }

  private FoldRunner.Listener listener() {
    return new FoldRunner.Listener() {
      @Override
      public void done(FoldResult result) {
        if (!json) {
          synchronized (terminal) {
            terminal.note("cli.fold.done", result.job().repeat() + 1, result.job().fold() + 1);
          }
        }
      }
    };
  }

  private void report(
      OptionalDouble cut, List<FoldFigure> figures, CrossValidation.Method chosen, List<FoldResult> results, double seconds) {
    if (json) {
      printJson(cut, figures, chosen, results, seconds);
      return;
    }
    boolean two = !results.isEmpty() && results.stream().allMatch(result -> result.counts().isPresent());
    List<String> heads = new ArrayList<>(List.of(terminal.say("cli.fold")));
    figures.forEach(figure -> heads.add(figure == FoldFigure.ACCURACY ? CliTexts.at(terminal, Metric.ACCURACY, cut)
        : terminal.say("metric." + figure.id())));
    if (two) {
      heads.addAll(List.of(terminal.say("folds.false_positives"), terminal.say("folds.false_negatives")));
    }
    Table table = new Table(heads.toArray(String[]::new));
    for (FoldResult result : results) {
      List<String> cells = row(name(result), figures, figure -> said(figure.test(result)));
      if (two) {
        cells.addAll(List.of(String.valueOf(result.counts().get().fp()), String.valueOf(result.counts().get().fn())));
      }
      table.row(cells.toArray(String[]::new));
    }
    List<List<String>> summaries = List.of(
        row(terminal.say("cli.fold.mean"), figures, figure -> said(FoldSummary.of(figure, results).mean())),
        row("±", figures, figure -> said(FoldSummary.of(figure, results).deviation())),
        row(terminal.say("cli.fold.interval"), figures, figure -> said(FoldSummary.of(figure, results).interval())));
    summaries.forEach(cells -> {
      cells.addAll(two ? List.of("", "") : List.of());
      table.row(cells.toArray(String[]::new));
    });
    table.lines().forEach(terminal::print);
    if (best != null && !results.isEmpty()) {
      terminal.print(terminal.say("cli.fold.columns", BestColumns.times(results).entrySet().stream()
          .map(one -> terminal.say("folds.chosen", one.getKey(), one.getValue(), results.size()))
          .collect(Collectors.joining(terminal.say("cli.list")))));
    }
  }

  private void printJson(
      OptionalDouble cut, List<FoldFigure> figures, CrossValidation.Method chosen, List<FoldResult> results, double seconds) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("method", chosen.name().toLowerCase(Locale.ROOT));
    values.put("folds", folds);
    values.put("repeats", repeats);
    values.put("seed", seed);
    cut.ifPresent(at -> values.put("threshold", at));
    if (positive != null) {
      values.put("positive", positive);
    }
    if (best != null) {
      values.put("best_columns", best);
      values.put("chosen_on", columns().rows().name().toLowerCase(Locale.ROOT));
    }
    values.put("results", results.stream().map(result -> json(figures, result)).toList());
    for (FoldFigure figure : figures) {
      FoldSummary summary = FoldSummary.of(figure, results);
      values.put("mean_" + figure.id(), Report.finite(summary.mean()));
      lack(figure, results).ifPresent(why -> values.put("mean_" + figure.id() + "_undefined", why));
      values.put("sd_" + figure.id(), Report.finite(summary.deviation()));
      values.put("mean_" + figure.id() + "_95",
          Arrays.asList(Report.finite(summary.interval().low()), Report.finite(summary.interval().high())));
    }
    values.put("seconds", seconds);
    terminal.print(new JsonMapper().writeValueAsString(values));
  }

  /** Folds in which a metric is undefined, so that it has no mean, with the reason. */
  private Optional<String> lack(FoldFigure figure, List<FoldResult> results) {
    String folds = results.stream().filter(result -> Double.isNaN(figure.test(result))).map(this::name)
        .collect(Collectors.joining(terminal.say("cli.list")));
    return folds.isEmpty() || figure == FoldFigure.LOSS ? Optional.empty()
        : Optional.of(terminal.say("cli.fold.undefined", folds, terminal.say("metric." + figure.id() + ".undefined")));
  }

  private String name(FoldResult result) {
    return (repeats > 1 ? result.job().repeat() + 1 + "." : "") + (result.job().fold() + 1);
  }

  private static List<String> row(String name, List<FoldFigure> figures, Function<FoldFigure, String> said) {
    return new ArrayList<>(Stream.concat(Stream.of(name), figures.stream().map(said)).toList());
  }

  private String said(Interval interval) {
    return interval.isDefined() ? said(interval.low()) + " – " + said(interval.high()) : "–";
  }

  private String said(double value) {
    return Double.isNaN(value) ? "–" : terminal.numbers().significant(value, 4);
  }

  private static Map<String, Object> json(List<FoldFigure> figures, FoldResult result) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("repeat", result.job().repeat() + 1);
    one.put("fold", result.job().fold() + 1);
    one.put("n", result.job().testRows());
    one.put("rows", Arrays.stream(result.job().test()).map(row -> row + 1).sorted().toArray());
    for (FoldFigure figure : figures) {
      if (!Double.isNaN(figure.train(result))) {
        one.put("train_" + figure.id(), Report.finite(figure.train(result)));
      }
      one.put("test_" + figure.id(), Report.finite(figure.test(result)));
    }
    result.counts().ifPresent(counts -> {
      one.put("false_positives", counts.fp());
      one.put("false_negatives", counts.fn());
    });
    if (!result.columns().isEmpty()) {
      one.put("columns", result.columns());
    }
    one.put("epochs", result.epochs());
    one.put("seconds", result.seconds());
    one.put("weightsSha256", result.weightsSha256());
    return one;
  }
}

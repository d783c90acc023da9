package studio.backprop.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldRunner;
import studio.backprop.evaluate.metric.Statistics;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Metrics;
import tools.jackson.databind.json.JsonMapper;

/** Cross-validates a project: trains it once for each fold, and prints how it does on each fold and on average. */
@Command(name = "cross-validate", sortOptions = false)
final class CrossValidate implements Callable<Integer> {
  private static final int MOST_FOLDS = 1000;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--folds", paramLabel = "K", descriptionKey = "backprop.cross-validate.folds")
  private int folds = CrossValidation.USUAL.folds();

  @Option(names = "--repeats", paramLabel = "R", descriptionKey = "backprop.cross-validate.repeats")
  private int repeats = 1;

  @Option(names = "--method", paramLabel = "NAME", descriptionKey = "backprop.cross-validate.method")
  private CrossValidation.Method method;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "backprop.cross-validate.seed")
  private long seed;

  @Option(names = "--jobs", paramLabel = "N", descriptionKey = "backprop.cross-validate.jobs")
  private Integer jobs;

  @Option(names = "--json", descriptionKey = "backprop.cross-validate.json")
  private boolean json;

  CrossValidate(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (folds < 2 || folds > MOST_FOLDS) {
      throw Failure.of("cli.problem.folds", folds, MOST_FOLDS);
    }
    if (repeats < 1 || repeats > MOST_FOLDS) {
      throw Failure.of("cli.problem.repeats", repeats, MOST_FOLDS);
    }
    Loaded loaded = Loaded.of(file, terminal);
    loaded.checkPredicts();
    PreparedData data = Training.prepare(loaded.project());
    CrossValidation.Method chosen = method == null ? CrossValidation.suited(data) : method;
    if (chosen.needsClasses() && data.dataset().task() != Task.CLASSES) {
      throw Failure.of("cli.problem.stratified", chosen.name().toLowerCase(Locale.ROOT));
    }
    if (chosen.needsGroups()) {
      throw Failure.of("cli.problem.groups", chosen.name().toLowerCase(Locale.ROOT));
    }
    List<FoldJob> planned = planned(loaded, data, chosen);
    int processors = Runtime.getRuntime().availableProcessors();
    int atOnce = Math.min(planned.size(), jobs == null ? processors : Threads.checked(jobs));
    long start = System.nanoTime();
    try (Interrupt interrupt = Interrupt.watched()) {
      List<FoldResult> results = new FoldRunner(atOnce, Math.max(atOnce, processors)).run(planned, interrupt::requested, told());
      double seconds = (System.nanoTime() - start) / 1e9;
      report(data.dataset().task(), chosen, results, seconds);
      return interrupt.exitCode();
    }
  }

  private List<FoldJob> planned(Loaded loaded, PreparedData data, CrossValidation.Method chosen) throws Failure {
    try {
      return new CrossValidation(chosen, folds, repeats, seed).jobs(loaded.project(), data, null);
    } catch (IllegalArgumentException e) {
      throw Failure.of("cli.problem.too_few_for_folds", loaded.name(), folds, data.trainRows() + data.validationRows());
    }
  }

  private FoldRunner.Listener told() {
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

  private void report(Task task, CrossValidation.Method chosen, List<FoldResult> results, double seconds) {
    if (json) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("method", chosen.name().toLowerCase(Locale.ROOT));
      values.put("folds", folds);
      values.put("repeats", repeats);
      values.put("seed", seed);
      values.put("results", results.stream().map(result -> json(task, result)).toList());
      for (Metric metric : Metric.all(task)) {
        double[] scores = scores(results, metric);
        values.put("mean_" + metric.id(), Report.finite(Statistics.mean(scores)));
        values.put("sd_" + metric.id(), Report.finite(Math.sqrt(Statistics.sampleVariance(scores))));
      }
      values.put("seconds", seconds);
      terminal.print(new JsonMapper().writeValueAsString(values));
      return;
    }
    List<Metric> metrics = Metric.all(task);
    Table table = new Table(row(terminal.say("cli.fold"), metrics, metric -> terminal.say("metric." + metric.id())));
    for (FoldResult result : results) {
      String name = (repeats > 1 ? result.job().repeat() + 1 + "." : "") + (result.job().fold() + 1);
      table.row(row(name, metrics, metric -> said(result.test().value(metric))));
    }
    table.row(row(terminal.say("cli.fold.mean"), metrics, metric -> said(Statistics.mean(scores(results, metric)))));
    table.row(row("±", metrics, metric -> said(Math.sqrt(Statistics.sampleVariance(scores(results, metric))))));
    table.lines().forEach(terminal::print);
  }

  private static String[] row(String name, List<Metric> metrics, Function<Metric, String> said) {
    return Stream.concat(Stream.of(name), metrics.stream().map(said)).toArray(String[]::new);
  }

  private String said(double value) {
    return Double.isNaN(value) ? "–" : terminal.numbers().significant(value, 4);
  }

  private static Map<String, Object> json(Task task, FoldResult result) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("repeat", result.job().repeat());
    one.put("fold", result.job().fold());
    one.put("n", result.job().data().testRows());
    put(one, "train", task, result.train());
    put(one, "test", task, result.test());
    one.put("epochs", result.epochs());
    one.put("seconds", result.seconds());
    one.put("weightsSha256", result.weightsSha256());
    return one;
  }

  private static void put(Map<String, Object> values, String part, Task task, Metrics metrics) {
    for (Metric metric : Metric.all(task)) {
      values.put(part + "_" + metric.id(), Report.finite(metrics.value(metric)));
    }
  }

  private static double[] scores(List<FoldResult> results, Metric metric) {
    return results.stream().mapToDouble(result -> result.test().value(metric)).toArray();
  }
}

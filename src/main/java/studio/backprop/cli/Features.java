package studio.backprop.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.column.ColumnCorrelations;
import studio.backprop.evaluate.column.ColumnElimination;
import studio.backprop.evaluate.column.ColumnImportances;
import studio.backprop.evaluate.column.ColumnReport;
import studio.backprop.evaluate.column.EliminationRound;
import studio.backprop.evaluate.column.FeatureTargetStatistics;
import studio.backprop.evaluate.column.Importance;
import studio.backprop.evaluate.column.ImportanceMetric;
import studio.backprop.evaluate.column.TableColumns;
import studio.backprop.evaluate.column.TabularNetworkPredictor;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.predict.Replica;
import studio.backprop.train.metric.Metric;
import tools.jackson.databind.json.JsonMapper;

/** Command {@code features}: univariate statistics of each column against the target and, for a trained project, its importance. */
@Command(name = "features", sortOptions = false)
final class Features implements Callable<Integer> {
  private static final int MOST_REPEATS = 1000;
  private static final double ROUNDING = 1e-12;

  /** Correlation coefficient. */
  enum Correlated {
    PEARSON,
    SPEARMAN
  }

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--part", paramLabel = "PART", descriptionKey = "backprop.features.part")
  private Part part = Part.VALIDATION;

  @Option(names = "--metric", paramLabel = "NAME", descriptionKey = "backprop.features.metric")
  private ImportanceMetric metric;

  @Option(names = "--repeats", paramLabel = "R", descriptionKey = "backprop.features.repeats")
  private int repeats = ColumnImportances.REPEATS;

  @Option(names = "--correlation", paramLabel = "NAME", descriptionKey = "backprop.features.correlation")
  private Correlated correlation = Correlated.PEARSON;

  @Option(names = "--together", descriptionKey = "backprop.features.together")
  private boolean together;

  @Option(names = "--eliminate", descriptionKey = "backprop.features.eliminate")
  private boolean eliminate;

  @Option(names = "--json", descriptionKey = "backprop.features.json")
  private boolean json;

  Features(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (repeats < 1 || repeats > MOST_REPEATS) {
      throw Failure.option("cli.problem.repeats", repeats, MOST_REPEATS);
    }
    if (part == Part.TEST) {
      throw Failure.option("cli.problem.features_test");
    }
    Loaded loaded = Loaded.of(file, terminal);
    loaded.checkPredicts();
    PreparedData data = Training.prepare(loaded.project());
    ColumnReport report = ColumnReport.of(loaded.project(), data, () -> false)
        .orElseThrow(() -> Failure.of("cli.problem.no_columns", loaded.name()));
    ImportanceMetric chosen = metric == null ? ImportanceMetric.usual(data) : metric;
    if (!ImportanceMetric.of(data.dataset().task()).contains(chosen)) {
      throw Failure.option("cli.problem.importance_metric", chosen.id(),
          String.join(", ", ImportanceMetric.of(data.dataset().task()).stream().map(ImportanceMetric::id).toList()));
    }
    TableColumns used = TableColumns.of(data.dataset()).orElseThrow();
    Optional<ColumnImportances> importances = importances(loaded, data, report, used, chosen);
    OptionalDouble cut = loaded.project().cutOfLoss(data.dataset());
    try (Interrupt interrupt = Interrupt.watched()) {
      List<EliminationRound> rounds = eliminate ? rounds(loaded, data, interrupt) : List.of();
      if (json) {
        terminal.print(new JsonMapper().writeValueAsString(values(report, used, importances, rounds, cut)));
      } else {
        print(report, used, importances, rounds, TabularNetworkPredictor.usual(data.dataset().task()), cut);
      }
      return interrupt.exitCode();
    }
  }

  private Optional<ColumnImportances> importances(
      Loaded loaded, PreparedData data, ColumnReport report, TableColumns used, ImportanceMetric chosen) throws Failure {
    if (loaded.trained().isEmpty()) {
      terminal.note("cli.features.untrained", loaded.name());
      return Optional.empty();
    }
    if (data.rows(part) == 0) {
      throw Failure.of("cli.problem.empty_part", loaded.name(), terminal.say("cli.part." + part.name().toLowerCase(Locale.ROOT)));
    }
    try (Kernels kernels = KernelChoice.create(Threads.suited(loaded.project()))) {
      Replica replica = Replica.of(loaded.project().network(), data, loaded.trained().get(), kernels);
      int[][] groups = together ? report.groups(used, byRank()) : ColumnImportances.alone(used.count());
      return Optional.of(ColumnImportances.of(new TabularNetworkPredictor(replica, used, () -> false), part, chosen, repeats, groups));
    }
  }

  private List<EliminationRound> rounds(Loaded loaded, PreparedData data, Interrupt interrupt) throws Exception {
    if (!ColumnElimination.suits(loaded.project())) {
      throw Failure.of("cli.problem.generated_columns", loaded.name());
    }
    if (data.validationRows() == 0) {
      throw Failure.of("cli.problem.empty_part", loaded.name(), terminal.say("cli.part.validation"));
    }
    return new ColumnElimination(Threads.suited(loaded.project())).run(loaded.project(), interrupt::requested, round -> {
      if (!json) {
        terminal.note("cli.features.round", round.columns().size());
      }
    });
  }

  private boolean byRank() {
    return correlation == Correlated.SPEARMAN;
  }

  private Map<String, Object> values(
      ColumnReport report, TableColumns used, Optional<ColumnImportances> importances, List<EliminationRound> rounds,
      OptionalDouble cut) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("train", report.rows().length);
    cut.ifPresent(at -> values.put("threshold", at));
    importances.ifPresent(all -> {
      values.put("part", part.name().toLowerCase(Locale.ROOT));
      values.put("metric", all.metric().id());
      values.put("baseline", Report.finite(all.baseline()));
      values.put("repeats", repeats);
    });
    values.put("columns", IntStream.range(0, report.columns().count()).mapToObj(c -> column(report, used, importances, c)).toList());
    ColumnCorrelations all = report.correlations(byRank());
    values.put("correlation", correlation.name().toLowerCase(Locale.ROOT));
    values.put("order", IntStream.of(all.order()).mapToObj(place -> report.columns().names().get(all.columns()[place])).toList());
    List<List<Object>> matrix = new ArrayList<>();
    for (int row : all.order()) {
      matrix.add(IntStream.of(all.order()).mapToObj(place -> (Object) Report.finite(all.values()[row][place])).toList());
    }
    values.put("matrix", matrix);
    if (eliminate) {
      values.put("elimination", rounds.stream().map(Features::json).toList());
    }
    return values;
  }

  private static Map<String, Object> column(ColumnReport report, TableColumns used, Optional<ColumnImportances> importances, int column) {
    FeatureTargetStatistics figures = report.figures().get(column);
    String name = report.columns().names().get(column);
    int place = used.indexOf(name);
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("column", name);
    one.put("used", place >= 0);
    one.put("variance", Report.finite(figures.variance()));
    one.put("mutual_information", Report.finite(figures.information()));
    one.put("mutual_information_counted", figures.counted());
    one.put("f", Report.finite(figures.test().f()));
    one.put("p", Report.finite(figures.test().p()));
    if (place >= 0 && importances.isPresent()) {
      Importance importance = importances.get().all().get(place);
      one.put("importance", Report.finite(importance.mean()));
      one.put("importance_sd", Report.finite(importance.deviation()));
    }
    return one;
  }

  private static Map<String, Object> json(EliminationRound round) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("columns", round.columns());
    one.put("leaving", round.leaving());
    for (Metric metric : Metric.values()) {
      if (!Double.isNaN(round.validation().value(metric))) {
        one.put("train_" + metric.id(), Report.finite(round.train().value(metric)));
        one.put("validation_" + metric.id(), Report.finite(round.validation().value(metric)));
      }
    }
    one.put("weightsSha256", round.weightsSha256());
    return one;
  }

  private void print(ColumnReport report, TableColumns used, Optional<ColumnImportances> importances, List<EliminationRound> rounds,
      Metric judged, OptionalDouble cut) {
    importances.ifPresent(all -> terminal.note("cli.features.of", CliTexts.at(terminal, all.metric(), cut),
        terminal.say("cli.part." + part.name().toLowerCase(Locale.ROOT)), said(all.baseline())));
    Table table = new Table(terminal.say("features.column.column"), terminal.say("features.column.variance"),
        terminal.say("term.mutual-information"), "F", "p", terminal.say("features.column.importance"), "±");
    for (int c = 0; c < report.columns().count(); c++) {
      FeatureTargetStatistics figures = report.figures().get(c);
      int place = used.indexOf(report.columns().names().get(c));
      Optional<Importance> importance = importances.filter(all -> place >= 0).map(all -> all.all().get(place));
      table.row(report.columns().names().get(c), said(figures.variance()), said(figures.information()), said(figures.test().f()),
          said(figures.test().p()), importance.map(one -> rounded(one.mean())).orElse("–"),
          importance.map(one -> rounded(one.deviation())).orElse("–"));
    }
    table.lines().forEach(terminal::print);
    if (!rounds.isEmpty()) {
      Table kept = new Table(terminal.say("features.elimination.axis"), CliTexts.at(terminal, judged, cut),
          terminal.say("cli.features.leaves"));
      rounds.forEach(round -> kept.row(String.valueOf(round.columns().size()), said(round.validation().value(judged)),
          round.columns().size() == 1 ? "" : String.join(", ", round.leaving())));
      terminal.print("");
      kept.lines().forEach(terminal::print);
    }
  }

  /** Formats a difference of two scores; differences within rounding error as 0. */
  private String rounded(double value) {
    return said(Math.abs(value) < ROUNDING ? 0 : value);
  }

  private String said(double value) {
    return Double.isNaN(value) ? "–" : terminal.numbers().significant(value, 4);
  }
}

package studio.backprop.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.Judgements;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.MulticlassEvaluation;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Loss;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;
import studio.backprop.train.TrainingProgress;
import studio.backprop.train.record.RunRecord;
import studio.backprop.ui.judge.evaluate.report.MetricsReport;
import studio.backprop.ui.judge.evaluate.report.ReportFiles;
import tools.jackson.databind.json.JsonMapper;

/** Command {@code evaluate}: metrics of a trained project on one part of its data, each with its 95 % confidence interval. */
@Command(name = "evaluate", sortOptions = false)
final class Evaluate implements Callable<Integer> {
  /** Most names of classes in a sentence. */
  private static final int MOST_ABSENT = 5;
  /** Rounds away floating-point noise: 1 − 0.7 is not 0.3 in double precision. */
  private static final double PRECISE = 1e12;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--part", paramLabel = "PART", descriptionKey = "backprop.evaluate.part")
  private Part part = Part.VALIDATION;

  @Option(names = "--threshold", paramLabel = "P", descriptionKey = "backprop.evaluate.threshold")
  private Double threshold;

  @Option(names = "--positive", paramLabel = "CLASS", descriptionKey = "backprop.evaluate.positive")
  private String positive;

  @Option(names = "--beta", paramLabel = "B", descriptionKey = "backprop.evaluate.beta")
  private double beta = BinaryEvaluation.USUAL_BETA;

  @Option(names = "--report", paramLabel = "FILE", descriptionKey = "backprop.evaluate.report")
  private Path report;

  @Option(names = "--json", descriptionKey = "backprop.evaluate.json")
  private boolean json;

  Evaluate(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (report != null && !ReportFiles.isNamed(report)) {
      throw Failure.option("cli.problem.report_name", report.toString());
    }
    if (!(beta > 0) || Double.isInfinite(beta)) {
      throw Failure.option("cli.problem.beta", String.valueOf(beta));
    }
    Loaded loaded = Loaded.of(file, terminal);
    loaded.checkPredicts();
    var learned = loaded.learned("cli.problem.untrained_evaluate");
    PreparedData data = Training.prepare(loaded.project());
    if (data.rows(part) == 0) {
      throw Failure.of("cli.problem.empty_part", loaded.name(), terminal.say(partKey()));
    }
    checkThreshold(loaded, data);
    boolean first = PositiveClass.isFirst(positive, data.dataset(), loaded.name(), terminal);
    try (Kernels kernels = KernelChoice.create(Threads.suited(loaded.project()))) {
      Replica replica = Replica.of(loaded.project().network(), data, learned, kernels);
      Predictions predictions = Predictions.of(replica, Set.of(part));
      ModelEvaluation judged = judged(predictions, loaded.project().threshold().at(replica.loss()), first);
      ModelEvaluation judgement = judged instanceof BinaryEvaluation two ? two.withBeta(beta) : judged;
      if (threshold == null) {
        ThresholdNotes.say(loaded, data, terminal);
      }
      List<MetricEstimate> figures = judgement.figures(Interval.RESAMPLES, () -> false);
      if (report != null) {
        ReportFiles.write(content(loaded, learned, data, judgement, figures), terminal.texts(), report);
        terminal.note("cli.evaluate.reported", report.toString());
      }
      if (json) {
        terminal.print(new JsonMapper().writeValueAsString(values(data, judgement, figures)));
      } else {
        print(data, judgement, figures);
      }
    }
    return 0;
  }

  /** @param kept threshold of the project, on the score of the second class */
  private ModelEvaluation judged(Predictions predictions, double kept, boolean first) {
    if (!first) {
      return Judgements.of(predictions, part, threshold == null ? kept : threshold);
    }
    double cut = threshold == null ? Judgements.complement(kept, predictions.isProbability()) : threshold;
    return Judgements.ofFirst(predictions, part, cut);
  }

  private MetricsReport content(Loaded loaded, studio.backprop.plan.Parameters learned, PreparedData data, ModelEvaluation judgement,
      List<MetricEstimate> figures) {
    Optional<TrainingProgress> progressed = loaded.saved().progressed();
    long step = progressed.map(far -> far.weightsStep(learned)).orElse(0L);
    Optional<RunRecord> run = loaded.saved().runs().stream().filter(RunRecord::current).findFirst();
    Project trained = run.map(of -> loaded.project().withTraining(any -> of.project().training())).orElse(loaded.project());
    return new MetricsReport(loaded.name(), trained, run.map(RunRecord::adjustments).orElse(List.of()), data, part, step, learned.sha256(),
        judgement, figures, progressed.map(TrainingProgress::epochs).orElse(List.of()), MetricsReport.ReportSlices.NONE,
        loaded.saved().testViews().of(data.dataset().name()), LocalDate.now());
  }

  /** Range of the threshold: 0 to 1 for probabilities, any for margins. Regression and multi-class outputs have none. */
  private void checkThreshold(Loaded loaded, PreparedData data) throws Failure {
    if (threshold == null) {
      return;
    }
    if (loaded.project().cutOfLoss(data.dataset()).isEmpty()) {
      throw Failure.option("cli.problem.threshold_none", loaded.name());
    }
    boolean margins = loaded.project().network().objective().loss() == Loss.HINGE;
    if (!Double.isFinite(threshold) || !margins && (threshold < 0 || threshold > 1)) {
      throw Failure.option(margins ? "cli.problem.threshold_margin" : "cli.problem.threshold", terminal.numbers().entry(threshold));
    }
  }

  private String partKey() {
    return switch (part) {
      case TRAIN -> "cli.part.train";
      case VALIDATION -> "cli.part.validation";
      case TEST -> "cli.part.test";
    };
  }

  private Map<String, Object> values(PreparedData data, ModelEvaluation judgement, List<MetricEstimate> figures) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("part", part.name().toLowerCase(Locale.ROOT));
    values.put("n", judgement.total());
    if (judgement instanceof BinaryEvaluation binary) {
      values.put("positive", data.dataset().classNames().get(binary.positiveClass()));
      values.put("threshold", binary.positiveClass() == 0 ? Math.round(binary.threshold() * PRECISE) / PRECISE : binary.threshold());
      values.put("beta", binary.beta());
    }
    for (MetricEstimate figure : figures) {
      values.put(figure.metric().id(), Report.finite(figure.value()));
      Interval interval = figure.interval();
      values.put(figure.metric().id() + "_95", interval.isDefined() ? List.of(interval.low(), interval.high()) : null);
    }
    if (judgement instanceof BinaryEvaluation binary) {
      values.put("classes", data.dataset().classNames());
      values.put("confusion", binary.matrix());
    } else if (judgement instanceof MulticlassEvaluation several) {
      putClasses(data, several.report(), values);
    }
    return values;
  }

  private static void putClasses(PreparedData data, ClassReport report, Map<String, Object> values) {
    List<List<Long>> confusion = new ArrayList<>();
    List<Map<String, Object>> classes = new ArrayList<>();
    for (int c = 0; c < report.classes(); c++) {
      List<Long> row = new ArrayList<>();
      for (int p = 0; p < report.classes(); p++) {
        row.add(report.count(c, p));
      }
      confusion.add(row);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("class", data.dataset().classNames().get(c));
      one.put("support", report.support(c));
      one.put("precision", Report.finite(report.precision(c)));
      one.put("recall", Report.finite(report.recall(c)));
      one.put("f1", Report.finite(report.f1(c)));
      classes.add(one);
    }
    values.put("classes", data.dataset().classNames());
    values.put("confusion", confusion);
    values.put("per_class", classes);
    values.put("absent_classes", absent(data, report));
  }

  /** Classes without an example in the part; they count as 0 in a macro average. */
  private static List<String> absent(PreparedData data, ClassReport report) {
    return report.absent().mapToObj(data.dataset().classNames()::get).toList();
  }

  private void print(PreparedData data, ModelEvaluation judgement, List<MetricEstimate> figures) {
    terminal.note("cli.evaluate.of", terminal.say(partKey()), judgement.total());
    if (judgement instanceof BinaryEvaluation binary) {
      terminal.note("cli.evaluate.positive", data.dataset().classNames().get(binary.positiveClass()),
          terminal.numbers().significant(binary.threshold(), 3));
    }
    if (judgement instanceof MulticlassEvaluation several && several.report().absent().count() > 0) {
      List<String> absent = absent(data, several.report());
      terminal.note("metrics.absent", absent.size(),
          absent.stream().limit(MOST_ABSENT).collect(Collectors.joining(terminal.say("cli.list"))), absent.size() - MOST_ABSENT);
    }
    Table table = new Table(terminal.say("cli.evaluate.metric"), terminal.say("cli.evaluate.value"), terminal.say("cli.evaluate.interval"));
    for (MetricEstimate figure : figures) {
      table.row(name(figure, judgement), said(figure.value()), figure.interval().isDefined()
          ? said(figure.interval().low()) + " – " + said(figure.interval().high()) : figure.isDefined() ? "" : undefined(figure));
    }
    table.lines().forEach(terminal::print);
  }

  private String name(MetricEstimate figure, ModelEvaluation judgement) {
    return figure.metric() == EvaluationMetric.F_BETA && judgement instanceof BinaryEvaluation two
        ? terminal.say("metric.f_beta.of", terminal.numbers().significant(two.beta(), 3)) : terminal.say("metric." + figure.metric().id());
  }

  private String said(double value) {
    return Double.isNaN(value) ? "–" : terminal.numbers().significant(value, 4);
  }

  private String undefined(MetricEstimate figure) {
    return terminal.say("metric." + figure.metric().id() + ".undefined");
  }
}

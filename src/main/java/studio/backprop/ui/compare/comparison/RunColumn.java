package studio.backprop.ui.compare.comparison;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.compare.Differing;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Project;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.RunRecord;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.When;
import studio.backprop.ui.workspace.document.ProjectTitle;

/** Columns of the run history: cell text, sort key, and minimum table width. */
enum RunColumn {
  NUMBER(40, null, null),
  RUN(132, (run, lang) -> lang.say(run.name()), null),
  BEGUN(108, (run, lang) -> When.say(run.begun(), lang), run -> (double) run.begun().toEpochMilli()),
  PROJECT(92, (run, lang) -> lang.say(ProjectTitle.of(run.projectName())), null),
  OPTIMIZER(100, (run, lang) -> lang.say(OptimizerCatalog.typeOf(run.project().training().optimizer()).title()), null),
  RATE(124, RunColumn::rate, run -> run.project().training().rate()),
  BATCH(76, (run, lang) -> lang.numbers().whole(run.project().training().batch()), run -> (double) run.project().training().batch()),
  SEED(56, (run, lang) -> String.valueOf(run.project().training().seed()), run -> (double) run.project().training().seed()),
  PARAMETERS(92, (run, lang) -> lang.numbers().whole(run.parameters()), run -> (double) run.parameters()),
  STEPS(56, (run, lang) -> lang.numbers().whole(run.steps()), run -> (double) run.steps()),
  TRAIN(84, (run, lang) -> number(run.train().loss(), lang), run -> run.train().loss()),
  VALIDATION(92, (run, lang) -> number(run.validation().loss(), lang), run -> run.validation().loss()),
  COURSE(104, (run, lang) -> LossSparkline.said(run, number -> number(number, lang)), run -> -run.merit()),
  BEST_LOSS(84, (run, lang) -> number(bestLoss(run), lang), RunColumn::bestLoss),
  RIGHT(116, RunColumn::right, run -> run.acts() ? run.greedy() : run.accuracyOrR2()),
  BEST(92, (run, lang) -> run.best().map(epoch -> lang.numbers().whole(epoch.epoch())).orElse("–"), run -> run.best()
      .map(e -> (double) e.epoch()).orElse(Double.NaN)),
  TIME(76, (run, lang) -> Double.isNaN(run.seconds()) ? "–" : lang.say("tries.seconds", lang.numbers().fixed(run.seconds(), 1)),
      RunRecord::seconds),
  STATUS(112, RunColumn::status, null),
  DIFFERS(200, null, null);

  private static final int DIGITS = 3;
  private static final double WIDE = 1366;
  private static final double WIDEST = 1800;

  private final double width;
  private final BiFunction<RunRecord, Lang, String> text;
  private final Function<RunRecord, Double> number;

  RunColumn(double width, BiFunction<RunRecord, Lang, String> text, Function<RunRecord, Double> number) {
    this.width = width;
    this.text = text;
    this.number = number;
  }

  private static String number(double value, Lang lang) {
    return Double.isNaN(value) ? "–" : lang.numbers().significant(value, DIGITS);
  }

  /** NaN for an agent: its targets move, so a lower loss is no better. */
  static double bestLoss(RunRecord run) {
    return run.acts() ? Double.NaN : run.best().map(EpochRecord::judgedLoss).orElse(Double.NaN);
  }

  /** With an arrow to the last value where it was changed during training. */
  private static String rate(RunRecord run, Lang lang) {
    String first = lang.numbers().entry(run.project().training().rate());
    double last = run.adjustments().isEmpty() ? run.project().training().rate() : run.adjustments().get(run.adjustments().size() - 1)
        .rate();
    return last == run.project().training().rate() ? first : lang.say("tries.rate.changed", first, lang.numbers().entry(last));
  }

  private static String right(RunRecord run, Lang lang) {
    if (run.acts()) {
      return Double.isNaN(run.greedy()) ? "–" : lang.say("tries.return", number(run.greedy(), lang));
    }
    double right = run.accuracyOrR2();
    if (Double.isNaN(right)) {
      return "–";
    }
    String mean = right(run, right, lang);
    double deviation = run.deviationOverFolds();
    return Double.isNaN(deviation) ? mean : lang.say("tries.mean_sd", mean,
        run.classes() ? lang.numbers().percent(deviation, 1) : lang.numbers().fixed(deviation, DIGITS));
  }

  private static String right(RunRecord run, double value, Lang lang) {
    return run.classes() ? lang.numbers().share(value) : lang.say("twins.r2", lang.numbers().fixed(value, DIGITS));
  }

  /** Accuracy or R² of each fold of a cross-validation; else empty. */
  static String eachFold(RunRecord run, Lang lang) {
    String each = run.folds().stream().map(fold -> right(run, RunRecord.accuracyOrR2(fold.validation()), lang))
        .collect(Collectors.joining(lang.say("folds.and")));
    return each.isEmpty() ? "" : lang.say("tries.each_fold", each);
  }

  private static String status(RunRecord run, Lang lang) {
    if (!run.folds().isEmpty() && run.ending() == RunRecord.Ending.PAUSED) {
      return lang.say("tries.cancelled");
    }
    return lang.say("tries." + run.ending().name().toLowerCase(Locale.ROOT), run.steps());
  }

  String titleKey() {
    return "tries.column." + name().toLowerCase(Locale.ROOT);
  }

  String text(RunRow row, Optional<RunRow> reference, Lang lang) {
    return switch (this) {
      case NUMBER -> lang.numbers().whole(row.number());
      case DIFFERS -> differences(row.record(), reference, lang);
      default -> text.apply(row.record(), lang);
    };
  }

  /** Settings that differ from the reference run, and changes during training. */
  private static String differences(RunRecord run, Optional<RunRow> reference, Lang lang) {
    VariantTexts words = new VariantTexts(lang);
    Stream<String> settings = reference.stream().map(first -> words.all(Differing.between(first.record().project(), run.project())))
        .filter(said -> !said.isEmpty());
    return Stream.concat(settings, words.changes(run).stream()).reduce((a, b) -> lang.say("twins.and", a, b)).orElse("");
  }

  /** Whether the cell differs from that of the reference run. */
  boolean differs(RunRow row, Optional<RunRow> reference, Lang lang) {
    return switch (this) {
      case DIFFERS -> !text(row, reference, lang).isEmpty();
      case OPTIMIZER, RATE, BATCH, SEED, PARAMETERS -> reference.map(first -> text.apply(first.record(), lang))
          .filter(first -> !first.equals(text.apply(row.record(), lang))).isPresent();
      default -> false;
    };
  }

  /** Whether right-aligned. */
  boolean numeric() {
    return this == NUMBER || number != null && this != BEGUN && this != COURSE;
  }

  double width() {
    return width;
  }

  boolean shownAt(double width) {
    return switch (this) {
      case TRAIN, VALIDATION, BEST -> width >= WIDEST; // the table of what differs has them
      case SEED, PARAMETERS, PROJECT, OPTIMIZER -> width >= WIDE;
      default -> true;
    };
  }

  /** Missing values last. */
  Comparator<RunRow> order(Lang lang) {
    if (this == NUMBER) {
      return Comparator.comparing(RunRow::number);
    }
    return number != null
        ? Comparator.comparing(row -> number.apply(row.record()))
        : Comparator.comparing(row -> text(row, Optional.empty(), lang));
  }

  /** Settings for the exported file. */
  static String optimizer(Project project) {
    return OptimizerCatalog.typeOf(project.training().optimizer()).id();
  }
}

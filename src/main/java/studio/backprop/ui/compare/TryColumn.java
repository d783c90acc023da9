package studio.backprop.ui.compare;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Project;
import studio.backprop.train.compare.Differing;
import studio.backprop.ui.document.ProjectTitle;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.When;

/** The columns of the table of tries: what each says of a run, what it sorts by, and whether a narrow window has room for it. */
enum TryColumn {
  NUMBER(40, (row, lang) -> lang.numbers().whole(row.number()), row -> (double) row.number()),
  RUN(132, (row, lang) -> lang.say(row.name()), null),
  BEGUN(108, (row, lang) -> When.say(row.begun(), lang), row -> (double) row.begun().toEpochMilli()),
  PROJECT(92, (row, lang) -> lang.say(ProjectTitle.of(row.projectName())), null),
  OPTIMIZER(100, (row, lang) -> lang.say(OptimizerCatalog.typeOf(row.project().training().optimizer()).title()), null),
  RATE(124, TryColumn::rate, row -> row.project().training().rate()),
  BATCH(76, (row, lang) -> lang.numbers().whole(row.project().training().batch()), row -> (double) row.project().training().batch()),
  SEED(56, (row, lang) -> String.valueOf(row.project().training().seed()), row -> (double) row.project().training().seed()),
  PARAMETERS(92, (row, lang) -> lang.numbers().whole(row.parameters()), row -> (double) row.parameters()),
  STEPS(56, (row, lang) -> lang.numbers().whole(row.steps()), row -> (double) row.steps()),
  TRAIN(84, (row, lang) -> number(row.train().loss(), lang), row -> row.train().loss()),
  VALIDATION(92, (row, lang) -> number(row.validation().loss(), lang), row -> row.validation().loss()),
  COURSE(104, (row, lang) -> LossSparkline.said(row, loss -> number(loss, lang)), row -> row.best().map(Try::judged).orElse(Double.NaN)),
  BEST_LOSS(84, (row, lang) -> row.best().map(best -> number(Try.judged(best), lang)).orElse("–"), row -> row.best().map(Try::judged)
      .orElse(Double.NaN)),
  RIGHT(116, TryColumn::right, Try::right),
  BEST(92, (row, lang) -> row.best().map(epoch -> lang.numbers().whole(epoch.epoch())).orElse("–"), row -> row.best()
      .map(e -> (double) e.epoch()).orElse(Double.NaN)),
  TIME(76, (row, lang) -> Double.isNaN(row.seconds()) ? "–" : lang.say("tries.seconds", lang.numbers().fixed(row.seconds(), 1)),
      Try::seconds),
  STATUS(112, TryColumn::status, null),
  DIFFERS(200, null, null);

  private static final int DIGITS = 3;
  private static final double WIDE = 1366;
  private static final double WIDEST = 1800;

  private final double width;
  private final BiFunction<Try, Lang, String> text;
  private final Function<Try, Double> number;

  TryColumn(double width, BiFunction<Try, Lang, String> text, Function<Try, Double> number) {
    this.width = width;
    this.text = text;
    this.number = number;
  }

  private static String number(double value, Lang lang) {
    return Double.isNaN(value) ? "–" : lang.numbers().significant(value, DIGITS);
  }

  /** With an arrow to what it was set to last, where it was changed on the way. */
  private static String rate(Try row, Lang lang) {
    String first = lang.numbers().entry(row.project().training().rate());
    double last = row.adjustments().isEmpty() ? row.project().training().rate() : row.adjustments().get(row.adjustments().size() - 1)
        .rate();
    return last == row.project().training().rate() ? first : lang.say("tries.rate.changed", first, lang.numbers().entry(last));
  }

  private static String right(Try row, Lang lang) {
    double right = row.right();
    return Double.isNaN(right) ? "–" : row.classes() ? lang.numbers().share(right)
        : lang.say("twins.r2", lang.numbers().fixed(right, DIGITS));
  }

  private static String status(Try row, Lang lang) {
    return lang.say("tries." + row.ending().name().toLowerCase(Locale.ROOT), row.steps());
  }

  String titleKey() {
    return "tries.column." + name().toLowerCase(Locale.ROOT);
  }

  /** @param reference the run with which this is compared */
  String text(Try row, Optional<Try> reference, Lang lang) {
    return this == DIFFERS ? differences(row, reference, lang) : text.apply(row, lang);
  }

  /** What is otherwise than in the run with which this is compared, and what was changed on the way. */
  private static String differences(Try row, Optional<Try> reference, Lang lang) {
    VariantWords words = new VariantWords(lang);
    Stream<String> settings = reference.stream().map(first -> words.all(Differing.between(first.project(), row.project())))
        .filter(said -> !said.isEmpty());
    return Stream.concat(settings, words.changes(row).stream()).reduce((a, b) -> lang.say("twins.and", a, b)).orElse("");
  }

  /** Whether the cell says something else than that of the run with which it is compared. */
  boolean differs(Try row, Optional<Try> reference, Lang lang) {
    return switch (this) {
      case DIFFERS -> !text(row, reference, lang).isEmpty();
      case OPTIMIZER, RATE, BATCH, SEED, PARAMETERS -> reference.filter(first -> !text.apply(first, lang).equals(text.apply(row, lang)))
          .isPresent();
      default -> false;
    };
  }

  /** Whether it stands at the right, with numbers below each other. */
  boolean numeric() {
    return number != null && this != BEGUN && this != COURSE;
  }

  double width() {
    return width;
  }

  /** Whether there is room for it in a table of a width. */
  boolean shownAt(double width) {
    return switch (this) {
      case TRAIN, VALIDATION, BEST -> width >= WIDEST; // the table of what differs has them
      case SEED, PARAMETERS, PROJECT, OPTIMIZER -> width >= WIDE;
      default -> true;
    };
  }

  /** What is not there comes last. */
  Comparator<Try> order(Lang lang) {
    return number != null ? Comparator.comparing(number) : Comparator.comparing(row -> text(row, Optional.empty(), lang));
  }

  /** Settings of a run that stand in the file of tries. */
  static String optimizer(Project project) {
    return OptimizerCatalog.typeOf(project.training().optimizer()).id();
  }
}

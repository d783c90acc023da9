package studio.backprop.ui.judge.evaluate.fold;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import studio.backprop.compare.Differing;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldSummary;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;

/** Localized texts of folds and their figures. */
final class FoldsTexts {
  private static final String NONE = "–";
  private static final int DIGITS = 3;
  private static final double PERCENT = 100;
  /** Magnitude (of a negative R²) from which three decimals are not useful. */
  private static final double LARGE = 10;
  /** Maximum number of settings that are named, not counted. */
  private static final int NAMED = 3;

  private final Lang lang;

  FoldsTexts(Lang lang) {
    this.lang = lang;
  }

  static Message method(CrossValidation.Method method) {
    return Message.of("folds.method." + method.name().toLowerCase(Locale.ROOT));
  }

  String name(FoldFigure figure) {
    return lang.say("metric." + figure.id());
  }

  /** Name in a table or within a sentence: accuracy, but ROC AUC. */
  String within(FoldFigure figure) {
    String name = name(figure);
    boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
    return word ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
  }

  /** With the decision threshold of two classes: that of the loss, whatever the project's. */
  String name(FoldFigure figure, FoldExperiment of) {
    FoldJob job = of.jobs().get(0);
    OptionalDouble cut = figure == FoldFigure.ACCURACY ? job.project().cutOfLoss(job.whole().dataset()) : OptionalDouble.empty();
    return cut.isPresent() ? lang.say("features.at", name(figure), lang.numbers().threshold(cut.getAsDouble())) : name(figure);
  }

  /** @param several whether there are repeats to be told apart */
  String fold(FoldJob job, boolean several) {
    return several ? lang.say("folds.fold.repeat", job.repeat() + 1, job.fold() + 1) : lang.say("folds.fold", job.fold() + 1);
  }

  String value(FoldFigure figure, double value) {
    return Double.isNaN(value) ? NONE : figure == FoldFigure.ACCURACY ? lang.numbers().percent(value, 1) : brief(figure, value);
  }

  /** @param largest of its column: all have as many decimals */
  String value(FoldFigure figure, double value, double largest) {
    boolean measured = switch (figure) {
      case MAE, RMSE, LOSS -> true;
      default -> false;
    };
    return measured && !Double.isNaN(value) ? lang.numbers().inColumn(value, largest, DIGITS) : value(figure, value);
  }

  /** Without a percent sign. */
  String brief(FoldFigure figure, double value) {
    return switch (figure) {
      case ACCURACY -> lang.numbers().fixed(PERCENT * value, 1);
      case ROC_AUC, F1, F1_MACRO, R2 -> lang.numbers().fixed(value, Math.abs(value) >= LARGE ? 1 : DIGITS);
      case MAE, RMSE, LOSS -> lang.numbers().aligned(value, DIGITS);
    };
  }

  /** 97.5 ± 2.3 %. @param largest of the averaged values */
  String meanAndDeviation(FoldFigure figure, FoldSummary summary, double largest) {
    if (Double.isNaN(summary.mean())) {
      return NONE;
    }
    String deviation = figure == FoldFigure.ACCURACY || figure.isFixed() ? brief(figure, summary.deviation())
        : lang.numbers().inColumn(summary.deviation(), largest, DIGITS);
    String mean = figure == FoldFigure.ACCURACY ? brief(figure, summary.mean()) : value(figure, summary.mean(), largest);
    return lang.say(figure == FoldFigure.ACCURACY ? "folds.mean_sd.percent" : "folds.mean_sd", mean, deviation);
  }

  String interval(FoldFigure figure, Interval interval) {
    if (!interval.isDefined()) {
      return NONE;
    }
    String key = interval.low() < 0 ? "folds.interval.to" : "metrics.interval"; // a dash before a minus reads as a subtraction
    return lang.say(key, brief(figure, interval.low()), value(figure, interval.high()));
  }

  /** Signed difference of two values, unsigned if it rounds to zero. @param around one of the values */
  String difference(FoldFigure figure, double by, double around) {
    if (Double.isNaN(by)) {
      return NONE;
    }
    String size = distance(figure, Math.abs(by), around);
    return size.equals(distance(figure, 0, around)) ? size : (by < 0 ? "−" : "+") + size;
  }

  /** Generalization gap, training minus held-out rows; signed only if the training rows are worse. */
  String gap(FoldFigure figure, double by, double around) {
    String signed = difference(figure, by, around);
    return signed.startsWith("+") ? signed.substring(1) : signed;
  }

  /** Absolute difference of two values: percentage points, or the plain number. @param around one of the values */
  String distance(FoldFigure figure, double by, double around) {
    if (Double.isNaN(by)) {
      return NONE;
    }
    if (figure == FoldFigure.ACCURACY) {
      return lang.say("folds.points", lang.numbers().fixed(PERCENT * by, 1));
    }
    return figure.isFixed() ? lang.numbers().fixed(by, DIGITS) : lang.numbers().inColumn(by, around, DIGITS);
  }

  String statistic(double t) {
    return Double.isNaN(t) ? NONE : lang.numbers().fixed(Math.abs(t) < 0.005 ? 0 : t, 2);
  }

  /** A p-value. */
  String probability(double p) {
    return Double.isNaN(p) ? NONE : lang.numbers().significant(p, 2);
  }

  /** Tick label of an axis of such values. */
  String mark(FoldFigure figure, double value, double largest) {
    return figure == FoldFigure.ACCURACY ? lang.numbers().significantPercent(value, DIGITS) : lang.numbers().mark(value, largest);
  }

  /** Differences of a second setting: Learning rate 0.03, Batch size 8. */
  String changes(List<Differing> differing) {
    if (differing.size() > NAMED) {
      return lang.say("folds.settings", differing.size());
    }
    return differing.stream().map(this::change).collect(Collectors.joining(lang.say("folds.and")));
  }

  private String change(Differing one) {
    Optional<String> now = written(one.now());
    return now.map(value -> lang.say("folds.setting", lang.say(one.what()), value)).orElseGet(() -> lang.say(one.what()));
  }

  private Optional<String> written(Object value) {
    if (value instanceof Number number) {
      return Optional.of(lang.numbers().entry(number.doubleValue()));
    }
    return value instanceof Message message ? Optional.of(lang.say(message)) : Optional.empty();
  }
}

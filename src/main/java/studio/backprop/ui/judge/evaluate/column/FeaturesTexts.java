package studio.backprop.ui.judge.evaluate.column;

import java.util.Locale;
import java.util.OptionalDouble;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.evaluate.column.FeatureTargetStatistics;
import studio.backprop.evaluate.column.ImportanceMetric;
import studio.backprop.evaluate.column.TableColumns;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.train.metric.Metric;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.DataTexts;

/** Localized texts of the figures of columns, and the reasons for undefined ones. */
final class FeaturesTexts {
  static final String NONE = "–";
  private static final int DECIMALS = 3;
  /** Decimals of a possibly small difference. */
  private static final int SMALL = 4;

  private final Lang lang;

  FeaturesTexts(Lang lang) {
    this.lang = lang;
  }

  String value(FeatureColumn column, FeatureRow row) {
    if (column == FeatureColumn.COLUMN) {
      return row.column();
    }
    if (!column.numeric()) {
      return "";
    }
    double value = column.number(row);
    if (Double.isNaN(value)) {
      return NONE;
    }
    return switch (column) {
      case INFORMATION -> lang.numbers().fixed(value, DECIMALS);
      case IMPORTANCE -> lang.say("features.mean_sd", small(value), small(row.importance().orElseThrow().deviation()));
      case P -> lang.numbers().significant(value, 2);
      default -> Double.isInfinite(value) ? "∞" : lang.numbers().significant(value, DECIMALS);
    };
  }

  private String small(double value) {
    return lang.numbers().fixed(value, SMALL);
  }

  /** Reason of a missing figure, or a remark on one. */
  String reason(FeatureColumn column, FeatureRow row, FeaturesModel model) {
    if (column == FeatureColumn.COLUMN) {
      return kind(row);
    }
    if (!column.numeric() || !Double.isNaN(column.number(row))) {
      return column == FeatureColumn.IMPORTANCE && row.together() > 0 ? lang.say("features.shuffled_with", row.together()) : "";
    }
    if (column == FeatureColumn.IMPORTANCE) {
      return lang.say(row.out() ? "features.lack.out" : row.importance().isPresent() ? "features.lack.metric"
          : "features.answer." + model.answerProperty().get().name().toLowerCase(Locale.ROOT));
    }
    if (row.figures().isEmpty()) {
      return lang.say("features.lack.unread");
    }
    FeatureTargetStatistics.Lack lack = row.figures().get().lack(row.words().isPresent(), model.report().orElseThrow().ofClasses());
    boolean test = column == FeatureColumn.F || column == FeatureColumn.P;
    return lang.say("features.lack." + (test ? lack : FeatureTargetStatistics.Lack.TOO_FEW).name().toLowerCase(Locale.ROOT));
  }

  /** Kind of a column (numeric, number of categories) and its number of missing values. */
  String kind(FeatureRow row) {
    return row.words().isPresent() ? lang.say("features.kind.words", row.words().getAsInt()) : lang.say("features.kind.numbers");
  }

  /** Name in a sentence, with the decision threshold of two classes. */
  String name(ImportanceMetric metric, FeaturesModel of) {
    boolean told = metric == ImportanceMetric.ACCURACY || metric == ImportanceMetric.BALANCED_ACCURACY;
    return at(lang.say("features.metric." + metric.id()), told, of);
  }

  String name(Metric metric, FeaturesModel of) {
    return at(lang.say("features.metric." + metric.id()), metric == Metric.ACCURACY, of);
  }

  private String at(String name, boolean told, FeaturesModel of) {
    OptionalDouble cut = of.report().map(report -> of.elimination().cut(report.data())).orElse(OptionalDouble.empty());
    return told && cut.isPresent() ? lang.say("features.at", name, lang.numbers().threshold(cut.getAsDouble())) : name;
  }

  String value(ImportanceMetric metric, double value) {
    return Double.isNaN(value) ? NONE
        : metric.isShare() ? lang.numbers().percent(value, 1) : lang.numbers().fixed(value, DECIMALS);
  }

  String value(Metric metric, double value) {
    return Double.isNaN(value) ? NONE
        : metric == Metric.ACCURACY ? lang.numbers().percent(value, 1) : lang.numbers().fixed(value, DECIMALS);
  }

  /** Quantity of a partial dependence: the probability of a class, or the target. */
  String output(Dataset data, int output) {
    return data.task() == Task.REGRESSION ? lang.say("features.predicted", new DataTexts(lang).target(data))
        : lang.say("features.probability", new DataTexts(lang).ofClass(data, output));
  }

  /** Position on the axis of a column: a category, or a number. */
  String place(TableColumns columns, int column, double value) {
    return columns.isWords(column) ? columns.words(column).get((int) value) : lang.numbers().significant(value, DECIMALS);
  }

  /** Name of a class, localized. */
  Message classOf(Dataset data, int index) {
    String key = "data." + data.name() + ".class." + index;
    return Texts.ENGLISH.has(key) ? Message.of(key) : Message.of("metrics.column", data.classNames().get(index));
  }
}

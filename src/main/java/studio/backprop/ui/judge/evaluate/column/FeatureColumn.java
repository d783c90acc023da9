package studio.backprop.ui.judge.evaluate.column;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import studio.backprop.evaluate.column.Importance;

/** Columns of the table of features, with their values and sort orders. */
enum FeatureColumn {
  COLUMN(null, 176),
  VARIANCE(FeatureRow::variance, 80),
  INFORMATION(FeatureRow::information, 120),
  F(FeatureRow::f, 116),
  P(FeatureRow::p, 84),
  IMPORTANCE(FeatureRow::mean, 200),
  USE(null, 52);

  private final ToDoubleFunction<FeatureRow> number;
  private final double width;

  FeatureColumn(ToDoubleFunction<FeatureRow> number, double width) {
    this.number = number;
    this.width = width;
  }

  double number(FeatureRow row) {
    return number.applyAsDouble(row);
  }

  /** Standard deviation of a row's value; 0 while unknown. */
  double deviation(FeatureRow row) {
    return this == IMPORTANCE ? row.importance().map(Importance::deviation).filter(Double::isFinite).orElse(0.0) : 0;
  }

  /** One end of the scale of the bars, including the deviations. @param sign −1 for the lower end */
  double end(List<FeatureRow> rows, int sign) {
    return sign * rows.stream().mapToDouble(row -> sign * number(row) + deviation(row)).filter(Double::isFinite).max().orElse(0);
  }

  boolean numeric() {
    return number != null;
  }

  /** Whether bars compare the rows. */
  boolean hasBar() {
    return this == INFORMATION || this == F || this == IMPORTANCE;
  }

  double width() {
    return width;
  }

  String titleKey() {
    return "features.column." + name().toLowerCase(Locale.ROOT);
  }

  /** Glossary term of the title. */
  Optional<String> term() {
    return Optional.ofNullable(switch (this) {
      case VARIANCE -> "variance";
      case INFORMATION -> "mutual-information";
      case F -> "f-test";
      case P -> "p-value";
      case IMPORTANCE -> "permutation-importance";
      default -> null;
    });
  }

  /** Rows without a number come last in either order. */
  Comparator<FeatureRow> order(boolean rising) {
    if (!numeric()) {
      Comparator<FeatureRow> byName = Comparator.comparing(row -> row.column().toLowerCase(Locale.ROOT));
      return rising ? byName : byName.reversed();
    }
    return Comparator.<FeatureRow, Boolean>comparing(row -> Double.isNaN(number(row)))
        .thenComparingDouble(row -> Double.isNaN(number(row)) ? 0 : rising ? number(row) : -number(row));
  }
}

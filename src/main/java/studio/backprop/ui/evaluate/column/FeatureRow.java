package studio.backprop.ui.evaluate.column;

import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.evaluate.column.ColumnFigures;
import studio.backprop.evaluate.column.Importance;

/**
 * One column of the table.
 *
 * @param place in the file
 * @param column its name
 * @param words how many words it is made of; empty for numbers, and where it is not read
 * @param out whether it is left out
 * @param figures of the training rows; empty where it has none
 * @param importance for the network; empty where it has none
 * @param together how many columns are shuffled with it
 */
public record FeatureRow(int place, String column, OptionalInt words, boolean out, Optional<ColumnFigures> figures,
    Optional<Importance> importance, int together) {
  public double variance() {
    return figures.map(ColumnFigures::variance).orElse(Double.NaN);
  }

  public double information() {
    return figures.map(ColumnFigures::information).orElse(Double.NaN);
  }

  public double f() {
    return figures.map(now -> now.test().f()).orElse(Double.NaN);
  }

  public double p() {
    return figures.map(now -> now.test().p()).orElse(Double.NaN);
  }

  public double mean() {
    return importance.map(Importance::mean).orElse(Double.NaN);
  }
}

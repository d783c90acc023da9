package studio.backprop.ui.judge.examples;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;

/** Histogram of one column over all parts, by class; a regression counts as one class. */
final class ColumnHistogram {
  private final Spread spread;
  /** [class][bin] */
  private final int[][] counts;

  private ColumnHistogram(Spread spread, int[][] counts) {
    this.spread = spread;
    this.counts = counts;
  }

  /** Columns with a histogram: numeric features, and a numeric target. */
  static List<ExampleColumn> columns(Dataset dataset) {
    List<ExampleColumn> columns = ExampleColumn.features(dataset);
    if (dataset.classNames().isEmpty()) {
      columns.add(0, ExampleColumn.TARGET);
    }
    return columns;
  }

  static ColumnHistogram of(PreparedData data, ExampleColumn column) {
    Part[] parts = Part.values();
    double[][] numbers = new double[parts.length][];
    for (Part part : parts) {
      double[] ofPart = new double[data.rows(part)];
      Arrays.setAll(ofPart, row -> column.number(data, Optional.empty(), new Example(part, row)));
      numbers[part.ordinal()] = ofPart;
    }
    Spread spread = Spread.of(Arrays.stream(numbers).flatMapToDouble(Arrays::stream).toArray());
    int[][] counts = new int[Math.max(1, data.dataset().classNames().size())][spread.bins()];
    for (Part part : parts) {
      for (int row = 0; row < data.rows(part); row++) {
        double number = numbers[part.ordinal()][row];
        if (Double.isFinite(number)) {
          counts[ExamplesModel.hasClasses(data) ? data.classOf(part, row) : 0][spread.bin(number)]++;
        }
      }
    }
    return new ColumnHistogram(spread, counts);
  }

  Spread spread() {
    return spread;
  }

  int classes() {
    return counts.length;
  }

  int count(int ofClass, int bin) {
    return counts[ofClass][bin];
  }

  int count(int bin) {
    return Arrays.stream(counts).mapToInt(ofClass -> ofClass[bin]).sum();
  }
}

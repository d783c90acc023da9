package studio.backprop.ui.judge.examples;

import java.util.List;
import studio.backprop.data.PreparedData;

/** The orders of pictures, which have no heads of columns to click. */
enum ExampleSorting {
  SHUFFLED(ExampleColumn.SHUFFLED),
  CLASS(ExampleColumn.TARGET),
  INDEX(ExampleColumn.ROW),
  CONFIDENCE(ExampleColumn.CERTAINTY),
  /** With the wrong ones alone, those that the network is surest of come first. */
  MOST_CONFIDENT(ExampleColumn.CERTAINTY, false);

  private final ExamplesModel.Order order;

  ExampleSorting(ExampleColumn column) {
    this(column, true);
  }

  ExampleSorting(ExampleColumn column, boolean ascending) {
    this.order = new ExamplesModel.Order(column, ascending);
  }

  /** Those that make sense for the data. */
  static List<ExampleSorting> of(PreparedData data) {
    return ExamplesModel.hasClasses(data) ? List.of(values()) : List.of(SHUFFLED, INDEX);
  }

  ExamplesModel.Order order() {
    return order;
  }
}

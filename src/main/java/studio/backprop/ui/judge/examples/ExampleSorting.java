package studio.backprop.ui.judge.examples;

import java.util.List;
import studio.backprop.data.PreparedData;

/** Sort orders of pictures, which have no column headers. */
enum ExampleSorting {
  SHUFFLED(ExampleColumn.SHUFFLED),
  CLASS(ExampleColumn.TARGET),
  INDEX(ExampleColumn.ROW),
  CONFIDENCE(ExampleColumn.CERTAINTY),
  /** With the filter for wrong ones, the most confident errors come first. */
  MOST_CONFIDENT(ExampleColumn.CERTAINTY, false);

  private final ExamplesModel.Order order;

  ExampleSorting(ExampleColumn column) {
    this(column, true);
  }

  ExampleSorting(ExampleColumn column, boolean ascending) {
    this.order = new ExamplesModel.Order(column, ascending);
  }

  /** Orders that apply to the data. */
  static List<ExampleSorting> of(PreparedData data) {
    return ExamplesModel.hasClasses(data) ? List.of(values()) : List.of(SHUFFLED, INDEX);
  }

  ExamplesModel.Order order() {
    return order;
  }
}

package studio.backprop.data;

/** What the numbers of a dataset are made from, where that is more than a row of measures or an image: a learner wants to see it whole. */
public sealed interface Content permits Content.Measures, Content.Nodes, Series, Graph, Text {
  /** Rows of measures, or images: every example stands for itself. */
  Content MEASURES = new Measures();

  /** Nodes of one graph, each with its features. */
  Content NODES = new Nodes();

  /** See {@link #NODES}. */
  record Nodes() implements Content {}

  /** See {@link #MEASURES}. */
  record Measures() implements Content {}

  /** Whether the rows are a time series: then only the last ones may be held out, as a random split would leak the future. */
  default boolean isOrdered() {
    return false;
  }
}

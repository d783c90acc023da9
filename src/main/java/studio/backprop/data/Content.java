package studio.backprop.data;

/** Structure of a dataset's examples, where they are more than vectors or images. */
public sealed interface Content permits Content.Measures, Content.Nodes, Series, Graph, Text {
  /** Independent vectors or images. */
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

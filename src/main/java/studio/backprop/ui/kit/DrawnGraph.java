package studio.backprop.ui.kit;

import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Graph;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/**
 * The graph of a dataset whose answers are the classes of its nodes, ready to be drawn.
 *
 * @param classes of each node; where nobody knows, the number of classes
 * @param rows of the dataset in which each node's class is known
 */
public record DrawnGraph(GraphLayout layout, int[] classes, int[] rows) {
  /** Empty where the examples are no graphs with an answer to each node. */
  public static Optional<DrawnGraph> of(Dataset data) {
    return data.graph().filter(graph -> data.answers() == graph.nodes()).map(graph -> of(data, graph));
  }

  private static DrawnGraph of(Dataset data, Graph graph) {
    float[] example = new float[data.width()];
    data.copyInput(0, example, 0);
    int[] classes = new int[graph.nodes()];
    int[] rows = new int[graph.nodes()];
    for (int node = 0; node < classes.length; node++) {
      classes[node] = data.classNames().size();
      for (int row = 0; row < data.rows(); row++) {
        if (!Float.isNaN(data.target(row, node))) {
          classes[node] = (int) data.target(row, node);
          rows[node] = row;
        }
      }
    }
    return new DrawnGraph(GraphLayout.of(classes.length, graph.edges(example)), classes, rows);
  }

  public int nodes() {
    return classes.length;
  }

  /** How many nodes' classes belong to a part. */
  public int count(PreparedData data, Part part) {
    return (int) IntStream.range(0, nodes()).filter(node -> classes[node] < data.dataset().classNames().size() && part(data, node) == part)
        .count();
  }

  /** The part to which a node's class belongs. */
  public Part part(PreparedData data, int node) {
    for (Part part : Part.values()) {
      for (int i = 0; i < data.rows(part); i++) {
        if (data.split().row(part, i) == rows[node]) {
          return part;
        }
      }
    }
    return Part.TRAIN;
  }
}

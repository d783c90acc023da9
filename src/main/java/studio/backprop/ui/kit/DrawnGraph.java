package studio.backprop.ui.kit;

import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Graph;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/**
 * Graph of a node-classification dataset, laid out for drawing; the class of an unlabelled node is the number of classes, {@code rows} are
 * those of the labelled nodes.
 */
public record DrawnGraph(GraphLayout layout, int[] classes, int[] rows) {
  /** Empty unless the examples are graphs with a label for each node. */
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

  public int count(PreparedData data, Part part) {
    return (int) IntStream.range(0, nodes()).filter(node -> classes[node] < data.dataset().classNames().size() && part(data, node) == part)
        .count();
  }

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

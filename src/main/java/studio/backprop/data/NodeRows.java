package studio.backprop.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.tensor.Shape;

/** Converts a node-classification graph into a table: a row for each node with its features, in the part in which its class is known. */
public final class NodeRows {
  private NodeRows() {}

  /** Empty unless the data are one graph. */
  public static Optional<PreparedData> of(PreparedData data) {
    Dataset whole = data.dataset();
    Optional<Graph> graph = whole.graph().filter(one -> one.nodes() == whole.answers() && whole.task() == Task.CLASSES);
    return graph.map(one -> nodes(data, one));
  }

  public static boolean are(PreparedData data) {
    return data.dataset().about().content() instanceof Content.Nodes;
  }

  private static PreparedData nodes(PreparedData data, Graph graph) {
    Dataset whole = data.dataset();
    float[] example = new float[whole.width()];
    data.copyRawInput(Part.TRAIN, 0, example);
    float[] classes = new float[graph.nodes()];
    Arrays.fill(classes, Float.NaN);
    int[][] parts = new int[Part.values().length][];
    for (Part part : Part.values()) {
      parts[part.ordinal()] = IntStream.range(0, graph.nodes()).filter(node -> data.rows(part) > 0).filter(node -> {
        float known = data.rawTarget(part, 0, node);
        classes[node] = Float.isNaN(known) ? classes[node] : known;
        return !Float.isNaN(known);
      }).toArray();
    }
    Dataset.Description about = new Dataset.Description(whole.name(), Shape.of(graph.features()), Task.CLASSES, List.of(),
        whole.about().targetName(), whole.classNames(), 0, Shape.SCALAR, 0, 0, Content.NODES, List.of());
    Dataset nodes = new Dataset(about, Arrays.copyOf(example, graph.nodes() * graph.features()), classes);
    return PreparedData.of(nodes, Split.ofRows(parts[0], parts[1], parts[2]), data.scaling());
  }
}

package studio.backprop.evaluate.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Feature;
import studio.backprop.data.Graph;
import studio.backprop.tensor.Shape;

/**
 * What the numbers of an example are to a reader: pixels, tokens, columns of a table, numbers of a series, nodes of a graph. Immutable;
 * arrays are not copied.
 *
 * @param kind what its parts are
 * @param partOf the part that each number of the example belongs to, or −1
 * @param count how many parts there are
 */
public record InputParts(Kind kind, int[] partOf, int count) {
  /** What a part is. */
  public enum Kind {
    PIXEL,
    TOKEN,
    COLUMN,
    /** A number at a time step, [steps, features]. */
    STEP,
    NODE
  }

  private static final int PICTURE_RANK = 3;
  private static final int SEQUENCE_RANK = 2;

  /** Of all examples of the data; of a graph, of this one. */
  public static InputParts of(Dataset data, float[] example) {
    int width = data.width();
    if (data.graph().isPresent()) {
      return ofGraph(data.graph().get(), example);
    }
    if (data.text().isPresent()) {
      return each(Kind.TOKEN, width);
    }
    Shape shape = data.inputShape();
    if (data.isImages() && shape.rank() == PICTURE_RANK) {
      int area = shape.size(1) * shape.size(2);
      return new InputParts(Kind.PIXEL, IntStream.range(0, width).map(i -> i % area).toArray(), area);
    }
    List<Feature> features = data.about().features();
    if (features.size() == width) {
      List<String> columns = features.stream().map(Feature::column).distinct().toList();
      return new InputParts(
          Kind.COLUMN, features.stream().mapToInt(feature -> columns.indexOf(feature.column())).toArray(), columns.size());
    }
    return each(shape.rank() == SEQUENCE_RANK ? Kind.STEP : Kind.COLUMN, width);
  }

  private static InputParts each(Kind kind, int width) {
    return new InputParts(kind, IntStream.range(0, width).toArray(), width);
  }

  private static InputParts ofGraph(Graph graph, float[] example) {
    int[] present = graph.present(example);
    int[] partOf = new int[example.length];
    Arrays.fill(partOf, -1);
    for (int part = 0; part < present.length; part++) {
      for (int i = 0; i < graph.features(); i++) {
        partOf[present[part] * graph.features() + i] = part;
      }
    }
    return new InputParts(Kind.NODE, partOf, present.length);
  }

  /**
   * The numbers that are replaced together to take each part away.
   *
   * @param each numbers of the network's input for each number of the example
   */
  List<int[]> places(int each) {
    List<int[]> places = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      int wanted = part;
      places.add(IntStream.range(0, partOf.length).filter(i -> partOf[i] == wanted)
          .flatMap(i -> IntStream.range(i * each, (i + 1) * each)).toArray());
    }
    return places;
  }

  /** The same of a graph: a node goes with all its edges, as if it only filled up. */
  List<int[]> places(Graph graph, float[] example) {
    int[] present = graph.present(example);
    return IntStream.of(present).mapToObj(node -> IntStream.concat(
        IntStream.range(node * graph.features(), (node + 1) * graph.features()),
        IntStream.range(0, graph.nodes()).flatMap(other -> IntStream.of(graph.edge(node, other), graph.edge(other, node))))
        .distinct().toArray()).toList();
  }

  /**
   * Sums up what belongs to each part.
   *
   * @param values one for each number of the network's input
   * @param each numbers of the network's input for each number of the example
   */
  double[] sums(double[] values, int each) {
    double[] sums = new double[count];
    for (int i = 0; i < values.length; i++) {
      if (partOf[i / each] >= 0) {
        sums[partOf[i / each]] += values[i];
      }
    }
    return sums;
  }
}

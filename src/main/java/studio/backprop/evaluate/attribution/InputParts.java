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
 * Grouping of input features into pixels, tokens, table columns, time steps or graph nodes. Immutable; arrays are not copied.
 *
 * @param partOf part of each feature, or −1
 * @param count number of parts
 */
public record InputParts(Kind kind, int[] partOf, int count) {
  public enum Kind {
    PIXEL,
    TOKEN,
    COLUMN,
    /** Feature at a time step, [steps, features]. */
    STEP,
    NODE
  }

  private static final int PICTURE_RANK = 3;
  private static final int SEQUENCE_RANK = 2;

  /** @param example used for graphs only */
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
   * Input indices by part, for occlusion.
   *
   * @param each components per feature, above 1 for embedded tokens
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

  /** Of a graph: a node with all its edges, as if it were padding. */
  List<int[]> places(Graph graph, float[] example) {
    int[] present = graph.present(example);
    return IntStream.of(present).mapToObj(node -> IntStream.concat(
        IntStream.range(node * graph.features(), (node + 1) * graph.features()),
        IntStream.range(0, graph.nodes()).flatMap(other -> IntStream.of(graph.edge(node, other), graph.edge(other, node))))
        .distinct().toArray()).toList();
  }

  /**
   * Sums by part.
   *
   * @param values by input component
   * @param each components per feature
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

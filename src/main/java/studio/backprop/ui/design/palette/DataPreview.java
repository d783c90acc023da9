package studio.backprop.ui.design.palette;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Series;
import studio.backprop.data.Task;
import studio.backprop.data.Text;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.DrawnGraph;
import studio.backprop.ui.kit.GraphPicture;

/** Data of a thumbnail: points of a plane, a dozen images, a time series, one graph or several, or lines of text. */
sealed interface DataPreview {
  int MOST_POINTS = 1000;
  int IMAGES = 12;
  int LINES = 12;

  /** No preview. */
  record None() implements DataPreview {}

  /**
   * Points of the plane.
   *
   * @param classes whether {@code targets} are class indices; otherwise values in [−1, 1]
   */
  record Plane(float[] xs, float[] ys, float[] targets, boolean classes) implements DataPreview {}

  /** Images in sequence, row-major. */
  record Images(float[] pixels, int count, int height, int width, float white) implements DataPreview {}

  /**
   * Time series in its parts.
   *
   * @param partEnds index of the last target of each part; values before the first target belong to training
   */
  record Line(double[] values, int[] partEnds) implements DataPreview {}

  /** Graph in the colours of its nodes' classes; training nodes stand out. */
  record Net(DrawnGraph nodes, boolean[] learned) implements DataPreview {
    static Net of(DrawnGraph nodes, PreparedData data) {
      boolean[] learned = new boolean[nodes.nodes()];
      for (int node = 0; node < learned.length; node++) {
        learned[node] = nodes.part(data, node) == Part.TRAIN;
      }
      return new Net(nodes, learned);
    }
  }

  /** Several graphs of a dataset. */
  record Graphs(List<GraphPicture> graphs) implements DataPreview {
    static final int ACROSS = 4;
    static final int DOWN = 3;

    static Graphs of(PreparedData data) {
      return new Graphs(IntStream.range(0, Math.min(ACROSS * DOWN, data.trainRows()))
          .mapToObj(row -> GraphPicture.of(data, new Example(Part.TRAIN, row))).toList());
    }
  }

  /** Beginning of a text. */
  record Lines(String text) implements DataPreview {}

  static DataPreview of(PreparedData data) {
    Dataset dataset = data.dataset();
    Optional<DrawnGraph> graph = DrawnGraph.of(dataset);
    if (graph.isPresent()) {
      return Net.of(graph.get(), data);
    }
    if (dataset.isGraphs()) {
      return Graphs.of(data);
    }
    if (dataset.series().isPresent()) {
      return line(data, dataset.series().get());
    }
    if (dataset.isImages()) {
      return images(data);
    }
    if (dataset.text().isPresent()) {
      return new Lines(lines(data, dataset.text().get()));
    }
    return dataset.isPoints() ? plane(data) : dataset.isCurve() ? curve(data) : new None();
  }

  /** y over x, each scaled to its range. */
  private static Plane curve(PreparedData data) {
    int count = Math.min(MOST_POINTS, data.trainRows());
    float[] xs = new float[count];
    float[] ys = new float[count];
    float[] x = new float[1];
    for (int row = 0; row < count; row++) {
      data.copyRawInput(Part.TRAIN, row, x);
      xs[row] = x[0];
      ys[row] = data.rawTarget(Part.TRAIN, row);
    }
    scale(xs);
    scale(ys);
    return new Plane(xs, ys, ys, false);
  }

  private static void scale(float[] numbers) {
    float largest = 0;
    for (float number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    for (int i = 0; i < numbers.length && largest > 0; i++) {
      numbers[i] /= largest;
    }
  }

  private static Plane plane(PreparedData data) {
    int count = Math.min(MOST_POINTS, data.trainRows());
    boolean classes = data.dataset().task() == Task.CLASSES;
    float[] xs = new float[count];
    float[] ys = new float[count];
    float[] targets = new float[count];
    float[] xy = new float[2];
    float largest = 0;
    for (int i = 0; i < count; i++) {
      int row = (int) ((long) i * data.trainRows() / count);
      data.copyRawInput(Part.TRAIN, row, xy);
      xs[i] = xy[0];
      ys[i] = xy[1];
      targets[i] = data.rawTarget(Part.TRAIN, row);
      largest = Math.max(largest, Math.abs(targets[i]));
    }
    for (int i = 0; i < count && !classes; i++) {
      targets[i] /= largest == 0 ? 1 : largest;
    }
    return new Plane(xs, ys, targets, classes);
  }

  private static String lines(PreparedData data, Text text) {
    float[] tokens = new float[data.dataset().width()];
    return IntStream.range(0, Math.min(LINES, data.trainRows()))
        .mapToObj(row -> {
          data.copyRawInput(Part.TRAIN, row, tokens);
          return text.write(tokens).strip();
        })
        .collect(Collectors.joining(text.running() ? "" : ", "));
  }

  private static Line line(PreparedData data, Series series) {
    double[] values = new double[series.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = series.value(i);
    }
    int[] ends = new int[Part.values().length];
    int rows = 0;
    for (Part part : Part.values()) {
      rows += data.rows(part);
      ends[part.ordinal()] = series.answerTo(rows - 1);
    }
    return new Line(values, ends);
  }

  private static Images images(PreparedData data) {
    Dataset dataset = data.dataset();
    int count = Math.min(IMAGES, data.trainRows());
    int height = dataset.inputShape().size(1);
    int width = dataset.inputShape().size(2);
    float[] example = new float[dataset.width()];
    float[] pixels = new float[count * height * width];
    for (int i = 0; i < count; i++) {
      data.copyRawInput(Part.TRAIN, (int) ((long) i * data.trainRows() / count), example);
      System.arraycopy(example, 0, pixels, i * height * width, height * width);
    }
    return new Images(pixels, count, height, width, dataset.about().largestPixel());
  }
}

package studio.backprop.ui.window.start;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Series;
import studio.backprop.data.Task;
import studio.backprop.data.Text;
import studio.backprop.environment.Environment;
import studio.backprop.run.FullBatchDescent;
import studio.backprop.ui.kit.DrawnGraph;
import studio.backprop.ui.kit.GraphPicture;

/** Preview data of a sample: points, images, time series, table columns, graph, text or environment. */
sealed interface SamplePreview {
  int POINTS = 240;
  int IMAGES = 24;
  int ROWS = 36;

  /** Points of the plane with classes, and a trained network's output once available. */
  record Plane(float[] xs, float[] ys, int[] classes, Optional<PlaneAnswer> answer) implements SamplePreview {
    /** Margin around the outermost point, as a factor. */
    private static final double MARGIN = 1.2;

    double reach() {
      double farthest = 0;
      for (int i = 0; i < xs.length; i++) {
        farthest = Math.max(farthest, Math.max(Math.abs(xs[i]), Math.abs(ys[i])));
      }
      return farthest * MARGIN;
    }

    Plane learnedBy(FullBatchDescent descent) {
      return new Plane(xs, ys, classes, Optional.of(PlaneAnswer.learn(descent, reach())));
    }
  }

  /** Consecutive row-major images; {@code white} is the largest pixel value. */
  record Images(float[] pixels, int count, int height, int width, float white) implements SamplePreview {}

  /** Table rows with the smallest targets first: [rows × columns] cells, each column scaled to [−1, 1], NaN if missing. */
  record Table(float[] cells, int rows, int columns) implements SamplePreview {}

  record Line(float[] values) implements SamplePreview {
    private static final int MOST = 150;

    static Line of(Series series) {
      int shown = Math.min(MOST, series.length());
      double[] newest = IntStream.range(series.length() - shown, series.length()).mapToDouble(series::value).toArray();
      double low = Arrays.stream(newest).min().orElse(0);
      double high = Arrays.stream(newest).max().orElse(0);
      float[] values = new float[shown];
      for (int i = 0; i < shown; i++) {
        values[i] = high > low ? (float) ((newest[i] - low) / (high - low)) : 0;
      }
      return new Line(values);
    }
  }

  /** Graph coloured by node classes. */
  record Net(DrawnGraph nodes) implements SamplePreview {}

  /** Some of many graphs. */
  record Graphs(List<GraphPicture> graphs) implements SamplePreview {
    private static final int MOST = 12;

    static Graphs of(Dataset data) {
      return new Graphs(IntStream.range(0, Math.min(MOST, data.rows())).mapToObj(row -> GraphPicture.of(data, row)).toList());
    }
  }

  /** The first lines of a text. */
  record Lines(List<String> lines) implements SamplePreview {
    private static final int MOST = 12;

    static Lines of(Dataset data, Text text) {
      float[] tokens = new float[data.width()];
      return new Lines(IntStream.range(0, Math.min(MOST, data.rows())).mapToObj(row -> {
        // spread out, so that not all begin with an A
        data.copyInput(text.running() ? row : (int) ((long) row * data.rows() / MOST), tokens, 0);
        return text.write(tokens).strip();
      }).toList());
    }
  }

  /** Initial state of an environment. */
  record World(Environment environment, double[] state) implements SamplePreview {
    private static final long SEED = 3;

    static World of(Environment environment) {
      double[] state = new double[environment.stateSize()];
      environment.reset(new SplittableRandom(SEED), state);
      return new World(environment, state);
    }
  }

  static SamplePreview of(Dataset data) {
    Optional<DrawnGraph> graph = DrawnGraph.of(data);
    if (graph.isPresent()) {
      return new Net(graph.get());
    }
    if (data.isGraphs()) {
      return Graphs.of(data);
    }
    if (data.text().isPresent()) {
      return Lines.of(data, data.text().get());
    }
    if (data.series().isPresent()) {
      return Line.of(data.series().get());
    }
    if (data.isImages()) {
      return images(data);
    }
    return data.isPoints() && data.task() == Task.CLASSES ? plane(data) : table(data);
  }

  private static Plane plane(Dataset data) {
    int count = Math.min(POINTS, data.rows());
    float[] xs = new float[count];
    float[] ys = new float[count];
    int[] classes = new int[count];
    for (int row = 0; row < count; row++) {
      xs[row] = data.input(row, 0);
      ys[row] = data.input(row, 1);
      classes[row] = (int) data.target(row);
    }
    return new Plane(xs, ys, classes, Optional.empty());
  }

  private static Images images(Dataset data) {
    int count = Math.min(IMAGES, data.rows());
    float[] example = new float[data.width()];
    int height = data.inputShape().size(1);
    int width = data.inputShape().size(2);
    float[] pixels = new float[count * height * width];
    for (int i = 0; i < count; i++) {
      data.copyInput(i, example, 0);
      System.arraycopy(example, 0, pixels, i * height * width, height * width);
    }
    return new Images(pixels, count, height, width, data.about().largestPixel());
  }

  private static Table table(Dataset data) {
    int count = Math.min(ROWS, data.rows());
    int[] rows = IntStream.range(0, data.rows())
        .boxed()
        .sorted(Comparator.comparingDouble(data::target))
        .mapToInt(Integer::intValue)
        .toArray();
    int columns = data.width();
    float[] cells = new float[count * columns];
    for (int column = 0; column < columns; column++) {
      float[] scaled = scaled(data, column);
      for (int i = 0; i < count; i++) {
        cells[i * columns + column] = scaled[rows[(int) ((long) i * data.rows() / count)]];
      }
    }
    return new Table(cells, count, columns);
  }

  /** Scales a column to [−1, 1]; a constant column is 0. */
  private static float[] scaled(Dataset data, int column) {
    float[] values = new float[data.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = data.input(row, column);
    }
    float[] sorted = values.clone();
    // NaN sorts last
    Arrays.sort(sorted);
    int known = (int) IntStream.range(0, sorted.length).filter(i -> !Float.isNaN(sorted[i])).count();
    float low = known == 0 ? 0 : sorted[0];
    float span = known == 0 ? 0 : sorted[known - 1] - low;
    for (int row = 0; row < values.length; row++) {
      values[row] = span == 0 ? values[row] * 0 : (values[row] - low) / span * 2 - 1;
    }
    return values;
  }
}

package studio.backprop.app.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.embed.EmbeddingLayout;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Node;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.predict.Replica;

/** Lays out the rows of a project, or what a node makes of them, in two or three dimensions. */
@Command(name = "embed", sortOptions = false)
final class Embed implements Callable<Integer> {
  /** How points are laid out. */
  enum Method {
    PCA,
    TSNE
  }

  private static final int NEIGHBOURS = 10;
  private static final int BATCH = 128;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--part", paramLabel = "PART", descriptionKey = "backprop.embed.part")
  private Part part;

  @Option(names = "--method", paramLabel = "NAME", descriptionKey = "backprop.embed.method")
  private Method method = Method.TSNE;

  @Option(names = "--node", paramLabel = "NAME", descriptionKey = "backprop.embed.node")
  private String node;

  @Option(names = "--dimensions", paramLabel = "N", descriptionKey = "backprop.embed.dimensions")
  private int dimensions = 2;

  @Option(names = "--perplexity", paramLabel = "P", descriptionKey = "backprop.embed.perplexity")
  private double perplexity = EmbeddingLayout.PERPLEXITY;

  Embed(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (dimensions < 2 || dimensions > 3) {
      throw Failure.of("cli.problem.embed_dimensions", dimensions);
    }
    Loaded loaded = Loaded.of(file, terminal);
    PreparedData data = Training.prepare(loaded.project());
    List<Row> rows = rows(data);
    if (rows.size() < EmbeddingLayout.FEWEST) {
      throw Failure.of("cli.problem.embed_few", rows.size());
    }
    double[][] points = node == null ? inputs(data, rows) : outputs(loaded, data, rows);
    long start = System.nanoTime();
    try (Interrupt interrupt = Interrupt.watched()) {
      double[][] layout = method == Method.PCA ? EmbeddingLayout.pca(points, dimensions)
          : EmbeddingLayout.tsne(points, dimensions, perplexity, 0, interrupt::requested);
      String seconds = terminal.numbers().significant((System.nanoTime() - start) / 1e9, 3);
      terminal.note("cli.embed.done", points.length, points[0].length, seconds);
      print(data, rows, layout);
      return interrupt.exitCode();
    }
  }

  /** A row of a part. */
  private record Row(Part part, int row) {
  }

  /** The rows that are asked for; of too many, as many at even distances as t-SNE takes. */
  private List<Row> rows(PreparedData data) {
    Set<Part> parts = part == null ? EnumSet.allOf(Part.class) : EnumSet.of(part);
    List<Row> all = new ArrayList<>();
    parts.forEach(one -> {
      for (int row = 0; row < data.rows(one); row++) {
        all.add(new Row(one, row));
      }
    });
    if (all.size() <= EmbeddingLayout.MOST) {
      return all;
    }
    List<Row> some = new ArrayList<>();
    for (int i = 0; i < EmbeddingLayout.MOST; i++) {
      some.add(all.get((int) ((long) i * all.size() / EmbeddingLayout.MOST)));
    }
    return some;
  }

  private static double[][] inputs(PreparedData data, List<Row> rows) {
    int width = data.dataset().width();
    double[][] points = new double[rows.size()][width];
    float[] input = new float[width];
    for (int i = 0; i < points.length; i++) {
      data.copyInput(rows.get(i).part(), rows.get(i).row(), input, 0);
      for (int place = 0; place < width; place++) {
        points[i][place] = input[place];
      }
    }
    return points;
  }

  private double[][] outputs(Loaded loaded, PreparedData data, List<Row> rows) throws Failure {
    Node asked = loaded.project().network().named(node).orElseThrow(() -> Failure.of("cli.problem.no_node", node));
    var learned = loaded.learned("cli.problem.untrained_evaluate");
    double[][] points = new double[rows.size()][];
    int width = data.dataset().width();
    try (Kernels kernels = KernelChoice.create(Threads.suited(loaded.project()))) {
      Replica replica = Replica.of(loaded.project().network(), data, learned, kernels);
      for (int from = 0; from < points.length; from += BATCH) {
        int count = Math.min(BATCH, points.length - from);
        float[] batch = new float[count * width];
        for (int i = 0; i < count; i++) {
          data.copyInput(rows.get(from + i).part(), rows.get(from + i).row(), batch, i * width);
        }
        Tensor output = replica.answer(batch, 0, count).output(asked.id()).orElseThrow(() -> Failure.of("cli.problem.no_node", node));
        for (int i = 0; i < count; i++) {
          points[from + i] = new double[output.rowCount()];
          for (int place = 0; place < output.rowCount(); place++) {
            points[from + i][place] = output.get(i, place);
          }
        }
      }
    }
    return points;
  }

  private void print(PreparedData data, List<Row> rows, double[][] layout) {
    boolean classes = data.dataset().task() == Task.CLASSES && data.dataset().answers() == 1;
    terminal.print("part,row," + (classes ? "class" : "value") + (dimensions == 2 ? ",x,y" : ",x,y,z"));
    int[] labels = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      float target = data.rawTarget(row.part(), row.row());
      labels[i] = (int) target;
      StringBuilder line = new StringBuilder(row.part().name().toLowerCase(Locale.ROOT)).append(',').append(row.row() + 1).append(',')
          .append(classes ? '"' + data.dataset().classNames().get(labels[i]) + '"' : String.valueOf(target));
      for (double coordinate : layout[i]) {
        line.append(',').append((float) coordinate);
      }
      terminal.print(line.toString());
    }
    if (classes) {
      terminal.note("cli.embed.same", terminal.numbers().fixed(100 * EmbeddingLayout.sameLabelNearby(layout, labels, NEIGHBOURS), 1));
    }
  }
}

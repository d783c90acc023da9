package studio.backprop.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.NodeRows;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.embed.EmbeddingCsv;
import studio.backprop.evaluate.embed.EmbeddingProjection;
import studio.backprop.evaluate.embed.EmbeddingSample;
import studio.backprop.evaluate.embed.GraphOutputs;
import studio.backprop.evaluate.embed.NodeOutputs;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;

/** Command {@code embed}: projects the rows of a project, or a node's outputs for them, to two or three dimensions. */
@Command(name = "embed", sortOptions = false)
final class Embed implements Callable<Integer> {
  enum Method {
    PCA,
    TSNE
  }

  private static final int NEIGHBOURS = 10;

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
  private Double perplexity;

  Embed(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (dimensions < 2 || dimensions > 3) {
      throw Failure.option("cli.problem.embed_dimensions", dimensions);
    }
    Loaded loaded = Loaded.of(file, terminal);
    loaded.checkPredicts();
    PreparedData whole = Training.prepare(loaded.project());
    PreparedData data = NodeRows.of(whole).orElse(whole);
    Optional<Node> asked = Optional.empty();
    if (node != null) {
      asked = Optional.of(loaded.project().network().named(node).orElseThrow(() -> noNode(loaded)));
    }
    long width = asked.flatMap(one -> loaded.project().network().analyse().shape(one.id()))
        .map(shape -> data == whole ? shape.count() : shape.count() / whole.dataset().answers())
        .orElse((long) data.dataset().width());
    List<Example> rows = rows(data, width);
    if (rows.size() < EmbeddingProjection.FEWEST) {
      throw Failure.of("cli.problem.embed_few", rows.size());
    }
    double neighbours = perplexity(rows.size());
    double[][] points = asked.isEmpty() ? inputs(data, rows) : outputs(loaded, whole, data, asked.get(), rows);
    long start = System.nanoTime();
    try (Interrupt interrupt = Interrupt.watched()) {
      double[][] layout = method == Method.PCA ? EmbeddingProjection.pca(points, dimensions)
          : EmbeddingProjection.tsne(points, dimensions, neighbours, loaded.project().training().seed(), interrupt::requested);
      String seconds = terminal.numbers().significant((System.nanoTime() - start) / 1e9, 3);
      terminal.note("cli.embed.done", points.length, points[0].length, seconds);
      print(data, rows, layout);
      return interrupt.exitCode();
    }
  }

  /** Requested rows; of too many, a stratified sample. */
  private List<Example> rows(PreparedData data, long width) {
    return EmbeddingSample.of(data, part == null ? EnumSet.allOf(Part.class) : EnumSet.of(part), width);
  }

  private static double[][] inputs(PreparedData data, List<Example> rows) {
    double[][] points = new double[rows.size()][data.dataset().width()];
    float[] input = new float[data.dataset().width()];
    for (int i = 0; i < points.length; i++) {
      data.copyInput(rows.get(i).part(), rows.get(i).row(), input, 0);
      for (int place = 0; place < input.length; place++) {
        points[i][place] = input[place];
      }
    }
    return points;
  }

  /** @param rows of {@code data}; in a graph its nodes */
  private double[][] outputs(Loaded loaded, PreparedData whole, PreparedData data, Node asked, List<Example> rows) throws Failure {
    var learned = loaded.learned("cli.problem.untrained_evaluate");
    try (Kernels kernels = KernelChoice.create(Threads.suited(loaded.project()))) {
      Replica replica = Replica.of(loaded.project().network(), whole, learned, kernels);
      if (data != whole) {
        return GraphOutputs.of(replica, OptionalInt.of(asked.id()), data, rows, OptionalDouble.empty()).points();
      }
      return NodeOutputs.of(replica, OptionalInt.of(asked.id()), rows, OptionalDouble.empty(), () -> {}).points();
    } catch (IllegalArgumentException e) {
      throw noNode(loaded);
    }
  }

  private Failure noNode(Loaded loaded) {
    return Failure.option("cli.problem.no_node", node,
        String.join(", ", loaded.project().network().nodes().stream().map(Node::name).toList()));
  }

  /** Requested perplexity, clamped to the window's limits, or the default or maximum for so many points. */
  private double perplexity(int points) throws Failure {
    double most = EmbeddingProjection.mostPerplexity(points);
    if (perplexity == null || method == Method.PCA) {
      return Math.min(EmbeddingProjection.PERPLEXITY, most);
    }
    double least = EmbeddingProjection.leastPerplexity(points);
    if (!(perplexity >= least && perplexity <= most)) {
      throw Failure.option("cli.problem.embed_perplexity", terminal.numbers().entry(least), terminal.numbers().entry(most), points,
          terminal.numbers().entry(perplexity));
    }
    return perplexity;
  }

  private void print(PreparedData data, List<Example> rows, double[][] layout) {
    terminal.print(EmbeddingCsv.write(data, rows, layout).stripTrailing());
    int[] labels = EmbeddingCsv.labels(data, rows);
    if (labels.length > 0) {
      terminal.note("cli.embed.same", terminal.numbers().fixed(100 * EmbeddingProjection.sameLabelNearby(layout, labels, NEIGHBOURS), 1));
    }
  }
}

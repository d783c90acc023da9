package studio.backprop.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import studio.backprop.tensor.Seeds;

/**
 * Bundled graph from <code>resources/data/&lt;id&gt;-nodes.csv.gz</code> (node, class) and
 * <code>&lt;id&gt;-edges.csv.gz</code> (from, to), with one-hot node features. The same graph is the single example of each part; the parts
 * differ by the nodes whose class is known. Training nodes of a class: the one with the highest degree and those that share most neighbours
 * with it; of the others, half are for validation and half for testing, drawn by the seed.
 *
 * @param known training nodes per class
 */
record BundledGraph(int known) implements DatasetInfo.Source {
  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    TableData nodes = BundledTable.read(info.id() + "-nodes", progress);
    TableData edges = BundledTable.read(info.id() + "-edges", progress);
    Graph graph = new Graph(nodes.rows(), nodes.rows());
    List<String> classes = IntStream.range(0, nodes.rows()).mapToObj(node -> nodes.cell(node, 1)).distinct().toList();
    int[] classOf = IntStream.range(0, nodes.rows()).map(node -> classes.indexOf(nodes.cell(node, 1))).toArray();
    float[] example = example(graph, edges);
    Dataset.Description about =
        new Dataset.Description(
            info.id(), info.inputShape(), Task.CLASSES, List.of(), nodes.columns().get(1), classes, 0, info.answers(), 1, 1, graph,
            List.of());
    return new Dataset(about, thrice(example), answers(parts(graph, example, classOf, settings.seed()), classOf));
  }

  private static float[] example(Graph graph, TableData edges) {
    float[] example = new float[graph.width()];
    for (int node = 0; node < graph.nodes(); node++) {
      example[node * graph.features() + node] = 1;
    }
    for (int row = 0; row < edges.rows(); row++) {
      int from = Integer.parseInt(edges.cell(row, 0));
      int to = Integer.parseInt(edges.cell(row, 1));
      example[graph.edge(from, to)] = 1;
      example[graph.edge(to, from)] = 1;
    }
    return example;
  }

  private static float[] thrice(float[] example) {
    int parts = Part.values().length;
    float[] all = new float[parts * example.length];
    for (int part = 0; part < parts; part++) {
      System.arraycopy(example, 0, all, part * example.length, example.length);
    }
    return all;
  }

  private Part[] parts(Graph graph, float[] example, int[] classOf, long seed) {
    SplittableRandom random = new Seeds(seed).source("split");
    Part[] parts = new Part[classOf.length];
    for (int c = 0; c <= Arrays.stream(classOf).max().getAsInt(); c++) {
      int of = c;
      int[] members = IntStream.range(0, classOf.length).filter(node -> classOf[node] == of).toArray();
      int leader = Arrays.stream(members).boxed().max(Comparator.comparingInt(node -> shared(graph, example, node, node))).orElseThrow();
      int[] ranked = Arrays.stream(members).boxed()
          .sorted(Comparator.comparingInt(node -> -shared(graph, example, node, leader))).mapToInt(node -> node).toArray();
      for (int i = 0; i < known; i++) {
        parts[ranked[i]] = Part.TRAIN;
      }
      int[] others = Arrays.copyOfRange(ranked, known, ranked.length);
      Shuffle.shuffle(others, random);
      for (int i = 0; i < others.length; i++) {
        parts[others[i]] = i % 2 == 0 ? Part.VALIDATION : Part.TEST;
      }
    }
    return parts;
  }

  /** Common neighbours of two nodes; its degree for a node with itself. */
  private static int shared(Graph graph, float[] example, int one, int other) {
    return (int) IntStream.range(0, graph.nodes())
        .filter(node -> example[graph.edge(one, node)] != 0 && example[graph.edge(other, node)] != 0).count();
  }

  /** Targets [part, node]; NaN for nodes of other parts. */
  private static float[] answers(Part[] parts, int[] classOf) {
    float[] answers = new float[Part.values().length * parts.length];
    Arrays.fill(answers, Float.NaN);
    for (int node = 0; node < parts.length; node++) {
      answers[parts[node].ordinal() * parts.length + node] = classOf[node];
    }
    return answers;
  }
}

package studio.backprop.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import studio.backprop.data.generate.GraphFamily;
import studio.backprop.tensor.Seeds;

/**
 * Small random graphs of several families in equal numbers; the family is the class. The only node feature is 1 for each real node, so that
 * all information is in the edges. Nodes are shuffled; padding nodes are last.
 */
record GeneratedGraphs() implements DatasetInfo.Source {
  @Override
  public boolean isGenerated() {
    return true;
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) {
    SplittableRandom random = new Seeds(settings.seed()).source("graphs");
    Graph graph = new Graph(GraphFamily.MOST_NODES, 1);
    GraphFamily[] families = GraphFamily.values();
    float[] inputs = new float[graph.width() * settings.points()];
    float[] answers = new float[settings.points()];
    for (int row = 0; row < settings.points(); row++) {
      answers[row] = row % families.length;
      float[] example = example(graph, families[row % families.length], random, settings.noise());
      System.arraycopy(example, 0, inputs, row * graph.width(), graph.width());
      progress.step(row + 1, settings.points());
    }
    List<String> names = Arrays.stream(families).map(family -> family.name().toLowerCase(Locale.ROOT)).toList();
    return new Dataset(
        new Dataset.Description(
            info.id(), info.inputShape(), Task.CLASSES, List.of(), "family", names, 0, info.answers(), 0, 0, graph, List.of()),
        inputs,
        answers);
  }

  private static float[] example(Graph graph, GraphFamily family, SplittableRandom random, double noise) {
    float[] drawn = new float[graph.width()];
    int nodes = family.draw(random, noise, (one, other) -> {
      drawn[graph.edge(one, other)] = one == other ? 0 : 1;
      drawn[graph.edge(other, one)] = one == other ? 0 : 1;
    });
    int[] order = IntStream.range(0, nodes).toArray();
    Shuffle.shuffle(order, random);
    float[] example = new float[graph.width()];
    for (int one = 0; one < nodes; one++) {
      example[one] = 1;
      for (int other = 0; other < nodes; other++) {
        example[graph.edge(one, other)] = drawn[graph.edge(order[one], order[other])];
      }
    }
    return example;
  }
}

package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratedGraphsTest {
  private static Dataset clean() throws DataProblem {
    DataSettings settings = DataSettings.of("graph-families").withPoints(80).withNoise(0);
    return PreparedData.load(settings, Optional.empty(), Progress.NONE).dataset();
  }

  private static float[] example(Dataset data, int row) {
    float[] example = new float[data.width()];
    data.copyInput(row, example, 0);
    return example;
  }

  /** How many neighbours the nodes of a graph have, from few to many. */
  private static int[] degrees(Graph graph, float[] example) {
    int[] edges = graph.edges(example);
    return Arrays.stream(graph.present(example)).map(node -> (int) Arrays.stream(edges).filter(end -> end == node).count()).sorted()
        .toArray();
  }

  @Test
  void sizesDifferAndOnlyWhatFillsUpHasNoFeatureAndNoEdge() throws DataProblem {
    Dataset data = clean();
    Graph graph = data.graph().orElseThrow();
    int[] sizes = IntStream.range(0, data.rows()).map(row -> graph.present(example(data, row)).length).distinct().sorted().toArray();
    assertThat(sizes).startsWith(6).endsWith(16);
    for (int row = 0; row < data.rows(); row++) {
      float[] example = example(data, row);
      assertThat(graph.edges(example)).containsOnly(graph.present(example));
    }
  }

  @Test
  void eachFamilyIsJoinedInItsOwnWay() throws DataProblem {
    Dataset data = clean();
    Graph graph = data.graph().orElseThrow();
    for (int row = 0; row < data.rows(); row++) {
      float[] example = example(data, row);
      int[] degrees = degrees(graph, example);
      int nodes = degrees.length;
      int edges = graph.edges(example).length / 2;
      switch (data.classNames().get((int) data.target(row))) {
        case "ring" -> assertThat(degrees).containsOnly(2);
        case "star" -> assertThat(degrees[nodes - 1]).isEqualTo(nodes - 1).isEqualTo(edges);
        case "tree" -> assertThat(edges).isEqualTo(nodes - 1);
        default -> assertThat(degrees[0] == 2 && edges >= nodes).isTrue();
      }
    }
  }

  @Test
  void partsAreDrawnByShares() throws DataProblem {
    PreparedData data = PreparedData.load(DataSettings.of("graph-families").withPoints(100), Optional.empty(), Progress.NONE);
    assertThat(data.trainRows()).isEqualTo(60);
    assertThat(data.validationRows()).isEqualTo(20);
  }
}

package studio.backprop.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.GraphConv;
import studio.backprop.layer.GraphPool;
import studio.backprop.layer.Input;
import studio.backprop.layer.Lstm;
import studio.backprop.tensor.Shape;

class GraphNodesTest {
  private static final Network INPUTS =
      Network.EMPTY.add(new Input(Shape.of(5, 5)), 0, 0).add(new Input(Shape.of(5, 5)), 0, 0);
  private static final Network GRAPH = INPUTS.add(GraphConv.of(3, Activation.TANH), 0, 0).wire(1, 3).wire(2, 3);

  @Test
  void theFeaturesOfAGraphAreByNodeAndItsAdjacencyIsNodesByNodes() {
    assertThat(axes(GRAPH, 1)).containsExactly("node", "feature");
    assertThat(axes(GRAPH, 2)).containsExactly("node", "node");
    assertThat(axes(GRAPH, 3)).containsExactly("node", "feature");
  }

  @Test
  void nodesStayNodesInLayersThatKnowNothingOfGraphs() {
    Network after = GRAPH.add(Dense.of(1, Activation.SIGMOID), 0, 0).wire(3, 4);
    assertThat(axes(after, 4)).containsExactly("node", "feature");
    Network before = INPUTS.add(Dense.of(4, Activation.TANH), 0, 0).wire(1, 3).add(GraphConv.of(3, Activation.TANH), 0, 0).wire(3, 4)
        .wire(2, 4);
    assertThat(axes(before, 1)).containsExactly("node", "feature");
  }

  @Test
  void thePooledAdjacencyIsOneToo() {
    Network scored = GRAPH.add(Dense.of(1, Activation.SIGMOID), 0, 0).wire(3, 4);
    Network pooled = scored.add(GraphPool.nodes(2), 0, 0).wire(3, 5).wire(4, 5).add(GraphPool.edges(2), 0, 0).wire(2, 6).wire(4, 6);
    Network read = pooled.add(GraphConv.of(3, Activation.TANH), 0, 0).wire(5, 7).wire(6, 7);
    assertThat(axes(read, 5)).containsExactly("node", "feature");
    assertThat(axes(read, 6)).containsExactly("node", "node");
  }

  @Test
  void aSequenceBesideAGraphKeepsItsTime() {
    Network both = GRAPH.add(new Input(Shape.of(5, 2)), 0, 0).add(Lstm.of(4, true), 0, 0).wire(4, 5);
    assertThat(axes(both, 4)).containsExactly("time", "feature");
    assertThat(axes(both, 5)).containsExactly("time", "feature");
  }

  @Test
  void anInputSaysWhichPartOfAGraphItBrings() {
    Analysis analysis = GRAPH.analyse();
    assertThat(analysis.layer(GRAPH.node(1)).summary()).hasToString("nodes");
    assertThat(analysis.layer(GRAPH.node(2)).summary()).hasToString("edges");
    assertThat(analysis.layer(GRAPH.node(1))).isEqualTo(GRAPH.node(1).layer());
  }

  private static List<String> axes(Network network, int node) {
    Shape shape = network.analyse().shape(node).orElseThrow();
    return IntStream.range(0, shape.rank()).mapToObj(axis -> shape.title(axis).toString()).toList();
  }
}

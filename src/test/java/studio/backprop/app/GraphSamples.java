package studio.backprop.app;

import static studio.backprop.layer.Activation.SIGMOID;
import static studio.backprop.layer.Activation.SOFTMAX;
import static studio.backprop.layer.Activation.TANH;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Dense;
import studio.backprop.layer.GraphConv;
import studio.backprop.layer.GraphPool;
import studio.backprop.layer.GraphReadout;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.PaddingMask;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.tensor.Shape;

/** The samples whose examples are graphs. */
final class GraphSamples {
  private static final double LEFT = 40;
  private static final double TOP = 40;
  private static final double MIDDLE = 240;
  private static final double BELOW = 330;
  private static final double LOW = 430;
  private static final double LOWEST = 560;
  private static final double PITCH = 170;

  private GraphSamples() {}

  static Map<String, Project> all() {
    Map<String, Project> all = new LinkedHashMap<>();
    all.put("karate-club", karateClub());
    all.put("graph-families", families());
    return all;
  }

  /**
   * A graph of any size becomes one of its six best nodes: two graph pools with the same scores, one for the features, one for the edges.
   */
  private static Project families() {
    Network network =
        Network.EMPTY
            .add(new Input(Shape.of(16, 1)), LEFT, MIDDLE)
            .add(new Input(Shape.of(16, 16)), LEFT, LOWEST)
            .add(new PaddingMask(0), LEFT + 3 * PITCH, TOP)
            .add(GraphConv.of(16, TANH), LEFT + PITCH, MIDDLE)
            .add(GraphConv.of(16, TANH), LEFT + 2 * PITCH, MIDDLE)
            .add(Dense.of(1, SIGMOID), LEFT + 3 * PITCH, LOW)
            .add(GraphPool.nodes(6), LEFT + 4 * PITCH, MIDDLE)
            .add(GraphPool.edges(6), LEFT + 4 * PITCH, LOWEST)
            .add(GraphConv.of(16, TANH), LEFT + 5 * PITCH, MIDDLE)
            .add(new GraphReadout(GraphReadout.Over.MAX), LEFT + 6 * PITCH, MIDDLE)
            .add(Dense.of(4, SOFTMAX), LEFT + 7 * PITCH, MIDDLE)
            .add(Output.of(Loss.CROSS_ENTROPY), LEFT + 8 * PITCH, MIDDLE)
            .wire(1, 3)
            .wire(1, 4)
            .wire(2, 4)
            .wire(4, 5)
            .wire(2, 5)
            .wire(5, 6)
            .wire(5, 7)
            .wire(6, 7)
            .wire(3, 7)
            .wire(2, 8)
            .wire(6, 8)
            .wire(3, 8)
            .wire(7, 9)
            .wire(8, 9)
            .wire(9, 10)
            .wire(10, 11)
            .wire(11, 12)
            .with(1, node -> node.withName("nodes"))
            .with(2, node -> node.withName("edges"))
            .with(6, node -> node.withName("score"));
    return SampleProjects.project(network, DataSettings.of("graph-families").withPoints(600).withNoise(0),
        SampleProjects.falling(120, 16, 0.02));
  }

  /** Two layers, so that a member hears of the friends of friends. */
  private static Project karateClub() {
    Shape square = Shape.of(34, 34);
    Network network =
        Network.EMPTY
            .add(new Input(square), LEFT, TOP)
            .add(new Input(square), LEFT, BELOW)
            .add(GraphConv.of(16, TANH), LEFT + PITCH, TOP)
            .add(GraphConv.of(2, SOFTMAX), LEFT + 2 * PITCH, TOP)
            .add(Output.of(Loss.CROSS_ENTROPY), LEFT + 3 * PITCH, TOP)
            .wire(1, 3)
            .wire(2, 3)
            .wire(3, 4)
            .wire(2, 4)
            .wire(4, 5)
            .with(1, node -> node.withName("members"))
            .with(2, node -> node.withName("friends"));
    return SampleProjects.project(network, DataSettings.of("karate-club"),
        SampleProjects.pulled(SampleProjects.training(100, 1, 0.01), 0.005));
  }
}

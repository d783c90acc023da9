package studio.backprop.app;

import static studio.backprop.layer.Activation.SOFTMAX;
import static studio.backprop.layer.Activation.TANH;

import java.util.Map;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.GraphConv;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Project;

/** The samples whose examples are graphs. */
final class GraphSamples {
  private static final double LEFT = 40;
  private static final double TOP = 40;
  private static final double BELOW = 330;
  private static final double PITCH = 170;

  private GraphSamples() {}

  static Map<String, Project> all() {
    return Map.of("karate-club", karateClub());
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
    return SampleProjects.project(network, DataSettings.of("karate-club"), SampleProjects.pulled(SampleProjects.training(100, 1, 0.01), 0.005));
  }
}

package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.Lens;

/** Where the sums and the layers stand that a shortcut leads around. */
class SkipConnectionsTest {
  @Test
  void noNodeLiesOnAnotherInAnyLens() {
    Network network = Network.EMPTY.add(Input.row(2), 60, 120);
    for (int layer = 0; layer < 10; layer++) {
      network = network.add(Dense.of(16, Activation.SIGMOID), 180 + 160 * layer, 120).wire(layer + 1, layer + 2);
    }
    network = network.add(Dense.of(1, Activation.SIGMOID), 1780, 120).wire(11, 12).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 1940, 120)
        .wire(12, 13);

    Network around = SkipConnections.around(network);

    assertThat(around.nodes()).hasSize(13 + 9);
    for (Lens lens : Lens.values()) {
      for (Node node : around.nodes()) {
        for (Node other : around.nodes()) {
          boolean lies = node != other && Anatomy.box(node, lens).touches(Anatomy.box(other, lens));
          assertThat(lies).as("%s on %s in %s", node.name(), other.name(), lens).isFalse();
        }
      }
    }
  }
}

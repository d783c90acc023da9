package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.network.Node;

/** Long networks go on in a next line, as a text does. */
class TidyTest {
  private static Network chain(int nodes) {
    return tidied(untidy(nodes));
  }

  private static Network untidy(int nodes) {
    Network network = Network.EMPTY.add(Input.row(4), 0, 0);
    for (int node = 2; node <= nodes; node++) {
      network = network.add(Dense.of(8, Activation.RELU), 0, 0).wire(node - 1, node);
    }
    return network;
  }

  private static Network tidied(Network network) {
    return new Tidy(network, node -> FreeSpace.of(node.layer(), Lens.GRADIENTS)).tidied(60, 120);
  }

  private static long lines(Network network) {
    return network.nodes().stream().map(Node::y).distinct().count();
  }

  private static Box box(Node node) {
    return new Box(node.x(), node.y(), Anatomy.width(node.layer()), Anatomy.height(Lens.GRADIENTS));
  }

  @Test
  void aChainThatCanBeReadAsAWholeStaysOneLine() {
    assertThat(lines(chain(32))).isEqualTo(1);
  }

  @Test
  void aLongerOneIsAboutTwiceAsWideAsHigh() {
    Network network = chain(60);
    Box all = Box.around(network.nodes().stream().map(TidyTest::box).toList()).orElseThrow();
    assertThat(lines(network)).isBetween(3L, 5L);
    assertThat(all.width() / all.height()).isBetween(1.3, 2.7);
  }

  @Test
  void aWireToTheNextLinePassesBetweenTheLines() {
    Network network = chain(60);
    List<Box> boxes = network.nodes().stream().map(TidyTest::box).toList();
    network.wires().forEach(wire -> {
      Box from = box(network.node(wire.from()));
      Box to = box(network.node(wire.to()));
      WireCurve course = new WireCurve(from.right(), from.y() + Anatomy.PORT_Y, to.x(), to.y() + Anatomy.PORT_Y);
      assertThat(boxes.stream().filter(box -> !box.equals(from) && !box.equals(to)).filter(course::crosses)).as("%s", wire).isEmpty();
    });
  }

  @Test
  void aLineEndsOnlyWhereOneWireLeadsOn() {
    Network shortcut = tidied(untidy(60).with(45, node -> node.withLayer(new Add())).wire(10, 45));
    for (int node = 10; node < 45; node++) {
      assertThat(shortcut.node(node).x()).isLessThan(shortcut.node(node + 1).x());
    }
    assertThat(lines(shortcut)).isGreaterThan(1);
  }
}

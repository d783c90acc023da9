package studio.backprop.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.AvgPool2d;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Conv2dTranspose;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerNorm;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Padding;
import studio.backprop.layer.Upsample2d;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;

class FootprintTest {
  private static Network chain(Layer... layers) {
    Network network = Network.EMPTY;
    for (Layer layer : layers) {
      int added = network.nextId();
      network = network.add(layer, 0, 0);
      network = added > 1 ? network.wire(added - 1, added) : network;
    }
    return network;
  }

  private static Layer conv(int filters, int kernel, Padding padding) {
    return Conv2d.of(filters, kernel, padding, Activation.RELU);
  }

  private static List<Integer> fields(Network network) {
    Map<Integer, Footprint> all = Footprint.of(network, network.analyse(), 1);
    return network.nodes().stream().map(node -> all.get(node.id()).field().orElseThrow().size().height()).toList();
  }

  /** LeCun et al. 1998: C1, S2, C3, S4 and C5 with 5×5 kernels and 2×2 pools. */
  @Test
  void leNet5SeesWhatItsPaperSays() {
    Layer pool = AvgPool2d.of(2);
    Network network = chain(new Input(Shape.of(1, 32, 32)), conv(6, 5, Padding.VALID), pool, conv(16, 5, Padding.VALID), pool,
        conv(120, 5, Padding.VALID), new Flatten(), Dense.of(84, Activation.TANH), Dense.of(10, Activation.SOFTMAX));
    assertThat(fields(network).subList(0, 7)).containsExactly(1, 5, 6, 14, 16, 32, 32);
    Map<Integer, Footprint> all = Footprint.of(network, network.analyse(), 32);
    assertThat(all.get(8).field().orElseThrow().whole()).isTrue();
    assertThat(all.get(2).weightBytes()).isEqualTo(4 * (6 * 25 + 6));
    assertThat(all.get(2).activationBytes()).isEqualTo(4 * 32 * 6 * 28 * 28);
    assertThat(all.get(2).flops()).isEqualTo(2 * 6 * 28 * 28 * 25);
    assertThat(all.get(6).weightBytes()).isEqualTo(4 * (120 * 16 * 25 + 120));
    assertThat(all.get(9).flops()).isEqualTo(2 * 84 * 10);
  }

  /** The 13 convolutions of VGG-16 end with a field of 196 pixels, its last pool with 212. */
  @Test
  void vgg16SeesTwoHundredAndTwelvePixels() {
    int[] blocks = {2, 2, 3, 3, 3};
    Network network = chain(new Input(Shape.of(3, 224, 224)));
    for (int block : blocks) {
      for (int i = 0; i <= block; i++) {
        int added = network.nextId();
        network = network.add(i < block ? conv(4, 3, Padding.SAME) : MaxPool2d.of(2), 0, 0).wire(added - 1, added);
      }
    }
    List<Integer> fields = fields(network);
    assertThat(fields).startsWith(1, 3, 5, 6, 10, 14, 16).endsWith(196, 212);
  }

  @Test
  void aShortcutSeesWhatTheLongerWaySees() {
    Network network = chain(new Input(Shape.of(4, 8, 8)), conv(4, 3, Padding.SAME), conv(4, 3, Padding.SAME), new Add()).wire(1, 4);
    assertThat(fields(network)).containsExactly(1, 3, 5, 5);
  }

  /** Two by two copies of a pixel: a 3×3 window over them touches no more than 2×2 pixels. */
  @Test
  void behindALargerPictureTheFieldGrowsMoreSlowly() {
    Layer larger = new Upsample2d(Size.square(2));
    Network network = chain(new Input(Shape.of(1, 8, 8)), larger, conv(1, 3, Padding.SAME), larger, conv(1, 3, Padding.SAME));
    assertThat(fields(network)).containsExactly(1, 1, 2, 2, 3);
    assertThat(fields(chain(new Input(Shape.of(1, 8, 8)), Conv2dTranspose.enlarging(2, 2, Activation.NONE)))).containsExactly(1, 2);
  }

  @Test
  void behindANormalizationOverTheWholeImageANumberSeesAllOfIt() {
    Network network = chain(new Input(Shape.of(2, 8, 8)), conv(2, 3, Padding.SAME), new LayerNorm(1e-5, true), conv(2, 3, Padding.SAME));
    Map<Integer, Footprint> all = Footprint.of(network, network.analyse(), 1);
    assertThat(all.get(2).field().orElseThrow().whole()).isFalse();
    assertThat(all.get(3).field().orElseThrow().whole()).isTrue();
    assertThat(all.get(4).field().orElseThrow().whole()).isTrue();
    Influence exactly = Influence.of(network, network.analyse(), 3, 0).orElseThrow();
    assertThat(exactly.in(1).orElseThrow().cardinality()).isEqualTo(2 * 8 * 8);
  }

  @Test
  void dilationWidensTheFieldAndARowHasNone() {
    Conv2d plain = Conv2d.of(2, 3, Padding.SAME, Activation.NONE);
    Layer dilated = new Conv2d(2, Size.square(3), Size.square(1), Padding.SAME, Size.square(0), Size.square(2), 1, Activation.NONE,
        plain.init(), true, true);
    assertThat(fields(chain(new Input(Shape.of(1, 16, 16)), dilated))).containsExactly(1, 5);
    Network row = chain(Input.row(4), Dense.of(2, Activation.NONE));
    assertThat(Footprint.of(row, row.analyse(), 1).get(2).field()).isEmpty();
  }
}

package studio.backprop.network.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.tensor.Shape;

class BlockTest {
  static Stream<Shape> shapes() {
    return Stream.of(Shape.of(7), Shape.of(1, 8, 8), Shape.of(3, 32, 32), Shape.of(16, 2, 2));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aResidualBlockGivesTheShapeThatItTakes(Shape shape) {
    assertThat(StandardBlock.RESIDUAL.gives(shape)).contains(shape);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void anMlpBlockTakesAnyShapeAndGivesARow(Shape shape) {
    assertThat(StandardBlock.MLP.gives(shape)).hasValueSatisfying(row -> assertThat(row.rank()).isEqualTo(1));
  }

  @Test
  void aTransformerBlockGivesTheSequenceThatItTakesAndTakesNothingElse() {
    assertThat(StandardBlock.TRANSFORMER.gives(Shape.of(9, 6))).contains(Shape.of(9, 6));
    assertThat(StandardBlock.TRANSFORMER.gives(Shape.of(4, 5))).contains(Shape.of(4, 5));
    assertThat(StandardBlock.TRANSFORMER.gives(Shape.of(7))).isEmpty();
    assertThat(StandardBlock.TRANSFORMER.gives(Shape.of(1, 8, 8))).isEmpty();
  }

  @Test
  void aConvBlockHalvesAPictureWhereThereIsRoomAndTakesNoRow() {
    assertThat(StandardBlock.CONVOLUTION.gives(Shape.of(1, 8, 8))).contains(Shape.of(8, 4, 4));
    assertThat(StandardBlock.CONVOLUTION.gives(Shape.of(16, 2, 2))).contains(Shape.of(32, 2, 2));
    assertThat(StandardBlock.CONVOLUTION.gives(Shape.of(7))).isEmpty();
  }

  @Test
  void anOwnBlockKnowsWhereItWasFedAndWhereItGave() {
    Network network = Network.EMPTY
        .add(Input.row(2), 0, 0)
        .add(Dense.of(4, Activation.RELU), 100, 50)
        .add(Dense.of(4, Activation.RELU), 300, 20)
        .add(Dense.of(1, Activation.NONE), 500, 50)
        .wire(1, 2).wire(2, 3).wire(3, 4);
    Parts parts = OwnBlock.of("mine", network, List.of(2, 3)).parts();
    assertThat(parts.inlets()).containsExactly(2);
    assertThat(parts.outlet()).isEqualTo(3);
    assertThat(parts.network().node(2).x()).isZero();
    assertThat(parts.network().node(3).y()).isZero();
  }
}

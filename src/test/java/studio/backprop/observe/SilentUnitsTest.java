package studio.backprop.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** A unit that is zero everywhere is found, however the numbers are stored. */
class SilentUnitsTest {
  static Stream<Tensor> tensors() {
    Shape image = Shape.of(3, 2, 5);
    Shape sequence = Shape.of(4, 3);
    return Stream.of(
        new Tensor("image", 8, image, 1, false),
        new Tensor("image in lanes", 8, image, 4, false),
        new Tensor("row in lanes", 8, Shape.of(3), 8, false),
        new Tensor("sequence", 8, sequence, 1, false),
        new Tensor("sequence in lanes", 8, sequence, 4, false),
        Tensor.stepwise("step by step", 8, sequence, false));
  }

  @ParameterizedTest
  @MethodSource("tensors")
  void oneNumberOfAUnitIsEnoughForIt(Tensor output) {
    assertThat(SilentUnits.share(output)).isEqualTo(1);
    for (int row = 0; row < output.rows(); row++) {
      for (int place = 0; place < output.rowCount(); place++) {
        output.values()[output.index(row, place)] = -1;
        assertThat(SilentUnits.share(output)).as("row %d, place %d", row, place).isCloseTo(2.0 / 3, within(1e-12));
        output.values()[output.index(row, place)] = 0;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tensors")
  void eachUnitCountsForItself(Tensor output) {
    boolean image = output.shape().rank() == 3;
    int places = output.rowCount() / 3;
    for (int place = 0; place < places; place++) {
      output.values()[output.index(5, image ? places + place : 3 * place + 1)] = 2;
    }
    assertThat(SilentUnits.share(output)).isCloseTo(2.0 / 3, within(1e-12));
    output.values()[output.index(7, 0)] = 2;
    assertThat(SilentUnits.share(output)).isCloseTo(1.0 / 3, within(1e-12));
  }
}

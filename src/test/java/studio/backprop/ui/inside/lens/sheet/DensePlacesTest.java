package studio.backprop.ui.inside.lens.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.ui.inside.lens.sheet.DensePlaces.Hit;

/** Where the parts of a dense layer stand, from two inputs to hundreds. */
class DensePlacesTest {
  private static final double NAME = 60;
  private static final double LONGEST_NAME = 126;

  @ParameterizedTest
  @CsvSource({"2,10,true", "8,1,true", "256,10,true", "784,128,true", "9,32,false", "1,1,false", "64,16,true"})
  void thePartsFollowEachOtherAndFitIntoASmallWindow(int inputs, int neurons, boolean bends) {
    DensePlaces places = DensePlaces.fit(inputs, neurons, bends, true, NAME, 1278, 540);
    assertThat(places.inputsRight()).isLessThan(places.matrixLeft() - DensePlaces.NUMBER);
    assertThat(places.matrixRight()).isLessThanOrEqualTo(places.productsLeft() - DensePlaces.GAP);
    assertThat(places.productsRight()).isLessThan(places.sumsLeft());
    if (bends) {
      assertThat(places.curveLeft()).isGreaterThan(places.sumsLeft() + places.list());
      assertThat(places.answersLeft()).isGreaterThan(places.curveLeft() + places.curve());
    }
    assertThat(places.width()).isLessThanOrEqualTo(1278);
    assertThat(places.height()).isLessThanOrEqualTo(540);
    assertThat(places.inputTop(0, places.inputLines())).isLessThanOrEqualTo(places.laneTop(1));
    assertThat(places.neuronTop(1, places.neurons())).isLessThanOrEqualTo(places.height());
  }

  @Test
  void inputsWithLongNamesFitToo() {
    assertThat(DensePlaces.fit(4, 16, true, true, LONGEST_NAME, 1278, 540).width()).isLessThanOrEqualTo(1278);
  }

  @Test
  void tenNeuronsHaveALineEachAtTheSmallestWindow() {
    DensePlaces places = DensePlaces.fit(2, 10, true, true, NAME, 1278, 494);
    assertThat(places.neurons()).isEqualTo(10);
    assertThat(places.listed()).isEqualTo(2);
    assertThat(places.rest()).isFalse();
  }

  @Test
  void whatHasNoLineIsSummedUpInOne() {
    DensePlaces places = DensePlaces.fit(256, 10, true, true, NAME, 1278, 540);
    assertThat(places.rest()).isTrue();
    assertThat(places.listed()).isBetween(5, 20);
    assertThat(places.inputLines() * places.line()).isLessThanOrEqualTo(places.lane());
  }

  @Test
  void theMouseFindsTheNeuronInEachPartAndTheInputInItsList() {
    DensePlaces places = DensePlaces.fit(2, 10, true, true, NAME, 1278, 540);
    double third = places.neuronTop(0, 2) + 3;
    assertThat(places.at(places.matrixLeft() + places.cell() * 1.5, third)).contains(new Hit(2, -1, 1));
    assertThat(places.at(places.sumsLeft() + 5, third)).contains(new Hit(2, -1, -1));
    assertThat(places.at(places.answersLeft() + 5, places.neuronTop(1, 2) + 3)).contains(new Hit(2, -1, -1));
    assertThat(places.at(places.inputsLeft() + 5, places.inputTop(0, 1) + 3)).contains(new Hit(-1, 1, -1));
    assertThat(places.at(places.productsLeft() + 5, places.inputTop(1, 0) + 3)).contains(new Hit(-1, 0, -1));
    assertThat(places.at(places.productsLeft() + 5, places.inputTop(0, 2) + 3)).as("the line of the bias").isEmpty();
  }
}

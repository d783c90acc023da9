package studio.backprop.ui.inside.lens.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.ui.inside.lens.recurrent.RecurrentNumbers.Kind;

/** Where the columns of a recurrent layer stand in a small window. */
class RecurrentPlacesTest {
  private static final double WIDTH = 984;
  private static final double HEIGHT = 500;

  @ParameterizedTest
  @ValueSource(ints = {2, 12, 16})
  void upToSixteenStepsAreSeenAtOnceAndTheirGatesStandApart(int steps) {
    RecurrentPlaces places = RecurrentPlaces.fit(Kind.LSTM, false, steps, 16, 0, WIDTH, HEIGHT);
    assertThat(places.shown()).isEqualTo(steps);
    for (int step = 1; step < steps; step++) {
      assertThat(places.gateLeft(step, 0)).isGreaterThan(places.gateLeft(step - 1, 3) + places.gate() + 4);
    }
    assertThat(places.left(steps - 1) + places.column()).isLessThanOrEqualTo(WIDTH);
  }

  @Test
  void moreStepsScrollInColumnsThatCanBeRead() {
    RecurrentPlaces places = RecurrentPlaces.fit(Kind.LSTM, false, 40, 16, 0, WIDTH, HEIGHT);
    assertThat(places.shown()).isLessThan(40);
    assertThat(places.column()).isGreaterThanOrEqualTo(56);
  }

  @Test
  void theCurvesThroughTimeHaveTheirHeightWithoutScrolling() {
    RecurrentPlaces places = RecurrentPlaces.fit(Kind.LSTM, false, 12, 16, 0, WIDTH, HEIGHT);
    assertThat(places.height()).isLessThanOrEqualTo(HEIGHT);
    assertThat(places.plotBottom() - places.curveTop()).isGreaterThanOrEqualTo(80);
  }

  @Test
  void ribbonsThatAreAllThinCanBeComparedWithTheLargestOfThem() {
    double largest = 0.02;
    double first = 6e-4;
    assertThat(RecurrentPicture.width(first)).as("in a network that has converged").isEqualTo(RecurrentPicture.width(8e-4));
    assertThat(RecurrentPicture.width(first / largest)).isBetween(6.0, 8.0);
    assertThat(RecurrentPicture.width(1)).as("the largest").isEqualTo(22);
  }
}

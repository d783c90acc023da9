package studio.backprop.ui.compare.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelPlacementTest {
  private static final double APART = 2 * TrailPainter.LETTER;

  private static double[][] places(List<double[]> taken, double[]... at) {
    return new LabelPlacement(0, 0, 400, 300, taken).of(at);
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(one[0] - other[0], one[1] - other[1]);
  }

  private static void noneCoversAnother(double[][] places) {
    for (int one = 0; one < places.length; one++) {
      for (int other = 0; other < one; other++) {
        assertThat(distance(places[one], places[other])).isGreaterThanOrEqualTo(APART);
      }
      assertThat(places[one][0]).isBetween(0.0, 400.0);
      assertThat(places[one][1]).isBetween(0.0, 300.0);
    }
  }

  @Test
  void lettersOfLanesThatMeetStandAroundThePlaceAndLeaveItFree() {
    double[] minimum = {200, 150};
    double[][] places = places(List.of(), minimum, new double[] {201, 150}, new double[] {200, 152}, minimum);
    noneCoversAnother(places);
    assertThat(Arrays.stream(places)).allMatch(place -> distance(place, minimum) > TrailPainter.LETTER + 2);
    assertThat(places[0][0]).as("A is at the left").isLessThan(minimum[0]);
    assertThat(places[1][0]).as("B is at the right").isGreaterThan(minimum[0]);
  }

  @Test
  void aLetterAloneStandsOnItsLaneAndTheOthersKeepOffIt() {
    double[] alone = {170, 150};
    double[][] places = places(List.of(), new double[] {200, 150}, alone, new double[] {203, 150});
    assertThat(places[1]).isSameAs(alone);
    noneCoversAnother(places);
  }

  @Test
  void inACornerTheyStandWithinTheFrame() {
    double[] corner = {0, 0};
    noneCoversAnother(places(List.of(), corner, corner, corner, corner));
  }

  @Test
  void numbersAreNotCoveredAndALaneThatIsGoneHasNoLetter() {
    double[] number = {100, 100};
    double[][] places = places(List.of(number), new double[] {104, 100}, null);
    assertThat(distance(places[0], number)).isGreaterThanOrEqualTo(APART);
    assertThat(places[1]).isNull();
  }
}

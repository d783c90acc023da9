package studio.backprop.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.lesson.Directive.CurveShape;

/** How drawn curves are judged. */
class CurvesTest {
  /** Height of the plot, in powers of ten. */
  private static final double MOST = 2;

  private static double[] values(String written) {
    return Arrays.stream(written.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /** As a curve is drawn, from where it begins. */
  private static double[] powers(String written) {
    double[] values = values(written);
    return Arrays.stream(values).map(value -> Math.log10(value / values[0])).toArray();
  }

  @ParameterizedTest
  @CsvSource({"1 0.6 0.2,FALLS", "0.2 0.6 1,RISES", "1 1.05 1,FLAT", "1 0.2 1,DIPS", "1 30 80,EXPLODES", "0.7 0.45 0.45 0.8 1.2,DIPS"})
  void aCurveHasTheShapeOfItsEndsAndItsLowestValue(String written, CurveShape shape) {
    assertThat(Curves.shape(values(written))).isEqualTo(shape);
    assertThat(Curves.fits(powers(written), shape == CurveShape.EXPLODES ? 1 : MOST, shape)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.7 0.45 0.45 0.8 1.2,RISES,true", "0.7 0.45 0.45 0.5 0.6,RISES,false", "0.7 0.2 0.2 0.5 0.71,RISES,false",
      "0.2 0.6 1,DIPS,false", "1 0.2 0.8,FALLS,false", "1 0.6 0.2,RISES,false"})
  void whatFallsFirstAndEndsAboveItsBeginningRises(String written, CurveShape answer, boolean right) {
    assertThat(Curves.fits(powers(written), MOST, answer)).isEqualTo(right);
  }
}

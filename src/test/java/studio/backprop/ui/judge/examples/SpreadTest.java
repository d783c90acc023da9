package studio.backprop.ui.judge.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void everyNumberFallsIntoTheBinWhoseBoundsHoldIt() {
    double[] numbers = IntStream.range(0, 200).mapToDouble(i -> Math.sin(i) * 3.7 + 0.1).toArray();
    Spread spread = Spread.of(numbers);
    for (double number : numbers) {
      int bin = spread.bin(number);
      assertThat(number).isBetween(spread.from(bin) - 1e-9, spread.from(bin + 1) + 1e-9);
    }
    assertThat(spread.from(spread.bins())).isCloseTo(DoubleStream.of(numbers).max().orElseThrow(), within(1e-9));
  }

  @Test
  void binsAreAsWideAsFreedmanAndDiaconisSay() {
    // 0 to 99.9 evenly: quartiles a half apart, so 2 · 50 ÷ ∛1000 = 10 wide
    Spread spread = Spread.of(IntStream.range(0, 1000).mapToDouble(i -> i / 10.0).toArray());
    assertThat(spread.width()).isCloseTo(10, within(0.1));
    assertThat(spread.median()).isCloseTo(49.95, within(1e-9));
    assertThat(spread.meanDeviation()).isCloseTo(25, within(0.1));
  }

  @Test
  void wholeNumbersStandInTheMiddleOfTheirBins() {
    Spread spread = Spread.of(new double[] {3, 4, 4, 4, 4, 5, 6, 6, 6, 8, 8, 8});
    assertThat(spread.from(spread.bin(3))).isEqualTo(2.5);
    assertThat(spread.width()).isEqualTo(Math.rint(spread.width()));
    assertThat(spread.bin(8)).isEqualTo(spread.bins() - 1);
  }

  @Test
  void missingNumbersAreLeftOutAndEqualOnesAreOneBin() {
    assertThat(Spread.of(new double[] {Double.NaN, 0.5, 0.5}).bins()).isOne();
    assertThat(Spread.of(new double[] {Double.NaN, 0.5, 0.5}).known()).isEqualTo(2);
    assertThat(Spread.of(new double[] {Double.NaN}).known()).isZero();
  }

  @Test
  void aColumnOfMostlyOneNumberStillHasBins() {
    double[] numbers = new double[100];
    numbers[99] = 1.5;
    assertThat(Spread.of(numbers).bins()).isEqualTo(8);
  }
}

package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private final Numbers english = new Numbers(Locale.ENGLISH);
  private final Numbers german = new Numbers(Locale.GERMAN);

  @Test
  void normsKeepTwoDigitsAndTurnIntoPowersOfTenWhenTiny() {
    assertThat(english.compact(0.0712)).isEqualTo("0.071");
    assertThat(english.compact(0.0996)).isEqualTo("0.1");
    assertThat(english.compact(12.34)).isEqualTo("12");
    assertThat(english.compact(0.0003)).isEqualTo("3·10⁻⁴");
    assertThat(english.compact(-1.25e-5)).isEqualTo("−1.2·10⁻⁵");
    assertThat(english.compact(9.96e-5)).isEqualTo("1·10⁻⁴");
    assertThat(english.compact(3.8e16)).isEqualTo("3.8·10¹⁶");
    assertThat(english.compact(0)).isEqualTo("0");
  }

  @Test
  void everyProbabilityIsRoundedByItselfAndWhatIsNotFiniteIsSaid() {
    assertThat(english.probabilities(new float[] {0.98535f, 0.0042f, 0.01045f})).containsExactly("98.5\u00a0%", "0\u00a0%", "1.0\u00a0%");
    assertThat(english.probabilities(new float[] {0.0004f, 0.9996f})).containsExactly("0\u00a0%", "100\u00a0%");
    assertThat(english.probabilities(new float[] {Float.NaN, Float.NaN})).containsExactly("NaN", "NaN");
  }

  @Test
  void anEndOfARangeThatIsNothingBesideTheOtherIsZero() {
    assertThat(english.end(1.2e-11, 1, 2)).isEqualTo("0");
    assertThat(english.end(0.011, 1, 2)).isEqualTo("0.011");
    assertThat(english.end(1.2e-11, 3e-11, 2)).as("where both are small").isEqualTo("1.2·10⁻¹¹");
  }

  @Test
  void whatIsRoundedToZeroHasNoMinus() {
    assertThat(english.fixed(-0.004, 2)).isEqualTo("0.00");
    assertThat(english.fixed(-0.4, 0)).isEqualTo("0");
    assertThat(english.fixed(-0.006, 2)).isEqualTo("−0.01");
    assertThat(english.fixed(-4.331e21, 2)).isEqualTo("−4.33·10²¹");
  }

  @Test
  void marksOfALargeAxisAreShortUnlessDigitsWouldBeLost() {
    assertThat(Stream.of(0.0, 50_000.0, 400_000.0, 1_200_000.0, -12_500.0, 12_550.0).map(mark -> english.mark(mark, 1_200_000)))
        .containsExactly("0", "50k", "400k", "1.2M", "−12.5k", "12,550");
    assertThat(english.mark(2000, 8000)).as("a small axis").isEqualTo("2,000");
    assertThat(english.mark(0.5, 20_000)).isEqualTo("0.5");
  }

  @Test
  void aLargeMeasuredValueIsBrief() {
    assertThat(Stream.of(49_012.0, 611_300.0, -49_012.0, 9_500.0, 0.071).map(english::brief))
        .containsExactly("49k", "611k", "−49k", "9,500", "0.071");
  }

  @Test
  void whatIsNotFiniteIsSaid() {
    assertThat(english.compact(Double.NaN)).isEqualTo("NaN");
    assertThat(english.compact(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    assertThat(english.compact(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }

  @Test
  void separatorsFollowTheLanguage() {
    assertThat(english.whole(20600)).isEqualTo("20,600");
    assertThat(german.whole(20600)).isEqualTo("20.600");
    assertThat(german.fixed(0.07, 3)).isEqualTo("0,070");
  }

  @Test
  void sharesAndBytesAreWrittenWithTheirUnits() {
    assertThat(english.percent(0.54)).isEqualTo("54\u00a0%");
    assertThat(english.partPercent(0.004)).as("not none").isEqualTo("<\u00a01\u00a0%");
    assertThat(english.partPercent(0)).isEqualTo("0\u00a0%");
    assertThat(new Numbers(Locale.CHINESE).percent(0.54)).as("in Chinese next to the number").isEqualTo("54%");
    assertThat(english.percent(0.0008, 2)).isEqualTo("0.08\u00a0%");
    Numbers chinese = new Numbers(Locale.SIMPLIFIED_CHINESE);
    assertThat(chinese.percent(0.974, 1)).as("as in running text: 95% 区间").isEqualTo("97.4%");
    assertThat(chinese.significantPercent(0.00012, 2)).isEqualTo("0.012%");
    assertThat(english.bytes(420)).isEqualTo("420\u00a0B");
    assertThat(english.bytes(15672)).isEqualTo("15.3\u00a0KB");
    assertThat(english.bytes(5L << 30)).isEqualTo("5\u00a0GB");
  }

  @Test
  void whatIsShownInAFieldCanBeTypedAgain() {
    for (double value : new double[] {0, 1, -1, 0.001, 1e-7, -2.5e-12, 1024, 123456.789, 1e300}) {
      assertThat(english.parse(english.entry(value))).hasValue(value);
      assertThat(german.parse(german.entry(value).replace("e", "E"))).hasValue(value);
    }
  }

  @Test
  void typedNumbersAreReadWithBothMinusSignsAndAnExponent() {
    assertThat(english.parse("1e-3")).hasValue(0.001);
    assertThat(english.parse(" -0.5 ")).hasValue(-0.5);
    assertThat(english.parse("−1,024")).hasValue(-1024);
    assertThat(german.parse("0,001")).hasValue(0.001);
  }

  @Test
  void aCommaThatSeparatesNoThousandsIsADecimalComma() {
    assertThat(english.parse("0,001")).hasValue(0.001);
    assertThat(english.parse("1,5")).hasValue(1.5);
    assertThat(english.parse("−1,5e-3")).hasValue(-0.0015);
    assertThat(english.parse("12,500")).hasValue(12_500);
    assertThat(english.parse("1,258,000.5")).hasValue(1_258_000.5);
    assertThat(german.parse("0.001")).hasValue(0.001);
  }

  @Test
  void whatIsNoNumberIsNotRead() {
    for (String typed : new String[] {"1,2,3", "1,5.3", "12,34,567", "", "abc", "1x", "1e", "1e0.5", "--1", "e3"}) {
      assertThat(english.parse(typed)).as(typed).isEmpty();
    }
  }

  @Test
  void numbersOfAColumnHaveTheSameDigits() {
    assertThat(Stream.of(0.5, 0.38, 0.06, 0.0996, 12.0, 1.0, 3e-4, 0.0).map(value -> english.aligned(value, 2)))
        .containsExactly("0.50", "0.38", "0.060", "0.10", "12", "1.0", "3.0·10⁻⁴", "0");
  }

  @Test
  void numbersThatAreAddedHaveTheDecimalsOfTheLargest() {
    assertThat(Stream.of(4.19, -0.418, -1.149, 0.0004, -0.0004, 0.0).map(value -> english.inColumn(value, 4.19, 3)))
        .containsExactly("4.19", "−0.42", "−1.15", "0.00", "0.00", "0");
    assertThat(Stream.of(2.14e-3, 9.66e-4).map(value -> english.inColumn(value, 2.14e-3, 3))).containsExactly("0.00214", "0.00097");
    assertThat(Stream.of(-8.12e-5, 4e-6).map(value -> english.inColumn(value, 8.12e-5, 3))).containsExactly("−8.12·10⁻⁵", "0.40·10⁻⁵");
  }

  @Test
  void numbersBesideEachOtherHaveOneNotation() {
    assertThat(english.alike(8.12e-4, 9.71e-3, 3)).isEqualTo("0.000812");
    assertThat(english.alike(9.71e-3, 8.12e-4, 3)).isEqualTo("0.00971");
    assertThat(english.alike(9.71e-3, 1.2e-7, 3)).isEqualTo("9.71·10⁻³");
    assertThat(english.alike(1.2e-7, 9.71e-3, 3)).isEqualTo("1.2·10⁻⁷");
    assertThat(english.alike(8.12e-4, Double.NaN, 3)).isEqualTo("8.12·10⁻⁴");
  }

  @Test
  void onlyAllIsAHundredPercentAndOnlyNoneIsZero() {
    assertThat(Stream.of(1.0, 0.9999, 0.981, 0.0001, 0.0).map(english::share))
        .containsExactly("100\u00a0%", "99.9\u00a0%", "98.1\u00a0%", "0.1\u00a0%", "0\u00a0%");
    assertThat(Stream.of(0.998, 0.5, 0.002).map(english::probability)).containsExactly("100\u00a0%", "50.0\u00a0%", "0\u00a0%");
    assertThat(Stream.of(1.0, 0.9999, 0.996, 0.004, 0.0002, 0.0).map(english::chance)).containsExactly(
        "100\u00a0%", ">\u00a099.9\u00a0%", "99.6\u00a0%", "0.4\u00a0%", "<\u00a00.1\u00a0%", "0\u00a0%");
  }

  @Test
  void aCountIsRoundedToAFewSigns() {
    Numbers numbers = new Numbers(Locale.ENGLISH);
    assertThat(List.of(80L, 999L, 1000L, 1168L, 20_600L, 412_345L, 999_700L, 1_340_000L).stream().map(numbers::rounded))
        .containsExactly("80", "999", "1k", "1.2k", "20.6k", "412k", "1M", "1.3M");
  }
}

package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumbersTest {
  @ParameterizedTest
  @ValueSource(strings = {"0", "-12", "+3.5", ".5", "7.", "1e3", "-1.5E-07", "00012"})
  void numbersAsPeopleWriteThem(String cell) {
    assertThat(WrittenNumbers.isNumber(cell)).isTrue();
    assertThat(Double.parseDouble(cell)).isFinite();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "+.", "1e", "1e+", "e5", "1.2.3", "1d", "0x1p3", "Infinity", "NaN", "1,5", "1 2", "--1", "٣"})
  void whatOnlyLooksLikeANumberIsAWord(String cell) {
    assertThat(WrittenNumbers.isNumber(cell)).isFalse();
  }
}

package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.backprop.text.Texts;

class NumberModelTest {
  private final Numbers numbers = new Numbers(Locale.ENGLISH);
  private final NumberModel filters = new NumberModel(NumberRange.whole(1, 1024), 16);
  private final NumberModel rate = new NumberModel(NumberRange.positive(), 0.001);

  @Test
  void aNumberWithinTheRangeIsTaken() {
    filters.type("1,024", numbers);
    assertThat(filters.value()).isEqualTo(1024);
    assertThat(filters.refusalProperty().get()).isNull();
  }

  @Test
  void aRefusedEntryKeepsTheLastGoodValueAndSaysWhy() {
    rate.type("-1", numbers);
    assertThat(rate.value()).isEqualTo(0.001);
    assertThat(rate.refusalProperty().get()).hasToString("The value must be above 0, but was −1.");
    filters.type("2000", numbers);
    assertThat(filters.refusalProperty().get()).hasToString("The value must be at most 1,024, but was 2,000.");
    filters.type("2.5", numbers);
    assertThat(filters.refusalProperty().get()).hasToString("“2.5” is not a whole number.");
    filters.type("many", numbers);
    assertThat(filters.refusalProperty().get()).hasToString("“many” is not a number.");
    filters.type(" ", numbers);
    assertThat(filters.refusalProperty().get()).hasToString("Enter a number.");
  }

  @Test
  void aGoodEntryTakesTheRefusalAway() {
    filters.type("0", numbers);
    filters.type("8", numbers);
    assertThat(filters.refusalProperty().get()).isNull();
    assertThat(filters.value()).isEqualTo(8);
  }

  @Test
  void arrowsStopAtTheEndsOfTheRange() {
    NumberModel kernel = new NumberModel(NumberRange.whole(1, 3), 2);
    kernel.more();
    kernel.more();
    assertThat(kernel.value()).isEqualTo(3);
    kernel.less();
    kernel.less();
    kernel.less();
    assertThat(kernel.value()).isEqualTo(1);
  }

  @Test
  void aRateGoesAlongOneTwoFive() {
    double[] expected = {0.002, 0.005, 0.01, 0.02};
    for (double next : expected) {
      rate.more();
      assertThat(rate.value()).isEqualTo(next);
    }
    for (double next : new double[] {0.01, 0.005, 0.002, 0.001, 0.0005}) {
      rate.less();
      assertThat(rate.value()).isEqualTo(next);
    }
    rate.valueProperty().set(0.003);
    rate.less();
    assertThat(rate.value()).isEqualTo(0.002);
  }

  @Test
  void tenStepsOfATenthAreOne() {
    NumberModel share = new NumberModel(NumberRange.real(0, 1, 0.1), 0);
    for (int i = 0; i < 10; i++) {
      share.more();
    }
    assertThat(share.value()).isEqualTo(1);
  }

  @Test
  void theRangeIsSaidInWords() {
    assertThat(Texts.ENGLISH.say(NumberRange.whole(1, 1024).label(numbers).orElseThrow())).isEqualTo("1 to 1,024");
    assertThat(Texts.ENGLISH.say(NumberRange.positive().label(numbers).orElseThrow())).isEqualTo("above 0");
    assertThat(NumberRange.real(Double.NEGATIVE_INFINITY, 1, 0.1).label(numbers)).isEmpty();
  }

  @Test
  void anEmptyRangeIsABug() {
    assertThatThrownBy(() -> NumberRange.whole(3, 2)).hasMessageContaining("3.0 to 2.0");
  }

  @Test
  void whatWasRefusedIsForgottenOnceTheValueIsSetElsewhere() {
    rate.type("abc", numbers);
    assertThat(rate.refusalProperty().get()).isNotNull();
    rate.valueProperty().set(0.5);
    assertThat(rate.refusalProperty().get()).isNull();
  }
}

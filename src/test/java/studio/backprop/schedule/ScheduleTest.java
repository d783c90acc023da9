package studio.backprop.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.setting.Setting;
import studio.backprop.text.Texts;

class ScheduleTest {
  private static final int STEPS = 10;
  private static final int EPOCHS = 20;

  static Stream<ScheduleType> types() {
    return ScheduleCatalog.types().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void theRateIsNeverAboveItsFullSizeNorBelowZeroEvenAfterTheLastEpoch(ScheduleType type) {
    Schedule.Factor factor = type.fresh().start(STEPS, EPOCHS);
    for (long step = 0; step < 2 * STEPS * EPOCHS; step++) {
      assertThat(factor.at(step)).isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyScheduleAndSettingHasItsTextsAndAllowsItsUsualValues(ScheduleType type) {
    for (Texts texts : Texts.all()) {
      assertThat(texts.say(type.title())).isNotBlank();
      assertThat(texts.say(type.help())).isNotBlank();
      for (Setting setting : type.form().settings()) {
        assertThat(texts.say(setting.title())).isNotBlank();
        assertThat(texts.say(setting.help())).isNotBlank();
        setting.choices().forEach(choice -> assertThat(texts.say(Setting.choiceTitle(choice))).isNotBlank());
      }
    }
    assertThat(type.form().problem(type.fresh())).isEmpty();
    assertThat(ScheduleCatalog.typeOf(type.fresh())).isSameAs(type);
  }

  @Test
  void stairsFallWithTheFirstStepOfAnEpoch() {
    Schedule.Factor factor = new StepDecay(2, 0.5).start(STEPS, EPOCHS);
    assertThat(factor.at(19)).isEqualTo(1);
    assertThat(factor.at(20)).isEqualTo(0.5);
    assertThat(factor.at(40)).isEqualTo(0.25);
  }

  @Test
  void exponentialLosesItsShareInEachEpoch() {
    Schedule.Factor factor = new Exponential(0.9).start(STEPS, EPOCHS);
    assertThat(factor.at(0)).isEqualTo(1);
    assertThat(factor.at(30)).isCloseTo(0.729, within(1e-12));
  }

  @Test
  void cosineGoesFromFullSizeThroughTheMiddleToItsEnd() {
    Schedule.Factor factor = new Cosine(0.2).start(STEPS, EPOCHS);
    assertThat(factor.at(0)).isEqualTo(1);
    assertThat(factor.at(STEPS * EPOCHS / 2)).isCloseTo(0.6, within(1e-12));
    assertThat(factor.at(STEPS * EPOCHS)).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void warmUpRisesInALineAndThenStaysOrFalls() {
    Schedule.Factor stays = new WarmUp(4, WarmUp.Then.STAY).start(STEPS, EPOCHS);
    assertThat(stays.at(0)).isEqualTo(0.25);
    assertThat(stays.at(3)).isEqualTo(1);
    assertThat(stays.at(100)).isEqualTo(1);
    Schedule.Factor falls = new WarmUp(4, WarmUp.Then.COSINE).start(STEPS, EPOCHS);
    assertThat(falls.at(4)).isEqualTo(1);
    assertThat(falls.at(STEPS * EPOCHS)).isCloseTo(0, within(1e-12));
  }

  @Test
  void plateauLowersTheRateOnlyAfterEpochsWithoutABetterLoss() {
    Schedule.Factor factor = new ReduceOnPlateau(2, 0.5, 0.2).start(STEPS, EPOCHS);
    factor.epochEnded(1.0);
    factor.epochEnded(0.5);
    factor.epochEnded(0.6);
    assertThat(factor.at(0)).isEqualTo(1);
    factor.epochEnded(0.499_99);
    assertThat(factor.at(0)).as("a gain of less than a ten-thousandth is none").isEqualTo(0.5);
    for (int epoch = 0; epoch < 10; epoch++) {
      factor.epochEnded(0.5);
    }
    assertThat(factor.at(0)).as("never below the least share").isEqualTo(0.2);
  }
}

package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.tensor.Shape;

class SeriesTest {
  private static PreparedData load(DataSettings settings) throws DataProblem {
    return PreparedData.load(settings, Optional.empty(), Progress.NONE);
  }

  private static DataSettings airline(int lags, int horizon) {
    return DataSettings.of("air-passengers").withSequence(SequenceSettings.USUAL.withLags(lags).withHorizon(horizon));
  }

  @Test
  void aWindowKnowsTheLastValuesAndIsAskedForTheOneAtItsHorizon() throws DataProblem {
    Dataset passengers = load(airline(3, 2)).dataset();
    assertThat(passengers.inputShape()).isEqualTo(Shape.of(3, 1));
    assertThat(passengers.rows()).isEqualTo(144 - 3 - 1);
    assertThat(new float[] {passengers.input(0, 0), passengers.input(0, 1), passengers.input(0, 2)}).containsExactly(112, 118, 132);
    assertThat(passengers.target(0)).isEqualTo(121);
    assertThat(passengers.series().orElseThrow().time(passengers.series().orElseThrow().answerTo(0))).isCloseTo(1949.333, within(1e-3));
  }

  @Test
  void theLastPartsAreHeldBackInTheirOrder() throws DataProblem {
    PreparedData passengers = load(airline(12, 1).withShares(0.25, 0.25));
    assertThat(passengers.trainRows()).isEqualTo(66);
    assertThat(passengers.split().row(Part.VALIDATION, 0)).isEqualTo(66);
    assertThat(passengers.split().row(Part.TEST, 32)).isEqualTo(131);
    assertThat(load(airline(12, 1).withShares(0, 0.5)).split().row(Part.TEST, 0)).isEqualTo(66);
  }

  @Test
  void oneScaleServesAllLagsAndTheAnswerAndKnowsTheTrainPartOnly() throws DataProblem {
    PreparedData passengers = load(airline(12, 1).withScaling(Scaling.MIN_MAX));
    assertThat(passengers.inputScaler().unit(0)).isEqualTo(passengers.inputScaler().unit(11)).isEqualTo(passengers.targetUnit());
    int trained = passengers.dataset().series().orElseThrow().answerTo(passengers.trainRows() - 1);
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int i = 0; i <= trained; i++) {
      least = Math.min(least, passengers.dataset().series().orElseThrow().value(i));
      most = Math.max(most, passengers.dataset().series().orElseThrow().value(i));
    }
    assertThat(passengers.targetScaler().unscale(0, 0)).isEqualTo((float) least);
    assertThat(passengers.targetScaler().unscale(0, 1)).isCloseTo((float) most, within(1e-3f));
  }

  @Test
  void theCatalogKnowsTheShapeThatTheSettingsGive() {
    DatasetInfo info = DatasetCatalog.find("sine").orElseThrow()
        .under(DataSettings.of("sine").withPoints(100).withSequence(SequenceSettings.USUAL.withLags(20).withHorizon(3)));
    assertThat(info.inputShape()).isEqualTo(Shape.of(20, 1));
    assertThat(info.examples()).isEqualTo(78);
  }

  @Test
  void aSeriesShorterThanItsWindowsIsOneSentence() {
    assertThatThrownBy(() -> load(airline(140, 1))).isInstanceOf(DataProblem.class).hasMessageContaining("144");
  }

  @Test
  void aWindowOfTwoValuesIsNoPointOfThePlane() throws DataProblem {
    assertThat(load(airline(2, 1)).dataset().isPoints()).isFalse();
  }
}

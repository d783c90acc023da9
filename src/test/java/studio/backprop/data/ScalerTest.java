package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.backprop.tensor.Shape;

class ScalerTest {
  private static Dataset dataset(Task task, float[] inputs, float[] targets) {
    List<Feature> features = List.of(Feature.number("a"), Feature.number("b"));
    return new Dataset(
        new Dataset.Description("two", Shape.of(2), task, features, "t", List.of(), 0, 0, List.of()), inputs, targets);
  }

  @Test
  void onlyTrainingRowsAreLookedAt() {
    Dataset data = dataset(Task.REGRESSION, new float[] {1, 5, 3, 5, 1000, -1000}, new float[] {10, 30, 99});
    int[] train = {0, 1};
    Scaler standard = Scaler.ofInputs(Scaling.STANDARDIZE, data, train);
    assertThat(standard.scale(0, 3)).isEqualTo(1);
    assertThat(standard.scale(0, 1000)).isEqualTo(998);
    Scaler range = Scaler.ofInputs(Scaling.MIN_MAX, data, train);
    assertThat(range.scale(0, 2)).isEqualTo(0.5f);
    assertThat(Scaler.ofTarget(Scaling.STANDARDIZE, data, train).scale(0, 30)).isEqualTo(1);
  }

  @Test
  void aColumnThatNeverChangesBecomesZero() {
    Dataset data = dataset(Task.REGRESSION, new float[] {1, 5, 3, 5}, new float[] {1, 2});
    assertThat(Scaler.ofInputs(Scaling.STANDARDIZE, data, new int[] {0, 1}).scale(1, 5)).isZero();
    assertThat(Scaler.ofInputs(Scaling.MIN_MAX, data, new int[] {0, 1}).scale(1, 5)).isZero();
  }

  @Test
  void aMissingNumberIsFilledWithTheMeanOfTheTrainingRows() {
    Dataset data = dataset(Task.REGRESSION, new float[] {1, 5, Float.NaN, 5, 4, 5, 70, 5}, new float[] {1, 2, 3, 4});
    int[] train = {0, 1, 2};
    assertThat(Scaler.ofInputs(Scaling.NONE, data, train).scale(0, Float.NaN)).isEqualTo(2.5f);
    assertThat(Scaler.ofInputs(Scaling.STANDARDIZE, data, train).scale(0, Float.NaN)).isZero();
  }

  @Test
  void anErrorInScaledNumbersLeadsBackToTheTargetsOwnUnit() throws DataProblem {
    PreparedData diabetes = PreparedData.load(DataSettings.of("diabetes"), Optional.empty(), Progress.NONE);
    float first = diabetes.targetScaler().scale(0, diabetes.rawTarget(Part.TEST, 0));
    float second = diabetes.targetScaler().scale(0, diabetes.rawTarget(Part.TEST, 1));
    float apart = diabetes.rawTarget(Part.TEST, 0) - diabetes.rawTarget(Part.TEST, 1);
    assertThat((first - second) * diabetes.targetUnit()).isCloseTo(apart, within(1e-3f));
    assertThat(diabetes.targetScaler().unscale(0, first)).isCloseTo(diabetes.rawTarget(Part.TEST, 0), within(1e-3f));
  }

  @Test
  void allPixelsOfAnImageAreTreatedAlike() throws DataProblem {
    DataSettings settings = DataSettings.of("digits").withScaling(Scaling.STANDARDIZE);
    PreparedData digits = PreparedData.load(settings, Optional.empty(), Progress.NONE);
    Scaler scaler = digits.inputScaler();
    assertThat(IntStream.range(0, 64).mapToObj(scaler::unit).distinct()).hasSize(1);
    Scaler known = PreparedData.load(DataSettings.of("digits"), Optional.empty(), Progress.NONE).inputScaler();
    assertThat(known.scale(0, 16)).isEqualTo(1);
  }
}

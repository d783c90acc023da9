package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreparedDataTest {
  private static PreparedData load(DataSettings settings) throws DataProblem {
    return PreparedData.load(settings, Optional.empty(), Progress.NONE);
  }

  @Test
  void irisIsSplitSixtyTwentyTwentyWithTenOfEachSpeciesInTheSmallParts() throws DataProblem {
    PreparedData iris = load(DataSettings.of("iris"));
    assertThat(iris.trainRows()).isEqualTo(90);
    assertThat(counts(iris, Part.TRAIN)).containsExactly(30, 30, 30);
    assertThat(counts(iris, Part.VALIDATION)).containsExactly(10, 10, 10);
    assertThat(counts(iris, Part.TEST)).containsExactly(10, 10, 10);
  }

  private static int[] counts(PreparedData data, Part part) {
    int[] counts = new int[data.dataset().classNames().size()];
    for (int row = 0; row < data.rows(part); row++) {
      counts[data.classOf(part, row)]++;
    }
    return counts;
  }

  @Test
  void standardisedTrainingColumnsHaveMeanZeroAndDeviationOne() throws DataProblem {
    PreparedData iris = load(DataSettings.of("iris"));
    float[] input = new float[4];
    double[] sum = new double[4];
    double[] squares = new double[4];
    for (int row = 0; row < 90; row++) {
      iris.copyInput(Part.TRAIN, row, input, 0);
      for (int c = 0; c < 4; c++) {
        sum[c] += input[c];
        squares[c] += input[c] * input[c];
      }
    }
    for (int c = 0; c < 4; c++) {
      assertThat(sum[c] / 90).isCloseTo(0, within(1e-5));
      assertThat(squares[c] / 90).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void theUnscaledInputIsTheMeasuredOne() throws DataProblem {
    PreparedData iris = load(DataSettings.of("iris").withScaling(Scaling.MIN_MAX));
    float[] scaled = new float[4];
    float[] measured = new float[4];
    iris.copyInput(Part.TEST, 3, scaled, 0);
    iris.copyRawInput(Part.TEST, 3, measured);
    for (int c = 0; c < 4; c++) {
      assertThat(iris.inputScaler().unscale(c, scaled[c])).isCloseTo(measured[c], within(1e-5f));
    }
  }

  @Test
  void sameSeedGivesTheSameBitsAndAnotherSeedOthers() throws DataProblem {
    DataSettings settings = DataSettings.of("circles");
    assertThat(bits(load(settings))).isEqualTo(bits(load(settings)));
    assertThat(bits(load(settings))).isNotEqualTo(bits(load(settings.withSeed(2))));
  }

  private static float[] bits(PreparedData data) {
    Batches all = Batches.inOrder(data, Part.TRAIN, data.trainRows(), TargetForm.BINARY);
    float[] inputs = new float[all.rows() * all.inputWidth()];
    all.fill(0, inputs, new float[all.rows()]);
    return inputs;
  }

  @Test
  void aTargetIsWrittenInTheFormTheOutputNeeds() throws DataProblem {
    PreparedData iris = load(DataSettings.of("iris"));
    float[] target = new float[5];
    int species = iris.classOf(Part.TRAIN, 7);
    iris.copyTarget(Part.TRAIN, 7, TargetForm.ONE_HOT, target, 1);
    assertThat(target[1 + species]).isEqualTo(1);
    assertThat(target[1] + target[2] + target[3]).isEqualTo(1);
    assertThatThrownBy(() -> iris.targetWidth(TargetForm.BINARY)).hasMessageContaining("3 classes");
  }
}

package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

/** The best epoch of a long run is found in one pass, and is the one that the mean over some epochs says. */
class LossChecksTest {
  private static List<EpochRecord> epochs(double[] losses) {
    List<EpochRecord> epochs = new ArrayList<>();
    for (double loss : losses) {
      Metrics metrics = new Metrics(loss, Double.NaN, Double.NaN, Double.NaN);
      epochs.add(new EpochRecord(epochs.size() + 1, epochs.size() + 1, metrics, metrics, 0.1));
    }
    return epochs;
  }

  private static int byDefinition(double[] losses) {
    int width = Math.max(3, losses.length / 12);
    int best = 0;
    double least = Double.NaN;
    for (int epoch = 0; epoch < losses.length; epoch++) {
      double sum = 0;
      int from = Math.max(0, epoch - width + 1);
      for (int at = from; at <= epoch; at++) {
        sum += losses[at];
      }
      double mean = sum / (epoch + 1 - from);
      if (epoch == 0 || mean < least) {
        best = epoch;
        least = mean;
      }
    }
    return best;
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 12, 60, 1000})
  void theBestEpochHasTheLeastMean(int count) {
    double[] losses = new Random(count).doubles(count, 0.2, 1.5).toArray();
    assertThat(LossChecks.bestEpoch(epochs(losses))).isEqualTo(byDefinition(losses));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN, 1e20, 1e300})
  void anEpochWithAHugeLossIsForgottenAfterSomeEpochs(double loss) {
    double[] losses = new Random(7).doubles(100, 0.2, 1.5).toArray();
    losses[10] = loss;
    losses[70] = 1e-3;
    losses[71] = 1e-3;
    losses[72] = 1e-3;
    assertThat(LossChecks.bestEpoch(epochs(losses))).isEqualTo(byDefinition(losses)).isBetween(70, 79);
  }
}

package studio.backprop.observe.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.SequenceSettings;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Shape;
import studio.backprop.train.BrokenNetworks;
import studio.backprop.train.Session;

class ForecastTest {
  private static final Network NETWORK = BrokenNetworks.chain(
      new Input(Shape.of(2, 1)), new Flatten(), Dense.of(1, Activation.NONE), Output.of(Loss.MSE));

  /** Of a network whose answer is the last value of its window. */
  private static double[] repeating(double[] known, int horizon, int steps) throws Exception {
    DataSettings settings = DataSettings.of("air-passengers").withSequence(SequenceSettings.USUAL.withLags(2).withHorizon(horizon));
    Project project = new Project(NETWORK, settings, Optional.empty(), TrainingSettings.STANDARD);
    Parameters parameters = Session.initialParameters(project);
    Arrays.fill(parameters.find(3, "weight").orElseThrow().tensor().values(), 0);
    parameters.find(3, "weight").orElseThrow().tensor().values()[1] = 1;
    PreparedData data = PreparedData.load(settings, Optional.empty(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      return Forecast.after(known, steps, data, new Predictor(NETWORK, parameters, kernels));
    }
  }

  private static void assertClose(double[] values, double... wanted) {
    assertThat(values).containsExactly(wanted, Offset.offset(1e-2));
  }

  @Test
  void valuesComeInTheirOwnUnitAndAreReadOnAfterTheKnownOnesEnd() throws Exception {
    assertClose(repeating(new double[] {100, 300}, 1, 3), 300, 300, 300);
  }

  @Test
  void aLongerHorizonLooksBackFurther() throws Exception {
    assertClose(repeating(new double[] {100, 200, 300}, 2, 4), 200, 300, 200, 300);
  }

  @Test
  void fewerValuesThanAWindowAreRefused() {
    assertThatThrownBy(() -> repeating(new double[] {100, 300}, 2, 1)).isInstanceOf(DataProblem.class)
        .hasMessageContaining("2 values, but the network needs 3");
  }
}

package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

class FirstLossTest {
  private static Project project() {
    Network network = Network.EMPTY.add(Input.row(9), 0, 0).add(Dense.of(1, Activation.NONE), 0, 0).add(Output.of(Loss.MSE), 0, 0)
        .wire(1, 2).wire(2, 3);
    return new Project(network, DataSettings.of("auto-mpg"), Optional.empty(), TrainingSettings.STANDARD);
  }

  @Test
  void itIsThatOfAllTrainingExamplesUntilTheFirstStep() throws Exception {
    ManualPulse pulse = new ManualPulse();
    DocumentModel document = new DocumentModel();
    try (RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse)) {
      FirstLoss first = new FirstLoss(run, pulse);
      assertThat(first.lossProperty().get()).isEmpty();
      document.open(project(), "test", Optional.empty());
      pulse.until(() -> first.lossProperty().get().isPresent());
      double expected = run.trainer().ask(session -> Replica.of(session, null).score(Part.TRAIN, plan -> {}).loss()).get()
          .orElseThrow();
      assertThat(first.lossProperty().get().getAsDouble()).isCloseTo(expected, within(1e-9));
      assertThat(first.examples()).isEqualTo(run.runProperty().get().data().rows(Part.TRAIN));
      run.control().steps(1);
      pulse.until(() -> run.snapshot().filter(now -> now.step() == 1).isPresent());
      assertThat(first.lossProperty().get()).isEmpty();
    }
  }

  /** The loss that is minimized is the mean of the two classes' means. */
  @Test
  void withClassWeightsItIsTheWeightedMeanAsTheTrainingHasIt() throws Exception {
    ManualPulse pulse = new ManualPulse();
    DocumentModel document = new DocumentModel();
    try (RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse)) {
      FirstLoss first = new FirstLoss(run, pulse);
      Project plain = SampleProject.of("breast-cancer");
      document.open(plain.withTraining(training -> training.withBalance(ClassBalance.WEIGHTS)), "test", Optional.empty());
      pulse.until(() -> first.lossProperty().get().isPresent());
      double[] sums = new double[4];
      PreparedData data = run.runProperty().get().data();
      int[] row = {0};
      run.trainer().ask(session -> Replica.of(session, null).score(Part.TRAIN, plan -> {
        for (int i = 0; i < plan.batch(); i++) {
          int label = data.classOf(Part.TRAIN, row[0]++);
          sums[label] += plan.loss().cost(i);
          sums[2 + label]++;
        }
      })).get().orElseThrow();
      assertThat(first.weighs()).isTrue();
      assertThat(first.lossProperty().get().getAsDouble()).isCloseTo((sums[0] / sums[2] + sums[1] / sums[3]) / 2, within(1e-9))
          .isNotCloseTo((sums[0] + sums[1]) / (sums[2] + sums[3]), within(1e-4));
    }
  }
}

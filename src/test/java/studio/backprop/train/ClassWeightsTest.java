package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.InverseFrequencies;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.train.learn.WeightedClasses;

/** A training whose classes are weighted in the loss. */
public class ClassWeightsTest {
  /** Three cultivars, 59, 71 and 48 of them. */
  public static Project wine(ClassBalance balance) {
    Network network = Network.EMPTY.add(Input.row(13), 0, 0).add(Dense.of(8, Activation.TANH), 0, 0)
        .add(Dense.of(3, Activation.SOFTMAX), 0, 0).add(Output.of(Loss.CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4);
    DataSettings data = DataSettings.of("wine").withScaling(Scaling.STANDARDIZE);
    return new Project(network, data, Optional.empty(), TrainingSettings.STANDARD.withEpochs(3).withBalance(balance));
  }

  private static PreparedData data(Project project) throws Exception {
    return PreparedData.load(project.data(), project.table(), Progress.NONE);
  }

  private static Session session(Project project, int threads) throws Exception {
    PreparedData data = data(project);
    return new Session(project, data, KernelChoice.create(threads), Session.initialParameters(project));
  }

  @Test
  void aClassIsWeightedByHowRareItIsInTheTrainingPartAlone() throws Exception {
    PreparedData data = data(wine(ClassBalance.WEIGHTS));
    int[] counts = new int[3];
    for (int row = 0; row < data.trainRows(); row++) {
      counts[data.classOf(Part.TRAIN, row)]++;
    }
    List<Double> weights = WeightedClasses.of(wine(ClassBalance.WEIGHTS), data).byClass();
    double all = 0;
    for (int k = 0; k < 3; k++) {
      assertThat(weights.get(k)).isCloseTo(data.trainRows() / (3.0 * counts[k]), Offset.offset(1e-12));
      all += weights.get(k) * counts[k];
    }
    assertThat(all).as("the mean weight of an example is 1").isCloseTo(data.trainRows(), Offset.offset(1e-9));
    assertThat(counts).as("otherwise nothing is weighted here").doesNotHaveDuplicates();
    assertThat(WeightedClasses.of(wine(ClassBalance.BATCHES), data).weigh()).isFalse();
    assertThat(WeightedClasses.of(wine(ClassBalance.NONE), data).weigh()).isFalse();
  }

  @Test
  void numbersHaveNoWeights() throws Exception {
    PreparedData miles = PreparedData.load(DataSettings.of("auto-mpg"), Optional.empty(), Progress.NONE);
    assertThat(InverseFrequencies.of(miles)).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameBitsAtAnyNumberOfThreads() throws Exception {
    List<String> bits = new ArrayList<>();
    for (int threads : new int[] {1, 2, 4, 1}) {
      Session session = session(wine(ClassBalance.WEIGHTS), threads);
      while (session.step()) {}
      bits.add(session.parameters().sha256());
    }
    assertThat(bits.stream().distinct()).hasSize(1);
    Session plain = session(wine(ClassBalance.NONE), 1);
    while (plain.step()) {}
    assertThat(plain.parameters().sha256()).isNotEqualTo(bits.get(0));
  }

  @Test
  void theLossOfAnEpochIsTheWeightedMeanOfItsExamplesAndThatOfTheValidationPartIsNot() throws Exception {
    Session session = session(wine(ClassBalance.WEIGHTS), 1);
    double sum = 0;
    double mass = 0;
    double examples = 0;
    while (session.epoch() == 0) {
      session.step();
      sum += session.loss() * session.plan().loss().weightSum();
      mass += session.plan().loss().weightSum();
      examples += session.plan().loss().counted();
    }
    assertThat(examples).isEqualTo(session.data().trainRows());
    assertThat(mass).isCloseTo(examples, Offset.offset(1e-6));
    assertThat(session.epochs().get(0).train().loss()).isCloseTo(sum / mass, Offset.offset(1e-9));
    Session plain = session(wine(ClassBalance.NONE), 1);
    plain.parameters().set(copy(session));
    assertThat(session.epochs().get(0).validation().loss()).isEqualTo(plain.evaluate(Part.VALIDATION).loss());
    assertThat(session.evaluate(Part.TEST)).isEqualTo(plain.evaluate(Part.TEST));
  }

  private static float[][] copy(Session session) {
    float[][] room = session.parameters().room();
    session.parameters().copyTo(room);
    return room;
  }
}

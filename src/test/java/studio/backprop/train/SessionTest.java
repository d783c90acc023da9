package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.data.Batches;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.data.TargetForm;
import studio.backprop.doctor.Remedy;
import studio.backprop.doctor.TriedRemedy;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.AverageOverTime;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Embedding;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.Cosine;
import studio.backprop.tensor.Seeds;
import studio.backprop.text.Message;

public class SessionTest {
  private final Kernels kernels = KernelChoice.create(1);

  public static Project circles() {
    Network network =
        Network.EMPTY
            .add(Input.row(2), 0, 0)
            .add(Dense.of(10, Activation.RELU), 0, 0)
            .add(Dense.of(1, Activation.SIGMOID), 0, 0)
            .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0)
            .wire(1, 2)
            .wire(2, 3)
            .wire(3, 4);
    return new Project(network, DataSettings.of("circles").withPoints(1000), Optional.empty(), TrainingSettings.STANDARD.withRate(0.03));
  }

  private Session session(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, kernels, Session.initialParameters(project));
  }

  @Test
  void theFirstExampleLearnsTheCirclesInTenEpochs() throws Exception {
    Session session = session(circles());
    while (session.step()) {}
    assertThat(session.fault()).isEmpty();
    assertThat(session.epochs()).hasSize(10);
    assertThat(session.evaluate(Part.VALIDATION).accuracy()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void theSameSeedGivesTheSameBitsTwentyTimes() throws Exception {
    String first = null;
    for (int run = 0; run < 20; run++) {
      Session session = session(circles());
      while (session.step()) {}
      String sha = session.parameters().sha256();
      assertThat(sha).isEqualTo(first == null ? sha : first);
      first = sha;
    }
  }

  @Test
  void howManyStepsTheWeightsHaveLearnedIsKnownAlsoAfterGoingBack() throws Exception {
    Session session = session(circles());
    session.step();
    Checkpoint one = session.checkpoint();
    session.step();
    session.step();
    session.replace(one.weights(), 1);
    assertThat(session.weightsStep()).isEqualTo(1);
    Checkpoint replaced = session.checkpoint();
    session.restore(one);
    session.step();
    session.step();
    assertThat(session.weightsStep()).as("the same step again, with its own weights").isEqualTo(3);
    session.restore(replaced);
    assertThat(session.weightsStep()).isEqualTo(1);
    session.step();
    assertThat(session.weightsStep()).isEqualTo(4);
  }

  @Test
  void aNetworkWhoseLayersAreAllFrozenStaysAsItIs() throws Exception {
    Project project = circles().withNetwork(n -> n.with(2, SessionTest::frozen).with(3, SessionTest::frozen));
    Session session = session(project);
    String before = session.parameters().sha256();
    assertThat(session.step()).isTrue();
    assertThat(session.parameters().sha256()).isEqualTo(before);
  }

  private static Node frozen(Node node) {
    Dense dense = (Dense) node.layer();
    return node.withLayer(new Dense(dense.units(), dense.activation(), dense.init(), dense.bias(), false));
  }

  @Test
  void aTokenOutsideTheVocabularyIsRefusedWithASentence() throws Exception {
    Network network =
        Network.EMPTY
            .add(Input.row(2), 0, 0)
            .add(Embedding.of(1, 3), 0, 0)
            .add(new AverageOverTime(), 0, 0)
            .add(Dense.of(1, Activation.SIGMOID), 0, 0)
            .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0)
            .wire(1, 2)
            .wire(2, 3)
            .wire(3, 4)
            .wire(4, 5);
    Session session = session(circles().withNetwork(old -> network));
    assertThat(session.step()).isFalse();
    Fault fault = session.fault().orElseThrow();
    assertThat(fault.node()).isEqualTo(2);
    assertThat(fault.sentence().toString()).startsWith("Stopped at step 1: ").contains("knows the tokens 0 to 0").doesNotContain("{");
    Remedy first = Remedy.of(fault, session.project(), session.data(), false).get(0);
    assertThat(first.title()).hasToString("Keep the tokens, with a vocabulary of 2");
    assertThat(first.edit().orElseThrow().change().apply(session.project()).network().node(2).layer()).isEqualTo(Embedding.of(2, 3));
  }

  @Test
  void severalInputsCutEachExampleInTheirOrder() throws Exception {
    Network network =
        Network.EMPTY
            .add(Input.row(1), 0, 0)
            .add(Input.row(1), 0, 0)
            .add(new Concatenate(), 0, 0)
            .add(Dense.of(1, Activation.SIGMOID), 0, 0)
            .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0)
            .wire(2, 3)
            .wire(1, 3)
            .wire(3, 4)
            .wire(4, 5);
    Session session = session(circles().withNetwork(one -> network));
    session.step();
    Batches batches =
        Batches.shuffled(session.data(), Part.TRAIN, 32, TargetForm.BINARY, new Seeds(session.project().training().seed()));
    float[] example = new float[2];
    session.data().copyInput(Part.TRAIN, batches.row(0, 5), example, 0);
    assertThat(session.plan().inputs().get(0).get(5, 0)).isEqualTo(example[0]);
    assertThat(session.plan().inputs().get(1).get(5, 0)).isEqualTo(example[1]);
    assertThat(network.inputStart(2)).isEqualTo(1);
  }

  @Test
  void aRunWithDropoutThatIsTakenUpAgainGoesOnToTheSameBits() throws Exception {
    Network dropping = circles().network().add(new Dropout(0.3), 0, 0).wire(2, 5).wire(5, 3);
    Project project = circles().withNetwork(n -> dropping).withTraining(t -> t.withEpochs(3));
    Session whole = session(project);
    while (whole.step()) {}
    Session begun = session(project);
    for (int step = 0; step < 25; step++) {
      begun.step();
    }
    Session again = new Session(project, begun.data(), kernels, begun.parameters().copy());
    again.resume(begun.progressed());
    while (again.step()) {}
    assertThat(again.parameters().sha256()).isEqualTo(whole.parameters().sha256());
  }

  @Test
  void aFinishedRunThatGetsMoreEpochsLearnsOnAtTheRateOfTheLongerSchedule() throws Exception {
    Session session = session(circles().withTraining(t -> t.withSchedule(Cosine.STANDARD).withEpochs(2)));
    while (session.step()) {}
    assertThat(session.currentRate()).isZero();
    session.setLastEpoch(4);
    assertThat(session.finished()).isFalse();
    assertThat(session.currentRate()).isCloseTo(0.015, within(1e-9));
  }

  @Test
  void afterAnEarlyStopMoreEpochsAreWaitedForAnew() throws Exception {
    Session session = session(circles().withTraining(t -> t.withRate(0).withPatience(1)));
    while (session.step()) {}
    assertThat(session.epoch()).isEqualTo(2);
    session.setLastEpoch(20);
    assertThat(session.step()).isTrue();
  }

  @Test
  void aRunThatIsTakenUpAgainHasNothingMeasuredBeforeItsNextStep() throws Exception {
    Session first = session(circles());
    first.step();
    assertThat(first.measured()).isTrue();
    Session again = new Session(first.project(), first.data(), kernels, first.parameters());
    again.resume(first.progressed());
    assertThat(again.steps()).isEqualTo(1);
    assertThat(again.measured()).isFalse();
  }

  @Test
  void aFaultNamesTheNodeAndKeepsTheLastGoodWeights() throws Exception {
    Project project = circles().withTraining(t -> t.withRate(1e38));
    Session session = session(project);
    while (session.step()) {}
    assertThat(session.fault()).isPresent();
    assertThat(session.parameters().all()).allSatisfy(p -> {
      for (int i = 0; i < p.tensor().count(); i++) {
        assertThat(p.tensor().values()[i]).isFinite();
      }
    });
  }

  @Test
  void afterAFaultTheKeptStepGoesOnWithASmallerRate() throws Exception {
    Session session = session(circles().withTraining(t -> t.withRate(1e38)));
    while (session.step()) {}
    Fault fault = session.fault().orElseThrow();
    List<Remedy> remedies = Remedy.of(fault, session.project(), session.data(), false);
    assertThat(remedies).extracting(remedy -> remedy.title().key()).containsExactly("remedy.rate", "remedy.back");
    session.forgive();
    session.setRate(1e-3);
    assertThat(session.step()).isTrue();
    assertThat(session.steps()).isEqualTo(fault.step());
    assertThat(session.loss()).isFinite();
  }

  @Test
  void theRemedyThatIsRecommendedHasReallyBeenTried() throws Exception {
    Project failed = circles().withTraining(t -> t.withRate(1e38));
    Session session = session(failed);
    while (session.step()) {}
    List<Remedy> remedies = Remedy.of(session.fault().orElseThrow(), failed, session.data(), true);
    TriedRemedy trial = TriedRemedy.firstToHelp(remedies, failed, Replica.of(session, null)).orElseThrow();
    assertThat(trial.remedy()).isEqualTo(remedies.get(0));
    assertThat(trial.steps()).isGreaterThan(1);
    assertThat(trial.loss()).isLessThan(1);
  }

  @Test
  void weightsThatAreLostAreNotGoneOnFromAndTheRateIsOneThatMostNetworksBear() throws Exception {
    Project project = circles().withTraining(t -> t.withRate(100));
    PreparedData data = PreparedData.load(project.data(), Optional.empty(), Progress.NONE);
    List<Remedy> remedies = Remedy.of(new Fault(4, 1, Message.of("fault.head", 4, 3)), project, data, true);
    assertThat(remedies.get(0).title()).hasToString("Restart with learning rate 0.01");
    assertThat(remedies).extracting(Remedy::afresh).containsExactly(true, false);
  }

  @Test
  void inputsOfVeryDifferentSizesAreScaledFirst() throws Exception {
    Project project = circles().withData(DataSettings.of("auto-mpg").withScaling(Scaling.NONE));
    PreparedData data = PreparedData.load(project.data(), Optional.empty(), Progress.NONE);
    assertThat(Remedy.of(new Fault(4, 1, Message.of("fault.head", 4, 3)), project, data, true).get(0).title())
        .hasToString("Scale the inputs and restart");
    assertThat(Remedy.reason(new Fault(4, 1, Message.of("fault.head", 4, 3)), project, data).toString()).contains("With learning rate");
  }
}

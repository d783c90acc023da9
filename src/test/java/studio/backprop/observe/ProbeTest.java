package studio.backprop.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.observe.predict.Predictor;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Run;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;
import studio.backprop.train.SessionTest;

class ProbeTest {
  private static final Example FIFTH = new Example(Part.VALIDATION, 4);
  private static final int HIDDEN = 3;
  private static final int FORGETTING = 5;
  private static final int LAST = 6;

  private final Kernels kernels = KernelChoice.create(1);
  private final Session session = session(true);
  private final Run run = new Run(session, List.of());

  private static Session session(boolean learns) {
    Network network = Network.EMPTY
        .add(Input.row(4), 0, 0).add(dense(12, Activation.RELU, learns), 0, 0).add(dense(8, Activation.RELU, learns), 0, 0)
        .add(new BatchNorm(0.1, 1e-5, learns), 0, 0).add(new Dropout(0.5), 0, 0)
        .add(dense(3, Activation.SOFTMAX, learns), 0, 0).add(Output.of(Loss.CROSS_ENTROPY), 0, 0)
        .wire(1, 2).wire(2, 3).wire(3, 4).wire(4, 5).wire(5, 6).wire(6, 7);
    Project project = new Project(network, DataSettings.of("iris"), Optional.empty(), TrainingSettings.STANDARD);
    try {
      PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
      return new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    } catch (DataProblem e) {
      throw new AssertionError(e);
    }
  }

  private static Dense dense(int units, Activation activation, boolean learns) {
    return new Dense(units, activation, activation.suitedInit(), true, learns);
  }

  private Snapshot shown() {
    run.show();
    return run.mailbox().take();
  }

  private Snapshot shownAfter(int steps) {
    for (int i = 0; i < steps; i++) {
      session.step();
    }
    return shown();
  }

  @Test
  void theChosenExampleIsAnsweredAsTheNetworkWouldPredictIt() {
    run.choose(FIFTH);
    Activations seen = shownAfter(20).activations();
    float[] input = new float[4];
    session.data().copyInput(Part.VALIDATION, 4, input, 0);
    float[] predicted = new Predictor(session.project().network(), session.parameters(), kernels).predict(input, 1);
    assertThat(seen.example()).isEqualTo(FIFTH);
    assertThat(seen.output(1)).isEqualTo(input);
    assertThat(seen.output(LAST)).isEqualTo(predicted);
    assertThat(seen.prediction()).isEqualTo(predicted);
    int right = session.data().classOf(Part.VALIDATION, 4);
    assertThat(seen.loss()).isCloseTo(-Math.log(predicted[right]), within(1e-5));
    float[] slope = predicted.clone();
    slope[right] -= 1;
    assertThat(seen.gradient(LAST)).containsExactly(slope, within(1e-6f));
  }

  @Test
  void whatTheLastStepHasChangedIsKnownHoweverManyStepsPassBetweenTwoLooks() {
    run.choose(FIFTH);
    run.lookInto(HIDDEN);
    run.compare(true);
    assertThat(shown().earlier()).as("no step was taken").isEmpty();
    Snapshot seventh = shownAfter(7);
    Snapshot eighth = shownAfter(1);
    PreviousSnapshot earlier = eighth.earlier().orElseThrow();
    for (int p = 0; p < seventh.parameters().size(); p++) {
      assertThat(earlier.values(p)).as(seventh.parameters().get(p).name()).isEqualTo(seventh.values(p));
    }
    for (int node = 1; node <= LAST; node++) {
      assertThat(earlier.output(node)).isEqualTo(seventh.activations().output(node));
    }
    assertThat(earlier.inside().orElseThrow().output().values()).isEqualTo(seventh.inside().orElseThrow().output().values());
    assertThat(earlier.output(LAST)).isNotEqualTo(eighth.activations().output(LAST));
  }

  @Test
  void weightsThatWerePutInPlaceAreNotTakenForAStep() {
    run.compare(true);
    assertThat(shownAfter(2).earlier()).isPresent();
    session.turn(session.checkpoint());
    assertThat(shown().earlier()).isEmpty();
    run.compare(false);
    assertThat(shownAfter(1).earlier()).as("nobody asks").isEmpty();
  }

  @Test
  void lookingChangesNothingOfTheTraining() {
    Session unwatched = session(true);
    for (int i = 0; i < 12; i++) {
      unwatched.step();
      session.step();
      float[] grads = session.parameters().all().get(0).tensor().grads().clone();
      run.mailbox().giveBack(shown());
      assertThat(session.parameters().all().get(0).tensor().grads()).isEqualTo(grads);
    }
    assertThat(session.parameters().sha256()).isEqualTo(unwatched.parameters().sha256());
  }

  @Test
  void anExampleBeyondTheDataIsTheLastOne() {
    run.choose(new Example(Part.VALIDATION, 1_000_000));
    assertThat(shown().activations().example()).isEqualTo(new Example(Part.VALIDATION, session.data().validationRows() - 1));
    assertThat(FIFTH.further(-5, session.data()).row()).isEqualTo(session.data().validationRows() - 1);
  }

  @Test
  void aDropoutShowsWhatItForgotInTheStep() {
    assertThat(shown().mask(FORGETTING)).isNull();
    assertThat(shownAfter(1).mask(FORGETTING)).hasSize(8).containsOnly(0f, 2f);
  }

  @Test
  void aUnitIsSilentIfItIsZeroForEveryExample() {
    Tensor rows = new Tensor("output", 3, Shape.of(4), false);
    rows.set(0, 1, 0, 0, 0, 0, 0, 2, 0, 3, 0, 0);
    assertThat(SilentUnits.share(rows)).isEqualTo(0.5);
    Tensor images = new Tensor("output", 2, Shape.of(3, 1, 2), false);
    images.set(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0);
    assertThat(SilentUnits.share(images)).isCloseTo(1 / 3.0, within(1e-12));
    Tensor sequences = new Tensor("output", 1, Shape.of(2, 2), false);
    sequences.set(0, 1, 0, 0);
    assertThat(SilentUnits.share(sequences)).isEqualTo(0.5);
  }

  @Test
  void onlyNodesWithAReluHaveSilentUnits() {
    assertThat(shown().silentShare(HIDDEN)).isNaN();
    Snapshot seen = shownAfter(1);
    assertThat(seen.silentShare(HIDDEN)).isBetween(0.0, 1.0);
    assertThat(seen.silentShare(LAST)).isNaN();
  }

  @Test
  void aNetworkThatLearnsNothingStillAnswers() {
    Session frozen = session(false);
    Run still = new Run(frozen, List.of());
    still.show();
    Activations seen = still.mailbox().take().activations();
    assertThat(seen.output(LAST)).hasSize(3);
    assertThat(seen.gradient(LAST)).isNull();
    assertThat(frozen.step()).isTrue();
  }

  @Test
  void aNetworkOfTwoInputsShowsEveryUnitOverThePlane() throws Exception {
    Project circles = SessionTest.circles();
    PreparedData data = PreparedData.load(circles.data(), circles.table(), Progress.NONE);
    Session plane = new Session(circles, data, kernels, Session.initialParameters(circles));
    Run wide = new Run(plane, List.of());
    wide.show();
    Activations seen = wide.mailbox().take().activations();
    float[] inputs = seen.plane(1);
    int side = Activations.PLANE_SIDE;
    assertThat(inputs).hasSize(2 * side * side);
    assertThat(inputs[side - 1]).isGreaterThan(inputs[0]); // the first input grows to the right
    assertThat(inputs[side * side]).isGreaterThan(inputs[2 * side * side - 1]); // the second upwards
    int last = circles.network().objective().output().id();
    int predicting = circles.network().sources(last).get(0).id();
    float[] corner = {inputs[0], inputs[side * side]};
    float[] predicted = new Predictor(circles.network(), plane.parameters(), kernels).predict(corner, 1);
    assertThat(seen.plane(predicting)[0]).isCloseTo(predicted[0], within(1e-6f));
    assertThat(shown().activations().plane(HIDDEN)).isNull();
  }
}

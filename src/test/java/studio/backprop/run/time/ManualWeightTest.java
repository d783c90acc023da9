package studio.backprop.run.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.UnitSwitches;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

/** Weights that a person sets between two steps are there again in any step, to the bit. */
class ManualWeightTest {
  private static final int STEPS = 60;
  private static final long APART = 1_000_000_000_000L;

  private final Kernels kernels = KernelChoice.create(1);
  private final Random random = new Random(11);
  private long edit;

  static Stream<Named<Project>> kinds() throws Exception {
    return Stream.of(
        Named.of("dense", SampleProject.of("circles")), Named.of("LSTM", SampleProject.of("names-lstm")),
        Named.of("graph", SampleProject.of("graph-families")));
  }

  private Session session(Project project) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, kernels, Session.initialParameters(project));
  }

  /** Sets a weight, or now and then switches a unit of a dense layer. */
  private void set(Session session, CheckpointLog log) {
    int unit = random.nextInt(4);
    if (session.parameters().has(2, UnitSwitches.UNIT, unit) && random.nextInt(3) == 0) {
      float on = random.nextInt(2);
      float before = session.setWeight(2, UnitSwitches.UNIT, unit, on);
      log.set(new ManualWeight(++edit, session.steps(), 2, UnitSwitches.UNIT, unit, before, on));
      return;
    }
    List<Parameter> learned = session.parameters().learned();
    Parameter parameter = learned.get(random.nextInt(learned.size()));
    int index = random.nextInt(parameter.tensor().count());
    float value = (float) random.nextGaussian();
    float before = session.setWeight(parameter.node(), parameter.name(), index, value);
    log.set(new ManualWeight(++edit, session.steps(), parameter.node(), parameter.name(), index, before, value));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anyStepOfARunInWhichWeightsWereSetIsThereAgainToTheBit(Project project) throws Exception {
    Session session = session(project);
    CheckpointLog log = new CheckpointLog(12 * session.checkpoint().bytes());
    log.begin(session);
    List<String> shas = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      for (int times = step % 5 == 0 ? 3 : 0; times > 0; times--) {
        set(session, log);
      }
      shas.add(session.parameters().sha256());
      session.step();
      log.record(session, session.steps() * APART);
    }
    Session second = log.session();
    SessionSeeker traveller = new SessionSeeker(second, log);
    for (int i = 0; i < 20; i++) {
      int step = random.nextInt(STEPS);
      traveller.goTo(step, () -> false);
      assertThat(second.parameters().sha256()).as("step %d", step).isEqualTo(shas.get(step));
      assertThat(second.measured()).isEqualTo(step > 0);
    }
  }

  @Test
  void aLogBeforeAnEditEndsWhereItWasMade() throws Exception {
    Session session = session(SampleProject.of("circles"));
    CheckpointLog log = new CheckpointLog(1 << 20);
    log.begin(session);
    String before = "";
    for (int step = 0; step < 30; step++) {
      if (step == 17) {
        set(session, log);
        before = session.parameters().sha256();
        set(session, log);
      }
      session.step();
      log.record(session, session.steps() * APART);
    }
    assertThat(log.takeBack(edit)).as("steps were taken since").isFalse();
    CheckpointLog earlier = log.beforeEdit(edit);
    assertThat(earlier.newest()).isEqualTo(17);
    Session second = earlier.session();
    new SessionSeeker(second, earlier).goTo(17, () -> false);
    assertThat(second.parameters().sha256()).isEqualTo(before);
    assertThat(log.newest()).isEqualTo(30);
  }

  @Test
  void aStepUnderWayIsGivenUpAndTakenAnewFromTheWeightThatWasSet() throws Exception {
    Session whole = session(SampleProject.of("circles"));
    Session halves = session(SampleProject.of("circles"));
    halves.advance();
    halves.advance();
    assertThat(halves.cursor()).isPresent();
    halves.setWeight(2, "weight", 1, 0.25f);
    assertThat(halves.cursor()).isEmpty();
    whole.setWeight(2, "weight", 1, 0.25f);
    whole.step();
    halves.step();
    assertThat(halves.parameters().sha256()).isEqualTo(whole.parameters().sha256());
  }

  @Test
  void whatIsNoNumberOfTheNetworkIsRefusedInWords() throws Exception {
    Session session = session(SampleProject.of("circles"));
    assertThatThrownBy(() -> session.setWeight(2, "weight", 1000, 1))
        .hasMessageContaining("node 2 has no number 1000 of a parameter weight");
    assertThatThrownBy(() -> session.setWeight(2, "weight", 0, Float.NaN))
        .hasMessageContaining("a weight must be a number, but was NaN");
  }
}

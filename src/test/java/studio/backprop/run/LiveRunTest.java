package studio.backprop.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Parameter;
import studio.backprop.project.Project;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

/** What a person does to an agent in the midst of a step is in the log of its run as it happened. */
class LiveRunTest {
  private static final Kernels KERNELS = KernelChoice.create(1);
  private static final Project PROJECT = SampleProject.of("cliff");

  @AfterAll
  static void close() {
    KERNELS.close();
  }

  private static Session session() throws Exception {
    PreparedData data = PreparedData.load(PROJECT.data(), PROJECT.table(), Progress.NONE);
    return new Session(PROJECT, data, KERNELS, Session.initialParameters(PROJECT));
  }

  /** @param givingUp leaves the step in whose midst the rate was turned */
  private static void check(Consumer<LiveRun> givingUp) throws Exception {
    Session session = session();
    LiveRun live = new LiveRun(session, new Run(session, List.of()));
    for (int step = 0; step < 5; step++) {
      live.step();
    }
    session.goToOp(2);
    live.setRate(PROJECT.training().rate() / 3, false);
    givingUp.accept(live);
    List<String> bits = new ArrayList<>();
    for (int step = 0; step < 3; step++) {
      live.step();
      bits.add(session.parameters().sha256());
    }
    Session second = session();
    SessionSeeker traveller = new SessionSeeker(second, live.run().checkpointLog());
    for (int step = 8; step > 5; step--) { // each from a checkpoint before it
      traveller.goTo(step, () -> false);
      assertThat(second.parameters().sha256()).as("step %d", step).isEqualTo(bits.get(step - 6));
    }
  }

  @Test
  void theStepGoesOn() throws Exception {
    check(live -> assertThat(live.session().changesFrom()).isEqualTo(6));
  }

  @Test
  void aWeightIsSet() throws Exception {
    Parameter weight = session().parameters().learned().get(0);
    check(live -> {
      live.set(1, weight.node(), weight.name(), 0, 0.25f);
      assertThat(live.session().changesFrom()).isEqualTo(5);
    });
  }

  @Test
  void aWeightThatWasSetIsTakenBackInTheNextAttempt() throws Exception {
    Parameter weight = session().parameters().learned().get(0);
    check(live -> {
      float before = live.set(1, weight.node(), weight.name(), 0, 0.25f).before();
      live.session().goToOp(2);
      live.setRate(PROJECT.training().rate() / 7, false);
      assertThat(live.run().checkpointLog().takeBack(1)).isTrue();
      live.setBack(weight.node(), weight.name(), 0, before);
    });
  }
}

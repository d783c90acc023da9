package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.plan.Parameter;
import studio.backprop.project.Project;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Cursor.Phase;

class OpStepperTest {
  private static Session session() throws Exception {
    Project project = SessionTest.circles();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
  }

  private static String afterSteps(Session session) {
    return session.steps() + " " + session.parameters().sha256();
  }

  @Test
  void opByOpGivesTheBitsOfWholeSteps() throws Exception {
    Session whole = session();
    Session slow = session();
    for (int i = 0; i < 30; i++) {
      whole.step();
      while (!slow.advance()) {}
      assertThat(afterSteps(slow)).isEqualTo(afterSteps(whole));
    }
  }

  @Test
  void aStepFinishesWhatWasBegunOpByOp() throws Exception {
    Session whole = session();
    Session mixed = session();
    for (int i = 0; i < 30; i++) {
      whole.step();
      for (int ops = 0; ops < i % 11; ops++) {
        mixed.advance();
      }
      if (mixed.steps() == i) {
        assertThat(mixed.step()).isTrue();
      }
      assertThat(mixed.cursor()).isEmpty();
      assertThat(afterSteps(mixed)).isEqualTo(afterSteps(whole));
    }
  }

  @Test
  void goingBackWithinAStepChangesNoBit() throws Exception {
    Session whole = session();
    Session wandering = session();
    for (int i = 0; i < 10; i++) {
      whole.step();
      List<Cursor> course = wandering.nextStep().course();
      for (int number : new int[] {1, course.size() - 1, 2, 5, 1, 4, 3, course.size() - 1}) {
        assertThat(wandering.goToOp(number)).isFalse();
        assertThat(wandering.cursor()).contains(course.get(number - 1));
      }
      assertThat(wandering.goToOp(course.size())).isTrue();
      assertThat(afterSteps(wandering)).isEqualTo(afterSteps(whole));
    }
  }

  @Test
  void aLayerAtATimeGoesThereAndBack() throws Exception {
    Session session = session();
    List<String> way = new ArrayList<>();
    while (!session.advanceLayer()) {
      Cursor cursor = session.cursor().orElseThrow();
      way.add(cursor.phase() + " " + cursor.node());
    }
    assertThat(way).containsExactly("FORWARD 2", "FORWARD 3", "LOSS 4", "BACKWARD 4", "BACKWARD 3", "BACKWARD 2");
    assertThat(session.steps()).isEqualTo(1);
  }

  @Test
  void eachGradientIsKnownAsSoonAsItsLayerHasRunBackward() throws Exception {
    Session session = session();
    Session whole = session();
    whole.step();
    List<String> known = new ArrayList<>();
    while (!session.advanceLayer()) {
      StringBuilder now = new StringBuilder();
      for (int node = 2; node <= 3; node++) {
        Tensor output = session.plan().gradient(node).orElseThrow();
        if (session.knowsGradient(output)) {
          now.append("out").append(node).append(' ');
          assertThat(output.grads()).isEqualTo(whole.plan().gradient(node).orElseThrow().grads());
        }
      }
      for (int p = 0; p < session.parameters().learned().size(); p++) {
        Parameter parameter = session.parameters().learned().get(p);
        if (session.knowsGradient(parameter.tensor())) {
          now.append(parameter.name()).append(parameter.node()).append(' ');
          assertThat(parameter.tensor().grads()).isEqualTo(whole.parameters().learned().get(p).tensor().grads());
        }
      }
      known.add(now.toString().trim());
    }
    assertThat(known).containsExactly(
        "", "", "", "out3", "out2 out3 weight3 bias3", "out2 out3 weight2 bias2 weight3 bias3");
  }

  @Test
  void theCursorCountsToTheUpdate() throws Exception {
    Session session = session();
    int last = 0;
    while (!session.advance()) {
      Cursor cursor = session.cursor().orElseThrow();
      assertThat(cursor.number()).isEqualTo(++last);
      assertThat(cursor.of()).isGreaterThan(last);
      assertThat(cursor.phase()).isNotEqualTo(Phase.UPDATE);
    }
  }

  @Test
  void aLossThatIsNotFiniteStopsAtTheLoss() throws Exception {
    Project wild = SessionTest.circles().withTraining(t -> t.withRate(1e30));
    PreparedData data = PreparedData.load(wild.data(), wild.table(), Progress.NONE);
    Session session = new Session(wild, data, KernelChoice.create(1), Session.initialParameters(wild));
    while (!session.finished()) {
      session.advance();
    }
    assertThat(session.fault()).isPresent();
    assertThat(session.parameters().sha256()).isEqualTo(Session.initialParameters(wild).sha256());
    session.forgive();
    session.setRate(1e-3);
    assertThat(session.cursor()).isEmpty();
    assertThat(session.step()).isTrue();
    assertThat(session.loss()).isFinite();
  }

  @Test
  void whoWalksInAPastStepByOpsFindsTheOthersUnchanged() throws Exception {
    Session live = session();
    CheckpointLog checkpointLog = new CheckpointLog(1_000_000);
    checkpointLog.begin(live);
    List<String> steps = new ArrayList<>(List.of(afterSteps(live)));
    for (int i = 0; i < 12; i++) {
      live.step();
      checkpointLog.record(live, i);
      steps.add(afterSteps(live));
    }
    Session past = session();
    SessionSeeker traveller = new SessionSeeker(past, checkpointLog);
    for (int step : new int[] {7, 3, 11, 2}) {
      assertThat(traveller.goTo(step, () -> false)).isTrue();
      past.goToOp(6);
      past.goToOp(3);
      assertThat(traveller.goTo(step, () -> false)).isTrue();
      assertThat(past.cursor()).isEmpty();
      assertThat(afterSteps(past)).isEqualTo(steps.get(step));
    }
  }
}

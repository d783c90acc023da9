package studio.backprop.ui.learn.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.data.DataProblem;
import studio.backprop.data.KeptExample;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.observe.Example;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.ui.learn.pad.KeepModel.State;
import studio.backprop.ui.panels.Desk;
import studio.backprop.ui.workspace.document.EditLock;

@Timeout(60)
class KeepModelTest {
  private Desk desk;
  private PadModel pad;
  private KeepModel keeping;

  @BeforeEach
  void open() {
    desk = new Desk(Desk.project("digits", Desk.chain(
        new Input(Shape.of(1, 8, 8)), new Flatten(), Dense.of(16, Activation.RELU), Dense.of(10, Activation.SOFTMAX),
        Output.of(Loss.CROSS_ENTROPY))));
    pad = new PadModel(desk.document, desk.run, desk.pulse, Runnable::run, System::nanoTime);
    keeping = pad.keeping();
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null && desk.run.present().isPresent());
    pad.toggle();
    desk.pulse.until(() -> pad.formProperty().get().isPresent());
  }

  @AfterEach
  void close() {
    pad.close();
    desk.run.close();
  }

  private void draw(double y) {
    pad.clear();
    desk.pulse.until(() -> pad.pictureProperty().get().isEmpty());
    pad.press(0.5, 0.2);
    pad.move(0.5, y);
    desk.pulse.until(() -> pad.answerProperty().get().isPresent());
  }

  private List<KeptExample> kept() {
    return desk.document.project().data().kept();
  }

  private int trainRows() {
    return desk.run.runProperty().get().data().trainRows();
  }

  private void waitForRows(int rows) {
    desk.pulse.until(() -> desk.run.runProperty().get() != null && trainRows() == rows);
  }

  @Test
  void anExampleIsKeptOnceAPixelIsAnotherOneAndNeverIfItIsHeldOut() {
    pad.pixels().begin();
    desk.pulse.until(() -> pad.answerProperty().get().isPresent());
    assertThat(keeping.stateProperty().get()).isEqualTo(State.UNCHANGED);
    pad.pixels().set(0, 7, true);
    desk.pulse.until(() -> keeping.stateProperty().get() == State.POSSIBLE);
    desk.run.observation().chooseExample(new Example(Part.TEST, 3));
    pad.pixels().begin();
    pad.pixels().set(0, 7, true);
    desk.pulse.until(() -> keeping.stateProperty().get() == State.HELD_OUT);
    keeping.keep();
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatIsDrawnWithALabelBecomesATrainingExampleUndoTakesItBackAndRedoBringsIt() {
    int before = trainRows();
    assertThat(keeping.stateProperty().get()).isEqualTo(State.EMPTY);
    draw(0.8);
    assertThat(keeping.stateProperty().get()).isEqualTo(State.UNLABELLED);
    keeping.keep();
    assertThat(kept()).isEmpty();
    pad.mean(1);
    assertThat(keeping.stateProperty().get()).isEqualTo(State.POSSIBLE);
    keeping.keep();
    waitForRows(before + 1);
    assertThat(keeping.stateProperty().get()).isEqualTo(State.KEPT);
    assertThat(keeping.countProperty().getValue()).isEqualTo(1);
    Run run = desk.run.runProperty().get();
    assertThat(run.data().isKept(Part.TRAIN, before)).isTrue();
    assertThat(run.data().classOf(Part.TRAIN, before)).isEqualTo(1);
    float[] trained = new float[64];
    run.data().copyRawInput(Part.TRAIN, before, trained);
    float[] drawn = pad.pictureProperty().get().orElseThrow();
    for (int i = 0; i < 64; i++) {
      assertThat(trained[i]).isBetween(drawn[i] - 0.04f, drawn[i] + 0.04f);
    }
    keeping.keep(); // the same again is none
    assertThat(kept()).hasSize(1);
    desk.document.undo();
    waitForRows(before);
    assertThat(kept()).isEmpty();
    assertThat(keeping.stateProperty().get()).isEqualTo(State.POSSIBLE);
    desk.document.redo();
    waitForRows(before + 1);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void whoHasLearnedGoesOnWithTheDrawingAndAfterAResetTheBitsAreThoseOfAnyOtherRun() {
    desk.run.control().steps(20);
    desk.pulse.until(() -> desk.run.present().isPresent() && desk.run.present().get().step() == 20 && !desk.run.playing());
    int rows = trainRows();
    draw(0.8);
    assertThat(pad.untrained()).isFalse();
    pad.mean(4);
    keeping.keep();
    waitForRows(rows + 1);
    assertThat(desk.run.runProperty().get().isTrained(0)).isTrue();
    desk.pulse.until(() -> pad.answerProperty().get().filter(now -> now.step() == 0).isPresent());
    assertThat(pad.untrained()).isFalse();
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null && !desk.run.runProperty().get().isTrained(0));
    desk.run.control().steps(40);
    desk.pulse.until(() -> desk.run.present().isPresent() && desk.run.present().get().step() == 40 && !desk.run.playing());
    String here = desk.run.trainer().ask(session -> session.parameters().sha256()).join().orElseThrow();
    assertThat(here).isEqualTo(trained(KernelChoice.create(1))).isEqualTo(trained(KernelChoice.create(2)));
  }

  /** The weights after as many steps of the same project without a window. */
  private String trained(Kernels kernels) {
    try {
      Project project = desk.document.project();
      PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
      Session session = new Session(project, data, kernels, Session.initialParameters(project));
      Runs.drive(session, () -> session.steps() < 40, taken -> { });
      return session.parameters().sha256();
    } catch (DataProblem e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLessonThatAllowsNoEditSaysSoAndAFullProjectToo() {
    draw(0.8);
    pad.mean(1);
    desk.document.lock().set(EditLock.Scope.NONE, node -> true);
    keeping.keep();
    assertThat(keeping.stateProperty().get()).isEqualTo(State.LOCKED);
    assertThat(kept()).isEmpty();
    desk.document.lock().open();
    List<KeptExample> many = IntStream.range(0, KeptExample.MOST)
        .mapToObj(i -> KeptExample.of(desk.run.runProperty().get().data().dataset(), new float[64], i % 10)).toList();
    desk.document.open(desk.document.project().withData(desk.document.project().data().withKept(many)), "full", Optional.empty());
    assertThat(keeping.stateProperty().get()).isEqualTo(State.FULL);
    keeping.keep();
    assertThat(kept()).hasSize(KeptExample.MOST);
  }
}

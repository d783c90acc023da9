package studio.backprop.ui.inside.debugger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.derivation.Factor;
import studio.backprop.derivation.OpLine;
import studio.backprop.derivation.Place;
import studio.backprop.derivation.Share;
import studio.backprop.derivation.Subject;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Edit;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Status;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;
import studio.backprop.ui.inside.debugger.Stepping.Grain;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.panels.Desk;

@Timeout(60)
class SteppingTest {
  private Desk desk;
  private DebuggerModel model;
  private Stepping walk;

  @BeforeEach
  void open() {
    desk = new Desk(
        Desk.project("iris", Desk.chain(Input.row(4), Dense.of(5, Activation.TANH), Dense.of(3, Activation.SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY))));
    model = new DebuggerModel(desk.document, desk.run, desk.pulse);
    walk = model.walk();
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    model.watchedProperty().set(true);
    desk.pulse.until(() -> model.answerProperty().get().explanation().isPresent() && !walk.course().isEmpty());
  }

  @AfterEach
  void close() {
    model.close();
    desk.run.close();
  }

  private int op() {
    return model.cursorProperty().get().map(Cursor::number).orElse(0);
  }

  private long step() {
    return desk.run.snapshot().map(Snapshot::step).orElse(-1L);
  }

  private void answered() {
    desk.pulse.until(() -> !model.workingProperty().get() && model.answerProperty().get().step() == step());
  }

  @Test
  void aStrideOfALayerEndsWhereItsLayerDoes() {
    walk.grainProperty().set(Grain.LAYER);
    walk.next();
    desk.pulse.until(() -> op() == 2); // the product and the tanh of the first layer
    walk.next();
    desk.pulse.until(() -> op() == 4);
    walk.previous();
    desk.pulse.until(() -> op() == 2);
  }

  @Test
  void theBatchIsWalkedExampleByExampleUntilItsLastCompletesIt() {
    walk.grainProperty().set(Grain.SAMPLE);
    int batch = model.answerProperty().get().rows().length;
    for (int next = walk.example() + 1; next < batch; next++) {
      int wanted = next;
      walk.next();
      desk.pulse.until(() -> walk.example() == wanted && model.answerProperty().get().row() == wanted);
    }
    walk.next();
    desk.pulse.until(() -> model.answerProperty().get().row() < 0);
    double mean = model.answerProperty().get().shares().stream().mapToDouble(Share::gradient).average().orElseThrow();
    assertThat(model.answerProperty().get().explanation().orElseThrow().gradient()).isCloseTo(mean, within(1e-6));
    walk.next();
    desk.pulse.until(() -> step() == 1 && model.answerProperty().get().step() == 1 && model.answerProperty().get().row() == 0);
    walk.previous();
    desk.pulse.until(() -> step() == 0 && model.wholeProperty().get());
  }

  @Test
  void whatGoesOnByItselfStopsWhenTheDebuggerIsPutAway() {
    model.shownProperty().set(true);
    walk.toggleAuto();
    desk.pulse.until(() -> op() >= 1);
    model.shownProperty().set(false);
    assertThat(walk.autoProperty().get()).isFalse();
  }

  @Test
  void batchesAndEpochsAreGoneOnAndBack() {
    walk.grainProperty().set(Grain.EPOCH);
    int each = desk.run.runProperty().get().batchesPerEpoch();
    walk.next();
    desk.pulse.until(() -> step() == each && !desk.run.playing());
    answered();
    walk.grainProperty().set(Grain.BATCH);
    walk.previous();
    desk.pulse.until(() -> step() == each - 1);
    walk.grainProperty().set(Grain.EPOCH);
    walk.previous();
    desk.pulse.until(() -> step() == 0);
    walk.next();
    desk.pulse.until(() -> step() == each && !desk.run.past().present());
  }

  @Test
  void slowMotionRunsTheOpsOfOneStepAndADragTakesThemBack() {
    Motion motion = new Motion();
    SlowMotion slow = new SlowMotion(model, motion);
    slow.drag(6.4);
    desk.pulse.until(() -> op() == 6);
    slow.drag(2.9);
    desk.pulse.until(() -> op() == 2);
    slow.drag(100);
    desk.pulse.until(() -> op() == walk.course().size() - 1);
    slow.release();
    assertThat(step()).isZero();
    assertThat(slow.positionProperty().get()).isEqualTo(walk.course().size() - 1);
  }

  @Test
  void itsMarkDoesNotOutliveItsNetwork() {
    SlowMotion slow = new SlowMotion(model, new Motion());
    slow.drag(6.4);
    slow.release();
    desk.pulse.until(() -> op() == 6);
    desk.document.edit(Message.of("x"), network -> network.unwire(network.wires().get(0).from(), network.wires().get(0).to()));
    assertThat(slow.positionProperty().get()).as("over a broken network").isZero();
    assertThat(slow.playingProperty().get()).isFalse();
    desk.run.files().open(() -> desk.document.open(Desk.circles(), "other", Optional.empty()), Optional.empty(), Optional.empty());
    assertThat(slow.positionProperty().get()).as("while the other project is read").isZero();
    desk.pulse.until(() -> desk.run.snapshot().isPresent() && desk.run.runProperty().get().project().equals(Desk.circles()));
    assertThat(slow.positionProperty().get()).isZero();
  }

  /** Or else the debugger would open under the hand: it shows itself to whoever goes from op to op in another way. */
  @Test
  void slowMotionStillLeadsWhereTheHandLetsGoBeforeTheEngineHasCome() {
    SlowMotion slow = new SlowMotion(model, new Motion());
    List<Boolean> led = new ArrayList<>();
    model.cursorProperty().subscribe((before, now) -> led.add(slow.moving()));
    slow.drag(3.5);
    slow.release();
    desk.pulse.until(() -> op() == 3);
    assertThat(led).isNotEmpty().doesNotContain(false);
    walk.next();
    desk.pulse.until(() -> op() == 4);
    assertThat(led.get(led.size() - 1)).isFalse();
  }

  /** Undo means what was edited last; a finished training gets longer by the step, but nobody has edited that. */
  @Test
  void undoGoesPastTheEpochThatAStepHasAdded() {
    desk.document.apply(new Edit<>(Message.of("edit.epochs", 1), project -> project.withTraining(training -> training.withEpochs(1))));
    desk.run.control().togglePlay();
    desk.pulse.until(() -> desk.run.statusProperty().get().state() == Status.State.FINISHED);
    answered();
    desk.document.apply(new Edit<>(Message.of("edit.rate"), project -> project.withTraining(training -> training.withRate(0.5))));
    walk.next();
    desk.pulse.until(() -> op() == 1);
    assertThat(desk.run.control().lastEpoch()).isEqualTo(2);
    assertThat(desk.document.project().training().epochs()).as("planned").isEqualTo(1);
    assertThat(desk.document.undoNameProperty().get()).contains(Message.of("edit.rate"));
    desk.document.undo();
    assertThat(desk.document.project().training().rate()).isNotEqualTo(0.5);
    desk.pulse.until(() -> op() == 1);
    walk.next();
    desk.pulse.until(() -> op() == 2);
  }

  @Test
  void escapeLetsGoOfWhatIsPointedAt() {
    Factor factor = model.pointing().lastFactor().orElseThrow();
    model.pointing().factorProperty().set(Optional.of(factor));
    assertThat(model.pointing().lit()).isTrue();
    model.pointing().letGo();
    assertThat(model.pointing().lit()).isFalse();
    assertThat(model.pointing().lastFactor()).as("its Java can still be read").contains(factor);
  }

  @Test
  void aTermOfTheFirstLayerLightsUpTheDataItComesFrom() {
    int dense = desk.document.network().nodes().get(1).id();
    model.followed().follow(new Subject(dense, null, 2));
    desk.pulse.until(() -> model.answerProperty().get().explanation().filter(shown -> shown.subject().equals(new Subject(dense, null, 2)))
        .isPresent());
    OpLine sum = model.answerProperty().get().explanation().orElseThrow().forward().stream().filter(OpLine::sum).findFirst().orElseThrow();
    Place taken = sum.terms().stream().flatMap(term -> term.partner().stream()).findFirst().orElseThrow();
    model.pointing().light(List.of(taken), sum.node());
    int input = desk.document.network().nodes().get(0).id();
    assertThat(desk.run.focus().followed().pointedProperty().get()).containsExactly(new Subject(input, null, taken.index().get(0)));
  }
}

package studio.backprop.ui.inside.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.derivation.Explanation;
import studio.backprop.derivation.Factor;
import studio.backprop.derivation.Subject;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.train.Cursor;
import studio.backprop.ui.panels.Desk;

@Timeout(60)
class DebuggerModelTest {
  private Desk desk;
  private DebuggerModel model;

  @BeforeEach
  void open() {
    desk = new Desk(
        Desk.project("iris", Desk.chain(Input.row(4), Dense.of(5, Activation.TANH), Dense.of(3, Activation.SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY))));
    model = new DebuggerModel(desk.document, desk.run, desk.pulse);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
  }

  @AfterEach
  void close() {
    model.close();
    desk.run.close();
  }

  private Explanation explained() {
    model.watchedProperty().set(true);
    desk.pulse.until(() -> model.answerProperty().get().explanation().isPresent());
    return model.answerProperty().get().explanation().orElseThrow();
  }

  private void goTo(int op) {
    model.walk().goTo(op);
    desk.pulse.until(() -> model.cursorProperty().get().filter(cursor -> cursor.number() == op).isPresent());
  }

  @Test
  void nothingIsWorkedOutWhileNobodyLooks() {
    assertThat(model.answerProperty().get()).isSameAs(Explained.NONE);
    Explanation explanation = explained();
    assertThat(explanation.step()).isEqualTo(1);
    assertThat(model.answerProperty().get().shares()).hasSize(model.answerProperty().get().rows().length);
  }

  @Test
  void aFactorIsKnownOnceItsOpHasRunBackward() {
    Explanation explanation = explained();
    List<Factor> factors = explanation.paths().get(0).factors();
    goTo(factors.get(0).known());
    assertThat(model.knows(factors.get(0).known())).isTrue();
    assertThat(model.knows(factors.get(1).known())).isFalse();
    model.walk().previous();
    desk.pulse.until(() -> !model.knows(factors.get(0).known()));
  }

  @Test
  void onTheWayForwardTheLossOfTheStepBeforeIsNotShownForThatOfThisOne() {
    explained();
    desk.run.control().stepBatch();
    desk.pulse.until(() -> desk.run.snapshot().filter(seen -> seen.step() == 1 && seen.knowsLoss()).isPresent() && !desk.run.playing());
    goTo(1);
    Snapshot forward = desk.run.snapshot().orElseThrow();
    assertThat(forward.loss()).isNaN();
    assertThat(model.knowsLoss()).isEqualTo(forward.knowsLoss()).isFalse();
    int loss = model.courseProperty().get().stream().filter(op -> op.phase() == Cursor.Phase.LOSS).findFirst().orElseThrow().number();
    goTo(loss);
    assertThat(desk.run.snapshot().orElseThrow().loss()).isPositive();
    assertThat(model.knowsLoss()).isTrue();
  }

  @Test
  void beforeTheFirstOpComesTheLastOfTheStepBefore() {
    explained();
    desk.run.control().stepBatch();
    desk.pulse.until(() -> desk.run.snapshot().filter(seen -> seen.step() == 1).isPresent() && !desk.run.playing());
    int last = model.answerProperty().get().course().size() - 1;
    assertThat(model.walk().canGoBack()).isTrue();
    model.walk().previous();
    desk.pulse.until(() -> model.cursorProperty().get().map(Cursor::number).filter(number -> number == last).isPresent());
    assertThat(desk.run.past().stepProperty().get()).contains(0L);
    model.walk().next();
    desk.pulse.until(() -> !desk.run.past().present());
  }

  @Test
  void theNumberThatIsFollowedStaysTheSameFromStepToStepUntilTheSteepestIsAskedForAgain() {
    Subject first = explained().subject();
    assertThat(first.place()).isNotNegative();
    for (long step = 1; step <= 4; step++) {
      long now = step;
      desk.run.control().stepBatch();
      desk.pulse.until(() -> model.answerProperty().get().explanation().filter(seen -> seen.step() == now + 1).isPresent());
      assertThat(model.answerProperty().get().explanation().orElseThrow().subject()).isEqualTo(first);
    }
    model.followed().follow(-1);
    desk.pulse.until(() -> model.followed().subjectProperty().get().place() >= 0);
    assertThat(model.answerProperty().get().explanation().orElseThrow().subject()).isEqualTo(model.followed().subjectProperty().get());
  }

  @Test
  void anotherExampleOfTheBatchIsFollowed() {
    double first = explained().gradient();
    model.followExample(3);
    desk.pulse.until(() -> model.answerProperty().get().row() == 3);
    assertThat(model.answerProperty().get().explanation().orElseThrow().gradient()).isNotEqualTo(first);
  }

  @Test
  void whatWasFoundOutAboutOneNetworkIsNotShownForAnother() {
    explained();
    model.watchedProperty().set(false);
    Run before = desk.run.runProperty().get();
    desk.document.open(Desk.digits(), "digits", Optional.empty());
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != before && desk.run.runProperty().get() != null);
    model.shownProperty().set(true);
    assertThat(model.answerProperty().get()).isSameAs(Explained.NONE);
    assertThat(desk.run.focus().followed().wayProperty().get()).isEmpty();
    explained();
    assertThat(desk.run.focus().followed().wayProperty().get()).isNotEmpty();
  }
}

package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.ParameterIndex;
import studio.backprop.ui.workspace.run.RunModel;

class ChangesTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);
  private final Changes changes = new Changes(run);

  @AfterEach
  void close() {
    run.close();
  }

  private void open() throws Exception {
    run.observation().compare(this, true);
    document.open(SampleProject.of("circles"), "test", Optional.empty());
    seen(0);
  }

  private Snapshot seen(long step) throws Exception {
    while (run.snapshot().filter(snapshot -> snapshot.step() == step).isEmpty()) {
      trainer.ask(session -> 0).get();
      pulse.tick();
    }
    return run.snapshot().orElseThrow();
  }

  private Node node() {
    return document.network().named("dense_1").orElseThrow();
  }

  private float[] weights(Snapshot snapshot) {
    ParameterIndex learned = ParameterIndex.of(run.runProperty().get(), snapshot, node()).orElseThrow();
    return snapshot.values(learned.parameter()).clone();
  }

  @Test
  void beforeAStepThereIsNoChangeAndOneIsAwaited() throws Exception {
    open();
    assertThat(changes.awaited()).isTrue();
    assertThat(changes.weights(node())).isEmpty();
  }

  @Test
  void whileSingleStepsAreTakenTheChangeIsThatOfTheLastStep() throws Exception {
    open();
    float[] before = weights(run.snapshot().orElseThrow());
    for (int step = 1; step <= 4; step++) {
      trainer.playSteps(1);
      float[] now = weights(seen(step));
      float[] change = changes.weights(node()).orElseThrow();
      for (int i = 0; i < change.length; i++) {
        assertThat(change[i]).isEqualTo(now[i] - before[i]);
      }
      assertThat(changes.outputs(node().id())).isPresent();
      before = now;
    }
  }

  @Test
  void afterManyStepsAtFullSpeedTheChangeIsThatOfTheLastOneToo() throws Exception {
    open();
    trainer.playSteps(99);
    float[] before = weights(seen(99));
    trainer.playSteps(1);
    float[] now = weights(seen(100));
    run.observation().compare(this, false);
    trainer.ask(session -> 0).get();
    pulse.tick();
    assertThat(changes.weights(node())).as("nobody looks").isEmpty();
    run.observation().compare(this, true);
    while (changes.weights(node()).isEmpty()) {
      trainer.ask(session -> 0).get();
      pulse.tick();
    }
    for (int i = 0; i < now.length; i++) {
      assertThat(changes.weights(node()).orElseThrow()[i]).isEqualTo(now[i] - before[i]);
    }
    assertThat(changes.awaited()).isFalse();
  }

  @Test
  void anotherExampleIsComparedWithItselfBeforeTheStep() throws Exception {
    open();
    trainer.playSteps(1);
    seen(1);
    float[] first = changes.outputs(node().id()).orElseThrow();
    run.observation().chooseExample(1);
    while (run.snapshot().orElseThrow().activations().example().row() != 1) {
      trainer.ask(session -> 0).get();
      pulse.tick();
    }
    assertThat(changes.outputs(node().id()).orElseThrow()).isNotEqualTo(first);
  }
}

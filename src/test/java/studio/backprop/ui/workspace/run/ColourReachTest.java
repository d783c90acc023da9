package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.ColourReach.Over;
import studio.backprop.ui.workspace.run.ColourReach.Quantity;
import studio.backprop.ui.workspace.run.ColourReach.Steps;

class ColourReachTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);
  private final ColourReach reach = new ColourReach(run);

  @AfterEach
  void close() {
    run.close();
  }

  private Snapshot opened() throws Exception {
    document.open(SampleProject.of("circles"), "test", Optional.empty());
    while (run.snapshot().isEmpty()) {
      trainer.ask(session -> 0).get();
      pulse.tick();
    }
    return run.snapshot().orElseThrow();
  }

  private int node(String name) {
    return document.network().named(name).orElseThrow().id();
  }

  @Test
  void usuallyEachPictureReachesToItsOwnLargestNumber() throws Exception {
    reach.refresh(opened());
    assertThat(reach.limit(Quantity.OUTPUT, node("dense_1")).of(0.25f)).isEqualTo(0.25f);
    assertThat(reach.ofNetwork(Quantity.OUTPUT)).isEmpty();
  }

  @Test
  void oneScaleForTheNetworkReachesToTheLargestNumberOfAllItsLayers() throws Exception {
    Snapshot snapshot = opened();
    reach.overProperty().set(Over.NETWORK);
    reach.refresh(snapshot);
    Extent extent = new Extent();
    float first = extent.largest(snapshot.activations().plane(node("dense_1")));
    float second = extent.largest(snapshot.activations().plane(node("dense_2")));
    assertThat(reach.limit(Quantity.OUTPUT, node("dense_2")).of(0.25f)).isEqualTo(Math.max(first, second));
    assertThat(reach.ofNetwork(Quantity.GRADIENT)).isEmpty();
    assertThat(reach.ofNetwork(Quantity.WEIGHT).orElseThrow()).isPositive();
  }

  @Test
  void aScaleOfAKindReachesToTheLargestNumberOfNodesOfThisKind() throws Exception {
    Snapshot snapshot = opened();
    reach.overProperty().set(Over.KIND);
    reach.refresh(snapshot);
    float kind = reach.ofKind(Quantity.WEIGHT, node("dense_1")).orElseThrow();
    assertThat(reach.limit(Quantity.WEIGHT, node("dense_2")).of(0)).isEqualTo(kind);
    assertThat(reach.ofKind(Quantity.WEIGHT, node("input_1"))).isEmpty();
  }

  @Test
  void overAllStepsAScaleDoesNotShrinkBelowWhatWasSeen() throws Exception {
    opened();
    reach.stepsProperty().set(Steps.ALL);
    trainer.playSteps(5);
    long step = 0;
    while (step < 5) {
      trainer.ask(session -> 0).get();
      pulse.tick();
      step = run.snapshot().orElseThrow().step();
    }
    reach.refresh(run.snapshot().orElseThrow());
    float known = reach.limit(Quantity.WEIGHT, node("dense_1")).of(0);
    assertThat(known).isPositive();
    assertThat(reach.limit(Quantity.WEIGHT, node("dense_1")).of(2 * known)).isEqualTo(2 * known);
  }
}

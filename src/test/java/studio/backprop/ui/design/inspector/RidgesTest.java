package studio.backprop.ui.design.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.observe.Histogram;
import studio.backprop.observe.HistogramSnapshot.Kind;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.ui.design.inspector.RidgesModel.Reach;
import studio.backprop.ui.design.inspector.RidgesModel.Span;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

class RidgesTest {
  private static final int HIDDEN = 2;

  private final ManualPulse pulse = new ManualPulse();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, trainer, pulse);
  private final RidgesModel model = new RidgesModel(document, run);

  @BeforeEach
  void trainThreeSteps() throws Exception {
    Network network = Network.EMPTY
        .add(Input.row(2), 0, 0).add(Dense.of(6, Activation.TANH), 0, 0).add(Dense.of(1, Activation.SIGMOID), 0, 0)
        .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4);
    document.open(new Project(network, DataSettings.of("moons"), Optional.empty(), TrainingSettings.STANDARD), "", Optional.empty());
    document.select(Set.of(HIDDEN));
    for (int i = 0; i < 3; i++) {
      trainer.playSteps(1);
      do {
        trainer.ask(session -> session.steps()).get(60, TimeUnit.SECONDS);
      } while (trainer.status().state() != Status.State.PAUSED);
    }
    for (int i = 0; i < 6; i++) {
      pulse.tick();
    }
  }

  @AfterEach
  void close() {
    model.close();
    run.close();
  }

  @Test
  void nothingIsCountedForNobody() {
    assertThat(model.ridgesProperty().get()).isEmpty();
  }

  @Test
  void theSelectedNodeHasARidgeOfEachKindForEachStepTakenSingly() {
    model.watchedProperty().set(true);
    assertThat(model.ridgesProperty().get()).containsOnlyKeys(Kind.values());
    Ridges weights = model.ridgesProperty().get().get(Kind.WEIGHTS);
    assertThat(weights.ridges()).extracting(Ridges.Ridge::step).containsExactly(1L, 2L, 3L);
    float highest = 0;
    for (Ridges.Ridge ridge : weights.ridges()) {
      for (float height : ridge.heights()) {
        highest = Math.max(highest, height);
      }
    }
    assertThat(highest).isCloseTo(1, within(1e-6f));
    model.spanProperty().set(Span.ALL);
    assertThat(model.ridgesProperty().get().get(Kind.WEIGHTS).ridges()).hasSize(3);
  }

  @Test
  void theAxisReachesOverTheNodeOrTheWholeNetwork() {
    model.watchedProperty().set(true);
    Ridges own = model.ridgesProperty().get().get(Kind.GRADIENTS);
    Histogram newest = run.runProperty().get().histogramLog().recent().get(2).spread(Kind.GRADIENTS, HIDDEN).orElseThrow();
    assertThat(own.most()).isGreaterThanOrEqualTo(newest.most());
    model.reachProperty().set(Reach.NETWORK);
    Ridges all = model.ridgesProperty().get().get(Kind.GRADIENTS);
    assertThat(all.most() - all.least()).isGreaterThan(own.most() - own.least());
  }

  @Test
  void anInputHasNoRidges() {
    model.watchedProperty().set(true);
    document.select(Set.of(1));
    assertThat(model.ridgesProperty().get()).isEmpty();
  }

  @Test
  void thePastEndsWithItsStepAsItIsSeenAgain() {
    model.watchedProperty().set(true);
    Ridges.Ridge then = model.ridgesProperty().get().get(Kind.WEIGHTS).ridges().get(1);
    run.past().goTo(2);
    pulse.until(() -> model.ridgesProperty().get().get(Kind.WEIGHTS).ridges().size() == 2 && run.past().moment().isPresent());
    assertThat(run.past().moment().orElseThrow().spread(Kind.GRADIENTS, HIDDEN).orElseThrow())
        .usingRecursiveComparison().isEqualTo(run.runProperty().get().histogramLog().all().get(1).spread(Kind.GRADIENTS, HIDDEN)
            .orElseThrow());
    assertThat(model.ridgesProperty().get().get(Kind.WEIGHTS).ridges()).extracting(Ridges.Ridge::step).containsExactly(1L, then.step());
    run.past().leave();
    pulse.until(() -> model.ridgesProperty().get().get(Kind.WEIGHTS).ridges().size() == 3);
  }
}

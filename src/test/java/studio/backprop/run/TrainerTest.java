package studio.backprop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.observe.Mailbox;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.train.SessionTest;

class TrainerTest {
  private final Trainer trainer = new Trainer(KernelChoice.create(1));

  @AfterEach
  void close() {
    trainer.close();
  }

  private void waitUntil(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 10_000 && !condition.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private void waitFor(Status.State state) throws InterruptedException {
    waitUntil(() -> trainer.status().state() == state);
  }

  private String learned() throws Exception {
    return trainer.ask(session -> session.parameters().sha256()).get(60, TimeUnit.SECONDS).orElseThrow();
  }

  private float[] weights(int node) throws Exception {
    return trainer.ask(session -> session.parameters().of(node).get(0).tensor().values().clone()).get(60, TimeUnit.SECONDS).orElseThrow();
  }

  @Test
  void watchedPausedAndSteppedRunsLearnTheSameBits() throws Exception {
    trainer.start(SessionTest.circles());
    trainer.play();
    waitFor(Status.State.FINISHED);
    String unwatched = learned();

    trainer.start(SessionTest.circles());
    waitFor(Status.State.PAUSED);
    Mailbox mailbox = trainer.run().mailbox();
    for (int i = 0; i < 40; i++) {
      trainer.playSteps(1 + i % 3);
      trainer.setSpeed(i % 2 == 0 ? 5000 : Double.POSITIVE_INFINITY);
      learned(); // by now it plays
      waitFor(Status.State.PAUSED);
      Snapshot seen = mailbox.take();
      if (seen != null) {
        mailbox.giveBack(seen);
      }
    }
    trainer.setSpeed(Double.POSITIVE_INFINITY);
    trainer.play();
    waitFor(Status.State.FINISHED);
    assertThat(learned()).isEqualTo(unwatched);
  }

  @Test
  void whileOthersWaitItTakesNoStepButCarriesOutOrders() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    trainer.giveWayWhile(() -> asked.incrementAndGet() > 0);
    trainer.start(SessionTest.circles());
    trainer.play();
    String before = learned();
    int first = asked.get();
    waitUntil(() -> asked.get() > first + 20); // each time it could have taken a step
    assertThat(learned()).isEqualTo(before);
    assertThat(trainer.status().state()).isEqualTo(Status.State.PLAYING);
    trainer.giveWayWhile(() -> false);
    waitFor(Status.State.FINISHED);
    assertThat(learned()).isNotEqualTo(before);
  }

  @Test
  void whatThrowsEndsTheRunWithASentenceAndTheThreadGoesOn() throws Exception {
    trainer.start(SessionTest.circles());
    trainer.watch(Optional.of(new RunWatcher() {
      @Override
      public boolean stepped(Session session) {
        throw new StackOverflowError("too deep");
      }

      @Override
      public void rested(Session session) {}
    }));
    trainer.play();
    waitUntil(() -> trainer.status().reason().isPresent());
    assertThat(trainer.status().reason()).contains(Message.of("trainer.failed", "too deep"));
    assertThat(trainer.status().state()).isEqualTo(Status.State.IDLE);
    trainer.watch(Optional.empty());
    trainer.start(SessionTest.circles());
    trainer.play();
    waitFor(Status.State.FINISHED);
  }

  @Test
  void resetGoesBackToTheSameInitialWeights() throws Exception {
    trainer.start(SessionTest.circles());
    String initial = learned();
    trainer.playSteps(5);
    learned(); // by now it plays
    waitFor(Status.State.PAUSED);
    assertThat(learned()).isNotEqualTo(initial);
    trainer.start(SessionTest.circles());
    assertThat(learned()).isEqualTo(initial);
  }

  @Test
  void everyStepIsInTheHistoryAndTheLastStateIsShown() throws Exception {
    trainer.start(SessionTest.circles());
    trainer.playSteps(7);
    learned(); // both orders were carried out, but the seven steps may not be done
    waitUntil(() -> trainer.status().state() == Status.State.PAUSED);
    Run run = trainer.run();
    double[] last = new double[1];
    int[] rows = new int[1];
    run.history().drain((values, first, width, count) -> {
      for (int at = first; at < first + count * width; at += width) {
        rows[0]++;
        last[0] = values[at + Run.STEP];
        assertThat(values[at + 1]).isFinite();
        assertThat(values[at + Run.NORMS]).isPositive();
      }
    });
    assertThat(rows[0]).isEqualTo(7);
    assertThat(last[0]).isEqualTo(7);
    assertThat(run.mailbox().take().step()).isEqualTo(7);
  }

  @Test
  void aChangedNetworkKeepsWeightsThatFitAndPlaysOn() throws Exception {
    Project project = SessionTest.circles().withTraining(t -> t.withEpochs(100_000));
    trainer.start(project);
    trainer.play();
    waitUntil(() -> trainer.status().state() == Status.State.PLAYING);
    Project smaller = project.withTraining(t -> t.withBatch(8));
    trainer.change(smaller);
    waitUntil(() -> trainer.run() != null && trainer.run().project().training().batch() == 8);
    waitUntil(() -> trainer.status().state() == Status.State.PLAYING);
    trainer.pause();
    waitFor(Status.State.PAUSED);
  }

  @Test
  void aChangeSaysWhichNodesBeginWithNewWeightsAndTakenBackFindsTheOldOnes() throws Exception {
    Project project = SessionTest.circles().withNetwork(network -> network.add(Dense.of(4, Activation.TANH), 0, 0).unwire(2, 3).wire(2, 5)
        .wire(5, 3));
    trainer.start(project);
    trainer.playSteps(5);
    learned(); // by now it plays
    waitFor(Status.State.PAUSED);
    assertThat(trainer.run().renewed()).isEmpty();
    String before = learned();
    float[] first = weights(2);

    trainer.change(project.withNetwork(network -> network.with(3, node -> node.withLayer(Dense.of(2, Activation.SOFTMAX)))
        .with(4, node -> node.withLayer(Output.of(Loss.CROSS_ENTROPY)))));
    assertThat(weights(2)).isEqualTo(first);
    assertThat(trainer.run().renewed()).containsExactly(3);

    trainer.change(project);
    assertThat(learned()).isEqualTo(before);
    assertThat(trainer.run().renewed()).isEmpty();
  }

  @Test
  void whereNothingWasLearnedNothingBeginsAnew() throws Exception {
    Project project = SessionTest.circles();
    trainer.start(project);
    trainer.change(project.withNetwork(network -> network.with(2, node -> node.withLayer(Dense.of(6, Activation.TANH)))));
    learned(); // by now it has changed
    assertThat(trainer.run().renewed()).isEmpty();
  }

  @Test
  void dataThatCannotBeLoadedAreAReasonNotACrash() throws Exception {
    Project project = SessionTest.circles();
    trainer.start(project.withData(project.data().withDataset("no-such-data")));
    waitUntil(() -> trainer.status().reason().isPresent());
    assertThat(trainer.status().state()).isEqualTo(Status.State.IDLE);
    trainer.start(project);
    waitFor(Status.State.PAUSED);
  }

  @Test
  void aNetworkTooLargeForTheHeapIsRefusedWithTheEstimate() throws Exception {
    Project project =
        SessionTest.circles().withNetwork(network -> network.with(2, node -> node.withLayer(
            Dense.of(16_384, Activation.RELU))).add(Dense.of(16_384, Activation.RELU), 0, 0).wire(2, 5).wire(5, 3));
    trainer.start(project);
    waitUntil(() -> trainer.status().reason().isPresent());
    assertThat(trainer.status().reason().orElseThrow().key()).isEqualTo("trainer.too_large");
  }

  @Test
  void aQuestionThatFailsDoesNotEndTheTraining() throws Exception {
    trainer.start(SessionTest.circles());
    CompletableFuture<Optional<Object>> answer = trainer.ask(session -> {
      throw new OutOfMemoryError("as if the copy were too large");
    });
    assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(OutOfMemoryError.class);
    trainer.play();
    waitFor(Status.State.FINISHED);
  }
}

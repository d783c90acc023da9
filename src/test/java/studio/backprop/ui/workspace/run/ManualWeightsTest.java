package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.network.Edit;
import studio.backprop.network.Network;
import studio.backprop.network.Wire;
import studio.backprop.run.Trainer;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

/** A weight that is set by hand is an edit: undo, redo, the time machine, branches and files have the same bits. */
class ManualWeightsTest {
  /** More than are trained while a test lasts. */
  private static final int EPOCHS = 100_000;

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);
  private final WorkModel work = new WorkModel(document, run, pulse);

  @BeforeEach
  void open() throws Exception {
    run.files().open(() -> open(document), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
  }

  private static void open(DocumentModel document) {
    try {
      document.open(SampleProject.of("circles").withTraining(training -> training.withEpochs(EPOCHS)), "circles", Optional.empty());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    work.close();
    run.close();
  }

  private String sha() {
    return trainer.ask(session -> session.parameters().sha256()).join().orElseThrow();
  }

  private float weight(int index) {
    return trainer.ask(session -> session.parameters().find(2, "weight").orElseThrow().tensor().values()[index]).join().orElseThrow();
  }

  private void set(float value) {
    run.weights().set(2, "weight", 1, value, false);
  }

  private void settles(long step) {
    pulse.until(() -> !run.playing() && run.present().filter(now -> now.step() == step).isPresent()
        && trainer.run() == run.runProperty().get());
  }

  private void train(long steps) {
    long from = run.present().orElseThrow().step();
    trainer.playSteps(steps);
    settles(from + steps);
  }

  /** The weights of a run that nobody touches. */
  private String untouched(long steps) throws Exception {
    Session session = run.runProperty().get().checkpointLog().session();
    float[][] drawn = session.parameters().room();
    Session.initialParameters(session.project()).copyTo(drawn);
    session.parameters().set(drawn);
    session.parameters().switches().setOff(Map.of());
    while (session.steps() < steps) {
      session.step();
    }
    return session.parameters().sha256();
  }

  @Test
  void beforeTheFirstStepAnEditIsTakenBackAndMadeAgain() {
    String drawn = sha();
    set(0.5f);
    String first = sha();
    run.weights().set(3, "bias", 0, -2, false);
    String second = sha();
    assertThat(weight(1)).isEqualTo(0.5f);
    assertThat(document.undoNameProperty().get()).contains(Message.of("edit.hand.bias", "dense_2"));
    document.undo();
    assertThat(sha()).isEqualTo(first);
    document.undo();
    assertThat(sha()).isEqualTo(drawn);
    document.redo();
    document.redo();
    assertThat(sha()).isEqualTo(second);
    assertThat(trainer.run()).as("the run goes on").isSameAs(run.runProperty().get());
  }

  @Test
  void theSnapshotHasTheWeightAtOnceWhileTrainingRests() {
    set(1.5f);
    pulse.until(() -> run.snapshot().orElseThrow().values(0)[1] == 1.5f); // the first parameter is the weights of node 2
  }

  @Test
  void aDragIsOneEdit() {
    String drawn = sha();
    for (int i = 0; i <= 200; i++) {
      run.weights().set(2, "weight", 1, i / 100f, i > 0);
    }
    assertThat(weight(1)).isEqualTo(2);
    assertThat(run.runProperty().get().checkpointLog().handSets()).hasSize(1);
    document.undo();
    assertThat(sha()).isEqualTo(drawn);
    assertThat(document.undoNameProperty().get()).isEmpty();
    document.redo();
    assertThat(weight(1)).isEqualTo(2);
  }

  @Test
  void afterItWasTakenBackTrainingGoesOnAsIfNothingHadBeen() throws Exception {
    train(20);
    set(3);
    document.undo();
    train(15);
    assertThat(sha()).isEqualTo(untouched(35));
  }

  @Test
  void undoAfterFurtherStepsBringsBackTheRunAsItStoodAndRedoWhatWasTrainedSince() throws Exception {
    train(20);
    int points = run.history().log().size();
    set(3);
    train(30);
    String trained = sha();
    document.undo();
    settles(20);
    assertThat(sha()).isEqualTo(untouched(20));
    assertThat(run.history().log().size()).isEqualTo(points);
    assertThat(run.branches().all()).hasSize(1);
    run.past().goTo(7);
    pulse.until(() -> run.snapshot().filter(now -> now.step() == 7).isPresent());
    run.past().leave();
    document.redo();
    settles(50);
    assertThat(sha()).isEqualTo(trained);
    assertThat(run.history().log().size()).isEqualTo(50);
    document.undo();
    settles(20);
    train(15);
    assertThat(sha()).isEqualTo(untouched(35));
    assertThat(run.history().log().size()).isEqualTo(35);
  }

  @Test
  void manyEditsWithStepsInBetweenAreAllTakenBack() throws Exception {
    for (int i = 0; i < 8; i++) {
      set(i);
      train(5);
    }
    for (int i = 7; i >= 0; i--) {
      document.undo();
      settles(5 * i);
    }
    assertThat(sha()).isEqualTo(untouched(0));
    train(10);
    assertThat(sha()).isEqualTo(untouched(10));
  }

  @Test
  void whatIsSetWhilePlayingIsThereAgainInTheTimeMachine() throws Exception {
    run.control().speedProperty().set(200);
    run.control().togglePlay();
    for (int i = 0; i < 40; i++) {
      run.weights().set(2, "weight", 1, i / 10f, i > 0);
      long step = trainer.ask(Session::steps).join().orElseThrow(); // after it was set
      pulse.until(() -> run.present().orElseThrow().step() > step);
    }
    assertThat(run.playing()).isTrue();
    run.control().pause();
    pulse.until(() -> !run.playing());
    CheckpointLog log = run.runProperty().get().checkpointLog();
    assertThat(log.handSets().stream().map(set -> set.step()).distinct().count()).isGreaterThan(20);
    Session again = log.session();
    new SessionSeeker(again, log).goTo(log.newest(), () -> false);
    assertThat(again.parameters().sha256()).isEqualTo(sha());
    long first = log.handSets().get(0).step();
    document.undo();
    settles(first);
    assertThat(sha()).isEqualTo(untouched(first));
  }

  @Test
  void aResetGoesBackToTheWeightsThatTheProjectWasOpenedWithAndUndoToThoseThatWereSet() {
    String drawn = sha();
    set(4);
    String set = sha();
    run.restarts().reset();
    settles(0);
    assertThat(sha()).isEqualTo(drawn);
    document.undo();
    pulse.until(() -> sha().equals(set));
    document.undo();
    pulse.until(() -> sha().equals(drawn));
  }

  @Test
  void anEditOfTheNetworkBeforeTheFirstStepKeepsWhatWasSet() {
    set(4);
    document.edit(Message.of("x"), network -> {
      Wire wire = network.wires().get(network.wires().size() - 1);
      Network more = network.add(Dense.of(1, Activation.SIGMOID), 0, 0);
      return more.insert(more.nodes().get(more.nodes().size() - 1).id(), wire);
    });
    assertThat(document.ready()).isTrue();
    assertThat(weight(1)).isEqualTo(4);
    document.undo();
    assertThat(weight(1)).isEqualTo(4);
  }

  @Test
  void aBranchGoesOnFromTheWeightThatWasSetAndUndoComesBackToTheRun() throws Exception {
    train(20);
    set(2);
    train(10);
    String there = sha();
    run.past().goTo(20);
    pulse.until(() -> run.snapshot().filter(now -> now.step() == 20).isPresent());
    assertThat(run.weights().possible()).as("the past is looked at").isFalse();
    run.branching().branch(new Edit<>(Message.of("edit.rate"), p -> p.withTraining(t -> t.withRate(2 * t.rate()))));
    pulse.until(() -> run.branches().all().size() == 2 && !run.branching().turning());
    settles(30);
    CheckpointLog log = run.runProperty().get().checkpointLog();
    Session again = log.session();
    new SessionSeeker(again, log).goTo(20, () -> false);
    assertThat(again.parameters().find(2, "weight").orElseThrow().tensor().values()[1]).isEqualTo(2);
    document.undo();
    pulse.until(() -> sha().equals(there));
    settles(30);
    document.undo();
    settles(20);
    assertThat(sha()).isEqualTo(untouched(20));
  }

  @Test
  void aUnitThatIsSwitchedOffIsAnEditToo() throws Exception {
    train(20);
    String before = sha();
    run.weights().switchUnit(2, 3, false);
    assertThat(document.undoNameProperty().get()).contains(Message.of("edit.hand.off", "dense_1", 4));
    pulse.until(() -> run.snapshot().orElseThrow().switches().isOff(2, 3));
    train(10);
    run.past().goTo(25);
    pulse.until(() -> run.snapshot().filter(now -> now.step() == 25).isPresent());
    assertThat(run.snapshot().orElseThrow().switches().isOff(2, 3)).isTrue();
    run.past().goTo(15);
    pulse.until(() -> run.snapshot().filter(now -> now.step() == 15).isPresent());
    assertThat(run.snapshot().orElseThrow().switches().anyOff()).isFalse();
    run.past().leave();
    document.undo();
    settles(20);
    assertThat(sha()).isEqualTo(before);
    train(10);
    assertThat(sha()).isEqualTo(untouched(30));
  }

  @Test
  void aFileKeepsThatAUnitIsOffAndItStaysOffWhereTheNetworkIsEdited() throws Exception {
    train(3);
    run.weights().switchUnit(2, 3, false);
    Saved saved = run.files().toSave().get();
    Path file = Files.createTempDirectory("hands").resolve("off.backprop");
    ProjectFile.write(file, saved);
    Saved read = ProjectFile.read(file).saved();
    assertThat(read.parameters().orElseThrow().switches().off()).isEqualTo(Map.of(2, List.of(3)));
    String there = sha();
    run.files().open(() -> open(document), read);
    pulse.until(() -> run.snapshot().isPresent());
    assertThat(sha()).isEqualTo(there);
    document.edit(Message.of("x"), network -> network.with(3, node -> node.withLayer(Dense.of(4, Activation.RELU))));
    assertThat(trainer.ask(session -> session.parameters().switches().off()).join().orElseThrow()).isEqualTo(Map.of(2, List.of(3)));
  }

  @Test
  void aFileKeepsWhatWasSetAndOpensWithTheSameBits() throws Exception {
    set(-1.25f);
    assertThat(work.isUnsaved()).isTrue();
    assertThat(work.isWorthAsking()).isTrue();
    String there = sha();
    Saved saved = run.files().toSave().get();
    run.files().open(() -> open(document), saved);
    pulse.until(() -> run.snapshot().isPresent());
    assertThat(sha()).isEqualTo(there);
    train(5);
    run.restarts().reset();
    settles(0);
    assertThat(sha()).isEqualTo(there);
  }
}

package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.network.Edit;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.run.Trainer;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Weights that a person has set are what the project begins with, again and again. */
class InitialWeightsTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);
  private String set;

  @BeforeEach
  void open() throws Exception {
    Project circles = SampleProject.of("circles");
    Parameters byHand = Session.initialParameters(circles);
    float[][] values = byHand.room();
    Arrays.stream(values).forEach(row -> Arrays.fill(row, 0.25f));
    values[0][0] = -1;
    byHand.set(values);
    set = byHand.sha256();
    open(new Saved(circles, Optional.of(byHand), Optional.empty()));
  }

  private void open(Saved saved) {
    run.files().open(() -> document.open(saved.project(), "mine", Optional.empty()), saved);
    pulse.until(() -> run.snapshot().isPresent());
  }

  @AfterEach
  void close() {
    run.close();
  }

  private String weights() {
    return trainer.ask(session -> session.parameters().sha256()).join().orElseThrow();
  }

  private void train() {
    long before = (long) run.history().lastStep();
    trainer.playSteps(20);
    pulse.until(() -> !run.playing() && run.history().lastStep() == before + 20);
    assertThat(weights()).isNotEqualTo(set);
  }

  @Test
  void resetGoesBackToThem() {
    assertThat(weights()).isEqualTo(set);
    train();
    run.restarts().reset();
    assertThat(weights()).isEqualTo(set);
  }

  @Test
  void reinitializeDrawsAnewAndUndoBringsThemBack() {
    run.restarts().newWeights();
    assertThat(weights()).isEqualTo(Session.initialParameters(document.project()).sha256());
    run.restarts().reset();
    assertThat(weights()).isEqualTo(Session.initialParameters(document.project()).sha256());
    document.undo();
    run.restarts().reset();
    assertThat(weights()).isEqualTo(set);
  }

  @Test
  void aFileThatHasTrainedSinceStillKnowsThem(@TempDir Path folder) throws Exception {
    train();
    Path file = folder.resolve("mine" + ProjectFile.SUFFIX);
    ProjectFile.write(file, run.files().toSave().get());
    open(ProjectFile.read(file).saved());
    assertThat(weights()).isNotEqualTo(set);
    run.restarts().reset();
    assertThat(weights()).isEqualTo(set);
  }

  @Test
  void anEditRightAfterAResetKeepsThemWhereTheyFit() {
    train();
    run.restarts().reset();
    document.edit(Message.of("x"), network -> network.with(network.nodes().get(1).id(), node -> node.withName("other")));
    assertThat(weights()).isEqualTo(set);
  }

  @Test
  void anEditRightAfterReinitializeKeepsTheWeightsOfTheNewSeed() {
    run.restarts().newWeights();
    String drawn = weights();
    document.apply(new Edit<>(Message.of("x"), project -> project.withTraining(training -> training.withBatch(training.batch() + 1))));
    assertThat(weights()).isEqualTo(drawn);
  }

  @Test
  void twinsBeginWithThem() {
    assertThat(run.restarts().start().parameters(document.project()).sha256()).isEqualTo(set);
    Project otherSeed = document.project().withTraining(training -> training.withSeed(7));
    assertThat(run.restarts().start().parameters(otherSeed).sha256()).isEqualTo(Session.initialParameters(otherSeed).sha256());
  }

  @Test
  void weightsThatTheSeedHasDrawnAreNotKeptAsIfTheyWereSet(@TempDir Path folder) throws Exception {
    Project project = document.project();
    run.files().open(() -> document.open(project, "drawn", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    Path file = folder.resolve("drawn" + ProjectFile.SUFFIX);
    ProjectFile.write(file, run.files().toSave().get());
    Saved saved = ProjectFile.read(file).saved();
    assertThat(saved.start()).isEmpty();
    open(saved);
    assertThat(run.restarts().start().byHand(saved.project())).isEmpty();
  }
}

package studio.backprop.ui.learn.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.lesson.command.CommandParser;
import studio.backprop.lesson.command.EditCommands;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.LessonPlay;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.network.Edit;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Trainer;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.teaching.author.CommandTape;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** What is done in the window becomes commands, and these do the same again. */
class RecordModelTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);
  private boolean acting;
  private final RecordModel record = new RecordModel(document, run, pulse, () -> acting);
  private Project opened;

  @BeforeEach
  void open() throws Exception {
    opened = SampleProject.of("circles").withTraining(training -> training.withEpochs(400));
    run.files().open(() -> document.open(opened, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    record.recordingProperty().set(true);
  }

  @AfterEach
  void close() {
    record.close();
    run.close();
  }

  private void train(UnaryOperator<TrainingSettings> change) {
    document.apply(new Edit<>(Message.of("edit.settings"), project -> project.withTraining(change)));
    settles();
  }

  private void edit(UnaryOperator<Network> change) {
    document.edit(Message.of("edit.settings"), change);
    settles();
  }

  /** Nothing is under way any more, and the recorder has seen it. */
  private void settles() {
    trainer.ask(session -> true).join();
    pulse.until(() -> !run.playing() && trainer.run() == run.runProperty().get());
    pulse.tick();
    pulse.tick();
  }

  private void steps(int count) {
    long from = (long) run.history().lastStep();
    run.control().steps(count);
    pulse.until(() -> (long) run.history().lastStep() == from + count);
    settles();
  }

  private List<String> lines() {
    return record.lines().stream().map(CommandTape.Line::text).toList();
  }

  /** Plays the recorded lines from the same start; the same project comes out, with the same weights. */
  private void replays() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ProjectFile.write(bytes, Saved.of(opened).from(Optional.of(Session.initialParameters(opened))));
    LessonFolder folder = new LessonFolder("r", Map.of("start.backprop", bytes.toByteArray()), Optional.of(Path.of("r")));
    try (LessonPlay play = new LessonPlay(folder, KernelChoice.create(1), OptionalLong.empty())) {
      play.carryOut(new LessonCommand.Open("start.backprop"));
      for (String line : lines()) {
        play.carryOut(CommandParser.parse(line));
      }
      assertThat(EditCommands.same(play.project(), document.project())).isTrue();
      Parameters window = trainer.ask(session -> session.parameters().copy()).join().orElseThrow();
      assertThat(play.parameters().sha256()).isEqualTo(window.sha256());
    }
  }

  @Test
  void settingsAndTrainingBecomeLinesThatDoTheSameAgain() throws Exception {
    train(training -> training.withRate(0.004));
    train(training -> training.withRate(0.005));
    steps(3);
    train(training -> training.withRate(0.02));
    steps(4);
    assertThat(lines()).containsExactly("rate 0.005", "step 3", "rate 0.02", "step 4");
    replays();
  }

  @Test
  void wholeEpochsAreSaidAsSuch() throws Exception {
    int batches = run.runProperty().get().batchesPerEpoch();
    steps(2);
    steps(2 * batches - 2);
    assertThat(lines()).containsExactly("run to epoch 2");
    replays();
  }

  @Test
  void anOtherOptimizerBringsItsSettings() throws Exception {
    train(training -> training.withOptimizer(OptimizerCatalog.find("momentum").orElseThrow().fresh()));
    train(training -> training.withBatch(16).withPatience(5).withShuffle(!training.shuffle()));
    assertThat(lines()).contains("optimizer momentum", "batch 16", "patience 5");
    replays();
  }

  @Test
  void addedLayersWithTheirSettingsAreReplayed() throws Exception {
    Network before = document.network();
    Node first = before.nodes().get(1);
    edit(network -> {
      int id = network.nextId();
      Network placed = network.add(Dense.of(6, Activation.TANH), 100, 100);
      return placed.insert(id, placed.wires().stream().filter(wire -> wire.from() == first.id()).toList());
    });
    assertThat(lines()).isNotEmpty().first().asString().startsWith("add dense dense_").endsWith(" after " + first.name());
    assertThat(lines()).anyMatch(line -> line.endsWith(" units 6"));
    replays();
    edit(network -> network.remove(List.of(first.id())));
    assertThat(lines()).anyMatch(("remove " + first.name())::equals);
    replays();
  }

  @Test
  void anUndoneEditLeavesNoLine() throws Exception {
    steps(2);
    train(training -> training.withBatch(7));
    document.undo();
    settles();
    assertThat(lines()).containsExactly("step 2");
    steps(1);
    assertThat(lines()).containsExactly("step 3");
    replays();
  }

  @Test
  void aResetIsALineAndItsUndoTakesItBack() throws Exception {
    steps(3);
    run.restarts().reset();
    settles();
    assertThat(lines()).containsExactly("step 3", "reset");
    replays();
    document.undo();
    settles();
    assertThat(lines()).containsExactly("step 3");
    run.restarts().newWeights();
    settles();
    assertThat(lines()).containsExactly("step 3", "new weights");
  }

  @Test
  void aWeightThatIsDraggedIsOneLine() throws Exception {
    Node dense = document.network().nodes().get(1);
    run.weights().set(dense.id(), "weight", 1, 0.5f, false);
    run.weights().set(dense.id(), "weight", 1, 0.75f, true);
    settles();
    run.weights().set(dense.id(), "bias", 2, -1.25f, false);
    settles();
    assertThat(lines()).containsExactly("weight " + dense.name() + " 0,1 0.75", "bias " + dense.name() + " 2 -1.25");
    replays();
    document.undo();
    settles();
    assertThat(lines()).containsExactly("weight " + dense.name() + " 0,1 0.75");
  }

  @Test
  void dataAreSet() throws Exception {
    document.apply(new Edit<>(Message.of("edit.settings"),
        project -> project.withData(project.data().withNoise(0.3).withPoints(200).withShares(0.5, 0.1).withSeed(7))));
    settles();
    assertThat(lines()).containsExactlyInAnyOrder(
        "data points 200", "data noise 0.3", "data validationShare 0.5", "data testShare 0.1", "data seed 7");
    replays();
  }

  @Test
  void whatNoCommandDoesIsSaid() {
    edit(network -> network.with(network.nodes().get(1).id(), node -> node.withName("Another name")));
    assertThat(record.lines()).singleElement().satisfies(line -> assertThat(line.known()).isFalse());
  }

  @Test
  void movedNodesLeaveNoLine() {
    edit(network -> network.with(network.nodes().get(1).id(), node -> node.movedTo(1, 2)));
    assertThat(lines()).isEmpty();
  }

  @Test
  void whatTheLessonDoesIsLeftOut() throws Exception {
    acting = true;
    train(training -> training.withRate(0.5));
    steps(5);
    acting = false;
    pulse.tick();
    steps(1);
    assertThat(lines()).containsExactly("step 1");
    record.clear();
    assertThat(lines()).isEmpty();
  }

  @Test
  void everyLayerOfThePaletteCanBeNamed() {
    assertThat(LayerCatalog.types()).allSatisfy(type -> assertThat(type.id()).doesNotContain(" "));
  }

  @Test
  void aDrawingIsNoExampleOfTheData() {
    PreparedData data = run.runProperty().get().data();
    run.observation().chooseExample(new Example(Part.VALIDATION, 2));
    for (float x : new float[] {0.1f, 0.2f, 0.3f}) { // while one draws, many come in a row
      DrawnExample drawn = new DrawnExample(data, new float[] {x, x}, DrawnExample.UNKNOWN);
      run.observation().chooseExample(new Example(Part.VALIDATION, 2).drawn(drawn));
    }
    assertThat(lines()).containsExactly("example valid 2", "");
  }
}

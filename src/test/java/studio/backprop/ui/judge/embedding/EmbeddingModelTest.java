package studio.backprop.ui.judge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.data.Part;
import studio.backprop.evaluate.embed.EmbeddingProjection;
import studio.backprop.evaluate.embed.EmbeddingSample;
import studio.backprop.evaluate.embed.NearestNeighbours;
import studio.backprop.evaluate.embed.NodeOutputs;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.record.TestViews;
import studio.backprop.ui.judge.embedding.EmbeddingChoice.Method;
import studio.backprop.ui.kit.Workers;
import studio.backprop.ui.panels.Desk;

/** What the page of embeddings shows, and when. */
@Timeout(180)
class EmbeddingModelTest {
  private Desk desk;
  private EmbeddingModel model;

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private void open(Project project, int steps) throws Exception {
    desk = new Desk(project);
    model = new EmbeddingModel(desk.run, desk.pulse);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    step(steps);
    model.openProperty().set(true);
  }

  private void step(int more) throws Exception {
    if (more > 0) {
      long to = desk.run.snapshot().map(snapshot -> snapshot.step()).orElse(0L) + more;
      desk.run.control().steps(more);
      desk.pulse.until(() -> desk.run.snapshot().map(snapshot -> snapshot.step()).orElse(0L) == to);
    }
    desk.rest();
  }

  private EmbeddedPoints shown() {
    desk.pulse.until(model::isUpToDate);
    return model.pointsProperty().get();
  }

  private void choose(EmbeddingChoice choice) {
    model.choiceProperty().set(choice);
  }

  private Replica replica() throws Exception {
    return desk.run.trainer().ask(session -> Replica.of(session, null)).get().orElseThrow();
  }

  /** Each node as Predictions has it, and the numbers of its own row of the layer's output. */
  @Test
  void theNodesOfOneGraphArePointsAndAClickChoosesTheNode() throws Exception {
    List<Integer> heard = new ArrayList<>();
    open(SampleProject.of("karate-club"), 40);
    model.onNode(heard::add);
    choose(model.choiceProperty().get().with(Method.PCA));
    EmbeddedPoints now = shown();
    assertThat(now.choice().part()).as("4 nodes to train on are too few").contains(Part.VALIDATION);
    assertThat(now.size()).isEqualTo(16);
    assertThat(now.width()).as("units of the first graph convolution").isEqualTo(16);
    Predictions said = Predictions.of(replica(), Set.of(Part.VALIDATION));
    float[] whole = new float[34];
    for (int i = 0; i < now.size(); i++) {
      int node = now.row(i);
      assertThat(now.labels()[i]).isEqualTo((int) said.data().rawTarget(Part.VALIDATION, 0, node));
      for (int c = 0; c < 2; c++) {
        whole[c] = said.score(Part.VALIDATION, 0, node, c);
      }
      assertThat(now.outputs().predicted()[i]).isEqualTo(whole[1] >= whole[0] ? 1 : 0);
      assertThat(now.outputs().scores()[i]).isEqualTo(Math.max(whole[0], whole[1]), Offset.offset(1e-6));
    }
    assertThat(now.misclassified()).isEqualTo((int) IntStream.range(0, 34)
        .filter(node -> !Float.isNaN(said.data().rawTarget(Part.VALIDATION, 0, node)))
        .filter(node -> (said.score(Part.VALIDATION, 0, node, 1) >= said.score(Part.VALIDATION, 0, node, 0) ? 1 : 0)
            != (int) said.data().rawTarget(Part.VALIDATION, 0, node)).count());
    model.choose(3);
    assertThat(heard).containsExactly(now.row(3));
    assertThat(now.indexOf(model.exampleProperty().get())).contains(3);
    assertThat(desk.run.observation().exampleProperty().get()).isEqualTo(new Example(Part.VALIDATION, 0));
    choose(model.choiceProperty().get().withPart(Optional.empty()).withNode(OptionalInt.empty()));
    EmbeddedPoints all = shown();
    assertThat(IntStream.range(0, all.size()).map(all::row).distinct().count()).isEqualTo(34);
    assertThat(all.width()).isEqualTo(34);
  }

  @Test
  void outputsThatAreNoNumbersAreToldAndNotLaidOut() throws Exception {
    open(SampleProject.of("iris"), 5);
    shown();
    int last = desk.run.runProperty().get().learned().get(desk.run.runProperty().get().learned().size() - 1).node();
    choose(model.choiceProperty().get().withNode(OptionalInt.of(last)));
    shown();
    for (int unit = 0; unit < 4; unit++) {
      desk.run.weights().set(last, "weight", 3 * unit, Float.MAX_VALUE, false); // together more than a number can be
    }
    desk.pulse.until(() -> model.stateProperty().get() == EmbeddingModel.State.NOT_FINITE);
    for (int unit = 0; unit < 4; unit++) {
      desk.run.weights().set(last, "weight", 3 * unit, 1, false);
    }
    desk.pulse.until(() -> model.stateProperty().get() == EmbeddingModel.State.READY);
  }

  @Test
  void itIsTheLayoutOfTheEngineBitByBit() throws Exception {
    open(SampleProject.of("iris"), 30);
    choose(model.choiceProperty().get().withPart(Optional.of(Part.TRAIN)));
    EmbeddedPoints now = shown();
    EmbeddingChoice choice = now.choice();
    List<Example> rows = EmbeddingSample.of(now.data(), List.of(Part.TRAIN), now.width());
    double[][] points = NodeOutputs.of(replica(), choice.node(), rows, OptionalDouble.empty(), () -> {}).points();
    assertThat(now.layout()).isDeepEqualTo(EmbeddingProjection.tsne(points, 2, choice.perplexity(), model.offer().seed(), () -> false));
    choose(choice.with(Method.PCA).withDimensions(3));
    assertThat(shown().layout()).isDeepEqualTo(EmbeddingProjection.pca(points, 3));
  }

  @Test
  void predictionsAreThoseOfAllOtherPages() throws Exception {
    open(SampleProject.of("breast-cancer"), 20);
    EmbeddedPoints now = shown();
    Predictions predictions = Predictions.of(replica(), Set.of(Part.VALIDATION));
    int wrong = 0;
    for (int i = 0; i < now.size(); i++) {
      int row = now.example(i).row();
      assertThat(now.outputs().predicted()[i]).isEqualTo(predictions.classOf(Part.VALIDATION, row));
      assertThat((float) now.outputs().scores()[i]).isEqualTo(predictions.score(Part.VALIDATION, row, now.outputs().predicted()[i]));
      wrong += predictions.right(Part.VALIDATION, row) ? 0 : 1;
    }
    assertThat(now.misclassified()).isEqualTo(wrong);
    double mean = Arrays.stream(now.outputs().losses()).average().orElseThrow();
    assertThat(mean).isCloseTo(predictions.scores(Part.VALIDATION).loss(), Offset.offset(1e-4));
  }

  @Test
  void afterAnotherStepTheLayoutGoesOnAndMovesLittle() throws Exception {
    open(Desk.digits(), 40);
    EmbeddedPoints before = shown();
    assertThat(before.goesOn()).isFalse();
    step(1);
    EmbeddedPoints after = shown();
    assertThat(after.goesOn()).isTrue();
    assertThat(after.iterations()).isEqualTo(EmbeddingWorker.REFINING);
    assertThat(moved(before, after)).as("the mean way of a point, as a share of the radius").isLessThan(0.15);
    assertThat(model.keptProperty().get()).extracting(EmbeddedPoints::step).contains(40L, 41L);
    model.again();
    EmbeddedPoints anew = shown();
    assertThat(anew.goesOn()).isFalse();
    assertThat(anew.step()).isEqualTo(41);
  }

  @Test
  void componentsDoNotFlipFromStepToStep() throws Exception {
    open(Desk.digits(), 40);
    choose(model.choiceProperty().get().with(Method.PCA));
    EmbeddedPoints before = shown();
    step(1);
    assertThat(moved(before, shown())).isLessThan(0.1);
  }

  /** How far points have moved on average, as a share of how far they reach. */
  private static double moved(EmbeddedPoints before, EmbeddedPoints after) {
    double way = 0;
    double reach = 0;
    for (int i = 0; i < before.size(); i++) {
      way += Math.hypot(after.layout()[i][0] - before.layout()[i][0], after.layout()[i][1] - before.layout()[i][1]);
      reach = Math.max(reach, Math.hypot(before.layout()[i][0], before.layout()[i][1]));
    }
    return way / before.size() / reach;
  }

  @Test
  void theTimeMachineBringsBackTheLayoutOfAStep() throws Exception {
    open(Desk.digits(), 20);
    EmbeddedPoints at20 = shown();
    step(5);
    shown();
    model.goTo(at20);
    desk.pulse.until(() -> desk.run.past().present() && model.isUpToDate());
    assertThat(model.pointsProperty().get() == at20).isTrue();
    desk.run.past().goTo(23);
    desk.pulse.until(() -> model.isUpToDate() && model.pointsProperty().get().step() == 23);
    assertThat(model.keptProperty().get()).extracting(EmbeddedPoints::step).isSorted().contains(20L, 23L, 25L);
  }

  @Test
  void anotherNodeBeginsAnewAndAnEditForgetsAll() throws Exception {
    open(Desk.digits(), 5);
    desk.pulse.until(() -> model.computingProperty().get());
    choose(model.choiceProperty().get().withNode(OptionalInt.empty()));
    EmbeddedPoints input = shown();
    assertThat(input.width()).isEqualTo(64);
    assertThat(model.nodesProperty().get()).hasSize(5);
    desk.run.restarts().reset();
    desk.pulse.until(() -> model.pointsProperty().get() == null);
    assertThat(model.keptProperty().get()).isEmpty();
    assertThat(shown().step()).isZero();
    assertThat(model.choiceProperty().get().node()).isEmpty();
  }

  @Test
  void nobodyIsAskedWhileThePageIsClosed() throws Exception {
    Set<Thread> ofOthers = Workers.named("embedding");
    open(SampleProject.of("iris"), 5);
    model.openProperty().set(false);
    desk.pulse.tick();
    desk.pulse.tick();
    assertThat(ofOthers).containsAll(Workers.named("embedding"));
    model.openProperty().set(true);
    desk.pulse.tick();
    assertThat(Workers.named("embedding").stream().filter(thread -> !ofOthers.contains(thread))).as("somebody looks").hasSize(1);
  }

  @Test
  void whatIsCancelledStaysAsItIsUntilItIsWanted() throws Exception {
    open(Desk.digits(), 5);
    CountDownLatch trainer = desk.holdTrainer(); // of whom it asks the weights: nothing is computed before it is cancelled
    desk.pulse.until(() -> model.computingProperty().get());
    model.cancel();
    trainer.countDown();
    for (int i = 0; i < 30; i++) {
      desk.run.trainer().ask(session -> session).get();
      desk.pulse.tick();
    }
    assertThat(model.isUpToDate()).isFalse();
    assertThat(model.cancelledProperty().get()).isTrue();
    model.again();
    assertThat(shown().isComplete()).isTrue();
  }

  @Test
  void fewExamplesAndGeneratorsSaySo() throws Exception {
    open(SampleProject.of("karate-club"), 1);
    choose(model.choiceProperty().get().withPart(Optional.of(Part.TRAIN)));
    desk.pulse.tick();
    assertThat(model.stateProperty().get()).isEqualTo(EmbeddingModel.State.TOO_FEW);
    close();
    open(SampleProject.of("gan-ring"), 1);
    desk.pulse.tick();
    assertThat(model.stateProperty().get()).isEqualTo(EmbeddingModel.State.NOT_SUPERVISED);
  }

  @Test
  void anAutoencoderHasTheLabelsOfItsImages() throws Exception {
    open(SampleProject.of("digits-autoencoder"), 10);
    EmbeddedPoints now = shown();
    assertThat(now.hasLabels()).isTrue();
    assertThat(now.hasPredictions()).isFalse();
    assertThat(now.labelled().classNames()).hasSize(10);
    assertThat(now.same()).as("ten digits by chance: 0.1").isGreaterThan(0.3);
    assertThat(PointColour.of(now.data())).contains(PointColour.LABEL).doesNotContain(new PointColour(PointColour.Kind.PREDICTION, -1));
  }

  @Test
  void whoSeesTheTestPartHasLookedAtIt() throws Exception {
    open(SampleProject.of("iris"), 5);
    shown();
    assertThat(desk.run.files().testViewsProperty().get()).isEqualTo(TestViews.NONE);
    choose(model.choiceProperty().get().withPart(Optional.empty()));
    shown();
    assertThat(testViews()).isEqualTo(1);
  }

  private int testViews() {
    return desk.run.files().testViewsProperty().get().of(desk.run.runProperty().get().data().dataset().name());
  }

  private void ticks() throws Exception {
    for (int i = 0; i < 30; i++) {
      desk.run.trainer().ask(session -> session).get();
      desk.pulse.tick();
    }
  }

  @Test
  void theTestPartIsLaidOutAnewOnlyWhenSomebodyAsks() throws Exception {
    open(SampleProject.of("iris"), 5);
    shown();
    choose(model.choiceProperty().get().withPart(Optional.of(Part.TEST)).withPerplexity(3));
    EmbeddedPoints first = shown();
    assertThat(testViews()).isEqualTo(1);
    assertThat(model.staleProperty().get()).isFalse();
    for (int i = 0; i < 3; i++) {
      step(1);
      ticks();
    }
    assertThat(model.pointsProperty().get() == first).as("three steps on").isTrue();
    assertThat(model.staleProperty().get()).isTrue();
    model.openProperty().set(false);
    ticks();
    model.openProperty().set(true);
    ticks();
    assertThat(testViews()).isEqualTo(1);
    model.again();
    assertThat(shown().step()).isEqualTo(8);
    assertThat(testViews()).as("somebody has asked").isEqualTo(2);
    model.goTo(first);
    desk.pulse.until(() -> desk.run.past().present() && model.isUpToDate());
    desk.run.past().leave();
    assertThat(shown().step()).as("what was seen before may be seen again").isEqualTo(8);
    assertThat(testViews()).isEqualTo(2);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.shownWeights().step() == 0 && model.isUpToDate());
    assertThat(model.choiceProperty().get().showsTest()).as("of another run").isFalse();
    assertThat(testViews()).isEqualTo(2);
  }

  @Test
  void aTrainingThatIsOverSoonLeavesMoreThanItsEnd() throws Exception {
    open(Desk.digits(), 2);
    shown();
    desk.run.control().play();
    desk.pulse.until(() -> desk.run.snapshot().orElseThrow().step() > 40);
    desk.run.control().pause();
    desk.pulse.until(() -> !desk.run.playing());
    EmbeddedPoints last = shown();
    assertThat(model.keptProperty().get().size()).as("also what waited").isGreaterThanOrEqualTo(2);
    assertThat(model.keptProperty().get()).extracting(EmbeddedPoints::step).isSorted().endsWith(last.step());
  }

  @Test
  void whileTrainingItFollowsAndAPointIsTheChosenExample() throws Exception {
    open(Desk.digits(), 2);
    EmbeddedPoints first = shown();
    model.choose(7);
    assertThat(desk.run.observation().exampleProperty().get()).isEqualTo(first.example(7));
    desk.run.control().play();
    desk.pulse.until(() -> model.pointsProperty().get().step() > 2);
    desk.run.control().pause();
    desk.pulse.until(() -> !desk.run.playing());
    EmbeddedPoints last = shown();
    assertThat(last.goesOn()).isTrue();
    assertThat(last.outputs().examples()).isEqualTo(first.outputs().examples());
    assertThat(NearestNeighbours.of(last.layout(), 7, 8)).hasSize(8).doesNotContain(7);
  }
}

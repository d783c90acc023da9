package studio.backprop.ui.judge.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.data.Part;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.evaluate.attribution.AttributionBaseline;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.AttributionRequest;
import studio.backprop.observe.Example;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.kit.Workers;
import studio.backprop.ui.panels.Desk;
import studio.backprop.ui.workspace.run.WeightsVersion;

/** What the page of explanations shows, and when. */
@Timeout(120)
class AttributionModelTest {
  /** Floats that were added up in another order. */
  private static final Offset<Double> SAME = Offset.offset(1e-5);

  private Desk desk;
  private AttributionModel model;

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private void open(Project project, int steps) throws Exception {
    desk = new Desk(project);
    model = new AttributionModel(desk.run, desk.pulse);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    if (steps > 0) {
      desk.run.control().steps(steps);
      desk.pulse.until(() -> desk.run.snapshot().map(snapshot -> snapshot.step()).orElse(0L) == steps);
    }
    desk.rest();
    model.openProperty().set(true);
  }

  private ExplainedExample explained() {
    desk.pulse.until(model::isUpToDate);
    return model.explainedProperty().get();
  }

  private static double[] parts(ExplainedExample now, AttributionMethod method) {
    return now.map(method).orElseThrow().parts();
  }

  @Test
  void nobodyIsAskedWhileThePageIsClosed() throws Exception {
    Set<Thread> ofOthers = Workers.named("explain");
    open(SampleProject.of("breast-cancer"), 5);
    model.openProperty().set(false);
    desk.pulse.tick();
    desk.pulse.tick();
    assertThat(ofOthers).containsAll(Workers.named("explain"));
    model.openProperty().set(true);
    desk.pulse.tick();
    assertThat(Workers.named("explain").stream().filter(thread -> !ofOthers.contains(thread))).as("somebody looks").hasSize(1);
  }

  @Test
  void thePredictedClassIsExplainedUntilAnotherIsChosen() throws Exception {
    open(SampleProject.of("iris"), 30);
    ExplainedExample first = explained();
    assertThat(first.of()).isEqualTo(first.predicted());
    int other = (first.of() + 1) % 3;
    model.explain(OptionalInt.of(other), OptionalInt.empty());
    ExplainedExample second = explained();
    assertThat(second.of()).isEqualTo(other);
    assertThat(second.score()).isLessThan(first.score());
    model.walk(1);
    assertThat(model.requestProperty().get()).as("of another example").isEqualTo(AttributionRequest.USUAL);
    assertThat(explained().of()).isEqualTo(explained().predicted());
  }

  @Test
  void oneClassAndNotAnotherIsTheOppositeOfTheOtherAndNotTheOne() throws Exception {
    open(SampleProject.of("iris"), 30);
    explained();
    model.explain(OptionalInt.of(0), OptionalInt.of(2));
    ExplainedExample one = explained();
    model.explain(OptionalInt.of(2), OptionalInt.of(0));
    ExplainedExample other = explained();
    assertThat(other.score()).isEqualTo(-one.score());
    double[] negated = Arrays.stream(parts(one, AttributionMethod.OCCLUSION)).map(part -> -part).toArray();
    assertThat(parts(other, AttributionMethod.OCCLUSION)).containsExactly(negated, SAME);
  }

  private int testViews() {
    return desk.run.files().testViewsProperty().get().of(desk.run.runProperty().get().data().dataset().name());
  }

  private boolean knows(Part part, long step) {
    Mistakes known = model.mistakesProperty().get();
    return known != null && known.part() == part && known.step() == step;
  }

  @Test
  void itBeginsWithWhatIsPredictedWorst() throws Exception {
    open(Desk.digits(), 20);
    ExplainedExample now = explained();
    Mistakes known = model.mistakesProperty().get();
    assertThat(known.part()).isEqualTo(Part.VALIDATION);
    assertThat(now.example()).isEqualTo(new Example(Part.VALIDATION, known.worst().get(0).row()));
    model.lookAt(Part.TRAIN);
    desk.pulse.until(() -> knows(Part.TRAIN, 20));
    assertThat(explained().example()).isEqualTo(new Example(Part.TRAIN, model.mistakesProperty().get().worst().get(0).row()));
    desk.run.observation().chooseExample(new Example(Part.TRAIN, 0));
    model.openProperty().set(false);
    model.openProperty().set(true);
    desk.pulse.until(model::isUpToDate);
    assertThat(explained().example()).as("what a person has chosen stays").isEqualTo(new Example(Part.TRAIN, 0));
  }

  @Test
  void aLookAtTheTestPartCountsOnceForTheSameWeights() throws Exception {
    open(SampleProject.of("iris"), 30);
    desk.pulse.until(() -> knows(Part.VALIDATION, 30));
    assertThat(testViews()).as("of validation examples").isZero();
    desk.run.observation().chooseExample(new Example(Part.TEST, 20));
    explained();
    desk.pulse.until(() -> model.testWithheldProperty().get());
    assertThat(testViews()).as("of one test example").isZero();
    model.lookAt(Part.TEST);
    desk.pulse.until(() -> knows(Part.TEST, 30));
    assertThat(testViews()).isEqualTo(1);
    desk.run.files().viewTest(desk.run.runProperty().get(), new WeightsVersion(30, 0));
    model.choose(Part.TRAIN, 3);
    desk.pulse.until(() -> knows(Part.TRAIN, 30));
    model.lookAt(Part.TEST);
    desk.pulse.until(() -> knows(Part.TEST, 30));
    assertThat(testViews()).as("by the same weights, on whatever page").isEqualTo(1);
    desk.run.control().stepBatch();
    desk.pulse.until(() -> model.isUpToDate() && model.explainedProperty().get().step() == 31 && model.testWithheldProperty().get());
    for (int i = 0; i < 20; i++) {
      desk.pulse.tick();
    }
    assertThat(testViews()).as("a step looks at nothing").isEqualTo(1);
    model.showTest();
    desk.pulse.until(() -> knows(Part.TEST, 31));
    assertThat(testViews()).isEqualTo(2);
  }

  @Test
  void theWordsOfAColumnAreOnePart() throws Exception {
    open(SampleProject.of("auto-mpg"), 10);
    ExplainedExample now = explained();
    long columns = now.data().dataset().about().features().stream().map(feature -> feature.column()).distinct().count();
    assertThat(now.data().dataset().width()).isGreaterThan((int) columns);
    for (AttributionMethod method : now.methods()) {
      assertThat(parts(now, method)).as(method.name()).hasSize((int) columns);
    }
  }

  @Test
  void aValueIsExplainedInItsOwnUnit() throws Exception {
    open(SampleProject.of("auto-mpg"), 10);
    ExplainedExample now = explained();
    double predicted = now.prediction()[0] * now.data().targetUnit() + now.data().targetScaler().unscale(0, 0);
    assertThat(now.score()).isCloseTo(predicted, Offset.offset(1e-3));
  }

  @Test
  void anotherStepIsExplainedAnewAndAPastOneAgain() throws Exception {
    open(Desk.digits(), 20);
    double at20 = explained().score();
    desk.run.control().stepBatch();
    desk.pulse.until(() -> model.isUpToDate() && model.explainedProperty().get().step() == 21);
    assertThat(model.explainedProperty().get().score()).isNotEqualTo(at20);
    desk.run.past().goTo(20);
    desk.pulse.until(() -> model.isUpToDate() && model.explainedProperty().get().step() == 20);
    assertThat(model.explainedProperty().get().score()).isEqualTo(at20);
  }

  @Test
  void aDrawingIsExplainedAsItIsSeen() throws Exception {
    open(Desk.digits(), 20);
    float[] picture = new float[64];
    Arrays.fill(picture, 24, 40, 16);
    Example drawing = desk.run.observation().exampleProperty().get().drawn(
        new DrawnExample(desk.run.runProperty().get().data(), picture, DrawnExample.UNKNOWN));
    desk.run.observation().chooseExample(drawing);
    ExplainedExample now = explained();
    assertThat(now.example().drawn()).isPresent();
    assertThat(now.raw()).isEqualTo(picture);
    double[] integrated = parts(now, AttributionMethod.INTEGRATED_GRADIENTS);
    assertThat(integrated[0]).as("an empty pixel is as in the baseline").isZero();
    assertThat(Arrays.stream(integrated, 24, 40).map(Math::abs).sum()).isPositive();
  }

  @Test
  void randomWeightsGiveOtherMapsOfTheSameClass() throws Exception {
    open(Desk.digits(), 30);
    model.randomProperty().set(true);
    ExplainedExample now = explained();
    for (AttributionMethod method : now.methods()) {
      assertThat(now.random(method).orElseThrow().values()).as(method.name()).hasSameSizeAs(now.map(method).orElseThrow().values())
          .isNotEqualTo(now.map(method).orElseThrow().values());
    }
  }

  @Test
  void anotherBaselineHasAnotherScore() throws Exception {
    open(Desk.digits(), 30);
    ExplainedExample zero = explained();
    assertThat(zero.baseline()).isEqualTo(AttributionBaseline.ZERO);
    model.compareWith(AttributionBaseline.BLURRED);
    ExplainedExample blurred = explained();
    assertThat(blurred.score()).isEqualTo(zero.score());
    assertThat(blurred.baselineScore()).isNotEqualTo(zero.baselineScore());
    assertThat(blurred.way()[0]).as("where the way begins").isCloseTo(blurred.baselineScore(), SAME);
  }

  @Test
  void whatIsCancelledStaysAsItIsUntilItIsWanted() throws Exception {
    open(Desk.digits(), 5);
    desk.run.observation().chooseExample(new Example(Part.VALIDATION, 3)); // else it would first be told which is predicted worst
    CountDownLatch trainer = desk.holdTrainer(); // of whom it asks the weights: nothing is computed before it is cancelled
    desk.pulse.until(() -> model.computingProperty().get());
    model.cancel();
    assertThat(model.computingProperty().get()).isFalse();
    trainer.countDown();
    desk.pulse.until(() -> model.mistakesProperty().get() != null); // asked for after what was cancelled
    for (int i = 0; i < 30; i++) {
      desk.run.trainer().ask(session -> session).get();
      desk.pulse.tick();
    }
    assertThat(model.isUpToDate()).isFalse();
    assertThat(model.cancelledProperty().get()).isTrue();
    model.again();
    assertThat(explained().isComplete()).isTrue();
  }

  @Test
  void whatGeneratesSaysSo() throws Exception {
    open(SampleProject.of("gan-ring"), 1);
    desk.pulse.tick();
    assertThat(model.stateProperty().get()).isEqualTo(AttributionModel.State.NOT_SUPERVISED);
  }

  @Test
  void ofSeveralTargetsOneIsExplained() throws Exception {
    open(SampleProject.of("names-generator"), 2);
    desk.run.observation().chooseExample(new Example(Part.VALIDATION, 1));
    ExplainedExample usual = explained();
    assertThat(usual.raw()[usual.place()]).as("what follows the last token").isNotZero();
    model.explainPlace(2);
    ExplainedExample third = explained();
    assertThat(third.place()).isEqualTo(2);
    double[] lost = parts(third, AttributionMethod.OCCLUSION);
    for (int later = 3; later < lost.length; later++) {
      assertThat(lost[later]).as("a later token does not count").isZero();
    }
    assertThat(Arrays.stream(lost).map(Math::abs).sum()).isPositive();
    assertThat(parts(third, AttributionMethod.INTEGRATED_GRADIENTS)[1]).isNotZero();
    model.walk(1);
    assertThat(model.requestProperty().get().place()).as("of another text").isEmpty();
    close();
    open(SampleProject.of("digits-autoencoder"), 2);
    assertThat(explained().place()).as("the middle pixel").isEqualTo(36);
    model.explainPlace(20);
    ExplainedExample pixel = explained();
    assertThat(pixel.prediction()).hasSize(1);
    assertThat(1 / (1 + Math.exp(-pixel.score()))).as("its logit").isCloseTo(pixel.prediction()[0], SAME);
    model.walk(1);
    assertThat(explained().place()).as("the same pixel of another picture").isEqualTo(20);
    close();
    open(SampleProject.of("karate-club"), 2);
    model.explainPlace(33);
    assertThat(explained().place()).isEqualTo(33);
    assertThat(explained().methods()).containsExactly(AttributionMethod.OCCLUSION);
  }

  @Test
  void whileTrainingItFollows() throws Exception {
    open(Desk.digits(), 2);
    explained();
    desk.run.observation().chooseExample(new Example(Part.VALIDATION, 3));
    desk.run.control().play();
    desk.pulse.until(() -> model.explainedProperty().get().step() > 20);
    desk.run.control().pause();
    desk.pulse.until(() -> !desk.run.playing()); // it may have come to its end
    assertThat(explained().example()).isEqualTo(new Example(Part.VALIDATION, 3));
  }
}

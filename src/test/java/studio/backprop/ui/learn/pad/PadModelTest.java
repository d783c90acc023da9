package studio.backprop.ui.learn.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.data.Part;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.data.draw.EditedPicture;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.observe.Activations;
import studio.backprop.observe.Example;
import studio.backprop.run.Run;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.panels.Desk;

@Timeout(60)
class PadModelTest {
  private static final int INPUT = 1;
  /** More than any processor trains while a test lasts. */
  private static final int EPOCHS = 10_000;

  private Desk desk;
  private PadModel pad;
  private LongSupplier clock = System::nanoTime;

  private void open(String dataset, Desk given) {
    desk = given;
    pad = new PadModel(desk.document, desk.run, desk.pulse, Runnable::run, clock);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null && desk.run.present().isPresent());
    pad.toggle();
    desk.pulse.until(() -> !pad.openProperty().get() || pad.formProperty().get().isPresent());
    assertThat(desk.run.runProperty().get().data().dataset().name()).isEqualTo(dataset);
  }

  private void openDigits() {
    open("digits", new Desk(Desk.project("digits", Desk.chain(
        new Input(Shape.of(1, 8, 8)), new Flatten(), Dense.of(16, Activation.RELU), Dense.of(10, Activation.SOFTMAX),
        Output.of(Loss.CROSS_ENTROPY))).withTraining(training -> training.withEpochs(EPOCHS))));
  }

  @AfterEach
  void close() {
    pad.close();
    desk.run.close();
  }

  private Example example() {
    return desk.run.observation().exampleProperty().get();
  }

  private void drawOne() {
    pad.press(0.5, 0.2);
    pad.move(0.5, 0.8);
    desk.pulse.until(() -> pad.answerProperty().get().isPresent());
  }

  @Test
  void whatIsDrawnIsTheExampleThatEveryViewShows() {
    openDigits();
    drawOne();
    Activations seen = desk.run.snapshot().orElseThrow().activations();
    assertThat(seen.example().drawn()).isPresent();
    float[] picture = pad.pictureProperty().get().orElseThrow();
    float[] shown = seen.output(INPUT);
    IntStream.range(0, 64).forEach(i -> assertThat(shown[i])
        .isEqualTo(desk.run.runProperty().get().data().inputScaler().scale(0, picture[i])));
    assertThat(pad.answerProperty().get().orElseThrow().prediction()).containsExactly(seen.prediction());
  }

  @Test
  void withoutALabelNobodyKnowsItsLossAndWithOneItIsTheCrossEntropy() {
    openDigits();
    drawOne();
    assertThat(desk.run.snapshot().orElseThrow().activations().loss()).isNaN();
    pad.mean(1);
    desk.pulse.until(() -> !Double.isNaN(desk.run.snapshot().orElseThrow().activations().loss()));
    Activations seen = desk.run.snapshot().orElseThrow().activations();
    assertThat(seen.loss()).isEqualTo(-Math.log(seen.prediction()[1]), within(1e-5));
    assertThat(seen.target()).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    pad.mean(1);
    assertThat(pad.labelProperty().get()).isEqualTo(DrawnExample.UNKNOWN);
  }

  @Test
  void theAnswerFollowsTheTraining() {
    openDigits();
    drawOne();
    float before = pad.answerProperty().get().orElseThrow().prediction()[0];
    desk.run.control().stepBatch();
    desk.pulse.until(() -> pad.answerProperty().get().filter(answer -> answer.step() == 1).isPresent());
    assertThat(pad.answerProperty().get().orElseThrow().prediction()[0]).isNotEqualTo(before);
  }

  @Test
  void whileTheNetworkTrainsThePaperIsPaintedInEverySecondFrameAndWhileItRestsInEach() {
    AtomicLong now = new AtomicLong(1_000_000_000);
    clock = now::get;
    openDigits();
    drawOne();
    AtomicInteger painted = new AtomicInteger();
    pad.paper().shownProperty().subscribe((before, shown) -> painted.incrementAndGet());
    drawFrames(60, now);
    assertThat(painted.getAndSet(0)).isEqualTo(60);
    desk.run.control().play();
    desk.pulse.until(() -> desk.run.playing());
    painted.set(0);
    drawFrames(60, now);
    assertThat(desk.run.playing()).isTrue();
    assertThat(painted.get()).isBetween(28, 36);
    assertThat(pad.paper().drawing().strokes().get(0).points()).hasSize(122);
    desk.run.control().pause();
    desk.pulse.until(() -> !desk.run.playing());
    assertThat(pad.paper().shownProperty().get()).isSameAs(pad.paper().drawing());
  }

  /** A second of a pen that moves in each frame. The output for what was sent is there before the next frame. */
  private void drawFrames(int frames, AtomicLong now) {
    for (int frame = 0; frame < frames; frame++) {
      now.addAndGet(16_666_667);
      pad.move(0.2 + 0.01 * frame, 0.5);
      desk.pulse.tick();
      desk.pulse.until(() -> desk.run.snapshot().orElseThrow().activations().example().drawn().equals(example().drawn()));
    }
  }

  @Test
  void undoTakesBackStrokeByStrokeAndTheClearing() {
    openDigits();
    drawOne();
    pad.press(0.2, 0.5);
    pad.clear();
    assertThat(pad.paper().drawingProperty().get().isEmpty()).isTrue();
    pad.paper().undo();
    assertThat(pad.paper().drawingProperty().get().strokes()).hasSize(2);
    pad.paper().undo();
    assertThat(pad.paper().drawingProperty().get().strokes()).hasSize(1);
    pad.paper().undo();
    pad.paper().undo();
    assertThat(pad.paper().drawingProperty().get().isEmpty()).isTrue();
  }

  @Test
  void oneStrokeOfTheEraserIsTakenBackAtOnce() {
    openDigits();
    drawOne();
    pad.press(0.2, 0.2);
    pad.move(0.2, 0.8);
    pad.paper().toolProperty().set(PaperModel.Tool.ERASER);
    pad.press(0.1, 0.5);
    pad.move(0.2, 0.5);
    pad.move(0.5, 0.5);
    assertThat(pad.paper().drawingProperty().get().isEmpty()).isTrue();
    pad.paper().undo();
    assertThat(pad.paper().drawingProperty().get().strokes()).hasSize(2);
  }

  private EditedPicture edited() {
    return pad.pixels().edited().orElseThrow();
  }

  @Test
  void anExampleOfTheDataIsChangedPixelByPixelAndOneStrokeIsTakenBackAtOnce() {
    openDigits();
    desk.run.observation().chooseExample(2);
    int row = example().row();
    pad.pixels().begin();
    desk.pulse.until(() -> pad.answerProperty().get().isPresent());
    assertThat(example().drawn().orElseThrow().edited()).contains(edited());
    assertThat(pad.labelProperty().get()).isEqualTo(desk.run.runProperty().get().data().classOf(Part.TRAIN, row));
    pad.press(0.99, 0.01);
    pad.move(0.99, 0.4);
    assertThat(IntStream.range(0, 8).mapToObj(r -> edited().pixel(r, 7)).toList()).startsWith(16f, 16f, 16f, 16f);
    assertThat(edited().changed()).isBetween(1, 4);
    desk.pulse.until(() -> pad.sentAll() && example().drawn().orElseThrow().edited().orElseThrow() == edited());
    pad.paper().toolProperty().set(PaperModel.Tool.ERASER);
    pad.press(0.99, 0.01);
    assertThat(edited().pixel(0, 7)).isZero();
    pad.press(0.99, 0.01); // is paper already: nothing to take back
    pad.paper().undo();
    assertThat(edited().pixel(0, 7)).isEqualTo(16);
    pad.paper().undo();
    assertThat(edited().changed()).isZero();
    pad.paper().undo();
    assertThat(pad.paper().drawing().isEmpty()).isTrue();
    assertThat(pad.labelProperty().get()).isEqualTo(DrawnExample.UNKNOWN);
  }

  @Test
  void theNextExampleComesToThePaperWithItsOwnLabelAndUndoLeadsBackToTheOneBefore() {
    openDigits();
    pad.pixels().begin();
    pad.pixels().set(0, 7, true);
    int label = pad.labelProperty().get();
    desk.pulse.until(() -> example().drawn().isPresent());
    pad.pixels().beginFurther(1);
    assertThat(edited().row()).isEqualTo(1);
    assertThat(edited().changed()).isZero();
    assertThat(pad.labelProperty().get()).isEqualTo(edited().label()).isNotEqualTo(label);
    pad.paper().undo();
    assertThat(edited().row()).isZero();
    assertThat(edited().changed()).isEqualTo(1);
    assertThat(pad.labelProperty().get()).isEqualTo(label);
  }

  @Test
  void whileItsAnswerIsToBePredictedNothingThatIsDrawnReachesTheNetwork() {
    openDigits();
    drawOne();
    pad.withheldProperty().set(true);
    assertThat(example().drawn()).isEmpty();
    pad.press(0.3, 0.3);
    pad.move(0.7, 0.3);
    for (int frame = 0; frame < 20; frame++) {
      desk.pulse.tick();
    }
    assertThat(pad.answerProperty().get()).isEmpty();
    assertThat(example().drawn()).isEmpty();
    assertThat(pad.sentAll()).isFalse();
    pad.withheldProperty().set(false);
    desk.pulse.until(() -> pad.answerProperty().get().isPresent());
    assertThat(example().drawn()).isPresent();
    assertThat(pad.paper().drawing().strokes()).hasSize(2);
  }

  @Test
  void anEmptyPadAndTheNextExampleLeadBackToTheData() {
    openDigits();
    drawOne();
    pad.clear();
    desk.pulse.until(() -> example().drawn().isEmpty());
    drawOne();
    desk.run.observation().chooseExample(1);
    assertThat(example()).isEqualTo(new Example(example().part(), 1));
    desk.pulse.until(() -> pad.answerProperty().get().isEmpty());
    assertThat(pad.paper().drawingProperty().get().isEmpty()).as("the drawing stays").isFalse();
  }

  @Test
  void aDrawingStaysWithTheNextRunOnTheSameData() {
    openDigits();
    drawOne();
    Run before = desk.run.runProperty().get();
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != before);
    desk.pulse.until(() -> pad.answerProperty().get().isPresent());
    assertThat(desk.run.snapshot().orElseThrow().activations().example().drawn()).isPresent();
  }

  @Test
  void anotherProjectMayBeOpenedWhileAnUntrainedNetworkLooksAtADrawing() throws Exception {
    openDigits();
    drawOne();
    assertThat(pad.untrained()).isTrue();
    List<Boolean> untrained = new ArrayList<>();
    pad.possibleProperty().subscribe(possible -> untrained.add(pad.untrained()));
    pad.keeping().stateProperty().subscribe(state -> untrained.add(pad.untrained()));
    desk.run.files().open(() -> desk.document.open(Desk.circles(), "circles", Optional.empty()), Optional.empty(), Optional.empty());
    desk.pulse.until(() -> desk.run.runProperty().get() != null && !pad.possibleProperty().get());
    assertThat(untrained).startsWith(true, true).endsWith(false);
    assertThat(pad.openProperty().get()).isFalse();
  }

  @Test
  void aTableHasNoPad() {
    open("iris", new Desk(
        Desk.project("iris", Desk.chain(Input.row(4), Dense.of(3, Activation.SOFTMAX), Output.of(Loss.CROSS_ENTROPY)))));
    assertThat(pad.possibleProperty().get()).isFalse();
    assertThat(pad.openProperty().get()).isFalse();
    assertThat(pad.formProperty().get()).isEqualTo(Optional.empty());
  }
}

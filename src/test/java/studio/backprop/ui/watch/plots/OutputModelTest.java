package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GaussianSample;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Reshape;
import studio.backprop.observe.predict.Predictor;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.store.SampleProject;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.workspace.run.PictureSheet;
import studio.backprop.ui.workspace.run.PointedUnit.Unit;

class OutputModelTest {
  private Studio studio;

  @AfterEach
  void close() {
    studio.close();
  }

  /** Trains to the end and waits for what the network says then. */
  private NetworkOutput trained(Project project) throws Exception {
    studio = new Studio(project.withTraining(t -> t.withEpochs(3)));
    studio.plots.output().watch(() -> true);
    studio.pulse.until(() -> studio.run.snapshot().isPresent());
    studio.run.control().togglePlay();
    studio.pulse.until(() -> studio.run.statusProperty().get().state() == Status.State.FINISHED);
    long last = studio.run.snapshot().orElseThrow().step();
    studio.pulse.until(() -> answer() != null && answer().judged().step() == last);
    return answer();
  }

  private NetworkOutput answer() {
    return studio.plots.output().answerProperty().get();
  }

  private static Project table(String data, int inputs, int outputs, Activation last, Loss loss) {
    return Studio.project(
        DataSettings.of(data), 0.01, Input.row(inputs), Dense.of(8, Activation.TANH), Dense.of(outputs, last), Output.of(loss));
  }

  @Test
  void theBoundaryIsTheNetworksOwnAnswerAtEachPlace() throws Exception {
    Project project = Studio.circles();
    NetworkOutput.Plane plane = (NetworkOutput.Plane) trained(project);
    studio.pulse.until(() -> ((NetworkOutput.Plane) answer()).size() == 128);
    plane = (NetworkOutput.Plane) answer();
    Parameters weights = studio.trainer.ask(session -> session.parameters().copy()).get().orElseThrow();
    float[] grid = PredictionWorker.grid(plane.judged().data(), 128);
    float[] direct = new Predictor(project.network(), weights, KernelChoice.create(1)).predict(grid, 128 * 128);
    double farthest = 0;
    for (int i = 0; i < direct.length; i++) {
      farthest = Math.max(farthest, Math.abs(plane.values()[i] - direct[i]));
    }
    assertThat(farthest).isLessThan(1e-5);
    assertThat(plane.line()).isNotEmpty();
  }

  @Test
  void whatAnAgentThinksFollowsItsWeightsWhileItLearns() throws Exception {
    studio = new Studio(SampleProject.of("cliff").withTraining(t -> t.withEpochs(100_000)));
    studio.plots.output().watch(() -> true);
    studio.pulse.until(() -> answer() instanceof NetworkOutput.World);
    assertThat(((NetworkOutput.World) answer()).map()).containsOnly(0);
    studio.run.control().togglePlay();
    studio.pulse.until(() -> answer().judged().step() > 0);
    long first = answer().judged().step();
    studio.pulse.until(() -> answer().judged().step() > first);
    assertThat(studio.run.playing()).isTrue();
    float lowest = 0;
    for (float value : ((NetworkOutput.World) answer()).map()) {
      lowest = Math.min(lowest, value);
    }
    assertThat(lowest).isLessThan(0);
  }

  @Test
  void theUnitsOfTheLastLayerAnswerAsTheNetworkDoes() throws Exception {
    Project project = Studio.circles();
    trained(project);
    int last = project.network().named("dense_2").orElseThrow().id();
    studio.plots.output().layerProperty().set(Optional.of(last));
    studio.pulse.until(() -> ((NetworkOutput.Plane) answer()).units().filter(units -> units.node() == last).isPresent());
    NetworkOutput.Plane plane = (NetworkOutput.Plane) answer();
    assertThat(plane.units().orElseThrow().maps()).hasSize(1);
    assertThat(plane.units().orElseThrow().maps().get(0)).containsExactly(plane.values());
  }

  @Test
  void aUnitOfAnyLayerThatIsPointedAtIsAskedForItsMap() throws Exception {
    Project project = Studio.circles();
    trained(project);
    int input = project.network().named("input_1").orElseThrow().id();
    studio.run.focus().unit().point(input, 1);
    Unit up = new Unit(input, 1);
    studio.pulse.until(() -> answer() instanceof NetworkOutput.Plane plane && plane.size() == 128 && plane.mapOf(up).isPresent());
    float[] map = ((NetworkOutput.Plane) answer()).mapOf(up).orElseThrow();
    float[] grid = PredictionWorker.grid(answer().judged().data(), 128);
    for (int place = 0; place < map.length; place++) {
      assertThat(map[place]).isEqualTo(grid[2 * place + 1]);
    }
    assertThat(((NetworkOutput.Plane) answer()).mapOf(new Unit(input, 0))).isEmpty();
  }

  @Test
  void noUnitIsPointedAtWhereNoPictureShowsSingleOnes() throws Exception {
    trained(table("iris", 4, 3, Activation.SOFTMAX, Loss.CROSS_ENTROPY));
    studio.run.focus().unit().point(2, 0);
    assertThat(studio.run.focus().unit().unitProperty().get()).isEmpty();
  }

  @Test
  void theConfusionMatrixCountsEveryExampleOnce() throws Exception {
    NetworkOutput.Confusion confusion = (NetworkOutput.Confusion) trained(table("iris", 4, 3, Activation.SOFTMAX, Loss.CROSS_ENTROPY));
    int right = 0;
    for (int c = 0; c < 3; c++) {
      assertThat(Arrays.stream(confusion.counts()[c]).sum()).isEqualTo(10);
      right += confusion.counts()[c][c];
    }
    assertThat(confusion.judged().rows()).isEqualTo(30);
    assertThat((long) right).isEqualTo(confusion.judged().right());
    assertThat(confusion.judged().scores().accuracy()).isEqualTo(studio.run.history().epochs().get(2).validation().accuracy());
  }

  @Test
  void oneOutputForTwoClassesIsCountedByTheCutOfItsLoss() throws Exception {
    NetworkOutput.Confusion confusion = (NetworkOutput.Confusion) trained(table("breast-cancer", 30, 1, Activation.NONE, Loss.HINGE));
    assertThat((long) confusion.counts()[0][0] + confusion.counts()[1][1]).isEqualTo(confusion.judged().right());
  }

  @Test
  void predictedAndTrueValuesAreInTheTargetsUnit() throws Exception {
    NetworkOutput.Pairs pairs = (NetworkOutput.Pairs) trained(table("diabetes", 10, 1, Activation.NONE, Loss.MSE));
    double sum = 0;
    for (int i = 0; i < pairs.truth().length; i++) {
      sum += Math.abs(pairs.truth()[i] - pairs.predicted()[i]);
    }
    assertThat(sum / pairs.truth().length).isEqualTo(pairs.judged().scores().mae(), within(1e-2));
    assertThat(pairs.truth()[0]).isEqualTo(pairs.judged().data().rawTarget(pairs.judged().part(), 0), within(1e-3));
  }

  @Test
  void answersThatArePicturesAreShownAsPictures() throws Exception {
    NetworkOutput answer = trained(
        Studio.project(
            DataSettings.of("digits-copy"), 0.01, new Input(Shape.of(1, 8, 8)), new Flatten(), Dense.of(64, Activation.NONE),
            new Reshape(Shape.of(1, 8, 8)), Output.of(Loss.MSE)));
    assertThat(studio.plots.output().kindProperty().get()).isEqualTo(OutputModel.Kind.PICTURES);
    assertThat(((NetworkOutput.Pictures) answer).predictions().has(answer.judged().part())).isTrue();
    assertThat(PictureSheet.kinds(answer.judged().data().dataset())).doesNotContain(PictureSheet.Kind.ANSWER);
    assertThat(((NetworkOutput.Pictures) answer).invented()).isEmpty();
  }

  @Test
  void aVariationalAutoencoderDrawsNewPicturesAndOthersWithTheNextSeed() throws Exception {
    trained(
        Studio.project(
            DataSettings.of("digits-copy"), 0.01, new Input(Shape.of(1, 8, 8)), new Flatten(), Dense.of(4, Activation.NONE),
            new GaussianSample(1),
            Dense.of(64, Activation.SIGMOID), new Reshape(Shape.of(1, 8, 8)), Output.of(Loss.MSE)));
    NetworkOutput.Invented first = ((NetworkOutput.Pictures) answer()).invented().orElseThrow();
    assertThat(first.pixels()).hasSize(first.count() * 64);
    for (float pixel : first.pixels()) {
      assertThat(pixel).isBetween(0f, 1f);
    }
    long seed = studio.plots.output().seedProperty().get();
    studio.plots.output().drawOthers();
    assertThat(studio.plots.output().seedProperty().get()).isEqualTo(seed + 1);
    studio.pulse.until(() -> !Arrays.equals(((NetworkOutput.Pictures) answer()).invented().orElseThrow().pixels(), first.pixels()));
  }

  @Test
  void aNewRunForgetsWhatTheOldOneSaid() throws Exception {
    trained(table("iris", 4, 3, Activation.SOFTMAX, Loss.CROSS_ENTROPY));
    var before = studio.run.runProperty().get();
    studio.run.restarts().reset();
    studio.pulse.until(() -> studio.run.runProperty().get() != before);
    assertThat(answer()).isNull();
    for (int frame = 0; frame < 20; frame++) {
      studio.pulse.tick();
    }
    assertThat(answer()).isNull();
  }
}

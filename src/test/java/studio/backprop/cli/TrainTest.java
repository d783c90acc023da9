package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.Columns;
import studio.backprop.data.DataSettings;
import studio.backprop.data.KeptExample;
import studio.backprop.data.Scaling;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Sgd;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.train.RunListener;
import studio.backprop.train.Session;
import studio.backprop.train.record.RunRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainTest {
  @TempDir private Path folder;

  private static JsonNode json(Ran ran) {
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines()).hasSize(1);
    return new JsonMapper().readTree(ran.out());
  }

  private Path save(Project project, String name) throws Exception {
    Path file = folder.resolve(name);
    ProjectFile.write(file, Saved.of(project));
    return file;
  }

  private static Project regression() {
    Network network =
        Network.EMPTY
            .add(Input.row(9), 0, 0)
            .add(Dense.of(8, Activation.RELU), 0, 0)
            .add(Dense.of(1, Activation.NONE), 0, 0)
            .add(Output.of(Loss.MSE), 0, 0)
            .wire(1, 2)
            .wire(2, 3)
            .wire(3, 4);
    return new Project(network, DataSettings.of("auto-mpg").withShares(0.2, 0), Optional.empty(), TrainingSettings.STANDARD);
  }

  @Test
  void whatAPersonHasDrawnAndKeptIsTrainedOnWithTheSameBits() throws Exception {
    Project plain = SampleProject.of("digits-cnn").withTraining(training -> training.withEpochs(1));
    float[] picture = new float[64];
    picture[27] = 16;
    KeptExample drawn = KeptExample.of(Training.prepare(plain).dataset(), picture, 1);
    Project kept = plain.withData(plain.data().withKept(List.of(drawn)));
    String weights;
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = Session.unwatched(kept, Training.prepare(kept), kernels, Session.initialParameters(kept));
      while (session.step()) {
        // until its end
      }
      session.keepBest();
      weights = session.parameters().sha256();
    }
    String trained = json(backprop("train", save(kept, "kept.backprop").toString(), "--json")).get("weightsSha256").asString();
    assertThat(trained).isEqualTo(weights);
    String without = json(backprop("train", save(plain, "plain.backprop").toString(), "--json")).get("weightsSha256").asString();
    assertThat(trained).isNotEqualTo(without);
  }

  @Test
  void figuresThatAreAskedForAreReportedByTheirNames() {
    JsonNode report = json(backprop(
        "train", "circles", "--json", "--epochs", "1", "--figure", "run.rate", "--figure", "validation.accuracy"));
    JsonNode figures = report.get("figures");
    assertThat(figures.get("run.rate").asDouble()).isEqualTo(0.03);
    assertThat(figures.get("validation.accuracy").asDouble()).isEqualTo(report.get("validAccuracy").asDouble());
    Ran unknown = backprop("train", "circles", "--figure", "run.speed");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("run.speed", "run.rate", "node(\"dense_1\").weight.norm");
  }

  @Test
  void theResultIsOneLineOfJsonWithTheseKeysInThisOrder() {
    JsonNode result = json(backprop("train", "circles", "--json"));
    assertThat(result.propertyNames())
        .containsExactly(
            "epochs", "stoppedEarly", "restoredEpoch", "trainLoss", "trainAccuracy", "validLoss", "validAccuracy", "testLoss",
            "testAccuracy", "seconds", "samplesPerSecond",
            "weightsSha256", "notes");
    assertThat(result.get("epochs").asInt()).isEqualTo(10);
    assertThat(result.get("validAccuracy").asDouble()).isGreaterThanOrEqualTo(0.95);
    assertThat(result.get("weightsSha256").asString()).matches("[0-9a-f]{64}");
  }

  @Test
  void aRegressionHasErrorAndR2AndWhatDoesNotApplyIsNull() throws Exception {
    JsonNode result = json(backprop("train", save(regression(), "cars.backprop").toString(), "--json"));
    assertThat(result.propertyNames())
        .containsExactly(
            "epochs", "stoppedEarly", "restoredEpoch", "trainLoss", "trainMae", "trainR2", "validLoss", "validMae", "validR2", "testLoss",
            "testMae", "testR2", "seconds",
            "samplesPerSecond", "weightsSha256", "notes");
    assertThat(result.get("notes").get(1).asString())
        .isEqualTo("6 missing values of “horsepower” filled with the mean of the training rows");
    assertThat(result.get("validR2").asDouble()).isGreaterThan(0.5);
    assertThat(result.get("testR2").isNull()).isTrue();
  }

  @Test
  void theSameSeedGivesTheSameWeightsAndAnotherSeedGivesOthers() {
    String first = json(backprop("train", "iris", "--json", "--epochs", "2", "--seed", "3")).get("weightsSha256").asString();
    String again = json(backprop("train", "iris", "--json", "--epochs", "2", "--seed", "3")).get("weightsSha256").asString();
    String other = json(backprop("train", "iris", "--json", "--epochs", "2", "--seed", "4")).get("weightsSha256").asString();
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void classesAreWeightedOnRequestAndTheWeightsAreReported() {
    JsonNode plain = json(backprop("train", "breast-cancer", "--json", "--epochs", "1"));
    JsonNode weighted = json(backprop("train", "breast-cancer", "--json", "--epochs", "1", "--balance", "weights"));
    assertThat(plain.has("classWeights")).isFalse();
    double benign = weighted.get("classWeights").get("benign").asDouble();
    double malignant = weighted.get("classWeights").get("malignant").asDouble();
    assertThat(malignant).isGreaterThan(benign);
    assertThat(1 / benign + 1 / malignant).as("n ⁄ (k · n_c)").isCloseTo(2, Offset.offset(1e-12));
    assertThat(weighted.get("weightsSha256")).isNotEqualTo(plain.get("weightsSha256"));
    assertThat(backprop("train", "breast-cancer", "--epochs", "1", "--balance", "weights").err()).contains("losses reported here are not");
    assertThat(backprop("train", "auto-mpg", "--balance", "batches").err()).contains("--balance needs classes");
  }

  @Test
  void everyEpochIsALineOnStandardErrorAndNothingElseIsOnStandardOutput() {
    Ran ran = backprop("train", "iris", "--epochs", "3");
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines().filter(line -> line.startsWith("epoch"))).hasSize(3);
    assertThat(ran.err()).contains("validation: loss").contains("test: loss");
  }

  @Test
  void theFolderHoldsTheTrainedProjectTheMetricsAndThePictures() throws Exception {
    Path out = folder.resolve("a new/folder");
    assertThat(backprop("train", "iris", "--epochs", "4", "--out", out.toString()).code()).isZero();
    Saved saved = ProjectFile.read(out.resolve("iris.backprop")).saved();
    assertThat(saved.parameters()).isPresent();
    assertThat(saved.progressed().orElseThrow().epoch()).isEqualTo(4);
    assertThat(Files.readAllLines(out.resolve("metrics.csv"))).hasSize(5).first().asString().startsWith("epoch,step,trainLoss");
    for (String picture : new String[] {"loss.png", "accuracy.png", "gradients.png"}) {
      assertThat(ImageIO.read(out.resolve(picture).toFile()).getWidth()).as(picture).isEqualTo(1600);
    }
  }

  @Test
  void resultsOfAnEarlierRunAreReplacedAsAWholeAndThatIsSaid() throws Exception {
    String out = folder.resolve("twice").toString();
    assertThat(backprop("train", "iris", "--epochs", "4", "--out", out).err()).doesNotContain("Replacing");
    assertThat(backprop("train", "iris", "--epochs", "2", "--seed", "9", "--out", out).err())
        .contains("Replacing metrics.csv and the other results of an earlier run in " + out);
    assertThat(Files.readAllLines(folder.resolve("twice/metrics.csv"))).as("the second run alone").hasSize(3);
  }

  @Test
  void aRegressionLeavesAPictureOfItsError() throws Exception {
    Path file = save(regression(), "cars.backprop");
    assertThat(backprop("train", file.toString(), "--epochs", "1", "--out", folder.toString()).code()).isZero();
    assertThat(folder.resolve("error.png")).isNotEmptyFile();
  }

  @Test
  void anUnfinishedProjectGoesOnToTheSameWeightsAsAnUninterruptedOne() throws Exception {
    Loaded iris = Loaded.of("iris", Ran.terminal(System.err));
    Path half = folder.resolve("half.backprop");
    try (Kernels kernels = KernelChoice.create(1)) {
      Training training = Training.fresh(iris, kernels);
      training.run(new Quiet(), () -> training.session().steps() == 30);
      ProjectFile.write(half, Saved.of(training.session()));
    }
    Ran ran = backprop("train", half.toString(), "--threads", "1", "--json");
    assertThat(ran.err()).startsWith("Continuing with epoch 6");
    JsonNode whole = json(backprop("train", "iris", "--threads", "1", "--json"));
    assertThat(json(ran).get("weightsSha256")).isEqualTo(whole.get("weightsSha256"));
  }

  @Test
  void aHalfTrainedFileIsNotGoneOnWithUnderAnotherSeedOrOnOtherData() throws Exception {
    Path half = folder.resolve("half.backprop");
    try (Kernels kernels = KernelChoice.create(1)) {
      Training training = Training.fresh(Loaded.of("iris", Ran.terminal(System.err)), kernels);
      training.run(new Quiet(), () -> training.session().steps() == 30);
      ProjectFile.write(half, Saved.of(training.session()));
    }
    Path table = Files.writeString(folder.resolve("t.csv"), "a,b,c,d,species\n" + "1,2,3,4,x\n2,3,1,5,y\n3,1,4,1,z\n".repeat(20));
    assertThat(backprop("train", half.toString(), "--resume", "--seed", "7").err())
        .startsWith("There is no interrupted training of “half”");
    assertThat(backprop("train", half.toString(), "--resume", "--data", table.toString()).err())
        .contains("There is no interrupted training of “half”");
    assertThat(backprop("train", half.toString(), "--resume", "--epochs", "6").err()).startsWith("Continuing with epoch 6");
  }

  @Test
  void weightsThatAPersonHasSetAreWhereTrainingBeginsAndBeginsAgain() throws Exception {
    Project circles = Loaded.of("circles", Ran.terminal(System.err)).project();
    Parameters set = Session.initialParameters(circles.withTraining(t -> t.withSeed(7)));
    Path file = folder.resolve("set.backprop");
    ProjectFile.write(file, new Saved(circles, Optional.of(set), Optional.empty()));
    String weights;
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = Session.unwatched(circles, Training.prepare(circles), kernels, set.copy());
      while (session.step()) {
        // until its end
      }
      session.keepBest();
      weights = session.parameters().sha256();
    }
    assertThat(json(backprop("train", file.toString(), "--threads", "1", "--json", "--out", folder.toString())).get("weightsSha256")
        .asString()).isEqualTo(weights);
    assertThat(ProjectFile.read(file).saved().start().orElseThrow().sha256()).isEqualTo(set.sha256());
    assertThat(json(backprop("train", file.toString(), "--threads", "1", "--json")).get("weightsSha256").asString()).isEqualTo(weights);
    JsonNode otherSeed = json(backprop("train", file.toString(), "--seed", "9", "--threads", "1", "--json"));
    assertThat(otherSeed.get("weightsSha256")).isEqualTo(json(backprop("train", "circles", "--seed", "9", "--threads", "1", "--json"))
        .get("weightsSha256"));
  }

  /** Says nothing on the way. */
  private static final class Quiet implements RunListener {
    @Override
    public void stepped(Session session) {
      // nothing to say
    }

    @Override
    public void ended(Session session, boolean restored) {
      // nothing to say
    }
  }

  @Test
  void earlyStoppingIsSaidWithTheEpochWhoseWeightsAreRestored() throws Exception {
    Path file = save(regression().withTraining(t -> t.withRate(0.3).withEpochs(500).withPatience(3)), "patient.backprop");
    JsonNode result = json(backprop("train", file.toString(), "--json"));
    int epochs = result.get("epochs").asInt();
    assertThat(epochs).isLessThan(500);
    assertThat(result.get("stoppedEarly").asBoolean()).isTrue();
    assertThat(result.get("restoredEpoch").asInt()).isEqualTo(epochs - 3);
    assertThat(backprop("train", file.toString()).err())
        .contains("Early stopping ended the training after epoch " + epochs + ":")
        .contains("Restored the weights of epoch " + (epochs - 3) + ", the best one.");
    assertThat(json(backprop("train", "circles", "--json")).get("restoredEpoch").isNull()).as("without early stopping").isTrue();
  }

  @Test
  void anEarlyStopLeavesWhatWasLearnedUntilThen() throws Exception {
    try (Kernels kernels = KernelChoice.create(1)) {
      Loaded circles = Loaded.of("circles", Ran.terminal(System.err));
      Training training = Training.fresh(circles, kernels);
      training.run(new Quiet(), () -> training.session().steps() == 7);
      assertThat(training.session().steps()).isEqualTo(7);
      assertThat(training.report(List.of()).epochs()).isZero();
    }
  }

  @Test
  void aFaultIsASentenceAndExitCodeOneAndTheLastGoodWeightsAreKept() throws Exception {
    Path file = save(regression().withTraining(t -> t.withRate(1e30)), "wild.backprop");
    Ran ran = backprop("train", file.toString(), "--out", folder.resolve("out").toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err().lines().reduce((a, b) -> b).orElseThrow()).startsWith("Stopped at step");
    assertThat(folder.resolve("out/wild.backprop")).exists();
  }

  @Test
  void whatCannotBeTrainedIsRefusedInOneSentence() throws Exception {
    Path unfit = save(regression().withData(DataSettings.of("iris")), "unfit.backprop");
    Path empty = save(Project.EMPTY, "empty.backprop");
    Path foreign = Files.writeString(folder.resolve("foreign.backprop"), "hello");
    for (Path file : new Path[] {unfit, empty, foreign, folder.resolve("missing.backprop")}) {
      Ran ran = backprop("train", file.toString());
      assertThat(ran.code()).as(file.toString()).isEqualTo(1);
      assertThat(ran.err().lines()).hasSize(1);
      assertThat(ran.err()).doesNotContain("Exception");
    }
  }

  @Test
  void aNetworkTooLargeForTheMemoryIsRefusedWithTheEstimate() throws Exception {
    Network network =
        Network.EMPTY
            .add(Input.row(2), 0, 0)
            .add(Dense.of(16_384, Activation.RELU), 0, 0)
            .add(Dense.of(16_384, Activation.RELU), 0, 0)
            .add(Dense.of(16_384, Activation.RELU), 0, 0)
            .add(Dense.of(1, Activation.SIGMOID), 0, 0)
            .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0)
            .wire(1, 2)
            .wire(2, 3)
            .wire(3, 4)
            .wire(4, 5)
            .wire(5, 6);
    Project large = new Project(network, DataSettings.of("circles"), Optional.empty(), TrainingSettings.STANDARD);
    Ran ran = backprop("train", save(large, "large.backprop").toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).startsWith("Training this network takes about 12,").contains("MB");
  }

  @Test
  void badNumbersAreRefused() {
    assertThat(backprop("train", "iris", "--epochs", "0").err()).isEqualTo("The number of epochs must be at least 1, but was 0.\n");
    assertThat(backprop("train", "iris", "--threads", "0").err()).isEqualTo("The number of threads must be from 1 to 256, but was 0.\n");
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedBeforeTraining() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Ran ran = backprop("train", "circles", "--out", file.resolve("below").toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).startsWith("Cannot write to “").endsWith("”: name another folder with --out.\n").doesNotContain("epoch 1");
  }

  @Test
  void aSeriesOfOnesOwnIsLearnedInThePlaceOfTheProjectsData() throws Exception {
    String values = IntStream.range(0, 200).mapToObj(t -> Math.sin(t / 4.0) + "\n").collect(Collectors.joining());
    Path wave = Files.writeString(folder.resolve("wave.csv"), values);
    assertThat(json(backprop("train", "sine-rnn", "--data", wave.toString(), "--epochs", "1", "--out", folder.toString(), "--json")))
        .isNotNull();
    Project learned = ProjectFile.read(folder.resolve("sine-rnn.backprop")).saved().project();
    assertThat(learned.table().orElseThrow().rows()).isEqualTo(200);
    assertThat(learned.data().columns().reading()).isEqualTo(Columns.Reading.SERIES);
  }

  @Test
  void aFileThatDoesNotFitTheNetworkIsRefusedWithTheReason() throws Exception {
    Path table = Files.writeString(folder.resolve("table.csv"), "a,b,kind\n" + "1,2,x\n3,4,y\n".repeat(20));
    Ran ran = backprop("train", "iris", "--data", table.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("table.csv");
  }

  @Test
  void afterAFaultItIsSaidWhatHelpsAgainstItsCause() throws Exception {
    Project raw = regression().withData(regression().data().withScaling(Scaling.NONE))
        .withTraining(t -> t.withOptimizer(Sgd.STANDARD).withRate(1));
    Ran ran = backprop("train", save(raw, "raw.backprop").toString());
    assertThat(ran.code()).isNotZero();
    assertThat(ran.err()).contains("Stopped at step", "To try: Scale the inputs and restart.").doesNotContain("smaller learning rate");
  }

  @Test
  void aTrainedProjectHasItsRunInTheRunHistory() throws Exception {
    Path first = folder.resolve("first");
    JsonNode shown = json(backprop("train", "circles", "--epochs", "3", "--out", first.toString(), "--json"));
    List<RunRecord> runs = ProjectFile.read(first.resolve("circles.backprop")).saved().runs();
    assertThat(runs).hasSize(1);
    RunRecord run = runs.get(0);
    assertThat(run.ending()).isEqualTo(RunRecord.Ending.FINISHED);
    assertThat(run.current()).isTrue();
    assertThat(run.epochs()).hasSize(3);
    assertThat(run.epochs().get(2).validation().loss()).isEqualTo(shown.get("validLoss").asDouble());
    assertThat(run.steps()).isEqualTo(run.epochs().get(2).step());
    assertThat(run.loss().count()).isPositive();
    assertThat(run.measure().count()).isPositive();

    Path second = folder.resolve("second");
    json(backprop("train", first.resolve("circles.backprop").toString(), "--epochs", "5", "--out", second.toString(), "--json"));
    List<RunRecord> both = ProjectFile.read(second.resolve("circles.backprop")).saved().runs();
    assertThat(both).extracting(RunRecord::current).containsExactly(false, true);
    assertThat(both).extracting(one -> one.epochs().size()).containsExactly(3, 5);
  }

  @Test
  void twoNetworksLearnAgainstEachOther() throws Exception {
    JsonNode result = json(backprop("train", "gan-ring", "--epochs", "2", "--json"));
    assertThat(result.get("modesOf").asInt()).isEqualTo(8);
    assertThat(result.get("modes").asInt()).isBetween(0, 8);
    assertThat(result.get("share").asDouble()).isBetween(0.0, 1.0);
    Ran shown = backprop("train", "gan-ring", "--epochs", "1", "--out", folder.resolve("gan").toString());
    assertThat(shown.code()).isZero();
    assertThat(shown.err()).contains("A generator and a discriminator learn against each other", "Modes covered: ")
        .containsPattern("epoch 1/1 █+ round 15, modes \\d of 8, \\d+.% on a mode; D: loss 0\\.\\d+, accuracy .*; [\\d,]+ rounds/s");
    Ran predicted = backprop("predict", folder.resolve("gan").resolve("gan-ring.backprop").toString(), folder.resolve("none.csv")
        .toString());
    assertThat(predicted.code()).isNotZero();
    assertThat(predicted.err()).contains("generates examples and predicts nothing");
  }
}

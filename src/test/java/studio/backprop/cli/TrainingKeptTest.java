package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.store.ProjectFile;
import studio.backprop.text.Texts;
import studio.backprop.train.RunListener;
import studio.backprop.train.Session;
import tools.jackson.databind.json.JsonMapper;

/** What was learned is not lost, whatever ends a training. */
class TrainingKeptTest {
  @TempDir private Path folder;
  private Path user;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Terminal terminal = Ran.terminal(new PrintStream(said, true, StandardCharsets.UTF_8));

  @BeforeEach
  void makeUser() {
    user = folder.resolve("user");
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static String weights(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return new JsonMapper().readTree(ran.out()).get("weightsSha256").asString();
  }

  /** A training that is killed in its eighth epoch: nothing is said or saved any more, and the system frees what it had locked. */
  private void kill(String sample, Optional<Path> out) throws Exception {
    Loaded loaded = Loaded.of(sample, terminal);
    AtomicLong seconds = new AtomicLong();
    try (Kernels kernels = KernelChoice.create(1);
        Keeper keeper =
            new Keeper(
                terminal, new Trainings(Optional.of(user)), loaded, out.map(path -> new OutFolder(terminal, path, loaded.name())),
                Optional.empty(), new Nothing(), () -> TimeUnit.SECONDS.toNanos(seconds.incrementAndGet()))) {
      Training training = Training.fresh(loaded, kernels);
      training.run(keeper, () -> training.session().epoch() == 7 && training.session().batch() == 1);
    }
  }

  /** Shows nothing on the way. */
  private static final class Nothing implements RunListener {
    @Override
    public void stepped(Session session) {
      // nothing to show
    }

    @Override
    public void ended(Session session, boolean restored) {
      // nothing to show
    }
  }

  @Test
  void aKilledTrainingGoesOnToTheSameBitsAsAnUninterruptedOne() throws Exception {
    kill("iris", Optional.empty());
    Ran ran = backprop(user, "train", "iris", "--resume", "--json");
    assertThat(ran.err()).startsWith("Continuing with epoch ").doesNotContain("epoch  1/");
    assertThat(weights(ran)).isEqualTo(weights(backprop("train", "iris", "--json")));
  }

  @Test
  void onceItCameToItsEndNothingIsLeftToGoOnWith() throws Exception {
    kill("iris", Optional.empty());
    assertThat(backprop(user, "train", "iris", "--resume").code()).isZero();
    Ran again = backprop(user, "train", "iris", "--resume");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).startsWith("There is no interrupted training of “iris”");
  }

  @Test
  void aKilledTrainingHasLeftItsProjectAndMetricsInTheFolderAndGoesOnThere() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    kill("iris", Optional.of(out));
    int left = ProjectFile.read(out.resolve("iris.backprop")).saved().progressed().orElseThrow().epoch();
    assertThat(left).isBetween(1, 7);
    assertThat(Files.readAllLines(out.resolve("metrics.csv"))).hasSize(1 + left);
    assertThat(backprop(user, "train", "iris", "--resume").err()).endsWith("Saved to " + out + ".\n");
    assertThat(ProjectFile.read(out.resolve("iris.backprop")).saved().progressed().orElseThrow().epoch()).isGreaterThan(left);
  }

  @Test
  void theProjectInTheFolderIsEnoughToGoOn() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    kill("iris", Optional.of(out));
    String elsewhere = weights(backprop("train", "iris", "--out", out.toString(), "--resume", "--json"));
    assertThat(elsewhere).isEqualTo(weights(backprop("train", "iris", "--json")));
  }

  @Test
  void anotherSeedOrOtherDataAreNotGoneOnWith() throws Exception {
    kill("iris", Optional.empty());
    Path table = Files.writeString(folder.resolve("t.csv"), "a,b,c,d,species\n" + "1,2,3,4,x\n2,3,1,5,y\n3,1,4,1,z\n".repeat(20));
    assertThat(backprop(user, "train", "iris", "--seed", "7", "--resume").err()).startsWith("There is no interrupted training");
    assertThat(backprop(user, "train", "iris", "--data", table.toString(), "--resume").err()).contains("There is no interrupted training");
    assertThat(backprop(user, "train", "iris", "--seed", "42", "--resume").code()).isZero();
  }

  @Test
  void aFolderInThePlaceOfAFileIsFoundBeforeTraining() throws Exception {
    for (String name : new String[] {"circles.backprop", "metrics.csv", "loss.png"}) {
      Path out = folder.resolve("taken by " + name);
      Files.createDirectories(out.resolve(name));
      Ran ran = backprop(user, "train", "circles", "--out", out.toString());
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).contains(name).contains("there is a folder of this name").doesNotContain("epoch  1");
    }
  }

  @Test
  void lookingWhetherTheFolderCanBeWrittenLeavesNothingInIt() throws Exception {
    Path out = folder.resolve("out");
    try (Kernels kernels = KernelChoice.create(1)) {
      Loaded circles = Loaded.of("circles", terminal);
      new OutFolder(terminal, out, "circles").check(Training.fresh(circles, kernels));
    }
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void whereSavingFailsInTheEndTheFiguresAreSaidAndTheProjectIsKeptInTheUsersFolder() throws Exception {
    Path out = folder.resolve("out");
    Ran ran = backprop(user, "train", "circles", "--epochs", "3", "--json");
    Loaded circles = Loaded.of("circles", terminal);
    Failure failure = org.assertj.core.api.Assertions.catchThrowableOfType(Failure.class, () -> {
      try (Kernels kernels = KernelChoice.create(1)) {
        Training training = Training.fresh(circles.with(circles.project().withTraining(t -> t.withEpochs(3))), kernels);
        Terminal spoiling = Ran.terminal(new Spoiling(out));
        new TrainRun(spoiling, new Trainings(Optional.of(user)), circles, Optional.of(new OutFolder(terminal, out, "circles")))
            .run(training, Optional.empty(), TrainRun.Reporting.USUAL);
      }
    });
    assertThat(said()).contains("epoch 3/3").contains("test: loss");
    String sentence = Texts.ENGLISH.say(failure.sentence());
    assertThat(sentence).contains("there is a folder of this name").contains("The trained project is saved as “" + user);
    String file = sentence.substring(sentence.lastIndexOf('“') + 1, sentence.lastIndexOf('”'));
    assertThat(ProjectFile.read(Path.of(file)).saved().parameters().orElseThrow().sha256()).isEqualTo(weights(ran));
    Ran saved = backprop(user, "train", "circles", "--resume", "--out", folder.resolve("other").toString());
    assertThat(saved.err()).startsWith("This training was complete").doesNotContain("epoch 1/");
    assertThat(folder.resolve("other/circles.backprop")).exists();
  }

  /** Standard error in whose course somebody puts a folder in the place of the project. */
  private final class Spoiling extends PrintStream {
    private final Path out;

    Spoiling(Path out) {
      super(said, true, StandardCharsets.UTF_8);
      this.out = out;
    }

    @Override
    public void println(String line) {
      super.println(line);
      if (line.startsWith("epoch 2/3")) {
        out.resolve("circles.backprop").toFile().mkdir();
      }
    }
  }
}

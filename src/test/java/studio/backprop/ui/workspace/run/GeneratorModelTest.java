package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.DataSettings;
import studio.backprop.generative.DiscriminatorRoute;
import studio.backprop.generative.GeneratorView;
import studio.backprop.generative.RoundLog;
import studio.backprop.network.Edit;
import studio.backprop.project.GanObjective;
import studio.backprop.project.Project;
import studio.backprop.project.WhoTrains;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import studio.backprop.ui.panels.Desk;
import studio.backprop.ui.workspace.document.AdversarialEdits;

/** What a generator covers and what the discriminator makes of a place, beside a training. */
@Timeout(60)
class GeneratorModelTest {
  @AutoClose private final Desk desk = new Desk(ring());

  private static Project ring() {
    try {
      return SampleProject.of("gan-ring");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void beatUntil(BooleanSupplier reached) {
    while (!reached.getAsBoolean()) {
      desk.pulse.tick();
      Thread.onSpinWait();
    }
  }

  private void train(int rounds) throws Exception {
    desk.run.trainer().playSteps(rounds);
    desk.rest();
    beatUntil(() -> !desk.run.history().modeCounts().waits());
  }

  @Test
  void modesAreCountedAtFixedRoundsAndStayWhereOneLooksBackOrUndoes() throws Exception {
    desk.rest();
    train(330);
    assertThat(desk.run.history().modes().keySet()).containsExactly(0L, 100L, 200L, 300L);
    RunHistory counted = desk.run.history();
    desk.run.past().goTo(150);
    beatUntil(() -> desk.run.generator().lookProperty().get() != null && desk.run.generator().lookProperty().get().step() == 150);
    assertThat(desk.run.history().modes().keySet()).as("a look adds no point").containsExactly(0L, 100L, 200L, 300L);
    desk.run.past().leave();
    new AdversarialEdits(desk.document).change(Message.of("adversarial.objective"), "", own -> own.withObjective(GanObjective.MINIMAX));
    beatUntil(() -> desk.run.history() != counted);
    assertThat(desk.run.history().modes().keySet()).doesNotContain(300L);
    desk.document.undo();
    beatUntil(() -> desk.run.history().modes().containsKey(300L));
    train(100);
    assertThat(desk.run.history().modes().keySet()).containsExactly(0L, 100L, 200L, 300L, 400L);
  }

  @Test
  void whatUndoLeavesWithoutANetworkShowsNothingAndRedoBringsTheRunBack() throws Exception {
    desk.run.files().open(() -> desk.document.open(Project.EMPTY, "new", Optional.empty()), Optional.empty(), Optional.empty());
    new AdversarialEdits(desk.document).begin();
    train(200);
    assertThat(desk.run.generator().lookProperty().get()).isNotNull();
    Run trained = desk.run.runProperty().get();
    RunHistory history = desk.run.history();
    desk.document.undo();
    beatUntil(() -> desk.run.runProperty().get() != trained);
    assertThat(desk.run.runProperty().get()).isNull();
    assertThat(desk.run.statusProperty().get().state()).isEqualTo(Status.State.IDLE);
    assertThat(desk.run.snapshot()).isEmpty();
    assertThat(desk.run.generator().lookProperty().get()).isNull();
    assertThat(desk.run.history().modes()).isEmpty();
    assertThat(desk.run.earlier()).as("there is nothing to compare it with").isEmpty();
    desk.document.redo();
    desk.rest();
    assertThat(desk.run.history()).isSameAs(history);
    assertThat(desk.run.history().lastStep()).isEqualTo(200);
  }

  @Test
  void dataWithoutAPointLeaveNothingOfTheOldOnes() throws Exception {
    desk.rest();
    train(100);
    Run trained = desk.run.runProperty().get();
    desk.document.apply(new Edit<>(Message.of("x"), project -> project.withData(DataSettings.of("drawn"))));
    beatUntil(() -> desk.run.runProperty().get() != trained);
    assertThat(desk.run.runProperty().get()).isNull();
    assertThat(desk.run.generator().lookProperty().get()).isNull();
    desk.document.undo();
    desk.rest();
    assertThat(desk.run.history().lastStep()).isEqualTo(100);
    assertThat(desk.run.history().modes()).containsOnlyKeys(0L, 100L);
  }

  @Test
  void theLossOfGAndTheModesComeBackFromAFileAndGoOn(@TempDir Path folder) throws Exception {
    desk.rest();
    train(330);
    double[] losses = generatorLosses();
    double last = desk.run.history().otherLoss(0).orElseThrow().last();
    NavigableMap<Long, RoundLog.Count> modes = desk.run.history().modes();
    Path file = folder.resolve("gan.backprop");
    ProjectFile.write(file, desk.run.files().toSave().get());
    Saved saved = ProjectFile.read(file).saved();
    Path again = folder.resolve("again.backprop");
    ProjectFile.write(again, saved);
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    desk.run.files().open(() -> desk.document.open(saved.project(), "gan", Optional.empty()), saved);
    RunHistory before = desk.run.history();
    beatUntil(() -> desk.run.history() != before && desk.run.snapshot().isPresent());
    assertThat(generatorLosses()).hasSize(330).usingComparatorWithPrecision(1e-6).containsExactly(losses);
    assertThat(desk.run.history().otherLoss(0).orElseThrow().last()).as("it is not rounded").isEqualTo(last);
    assertThat(desk.run.history().modes()).isEqualTo(modes).containsOnlyKeys(0L, 100L, 200L, 300L);
    train(100);
    assertThat(generatorLosses()).hasSize(430);
    assertThat(desk.run.history().modes()).containsOnlyKeys(0L, 100L, 200L, 300L, 400L);
  }

  private double[] generatorLosses() {
    Curve loss = desk.run.history().otherLoss(0).orElseThrow();
    return IntStream.range(0, loss.size()).mapToDouble(loss::mean).toArray();
  }

  @Test
  void aPlaceOfThePlaneIsFollowedThroughTheDiscriminator() throws Exception {
    desk.rest();
    train(20);
    GeneratorModel generator = desk.run.generator();
    generator.ask(new float[] {0.5f, -0.25f});
    beatUntil(() -> generator.routeProperty().get().isPresent());
    DiscriminatorRoute route = generator.routeProperty().get().orElseThrow();
    assertThat(route.stops()).extracting(stop -> desk.document.network().node(stop.node()).name()).containsExactly("d_1", "d_2", "d_3",
        "d_4");
    assertThat(route.stops().get(0).output()).as("no noise where it is judged").containsExactly(0.5f, -0.25f);
    assertThat(route.said()).isBetween(0.0, 1.0).isEqualTo(route.stops().get(3).output()[0]);
    assertThat(desk.run.observation().exampleProperty().get().drawn()).isPresent();
    generator.letGo();
    assertThat(generator.routeProperty().get()).isEmpty();
    assertThat(desk.run.observation().exampleProperty().get().drawn()).isEmpty();
  }

  @Test
  void generatedPointsOutsideThePlaneAreCounted() throws Exception {
    desk.rest();
    beatUntil(() -> desk.run.generator().lookProperty().get() != null);
    assertThat(desk.run.generator().lookProperty().get().outside()).isLessThan(desk.run.generator().lookProperty().get().points());
    int last = desk.document.network().nodes().stream().filter(node -> node.name().equals("g_4")).findFirst().orElseThrow().id();
    desk.run.weights().set(last, "bias", 0, 100, false);
    beatUntil(() -> desk.run.generator().lookProperty().get().outside() == desk.run.generator().lookProperty().get().points());
    assertThat(desk.run.generator().lookProperty().get().outside()).as("all lie far to the right").isEqualTo(
        desk.run.generator().lookProperty().get().points());
  }

  @Test
  void theGeneratedExampleThatIsPointedAtGoesThroughAllNodes() throws Exception {
    desk.rest();
    train(20);
    GeneratorModel generator = desk.run.generator();
    beatUntil(() -> generator.lookProperty().get() != null && generator.lookProperty().get().step() == 20);
    GeneratorView seen = generator.lookProperty().get();
    generator.pointProperty().set(OptionalInt.of(5));
    beatUntil(() -> Arrays.equals(output("z"), Arrays.copyOfRange(seen.z(), 10, 12)));
    assertThat(output("g_4")).containsExactly(Arrays.copyOfRange(seen.generated(), 10, 12), within(1e-5f));
    assertThat(output("d_1")).as("D sees what it became").containsExactly(Arrays.copyOfRange(seen.generated(), 10, 12), within(1e-5f));
    generator.pointProperty().set(OptionalInt.empty());
    assertThat(desk.run.observation().exampleProperty().get().drawn()).isEmpty();
    beatUntil(() -> !Arrays.equals(output("z"), Arrays.copyOfRange(seen.z(), 10, 12)));
  }

  /** As in a lesson, which opens a project and changes it at once: the answer of the run before is not waited for in vain. */
  @Test
  void aRunThatFollowsWhileTheOneBeforeIsAskedIsLookedAtToo() throws Exception {
    desk.rest();
    for (int seed = 1; seed <= 20; seed++) {
      int next = seed;
      Run before = desk.run.runProperty().get();
      desk.document.apply(new Edit<>(Message.of("edit.rate"), "seed", project -> project.withTraining(all -> all.withSeed(next))));
      beatUntil(() -> desk.run.runProperty().get() != before);
    }
    beatUntil(() -> desk.run.generator().lookProperty().get() != null);
    assertThat(desk.run.generator().lookProperty().get().step()).isZero();
  }

  private float[] output(String node) {
    int id = desk.document.network().nodes().stream().filter(one -> one.name().equals(node)).findFirst().orElseThrow().id();
    return desk.run.snapshot().map(now -> now.activations().output(id)).orElse(new float[0]);
  }

  /** While one rests its gradient is none, and not the last that it had. */
  @Test
  void whoeverRestsHasNoGradient() throws Exception {
    desk.rest();
    train(20);
    new AdversarialEdits(desk.document).train(WhoTrains.DISCRIMINATOR);
    desk.rest();
    train(20);
    Run run = desk.run.runProperty().get();
    for (int norm = 0; norm < run.learned().size(); norm++) {
      String node = desk.document.network().node(run.learned().get(norm).node()).name();
      Curve curve = desk.run.history().gradientNorm(norm);
      assertThat(curve.last()).as(node).matches(last -> node.startsWith("d_") ? last > 0 : last == 0);
      assertThat(curve.most(0, curve.size())).as(node).isPositive();
    }
  }
}

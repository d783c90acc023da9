package studio.backprop.ui.compare.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.compare.KeptTwins;
import studio.backprop.data.Part;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.landscape.SurfaceStart;
import studio.backprop.landscape.WeightPlane;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.ui.compare.comparison.ComparisonModel;
import studio.backprop.ui.compare.landscape.LandscapeChoice.Laid;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

class LandscapeModelTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Kernels kernels = KernelChoice.create(1);
  private final RunModel run = new RunModel(document, new Trainer(kernels), pulse);
  private final ComparisonModel twins = new ComparisonModel(document, run, new ComparisonRunner(kernels, 2), pulse);
  private final LandscapeModel model = new LandscapeModel(twins, pulse);

  @BeforeEach
  void open() throws Exception {
    Project drawn = SampleProject.of("circles");
    run.files().open(() -> document.open(drawn, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent() && run.statusProperty().get().state() == Status.State.PAUSED);
    twins.compare(List.of(drawn));
    model.proposeOptimizers();
    model.openProperty().set(true);
    pulse.until(() -> rests(State.PAUSED));
  }

  @AfterEach
  void close() {
    model.close();
    twins.close();
    run.close();
  }

  private boolean rests(State state) {
    return twins.statusProperty().get().number() == twins.start() && twins.statusProperty().get().state() == state;
  }

  private void train(int steps) {
    long until = twins.step() + steps;
    for (int i = 0; i < steps; i++) {
      twins.stepBatch();
      long reached = twins.step() + 1;
      pulse.until(() -> twins.step() >= reached);
    }
    pulse.until(() -> twins.step() == until && rests(State.PAUSED));
    pulse.until(() -> model.sheet().filter(sheet -> sheet.step() == until && sheet.sharpness().stream().allMatch(Optional::isPresent))
        .isPresent() && !model.network().working());
  }

  @Test
  void trueLossesAreThoseOfAnEvaluationAndTheCentreIsOnThePlane() throws Exception {
    train(5);
    assertThat(model.trails()).hasSize(4);
    assertThat(model.lastStep()).isEqualTo(5);
    for (int lane = 0; lane < 4; lane++) {
      int which = lane;
      double evaluated = twins.ask(all -> all.lanes().get(which).session().evaluate(Part.TRAIN).loss()).get().orElseThrow();
      DrawnTrail trail = model.trails().get(lane);
      assertThat(trail.size()).isEqualTo(6);
      assertThat(trail.losses()[5]).isCloseTo(evaluated, within(1e-6));
      assertThat(trail.losses()).doesNotContain(Double.NaN);
      assertThat(trail.drawn()).doesNotContain(Double.NaN);
      assertThat(trail.xs()[0]).as("same start").isEqualTo(model.trails().get(0).xs()[0]);
      assertThat(trail.ways()[5]).isGreaterThanOrEqualTo(trail.crow()[5] * (1 - 1e-6));
    }
    DrawnTrail centre = model.trails().get(0);
    assertThat(centre.off()[5]).isCloseTo(0, within(1e-5));
    assertThat(centre.drawn()[5]).isCloseTo(centre.losses()[5], within(1e-6));
    assertThat(centre.differs(5)).isFalse();
    assertThat(model.map().orElseThrow().columns()).isEqualTo(40);
  }

  @Test
  void whoLooksAtTheLastStepFollowsAndWhoLooksBackStays() {
    train(3);
    assertThat(model.step()).isEqualTo(3);
    train(1);
    assertThat(model.step()).isEqualTo(4);
    model.playhead().back();
    model.playhead().back();
    assertThat(model.step()).isEqualTo(2);
    train(1);
    assertThat(model.step()).isEqualTo(2);
    model.laneProperty().set(1);
    model.centreHere();
    assertThat(model.network().choiceProperty().get()).isEqualTo(LandscapeChoice.FIRST.from(1, 2));
    pulse.until(() -> model.sheet().filter(sheet -> sheet.lane() == 1 && sheet.centre().step() == 2).isPresent());
  }

  @Test
  void anotherPlaneIsLaidAndAPointOfItIsAsked() {
    train(4);
    model.network().choiceProperty().set(LandscapeChoice.FIRST.with(Laid.ENDS));
    pulse.until(() -> model.sheet().flatMap(LossLandscapeState::map).filter(map -> map.complete()
        && map.plane().kind().name().equals("ENDS"))
        .isPresent() && !model.network().working());
    for (int lane = 0; lane < 3; lane++) {
      assertThat(model.trails().get(lane).off()[4]).as("an end on the plane").isCloseTo(0, within(1e-4));
    }
    DrawnTrail second = model.trails().get(1);
    model.touch(second.xs()[4], second.ys()[4]);
    pulse.until(() -> model.network().point().isPresent());
    assertThat(model.network().point().orElseThrow().loss()).isCloseTo(second.losses()[4], within(1e-4));
    model.network().askLine(0, 1);
    pulse.until(() -> model.network().line().isPresent());
    double[] losses = model.network().line().orElseThrow().losses();
    assertThat(Arrays.stream(losses).anyMatch(loss -> Math.abs(loss - second.losses()[4]) < 1e-4)).isTrue();
    assertThat(model.network().leavePoint()).isTrue();
    assertThat(model.network().point()).isEmpty();
  }

  @Test
  void aSurfaceIsRacedAtOnceAndKeptWithTheProject() {
    List<Project> before = twins.setup().variants();
    model.surfaceProperty().set(Optional.of(TestSurface.RAVINE));
    assertThat(model.trails()).hasSize(4).allMatch(trail -> trail.size() == 201);
    assertThat(model.step()).isEqualTo(200);
    model.startAt(-100, 1);
    assertThat(model.startProperty().get()).as("the nearest in view").isEqualTo(new SurfacePoint(-6, 1));
    assertThat(model.trails().get(0).xs()[0]).isEqualTo(-6);
    model.setRate(0, 0.2);
    assertThat(model.trails().get(0).diverged()).hasValue(7);
    assertThat(model.trails().get(0).gone(7)).isTrue();
    assertThat(model.trails().get(0).gone(6)).isFalse();
    model.openProperty().set(false);
    assertThat(run.files().twinsOf(document.project()).surface()).contains(new SurfaceStart("ravine", -6, 1));
    assertThat(twins.setup().variants()).as("what is tried on a surface leaves the twins as they are").isEqualTo(before);
  }

  @Test
  void lanesOfASurfaceAndItsStepsGoWithTheProjectAndComeBack() throws Exception {
    model.surfaceProperty().set(Optional.of(TestSurface.BEALE));
    model.setRate(1, 0.004);
    model.surfaceProperty().set(Optional.of(TestSurface.RAVINE));
    model.setRate(0, 0.2);
    model.stepsProperty().set(60);
    model.startProperty().set(new SurfacePoint(-40, 3));
    model.keep();
    Project drawn = document.project();
    KeptTwins kept = run.files().toSave().get().twins();
    assertThat(kept.surface()).contains(new SurfaceStart("ravine", -40, 3, 60));
    assertThat(kept.races().keySet()).containsExactly("beale", "ravine");
    model.openProperty().set(false);
    open(drawn, kept);
    assertThat(model.surfaceProperty().get()).contains(TestSurface.RAVINE);
    assertThat(model.lastStep()).isEqualTo(60);
    assertThat(model.startProperty().get()).isEqualTo(new SurfacePoint(-40, 3));
    assertThat(model.entries().get(0).rate()).isEqualTo(0.2);
    model.surfaceProperty().set(Optional.of(TestSurface.BEALE));
    assertThat(model.entries().get(1).rate()).isEqualTo(0.004);
    assertThat(run.files().twinsOf(drawn).races()).isEqualTo(kept.races());
    twins.enter(List.of(drawn, drawn.withTraining(training -> training.withRate(0.5))));
    assertThat(model.entries()).as("other twins race").hasSize(2);
    assertThat(run.files().twinsOf(drawn).races()).isEmpty();
  }

  private void open(Project drawn, KeptTwins kept) {
    run.files().open(() -> document.open(drawn, "again", Optional.empty()), Saved.of(drawn).with(kept));
    pulse.until(() -> run.snapshot().isPresent() && run.statusProperty().get().state() == Status.State.PAUSED);
    twins.compare(drawn.equals(document.project()) ? List.of(drawn, drawn) : List.of());
    model.openProperty().set(true);
  }

  @Test
  void aLaneOfAnotherArchitectureIsLeftOutOfThePlaneOfTheOthers() {
    Project drawn = document.project();
    twins.enter(List.of(drawn, drawn.withTraining(training -> training.withRate(0.1)),
        drawn.withNetwork(network -> network.with(2, node -> node.withLayer(Dense.of(6, Activation.TANH))))));
    pulse.until(() -> rests(State.PAUSED));
    train(4);
    LossLandscapeState sheet = model.sheet().orElseThrow();
    assertThat(sheet.fitting()).containsExactly(true, true, false);
    assertThat(sheet.plane().orElseThrow().kind()).isEqualTo(WeightPlane.Kind.STEPS);
    assertThat(model.trails().get(1).placed()).isTrue();
    assertThat(model.trails().get(2).placed()).isFalse();
    assertThat(model.trails().get(2).losses()).as("its losses are known all the same").doesNotContain(Double.NaN);
  }

  @Test
  void fourOptimizersAreTakenBackOnASurfaceAndOnTheNetwork() {
    Project drawn = document.project();
    List<Project> own = List.of(drawn, drawn.withTraining(training -> training.withRate(0.5)));
    twins.enter(own);
    model.surfaceProperty().set(Optional.of(TestSurface.BEALE));
    assertThat(model.trails()).as("the twins race").hasSize(2);
    model.proposeOptimizers();
    assertThat(model.trails()).hasSize(4);
    assertThat(model.entries().get(3).rate()).isEqualTo(0.1);
    model.surfaceProperty().set(Optional.of(TestSurface.ROSENBROCK));
    assertThat(model.entries().get(3).rate()).as("a rate that suits this one").isEqualTo(0.2);
    assertThat(twins.setup().variants()).isEqualTo(own);
    assertThat(model.undo()).isTrue();
    assertThat(model.trails()).hasSize(2);
    assertThat(model.undo()).isFalse();
    model.surfaceProperty().set(Optional.empty());
    model.proposeOptimizers();
    assertThat(run.files().twinsOf(drawn).variants()).hasSize(4);
    assertThat(model.undo()).isTrue();
    assertThat(twins.setup().variants()).isEqualTo(own);
    assertThat(run.files().twinsOf(drawn).variants()).isEqualTo(own);
  }

  @Test
  void aStartThatWasMovedIsTakenBackInOrderWithTheFourOptimizers() {
    model.surfaceProperty().set(Optional.of(TestSurface.RAVINE));
    SurfacePoint usual = model.startProperty().get();
    model.beforeMove();
    model.startAt(-3, 1);
    model.startAt(-2, 1); // the same drag
    model.proposeOptimizers();
    model.beforeMove(); // a press that moves nothing
    assertThat(model.undo()).as("the four optimizers").isTrue();
    assertThat(model.startProperty().get()).isEqualTo(new SurfacePoint(-2, 1));
    assertThat(model.undo()).isTrue();
    assertThat(model.startProperty().get()).isEqualTo(usual);
    assertThat(model.trails().get(0).xs()[0]).isEqualTo(usual.x());
    assertThat(model.undo()).isFalse();
  }

  @Test
  void twinsHaveRatesOnASurfaceThatSuitIt() {
    Project drawn = document.project();
    twins.enter(List.of(by(drawn, "momentum", 0.25), by(drawn, "momentum", 0.5), by(drawn, "nadam", 0.5)));
    model.surfaceProperty().set(Optional.of(TestSurface.ROSENBROCK));
    assertThat(model.entries()).extracting(TrainingSettings::rate).containsExactly(0.001, 0.002, 0.2);
    assertThat(model.entries().get(2).optimizer()).isEqualTo(OptimizerCatalog.find("nadam").orElseThrow().fresh());
    model.surfaceProperty().set(Optional.empty());
    assertThat(model.entries()).extracting(TrainingSettings::rate).containsExactly(0.25, 0.5, 0.5);
  }

  private static Project by(Project project, String optimizer, double rate) {
    return project.withTraining(training -> training.withOptimizer(OptimizerCatalog.find(optimizer).orElseThrow().fresh()).withRate(rate));
  }

  @Test
  void anAgentIsShownATestSurfaceInPlaceOfItsNetwork() throws Exception {
    Project agent = SampleProject.of("cliff");
    run.files().open(() -> document.open(agent, "cliff", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    twins.compare(List.of(agent, agent));
    assertThat(twins.networkHasMap()).isFalse();
    assertThat(model.surfaceProperty().get()).contains(TestSurface.RAVINE);
    assertThat(model.trails()).hasSize(4);
    model.openProperty().set(false);
    assertThat(run.files().twinsOf(agent).surface()).as("nobody has chosen it").isEmpty();
  }

  @Test
  void twoParametersHaveTheirMapBeforeTheFirstStepAndWhoDivergesLeavesIt() throws Exception {
    Project line = SampleProject.of("race-ravine");
    run.files().open(() -> document.open(line, "race-ravine", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent() && run.statusProperty().get().state() == Status.State.PAUSED);
    twins.compare(List.of(line, line.withTraining(training -> training.withRate(0.2))));
    pulse.until(() -> rests(State.PAUSED));
    pulse.until(() -> model.isWhole() && model.sheet().flatMap(LossLandscapeState::map).filter(map -> map.complete()).isPresent()
        && !model.network().working());
    assertThat(model.lastStep()).isZero();
    DrawnMap before = model.map().orElseThrow();
    DrawnTrail start = model.trails().get(0);
    assertThat(before.contains(start.xs()[0], start.ys()[0])).isTrue();
    // least squares of all cars: 46.3 − 7.68 · weight
    assertThat(before.contains(-7.68, 46.3)).isTrue();
    assertThat(before.right() - before.left()).isLessThan(60);
    assertThat(before.low()).isLessThan(30);
    assertThat(start.losses()[0]).isGreaterThan(300);
    train(12);
    DrawnTrail gone = model.trails().get(1);
    assertThat(model.trails().get(0).diverged()).isEmpty();
    assertThat(gone.diverged().orElseThrow()).isEqualTo(gone.lastStep()).isLessThan(12);
    assertThat(gone.broke()).isFalse();
    int last = gone.size() - 1;
    assertThat(gone.losses()[last]).isGreaterThan(1e6 * gone.losses()[0]);
    assertThat(gone.losses()[last - 1]).isLessThanOrEqualTo(1e6 * gone.losses()[0]);
    DrawnMap after = model.map().orElseThrow();
    assertThat(after.contains(gone.xs()[last], gone.ys()[last])).isFalse();
    assertThat(gone.drawnTo(after)).as("where it has left for good").isLessThan(last);
    assertThat(after.contains(gone.xs()[gone.drawnTo(after)], gone.ys()[gone.drawnTo(after)])).isFalse();
    assertThat(model.trails().get(0).drawnTo(after)).isEqualTo(12);
    assertThat(after.right() - after.left()).as("laid over the lane that stays").isLessThan(60);
  }

  @Test
  void aRaceIsPlayedToItsEnd() {
    model.surfaceProperty().set(Optional.of(TestSurface.SADDLE));
    model.playhead().toStart();
    assertThat(model.step()).isZero();
    model.playhead().forward();
    assertThat(model.step()).isEqualTo(1);
    model.playhead().toggle();
    assertThat(model.playingProperty().get()).isTrue();
    pulse.until(() -> !model.playingProperty().get());
    assertThat(model.step()).isEqualTo(200);
  }
}

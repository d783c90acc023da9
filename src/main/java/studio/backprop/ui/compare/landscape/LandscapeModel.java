package studio.backprop.ui.compare.landscape;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.landscape.LossMap;
import studio.backprop.landscape.WeightPlane;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.landscape.surface.SurfaceRace;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.ui.compare.comparison.ComparisonModel;
import studio.backprop.ui.kit.Pulse;

/** View model of the page Landscape: map, trajectories and playhead. Polls the comparison once a frame. */
public final class LandscapeModel implements AutoCloseable {
  private final ComparisonModel comparison;
  private final ObjectProperty<Optional<TestSurface>> surface = new SimpleObjectProperty<>(this, "surface", Optional.empty());
  private final ObjectProperty<SurfacePoint> start = new SimpleObjectProperty<>(this, "start", TestSurface.RAVINE.start());
  private final DoubleProperty steps = new SimpleDoubleProperty(this, "steps", SurfaceRace.USUAL_STEPS);
  private final LossMark below = new LossMark();
  private final IntegerProperty variant = new SimpleIntegerProperty(this, "lane");
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final Playhead playhead;
  private final ReadOnlyLongWrapper frame = new ReadOnlyLongWrapper(this, "frame");
  private final Subscription subscriptions;
  private Optional<SurfaceRace> race = Optional.empty();
  private Optional<DrawnMap> map = Optional.empty();
  private final NetworkLandscape network;
  private final RaceVariants variants;
  private final StartUndo undo = new StartUndo(surface, start);
  private Object mapOf;
  private final KeptSurface kept;
  private List<DrawnTrail> trails = List.of();

  public LandscapeModel(ComparisonModel comparison, Pulse pulse) {
    this.comparison = comparison;
    this.playhead = new Playhead(this::lastStep, () -> trails.stream().flatMapToLong(trail -> LongStream.of(trail.steps())),
        comparison.speedProperty()::get, this::tick);
    this.kept = new KeptSurface(this, comparison);
    this.variants = new RaceVariants(comparison);
    this.network = new NetworkLandscape(comparison, pulse, this::takeNetwork);
    subscriptions = Subscription.combine(
        surface.subscribe((was, now) -> changeSurface()), start.subscribe((was, now) -> run()),
        steps.subscribe((was, now) -> runAnew()), below.valueProperty().subscribe((was, now) -> tick()),
        comparison.setup().variantsProperty().subscribe((was, now) -> arranged()),
        open.subscribe((was, now) -> leave(now)), pulse.subscribe(this::look));
  }

  /** The test surface; empty for the network's own landscape. */
  public ObjectProperty<Optional<TestSurface>> surfaceProperty() {
    return surface;
  }

  /** Start of the optimizers on a test surface. */
  ObjectProperty<SurfacePoint> startProperty() {
    return start;
  }

  /** Number of steps on a test surface. */
  DoubleProperty stepsProperty() {
    return steps;
  }

  /** Loss threshold whose first crossing is listed per variant. */
  DoubleProperty belowProperty() {
    return below.valueProperty();
  }

  /** The selected variant. */
  IntegerProperty laneProperty() {
    return variant;
  }

  public BooleanProperty openProperty() {
    return open;
  }

  /** Whether the playhead moves. */
  public ReadOnlyBooleanProperty playingProperty() {
    return playhead.playingProperty();
  }

  long step() {
    return playhead.step();
  }

  /** Ticks when the view must be redrawn. */
  ReadOnlyLongProperty frameProperty() {
    return frame.getReadOnlyProperty();
  }

  ComparisonModel twins() {
    return comparison;
  }

  /** Landscape of the network; empty on a test surface and before the first steps. */
  Optional<LossLandscapeState> sheet() {
    return surface.get().isPresent() ? Optional.empty() : network.sheet();
  }

  /** Whether the plane is the whole weight space, as of a network of two weights. */
  boolean isWhole() {
    return sheet().flatMap(LossLandscapeState::plane).filter(plane -> plane.kind() == WeightPlane.Kind.WEIGHTS).isPresent();
  }

  NetworkLandscape network() {
    return network;
  }

  RaceVariants lanes() {
    return variants;
  }

  Optional<DrawnMap> map() {
    return map;
  }

  List<DrawnTrail> trails() {
    return trails;
  }

  /** Run on the test surface; empty for the network. */
  public Optional<SurfaceRace> race() {
    return race;
  }

  /** Last recorded step of any variant. */
  long lastStep() {
    return race.map(run -> (long) run.steps()).orElseGet(() -> trails.stream().mapToLong(DrawnTrail::lastStep).max().orElse(0));
  }

  List<TrainingSettings> entries() {
    return surface.get().map(variants::on).orElseGet(() -> comparison.setup().variants().stream().map(Project::training).toList());
  }

  /**
   * SGD, momentum, RMSprop and Adam as variants: on test surfaces with suitable rates, independent of the comparison; else in the
   * comparison.
   */
  public void proposeOptimizers() {
    if (surface.get().isPresent()) {
      variants.four();
      run();
      kept.keep();
    } else {
      variants.fourTwins();
    }
    undo.add(this::undoFour);
  }

  /** Restores the variants before {@link #proposeOptimizers}. @return whether there were any */
  boolean undoFour() {
    boolean undone = variants.undo();
    run();
    kept.keep();
    return undone;
  }

  /** Undoes the last move of the start or the four optimizers. @return whether there was anything */
  public boolean undo() {
    boolean undone = undo.undo();
    kept.keep();
    return undone;
  }

  /** Called before the start is dragged. */
  void beforeMove() {
    undo.remember();
  }

  /** Sets the learning rate of a variant; on a test surface only there. */
  void setRate(int variant, double rate) {
    variants.setRate(surface.get(), variant, rate);
    run();
    kept.keep();
  }

  /** Called after the start was dragged: stores it with the project. */
  void keep() {
    kept.keep();
  }

  /** Pointer at a point of the map: moves the start on a test surface, evaluates the network at that point on its own landscape. */
  void touch(double x, double y) {
    if (surface.get().isPresent()) {
      startAt(x, y);
    } else {
      network.askAt(x, y);
    }
  }

  /** Sets the start, clamped to the view. */
  void startAt(double x, double y) {
    surface.get().ifPresent(chosen -> start.set(chosen.view().nearest(new SurfacePoint(x, y))));
  }

  /** Centres the plane on the variant at the current step. */
  void centreHere() {
    network.choiceProperty().set(network.choiceProperty().get().from(variant.get(), step() >= lastStep() ? LandscapeChoice.END : step()));
  }

  void look(long at) {
    playhead.look(at);
  }

  Playhead playhead() {
    return playhead;
  }

  void pause() {
    playhead.pause();
  }

  private void arranged() {
    if (comparison.setup().base().equals(Project.EMPTY)) {
      kept.forget(); // another project is open
      undo.forget();
      surface.set(Optional.empty());
      network.choiceProperty().set(LandscapeChoice.FIRST);
    }
    variants.forget();
    below.forget();
    if (!comparison.networkHasMap() && surface.get().isEmpty()) {
      surface.set(Optional.of(TestSurface.RAVINE));
      return;
    }
    run();
  }

  private void changeSurface() {
    pause();
    below.forget();
    map = surface.get().map(DrawnMap::of);
    mapOf = null;
    network.rest();
    if (surface.get().isPresent()) {
      comparison.pause();
      start.set(surface.get().get().start());
    }
    runAnew();
    kept.keep();
  }

  /** Reruns and moves to the end. */
  private void runAnew() {
    run();
    if (surface.get().isPresent()) {
      below.suit(trails, true);
    }
    look(lastStep());
  }

  /** Fast enough to be run synchronously, also while dragging. */
  private void run() {
    if (surface.get().isEmpty()) {
      race = Optional.empty();
      takeNetwork();
      return;
    }
    race = surface.get().map(chosen -> SurfaceRace.run(chosen, start.get(), entries(), (int) steps.get()));
    trails = race.map(run -> run.racers().stream().map(DrawnTrail::of).toList()).orElse(List.of());
    look(step());
  }

  /** New state of the network. A playhead at the last step stays at the last. */
  private void takeNetwork() {
    if (surface.get().isPresent()) {
      return;
    }
    boolean last = step() >= lastStep();
    Optional<LossLandscapeState> sheet = network.sheet();
    trails = sheet.map(LossLandscapeState::drawn).orElse(List.of());
    LossMap fresh = sheet.flatMap(LossLandscapeState::map).orElse(null);
    if (fresh != mapOf) {
      mapOf = fresh;
      map = Optional.ofNullable(fresh).map(DrawnMap::of);
    }
    if (!comparison.playing() && trails.stream().anyMatch(trail -> trail.lastStep() > 0)
        && trails.stream().allMatch(DrawnTrail::measured)) {
      below.suit(trails, comparison.ended());
    }
    look(last ? lastStep() : step());
  }

  /** Cancels background work; it restarts when the page opens. */
  public void rest() {
    network.rest();
  }

  private void leave(boolean opened) {
    pause();
    if (opened) {
      kept.recall();
    } else {
      kept.keep();
      network.rest();
    }
  }

  private void look() {
    if (open.get() && surface.get().isEmpty()) {
      network.look();
    }
    playhead.tick();
  }

  private void tick() {
    frame.set(frame.get() + 1);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    network.close();
  }
}

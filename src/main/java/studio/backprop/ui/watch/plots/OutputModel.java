package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.data.Text;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.generative.GeneratorView;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.PointedUnit.Unit;
import studio.backprop.ui.workspace.run.PredictionRequests;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Model of the network's output, in the kind of picture that suits the data. Computed in the background: a plane continually and at a lower
 * resolution during training, the others after each epoch. JavaFX thread only.
 */
public final class OutputModel implements AutoCloseable {
  private static final int COARSE = 64;
  private static final int FINE = 128;
  /** Nanoseconds between two evaluations of a learning agent. */
  private static final long LOOK = 300_000_000;

  static final double COLDEST = 0.2;
  static final double HOTTEST = 1.5;
  static final double WARM = 0.8;

  /** Kind of picture. */
  public enum Kind {
    NOTHING,
    BOUNDARY,
    SURFACE,
    CONFUSION,
    FORECAST,
    GRAPH,
    WRITTEN,
    FIT,
    PAIRS,
    PICTURES,
    GENERATED,
    WORLD;

    boolean isPlane() {
      return this == BOUNDARY || this == SURFACE;
    }

    /** Whether it is updated in every frame, also before the first step. */
    boolean followsFrames() {
      return isPlane() || this == FIT;
    }

    /** Glossary term. */
    String term() {
      return switch (this) {
        case GENERATED -> "generator";
        case NOTHING, SURFACE, PICTURES -> "forward";
        case BOUNDARY -> "decision-boundary";
        case CONFUSION, GRAPH -> "confusion-matrix";
        case FORECAST -> "forecast";
        case WRITTEN -> "temperature";
        case FIT, PAIRS -> "residual";
        case WORLD -> "environment";
      };
    }
  }

  private final ReadOnlyObjectWrapper<Kind> kind = new ReadOnlyObjectWrapper<>(this, "kind", Kind.NOTHING);
  private final ReadOnlyObjectWrapper<NetworkOutput> answer = new ReadOnlyObjectWrapper<>(this, "answer");
  private final ObjectProperty<Optional<Integer>> layer = new SimpleObjectProperty<>(this, "layer", Optional.empty());
  private final RunModel run;
  private final PredictionRequests questions;
  private final PredictionWorker asker = new PredictionWorker();
  private final PaintTurns.Turn turn;
  private final List<BooleanSupplier> watchers = new ArrayList<>();
  private CellListener cells = (part, truth, predicted) -> {};
  private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", WARM);
  private final LongProperty seed = new SimpleLongProperty(this, "seed", 1);
  private final BooleanProperty inventing = new SimpleBooleanProperty(this, "inventing");
  private boolean anew;
  private int epochsAsked = -1;
  private final ReadOnlyObjectWrapper<List<OwnEpisode>> own = new ReadOnlyObjectWrapper<>(this, "own", List.of());
  private long worldAsked;
  /** Initial state of the next episode; empty for a random one. */
  private Optional<double[]> from = Optional.empty();
  private Optional<MapAxes> axes = Optional.empty(); // of the policy map, once chosen by the user

  /** Receives the cell of the confusion matrix whose examples are requested. */
  @FunctionalInterface
  public interface CellListener {
    void show(Part part, int truth, int predicted);
  }

  OutputModel(RunModel run, Pulse pulse, PaintTurns turns) {
    this.run = run;
    this.questions = new PredictionRequests(run, pulse, "output-view", 0);
    this.turn = turns.take(this::isWatched, this::refresh);
    run.runProperty().subscribe(this::begin);
    run.frameProperty().subscribe(frame -> turn.ask());
    run.statusProperty().subscribe(turn::ask); // some listen only while training pauses
    run.generator().lookProperty().subscribe(this::generated);
    run.projectProperty().map(Project::threshold).subscribe((before, now) -> decide());
    layer.subscribe(this::askAgain);
    temperature.subscribe(this::drawAgain);
    kind.subscribe(shown -> run.focus().unit().wantedProperty().set(shown.isPlane()));
    run.focus().unit().unitProperty().subscribe(this::askForUnit);
  }

  public ReadOnlyObjectProperty<Kind> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  /** The newest output; null without one. */
  public ReadOnlyObjectProperty<NetworkOutput> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** The layer whose units are shown beside the map of a plane. */
  public ObjectProperty<Optional<Integer>> layerProperty() {
    return layer;
  }

  /** Sampling temperature of text, see {@link studio.backprop.observe.predict.Writer}. */
  DoubleProperty temperatureProperty() {
    return temperature;
  }

  /** Seed of sampled texts and pictures: reproducible with the same weights. */
  ReadOnlyLongProperty seedProperty() {
    return seed;
  }

  /** Samples other texts or pictures from the same network. */
  void drawOthers() {
    seed.set(seed.get() + 1);
    drawAgain();
  }

  /** Whether generated pictures replace the predictions, see {@link studio.backprop.observe.predict.Decoder}. */
  BooleanProperty inventingProperty() {
    return inventing;
  }

  /** Requests another episode, with the current weights, after one was shown. */
  void playAgain() {
    anew = true;
    turn.ask();
  }

  /** The user's completed episodes in this run, in their order. */
  ReadOnlyObjectProperty<List<OwnEpisode>> ownProperty() {
    return own.getReadOnlyProperty();
  }

  /** Adds a completed episode of the user. */
  void played(double returned) {
    long taken = run.snapshot().flatMap(Snapshot::agent).map(AgentSnapshot::taken).orElse(0L);
    own.set(Stream.concat(own.get().stream(), Stream.of(new OwnEpisode(taken, returned))).toList());
  }

  /**
   * Applies a push of the user. The shown episode continues from there; the learning agent gets the same push, recorded by the time
   * machine, unless an earlier step is shown.
   *
   * @param state after the push, of the shown episode
   * @param impulse in N s
   */
  void push(double[] state, double impulse) {
    from = Optional.of(state.clone());
    if (run.past().stepProperty().get().isEmpty()) {
      run.control().push(impulse);
    }
    playAgain();
  }

  /** Shows the policy over other state variables. */
  void turnMap(MapAxes wanted) {
    axes = Optional.of(wanted);
    playAgain();
  }

  private void drawAgain() {
    // a project that was saved trained has epochs, but no curve of steps
    boolean learned = run.history().loss().size() > 0 || run.history().epochs().size() > 0;
    if (learned && (kind.get() == Kind.WRITTEN || kind.get() == Kind.PICTURES)) {
      anew = true;
      turn.ask();
    }
  }

  /** The run, whose selected example all views mark. */
  RunModel run() {
    return run;
  }

  /** Sets the receiver of cells. */
  public void onCell(CellListener listener) {
    cells = listener;
  }

  /** Requests the examples of a cell. */
  void openCell(Part part, int truth, int predicted) {
    cells.show(part, truth, predicted);
  }

  /** Adds a condition for computing the output; nothing is computed while none holds. */
  void watch(BooleanSupplier looks) {
    watchers.add(looks);
  }

  private boolean isWatched() {
    return watchers.stream().anyMatch(BooleanSupplier::getAsBoolean);
  }

  private void begin(Run begun) {
    answer.set(null);
    own.set(List.of());
    epochsAsked = -1;
    kind.set(begun == null ? Kind.NOTHING : run.generator().runs() ? Kind.GENERATED : kindFor(begun.data()));
    turn.ask();
  }

  private void generated(GeneratorView seen) {
    if (kind.get() == Kind.GENERATED) {
      answer.set(seen == null ? null : new NetworkOutput.Generated(
          new NetworkOutput.Judged(seen.step(), run.runProperty().get().data(), Part.TRAIN, Metrics.NONE), seen));
    }
  }

  /** Visit count of each cell of a grid environment; empty for others. */
  float[] visits() {
    return run.snapshot().flatMap(Snapshot::agent).map(AgentSnapshot::visits).orElse(new float[0]);
  }

  private Optional<Environment> world() {
    return Optional.ofNullable(run.runProperty().get()).flatMap(now -> now.project().assignment().actsIn());
  }

  private static Kind kindFor(PreparedData data) {
    boolean classes = data.dataset().task() == Task.CLASSES;
    if (Environments.find(data.dataset().name()).isPresent()) {
      return Kind.WORLD;
    }
    if (data.dataset().answersArePicture()) {
      return Kind.PICTURES;
    }
    if (PredictionWorker.isPlane(data)) {
      return classes ? Kind.BOUNDARY : Kind.SURFACE;
    }
    if (data.dataset().series().isPresent()) {
      return Kind.FORECAST;
    }
    if (classes && data.dataset().graph().isPresent() && data.dataset().answers() > 1) {
      return Kind.GRAPH;
    }
    if (data.dataset().text().filter(Text::next).isPresent()) {
      return Kind.WRITTEN;
    }
    return classes ? Kind.CONFUSION : PredictionWorker.isLine(data) ? Kind.FIT : Kind.PAIRS;
  }

  private void refresh() {
    if (!due()) {
      return;
    }
    if (!questions.free()) {
      turn.ask();
      return;
    }
    epochsAsked = run.history().epochs().size();
    int size = run.playing() ? COARSE : FINE;
    Optional<Integer> units = layer.get();
    Optional<Unit> pointed = run.focus().unit().unitProperty().get();
    PredictionWorker.Drawing drawing = new PredictionWorker.Drawing(temperature.get(), seed.get(), world(), from, axes);
    from = Optional.empty();
    anew = false;
    if (kind.get() == Kind.WORLD) {
      worldAsked = System.nanoTime();
      seed.set(seed.get() + 1); // another initial state for the next episode
    }
    questions.ask(replica -> asker.ask(replica, size, units, pointed, drawing), said -> answer.set(atThreshold(said)));
  }

  /** Predictions at the project's threshold. */
  private NetworkOutput atThreshold(NetworkOutput said) {
    return said instanceof NetworkOutput.Confusion confusion ? confusion.at(run.projectProperty().get().threshold()) : said;
  }

  private void decide() {
    if (answer.get() != null) {
      answer.set(atThreshold(answer.get()));
    }
  }

  /** Skips a unit whose map is already there. */
  private void askForUnit(Optional<Unit> pointed) {
    boolean known = pointed.isEmpty() || answer.get() instanceof NetworkOutput.Plane plane && plane.mapOf(pointed.get()).isPresent();
    if (!known) {
      askAgain();
    }
  }

  private void askAgain() {
    if (kind.get().isPlane()) {
      turn.ask();
    }
  }

  /**
   * A plane and a fitted line are updated in each frame; others are undefined before the first step, and change with an epoch or at rest.
   */
  private boolean due() {
    if (kind.get() == Kind.NOTHING || kind.get() == Kind.GENERATED) { // computed for the canvas anyway
      return false;
    }
    boolean rests = !run.playing() && run.history().loss().size() > 0;
    if (kind.get() == Kind.WORLD) {
      boolean behind = !run.playing() && answer.get() != null && answer.get().judged().step() != run.shownWeights().step();
      boolean changed = run.playing() && System.nanoTime() - worldAsked >= LOOK; // its values are current ones
      return anew || behind || changed || answer.get() == null;
    }
    return kind.get().followsFrames() || anew || rests || run.history().epochs().size() > Math.max(0, epochsAsked);
  }

  @Override
  public void close() {
    questions.close();
  }
}

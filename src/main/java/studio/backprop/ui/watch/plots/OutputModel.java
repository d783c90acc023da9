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
 * What the network answers, in the picture that suits the data. It is asked in the background: a plane again and again while training
 * runs, coarser then, the others after each epoch.
 */
public final class OutputModel implements AutoCloseable {
  private static final int COARSE = 64;
  private static final int FINE = 128;
  /** Nanoseconds between two looks at an agent that learns. */
  private static final long LOOK = 300_000_000;

  static final double COLDEST = 0.2;
  static final double HOTTEST = 1.5;
  static final double WARM = 0.8;

  /** The picture. */
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

    /** Whether it follows every frame, also before the first step. */
    boolean followsFrames() {
      return isPlane() || this == FIT;
    }

    /** Its word in the glossary. */
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
  /** The state in which the next episode begins; empty for one like the others. */
  private Optional<double[]> from = Optional.empty();
  private Optional<MapAxes> axes = Optional.empty(); // of the policy map, once a person has chosen

  /** Hears which cell of the confusion matrix a person wants to see the examples of. */
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
    run.statusProperty().subscribe(turn::ask); // some watch at rest only
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

  /** The newest answer, or null while there is none. */
  public ReadOnlyObjectProperty<NetworkOutput> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** The layer whose units are shown beside the map of a plane. */
  public ObjectProperty<Optional<Integer>> layerProperty() {
    return layer;
  }

  /** How freely text is drawn, see {@link studio.backprop.observe.predict.Writer}. */
  DoubleProperty temperatureProperty() {
    return temperature;
  }

  /** What texts and new pictures are drawn with: the same one draws the same from the same weights. */
  ReadOnlyLongProperty seedProperty() {
    return seed;
  }

  /** Draws another text, or other pictures, from the same network. */
  void drawOthers() {
    seed.set(seed.get() + 1);
    drawAgain();
  }

  /** Whether new pictures are looked at in place of the answers to examples, see {@link studio.backprop.observe.predict.Decoder}. */
  BooleanProperty inventingProperty() {
    return inventing;
  }

  /** An episode has been watched: plays another one, by the weights of now. */
  void playAgain() {
    anew = true;
    turn.ask();
  }

  /** Episodes that a person has played in this run, in their order. */
  ReadOnlyObjectProperty<List<OwnEpisode>> ownProperty() {
    return own.getReadOnlyProperty();
  }

  /** A person has played an episode to its end. */
  void played(double returned) {
    long taken = run.snapshot().flatMap(Snapshot::agent).map(AgentSnapshot::taken).orElse(0L);
    own.set(Stream.concat(own.get().stream(), Stream.of(new OwnEpisode(taken, returned))).toList());
  }

  /**
   * A person has pushed what moves. The episode that is watched goes on from there; the agent that learns gets the same push, which the
   * time machine has, unless an earlier step is looked at.
   *
   * @param state after the push, of the episode that is watched
   * @param impulse in N s
   */
  void push(double[] state, double impulse) {
    from = Optional.of(state.clone());
    if (run.past().stepProperty().get().isEmpty()) {
      run.control().push(impulse);
    }
    playAgain();
  }

  /** Shows the policy over another number of the state. */
  void turnMap(MapAxes wanted) {
    axes = Optional.of(wanted);
    playAgain();
  }

  private void drawAgain() {
    // a project that was opened trained has epochs, but no curve of its steps
    boolean learned = run.history().loss().size() > 0 || run.history().epochs().size() > 0;
    if (learned && (kind.get() == Kind.WRITTEN || kind.get() == Kind.PICTURES)) {
      anew = true;
      turn.ask();
    }
  }

  /** The run, whose chosen example all views mark. */
  RunModel run() {
    return run;
  }

  /** The listener shows the examples of a cell. */
  public void onCell(CellListener listener) {
    cells = listener;
  }

  /** A person wants to see the examples of a cell. */
  void openCell(Part part, int truth, int predicted) {
    cells.show(part, truth, predicted);
  }

  /** Somebody who looks at the answer, now and then. While nobody does, the network is not asked. */
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

  /** How often the agent has acted on each square of its map; empty where there is none. */
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
      seed.set(seed.get() + 1); // so that the next episode begins elsewhere
    }
    questions.ask(replica -> asker.ask(replica, size, units, pointed, drawing), said -> answer.set(atThreshold(said)));
  }

  /** What is predicted at the project's threshold. */
  private NetworkOutput atThreshold(NetworkOutput said) {
    return said instanceof NetworkOutput.Confusion confusion ? confusion.at(run.projectProperty().get().threshold()) : said;
  }

  private void decide() {
    if (answer.get() != null) {
      answer.set(atThreshold(answer.get()));
    }
  }

  /** A unit whose map is there already needs no asking. */
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

  /** A plane and a fitted line follow every frame; the others tell nothing before the first step, and change with an epoch or at rest. */
  private boolean due() {
    if (kind.get() == Kind.NOTHING || kind.get() == Kind.GENERATED) { // which is asked for the canvas, too
      return false;
    }
    boolean rests = !run.playing() && run.history().loss().size() > 0;
    if (kind.get() == Kind.WORLD) {
      boolean behind = !run.playing() && answer.get() != null && answer.get().judged().step() != run.shownWeights().step();
      boolean changed = run.playing() && System.nanoTime() - worldAsked >= LOOK; // its values are those of now
      return anew || behind || changed || answer.get() == null;
    }
    return kind.get().followsFrames() || anew || rests || run.history().epochs().size() > Math.max(0, epochsAsked);
  }

  @Override
  public void close() {
    questions.close();
  }
}

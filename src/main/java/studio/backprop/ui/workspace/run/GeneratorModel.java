package studio.backprop.ui.workspace.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.data.Dataset;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.generative.DiscriminatorRoute;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.generative.GeneratorView;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Adversarial;
import studio.backprop.project.LatentNoise;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;

/**
 * Output of the generator and the discriminator's output on it, computed in the background while training runs. Canvas, plots and inspector
 * share one result and one selected point.
 */
public final class GeneratorModel implements AutoCloseable {
  private static final int COARSE = 48;
  private static final int FINE = 96;
  private static final double REST = 0.2;
  /** Range of z in standard deviations. */
  private static final double WIDE = 2.5;
  /** Time in ns for counting modes per request: during training, and at rest. */
  private static final long SOME = 15_000_000;
  private static final long MUCH = 100_000_000;

  private final RunModel run;
  private final PredictionRequests questions;
  private final Subscription waiting;
  private final Runnable announce;
  private final ReadOnlyObjectWrapper<GeneratorView> look = new ReadOnlyObjectWrapper<>(this, "look");
  private final ObjectProperty<OptionalInt> point = new SimpleObjectProperty<>(this, "point", OptionalInt.empty());
  private final ReadOnlyObjectWrapper<LatentGridImage> bent = new ReadOnlyObjectWrapper<>(this, "bent");
  private final BooleanProperty bends = new SimpleBooleanProperty(this, "bends");
  private final ObjectProperty<Optional<float[]>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());
  private final ObjectProperty<Optional<float[]>> asked = new SimpleObjectProperty<>(this, "asked", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<DiscriminatorRoute>> route = new ReadOnlyObjectWrapper<>(this, "route", Optional.empty());
  private GeneratorEvaluator judge;
  /** Whether the nodes show the generated example under the mouse. */
  private boolean lit;
  private boolean bendAnew;
  private boolean routeAnew;
  private WeightsVersion by;
  private int side;

  /** @param announce triggers a redraw of all views, also while training rests */
  GeneratorModel(RunModel run, Pulse pulse, Runnable announce) {
    this.run = run;
    this.announce = announce;
    this.questions = new PredictionRequests(run, pulse, "generator", REST);
    run.runProperty().subscribe(this::begin);
    run.frameProperty().subscribe(frame -> refresh());
    waiting = pulse.subscribe(() -> {
      if (look.get() == null) {
        refresh(); // the request was about another run, and at rest no frame follows
      }
    });
    bends.subscribe(this::bendAgain);
    chosen.subscribe(this::bendAgain);
    asked.subscribe(this::routeAgain);
    point.subscribe(this::light);
  }

  /** Whether the run is a GAN. */
  public boolean runs() {
    return Optional.ofNullable(run.runProperty().get()).filter(now -> now.project().assignment().isAdversarial()).isPresent();
  }

  /** Newest result at the displayed step; null if there is none. */
  public ReadOnlyObjectProperty<GeneratorView> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /** Newest result with mode counts; empty without a run or countable modes. */
  public Optional<GeneratorView> covering() {
    return runs() ? Optional.ofNullable(look.get()).filter(seen -> seen.coverage().isPresent()) : Optional.empty();
  }

  /** Name of a mode; those of points are numbered from 1. */
  public String name(int mode) {
    Dataset examples = run.runProperty().get().data().dataset();
    return examples.isPoints() ? String.valueOf(mode + 1) : examples.classNames().get(mode);
  }

  /** The generated example under the mouse. */
  public ObjectProperty<OptionalInt> pointProperty() {
    return point;
  }

  public int told() {
    int count = look.get() == null ? 1 : look.get().points();
    return Math.min(count - 1, point.get().orElse(0));
  }

  /** Whether the image of the grid of z is displayed. */
  public BooleanProperty bendsProperty() {
    return bends;
  }

  /** The z selected by the user, [2]. */
  public ObjectProperty<Optional<float[]>> chosenProperty() {
    return chosen;
  }

  /** Image under G of the grid and of the selected z; null if not requested or not computed yet. */
  public ReadOnlyObjectProperty<LatentGridImage> bentProperty() {
    return bent.getReadOnlyProperty();
  }

  /** Whether z and the examples are two-dimensional. */
  public boolean isSquare() {
    GeneratorView seen = look.get();
    return seen != null && seen.latent() == 2 && seen.plane().length > 0;
  }

  /** z ranges over [−reach, reach]². */
  public double reach() {
    return run.runProperty().get() != null && run.runProperty().get().project().assignment() instanceof Adversarial own
        && own.settings().noise() == LatentNoise.UNIFORM ? 1 : WIDE;
  }

  /** Example traced through the discriminator, in data scale. */
  public ReadOnlyObjectProperty<Optional<float[]>> askedProperty() {
    return asked;
  }

  /** Activations of that example in the discriminator, by the newest weights; empty while unknown. */
  public ReadOnlyObjectProperty<Optional<DiscriminatorRoute>> routeProperty() {
    return route.getReadOnlyProperty();
  }

  /** Traces an example (in data scale) through the discriminator, as if it were real. */
  public void ask(float[] example) {
    lit = false;
    run.observation().chooseExample(Example.FIRST.drawn(
        new DrawnExample(run.runProperty().get().data(), raw(example), DrawnExample.UNKNOWN)));
    asked.set(Optional.of(example));
  }

  private float[] raw(float[] example) {
    float[] raw = new float[example.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = run.runProperty().get().data().inputScaler().unscale(i, example[i]);
    }
    return raw;
  }

  /** While a generated example is under the mouse, all nodes show its activations: those of G from its z, those of D from the example. */
  private void light() {
    GeneratorView seen = look.get();
    if (asked.get().isPresent() || seen == null) {
      return;
    }
    Example now = run.observation().exampleProperty().get();
    if (point.get().isPresent()) {
      int at = point.get().getAsInt();
      float[] made = Arrays.copyOfRange(seen.generated(), at * seen.numbers(), (at + 1) * seen.numbers());
      float[] z = Arrays.copyOfRange(seen.z(), at * seen.latent(), (at + 1) * seen.latent());
      run.observation().chooseExample(now.drawn(DrawnExample.generated(run.runProperty().get().data(), raw(made), z)));
      lit = true;
    } else if (lit) {
      lit = false;
      run.observation().chooseExample(now.undrawn());
    }
  }

  /** Ends the trace: the nodes show an example of the data again. */
  public void letGo() {
    if (asked.get().isPresent()) {
      asked.set(Optional.empty());
      run.observation().chooseExample(run.observation().exampleProperty().get().undrawn());
    }
  }

  private void routeAgain() {
    routeAnew = asked.get().isPresent();
    route.set(Optional.empty());
    refresh();
    announce.run();
  }

  private void bendAgain() {
    bendAnew = true;
    if (!bends.get() && chosen.get().isEmpty()) {
      bent.set(null);
    }
    refresh();
    announce.run();
  }

  /** Why there is no result. */
  public ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return questions.failureProperty();
  }

  private void begin(Run begun) {
    point.set(OptionalInt.empty());
    look.set(null);
    bent.set(null);
    chosen.set(Optional.empty());
    asked.set(Optional.empty());
    by = null;
  }

  private void refresh() {
    if (!runs()) {
      return;
    }
    int wanted = run.playing() ? COARSE : FINE;
    boolean behind = run.isBehind(by) || !run.playing() && side < wanted;
    if (!questions.free()) {
      return;
    }
    Project project = run.runProperty().get().project();
    if (bendAnew && isSquare() && (bends.get() || chosen.get().isPresent())) {
      bend(project);
      return;
    }
    if (routeAnew) {
      goThrough(project, asked.get().orElseThrow());
      return;
    }
    ModeCounts.Counting counting = run.history().modeCounts().counting();
    if (!behind) {
      count(project, counting);
      return;
    }
    questions.ask(replica -> {
      if (isAnother(replica, project)) {
        return Optional.<GeneratorView>empty();
      }
      judge = replica.generator(project, judge);
      GeneratorView seen = judge.look(replica.step(), wanted);
      count(replica, counting, SOME);
      return Optional.of(seen);
    }, (Optional<GeneratorView> found, WeightsVersion version) -> found.ifPresent(seen -> answered(seen, version)));
  }

  private void goThrough(Project project, float[] example) {
    routeAnew = false;
    questions.ask(replica -> {
      if (isAnother(replica, project)) {
        return Optional.<DiscriminatorRoute>empty();
      }
      judge = replica.generator(project, judge);
      return Optional.of(judge.route(example));
    }, (Optional<DiscriminatorRoute> found, WeightsVersion version) -> {
      route.set(found.filter(now -> asked.get().filter(same -> same == now.example()).isPresent()));
      announce.run();
    });
  }

  private void bend(Project project) {
    double reach = reach();
    float[] places = LatentGridImage.places(reach, chosen.get().orElse(new float[2]));
    int count = places.length / 2;
    bendAnew = false;
    questions.ask(replica -> {
      if (isAnother(replica, project)) {
        return Optional.<LatentGridImage>empty();
      }
      judge = replica.generator(project, judge);
      float[] made = judge.make(places, count);
      int grid = made.length - 2;
      return Optional.of(new LatentGridImage(reach, Arrays.copyOf(made, grid), Arrays.copyOfRange(made, grid, made.length)));
    }, (Optional<LatentGridImage> found, WeightsVersion version) -> {
      found.filter(square -> bends.get() || chosen.get().isPresent()).ifPresent(bent::set);
      announce.run();
    });
  }

  /** Whether the run has another network since the request. */
  private static boolean isAnother(Replica replica, Project project) {
    return !replica.network().equals(project.network());
  }

  /** Counts the rest after training as soon as there is no other request. */
  private void count(Project project, ModeCounts.Counting counting) {
    if (!run.history().modeCounts().waits()) {
      return;
    }
    questions.ask(replica -> {
      if (!isAnother(replica, project)) {
        judge = replica.generator(project, judge);
        count(replica, counting, MUCH);
      }
      return true;
    }, counted -> announce.run());
  }

  /** For this time in ns, at least one round. */
  private void count(Replica replica, ModeCounts.Counting counting, long time) {
    long begun = System.nanoTime();
    boolean more = true;
    while (more && System.nanoTime() - begun < time) {
      more = counting.next(round -> round.judged(weights -> replica.by(weights, () -> judge.figures(round.step()))));
    }
  }

  private void answered(GeneratorView seen, WeightsVersion version) {
    if (by == null) {
      questions.hurry(); // the sample classifier had to be trained first
    }
    by = version;
    bendAnew = true;
    routeAnew = asked.get().isPresent();
    side = run.playing() ? COARSE : Math.max(FINE, seen.side());
    look.set(seen);
    if (lit) {
      light(); // as generated by the current weights
    }
    announce.run();
  }

  @Override
  public void close() {
    waiting.unsubscribe();
    questions.close();
  }
}

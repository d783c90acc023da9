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
 * What the generator of a run makes, and what the discriminator takes it for: asked in the background, again and again while training runs.
 * Canvas, plots and inspector show the same answer, and the same point of it.
 */
public final class GeneratorModel implements AutoCloseable {
  private static final int COARSE = 48;
  private static final int FINE = 96;
  private static final double REST = 0.2;
  /** Normal noise seldom goes further. */
  private static final double WIDE = 2.5;
  /** Nanoseconds for counting in one answer: while training runs, and while nobody waits for it. */
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
  /** The z that a person has put somewhere, [2]. */
  private final ObjectProperty<Optional<float[]>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());
  /** The example that a person wants to see on its way through the discriminator. */
  private final ObjectProperty<Optional<float[]>> asked = new SimpleObjectProperty<>(this, "asked", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<DiscriminatorRoute>> route = new ReadOnlyObjectWrapper<>(this, "route", Optional.empty());
  private GeneratorEvaluator judge;
  /** Whether the nodes show the generated example that is pointed at. */
  private boolean lit;
  private boolean bendAnew;
  private boolean routeAnew;
  private WeightsVersion by;
  private int side;

  /** @param announce lets all views look again, also while training rests */
  GeneratorModel(RunModel run, Pulse pulse, Runnable announce) {
    this.run = run;
    this.announce = announce;
    this.questions = new PredictionRequests(run, pulse, "generator", REST);
    run.runProperty().subscribe(this::begin);
    run.frameProperty().subscribe(frame -> refresh());
    waiting = pulse.subscribe(() -> {
      if (look.get() == null) {
        refresh(); // the question was about a run that is gone, and at rest no frame follows
      }
    });
    bends.subscribe(this::bendAgain);
    chosen.subscribe(this::bendAgain);
    asked.subscribe(this::routeAgain);
    point.subscribe(this::light);
  }

  /** Whether the run is one of two networks that learn against each other. */
  public boolean runs() {
    return Optional.ofNullable(run.runProperty().get()).filter(now -> now.project().assignment().isAdversarial()).isPresent();
  }

  /** The newest answer, of the step that is looked at; null while there is none. */
  public ReadOnlyObjectProperty<GeneratorView> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /** The newest answer that counts modes; empty where no run learns, or nothing can be counted. */
  public Optional<GeneratorView> covering() {
    return runs() ? Optional.ofNullable(look.get()).filter(seen -> seen.coverage().isPresent()) : Optional.empty();
  }

  /** What a mode is called: those of points have numbers, from 1 on. */
  public String name(int mode) {
    Dataset examples = run.runProperty().get().data().dataset();
    return examples.isPoints() ? String.valueOf(mode + 1) : examples.classNames().get(mode);
  }

  /** The generated example that a person points at. */
  public ObjectProperty<OptionalInt> pointProperty() {
    return point;
  }

  /** The example to tell about: the one that is pointed at, or else the first. */
  public int told() {
    int count = look.get() == null ? 1 : look.get().points();
    return Math.min(count - 1, point.get().orElse(0));
  }

  /** Whether it is to be shown how G bends the square of z. */
  public BooleanProperty bendsProperty() {
    return bends;
  }

  /** The z that a person has put somewhere in the square of the noise, [2]; empty where none. */
  public ObjectProperty<Optional<float[]>> chosenProperty() {
    return chosen;
  }

  /** How the square of z is bent, and where the chosen z comes to; null while neither is asked for, or not known yet. */
  public ReadOnlyObjectProperty<LatentGridImage> bentProperty() {
    return bent.getReadOnlyProperty();
  }

  /** Whether z has two numbers and an example is a point of the plane, so that both can be seen. */
  public boolean isSquare() {
    GeneratorView seen = look.get();
    return seen != null && seen.latent() == 2 && seen.plane().length > 0;
  }

  /** The square of z goes from minus this to this. */
  public double reach() {
    return run.runProperty().get() != null && run.runProperty().get().project().assignment() instanceof Adversarial own
        && own.settings().noise() == LatentNoise.UNIFORM ? 1 : WIDE;
  }

  /** The example whose route is shown, in the scale of the data; empty where none is. */
  public ReadOnlyObjectProperty<Optional<float[]>> askedProperty() {
    return asked;
  }

  /** What the discriminator makes of that example, by the newest weights; empty while it is not known. */
  public ReadOnlyObjectProperty<Optional<DiscriminatorRoute>> routeProperty() {
    return route.getReadOnlyProperty();
  }

  /** Shows the route of an example through the discriminator, as if it were real. @param example in the scale of the data */
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

  /** While a person points at a generated example, all nodes show it on its way: those of G from its z on, those of D what it became. */
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

  /** Lets go of it: the nodes show an example of the data again. */
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

  /** Why there is no answer; empty where there is. */
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

  /** Whether the run has gone on to another network since it was asked. */
  private static boolean isAnother(Replica replica, Project project) {
    return !replica.network().equals(project.network());
  }

  /** Training may have been faster than the counting: what waits is counted as soon as nothing else is asked. */
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

  /** For so many nanoseconds, and one round at least. */
  private void count(Replica replica, ModeCounts.Counting counting, long time) {
    long begun = System.nanoTime();
    boolean more = true;
    while (more && System.nanoTime() - begun < time) {
      more = counting.next(round -> round.judged(weights -> replica.by(weights, () -> judge.figures(round.step()))));
    }
  }

  private void answered(GeneratorView seen, WeightsVersion version) {
    if (by == null) {
      questions.hurry(); // a judge of classes had to learn them first
    }
    by = version;
    bendAnew = true; // by these weights
    routeAnew = asked.get().isPresent();
    side = run.playing() ? COARSE : Math.max(FINE, seen.side());
    look.set(seen);
    if (lit) {
      light(); // as it is made by these weights
    }
    announce.run();
  }

  @Override
  public void close() {
    waiting.unsubscribe();
    questions.close();
  }
}

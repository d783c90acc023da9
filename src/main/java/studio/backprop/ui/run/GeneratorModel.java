package studio.backprop.ui.run;

import java.util.Arrays;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.project.Adversarial;
import studio.backprop.project.LatentNoise;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.judge.GeneratorJudge;
import studio.backprop.train.judge.GeneratorView;
import studio.backprop.train.metric.ModeCoverage;
import studio.backprop.train.predict.Replica;
import studio.backprop.train.run.Run;
import studio.backprop.train.time.CheckpointLog;
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
  /** Of a long run every other one is let go. */
  private static final int MOST_COUNTS = 2000;
  /** At so many places of a run at least the modes are counted. */
  private static final int PARTS = 40;

  private final RunModel run;
  private final Questions questions;
  private final Runnable announce;
  private final ReadOnlyObjectWrapper<GeneratorView> look = new ReadOnlyObjectWrapper<>(this, "look");
  private final ObjectProperty<OptionalInt> point = new SimpleObjectProperty<>(this, "point", OptionalInt.empty());
  private final NavigableMap<Long, Count> counts = new TreeMap<>();
  /** Steps that were counted after the fact, or are being counted. */
  private final Set<Long> missed = new HashSet<>();
  private final ReadOnlyObjectWrapper<BentSquare> bent = new ReadOnlyObjectWrapper<>(this, "bent");
  private final BooleanProperty bends = new SimpleBooleanProperty(this, "bends");
  /** The z that a person has put somewhere, [2]. */
  private final ObjectProperty<Optional<float[]>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());
  private GeneratorJudge judge;
  private boolean bendAnew;
  private WeightsVersion by;
  private int side;

  /**
   * How much the generator covered after a step.
   *
   * @param covered modes or classes
   * @param of how many there are
   * @param share of the generated examples that lie on one
   * @param fullest the one that most lie on
   */
  public record Count(int covered, int of, double share, int fullest) {}

  /** @param announce lets all views look again, also while training rests */
  GeneratorModel(RunModel run, Pulse pulse, Runnable announce) {
    this.run = run;
    this.announce = announce;
    this.questions = new Questions(run, pulse, "generator", REST);
    run.runProperty().subscribe(this::begin);
    run.frameProperty().subscribe(frame -> refresh());
    bends.subscribe(this::bendAgain);
    chosen.subscribe(this::bendAgain);
  }

  /** Whether the run is one of two networks that learn against each other. */
  public boolean runs() {
    return Optional.ofNullable(run.runProperty().get()).filter(now -> now.project().assignment() instanceof Adversarial).isPresent();
  }

  /** The newest answer, of the step that is looked at; null while there is none. */
  public ReadOnlyObjectProperty<GeneratorView> lookProperty() {
    return look.getReadOnlyProperty();
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
  public ReadOnlyObjectProperty<BentSquare> bentProperty() {
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

  private void bendAgain() {
    bendAnew = true;
    if (!bends.get() && chosen.get().isEmpty()) {
      bent.set(null);
    }
    refresh();
    announce.run();
  }

  /** What was counted so far, by the step. */
  public NavigableMap<Long, Count> counts() {
    return counts;
  }

  /** Why there is no answer; empty where there is. */
  public ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return questions.failureProperty();
  }

  private void begin(Run begun) {
    look.set(null);
    bent.set(null);
    chosen.set(Optional.empty());
    by = null;
    counts.clear();
    missed.clear();
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
    if (!behind) {
      fillIn(project);
      return;
    }
    questions.ask(replica -> {
      if (isAnother(replica, project)) {
        return Optional.<GeneratorView>empty();
      }
      judge = replica.generator(project, judge);
      return Optional.of(judge.look(replica.step(), wanted));
    }, (Optional<GeneratorView> found, WeightsVersion version) -> found.ifPresent(seen -> answered(seen, version)));
  }

  private void bend(Project project) {
    double reach = reach();
    float[] places = BentSquare.places(reach, chosen.get().orElse(new float[2]));
    int count = places.length / 2;
    bendAnew = false;
    questions.ask(replica -> {
      if (isAnother(replica, project)) {
        return Optional.<BentSquare>empty();
      }
      judge = replica.generator(project, judge);
      float[] made = judge.make(places, count);
      int grid = made.length - 2;
      return Optional.of(new BentSquare(reach, Arrays.copyOf(made, grid), Arrays.copyOfRange(made, grid, made.length)));
    }, (Optional<BentSquare> found, WeightsVersion version) -> {
      found.filter(square -> bends.get() || chosen.get().isPresent()).ifPresent(bent::set);
      announce.run();
    });
  }

  /** Whether the run has gone on to another network since it was asked. */
  private static boolean isAnother(Replica replica, Project project) {
    return !replica.network().equals(project.network());
  }

  /** Training may have been faster than the counting: what was missed is counted by the weights that the checkpoint log has kept. */
  private void fillIn(Project project) {
    CheckpointLog log = run.runProperty().get().checkpointLog();
    if (run.playing() || log.newest() == 0 || !log.available()) {
      return;
    }
    for (long part = 0; part <= PARTS; part++) {
      Checkpoint kept = log.before(1 + log.newest() * part / PARTS);
      if (!counts.containsKey(kept.step()) && missed.add(kept.step())) {
        questions.ask(replica -> {
          if (isAnother(replica, project)) {
            return Optional.<ModeCoverage>empty();
          }
          judge = replica.generator(project, judge);
          return replica.by(kept.weights(), judge::coverage);
        }, (Optional<ModeCoverage> found, WeightsVersion version) -> {
          found.ifPresent(coverage -> count(kept.step(), coverage));
          announce.run();
        });
        return;
      }
    }
  }

  private void count(long step, ModeCoverage found) {
    int fullest = 0;
    for (int mode = 0; mode < found.counts().length; mode++) {
      fullest = found.counts()[mode] > found.counts()[fullest] ? mode : fullest;
    }
    counts.put(step, new Count(found.covered(), found.counts().length, found.share(), fullest));
  }

  private void answered(GeneratorView seen, WeightsVersion version) {
    by = version;
    bendAnew = true; // by these weights
    side = run.playing() ? COARSE : Math.max(FINE, seen.side());
    seen.coverage().ifPresent(found -> count(seen.step(), found));
    if (counts.size() > MOST_COUNTS) {
      boolean[] keep = {false};
      counts.keySet().removeIf(step -> keep[0] = !keep[0]);
    }
    look.set(seen);
    announce.run();
  }

  @Override
  public void close() {
    questions.close();
  }
}

package studio.backprop.ui.run;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.judge.GeneratorJudge;
import studio.backprop.train.judge.GeneratorView;
import studio.backprop.train.run.Run;
import studio.backprop.ui.kit.Pulse;

/**
 * What the generator of a run makes, and what the discriminator takes it for: asked in the background, again and again while training runs.
 * Canvas, plots and inspector show the same answer, and the same point of it.
 */
public final class GeneratorModel implements AutoCloseable {
  private static final int COARSE = 48;
  private static final int FINE = 96;
  private static final double REST = 0.2;
  /** Of a long run every other one is let go. */
  private static final int MOST_COUNTS = 2000;

  private final RunModel run;
  private final Questions questions;
  private final ReadOnlyObjectWrapper<GeneratorView> look = new ReadOnlyObjectWrapper<>(this, "look");
  private final ObjectProperty<OptionalInt> point = new SimpleObjectProperty<>(this, "point", OptionalInt.empty());
  private final NavigableMap<Long, Count> counts = new TreeMap<>();
  private GeneratorJudge judge;
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

  GeneratorModel(RunModel run, Pulse pulse) {
    this.run = run;
    this.questions = new Questions(run, pulse, "generator", REST);
    run.runProperty().subscribe(this::begin);
    run.frameProperty().subscribe(frame -> refresh());
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
    by = null;
    counts.clear();
  }

  private void refresh() {
    if (!runs()) {
      return;
    }
    int wanted = run.playing() ? COARSE : FINE;
    boolean behind = run.isBehind(by) || !run.playing() && side < wanted;
    if (!behind || !questions.free()) {
      return;
    }
    Project project = run.runProperty().get().project();
    questions.ask(replica -> {
      judge = replica.generator(project, judge);
      return judge.look(replica.step(), wanted);
    }, this::answered);
  }

  private void answered(GeneratorView seen, WeightsVersion version) {
    by = version;
    side = run.playing() ? COARSE : Math.max(FINE, seen.side());
    seen.coverage().ifPresent(found -> {
      int fullest = 0;
      for (int mode = 0; mode < found.counts().length; mode++) {
        fullest = found.counts()[mode] > found.counts()[fullest] ? mode : fullest;
      }
      counts.put(seen.step(), new Count(found.covered(), found.counts().length, found.share(), fullest));
    });
    if (counts.size() > MOST_COUNTS) {
      boolean[] keep = {false};
      counts.keySet().removeIf(step -> keep[0] = !keep[0]);
    }
    look.set(seen);
  }

  @Override
  public void close() {
    questions.close();
  }
}

package studio.backprop.ui.run;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.train.Example;
import studio.backprop.train.Snapshot;
import studio.backprop.train.time.Difference;
import studio.backprop.train.time.Replay;

/** The run that is looked at beside another branch at the same step, node by node. Nothing is computed while nobody compares. */
public final class Comparison {
  /**
   * What was found.
   *
   * @param step where both runs are compared
   * @param with the other branch, A
   * @param lossOfOther of A in that step; NaN where none is known
   * @param loss of the run that is looked at, B
   */
  public record Finding(long step, Branch with, double lossOfOther, double loss, List<Difference> differences) {}

  private final ReadOnlyObjectWrapper<Branch> other = new ReadOnlyObjectWrapper<>(this, "other");
  private final ReadOnlyObjectWrapper<Optional<Finding>> finding = new ReadOnlyObjectWrapper<>(this, "finding", Optional.empty());
  private final RunModel run;
  private Replay replay;
  private Snapshot seen;
  private long asked;
  private Example askedExample;
  private long foundStep;
  private Example foundExample;

  Comparison(RunModel run) {
    this.run = run;
  }

  /** The branch that is compared with; null while none is. */
  public ReadOnlyObjectProperty<Branch> otherProperty() {
    return other.getReadOnlyProperty();
  }

  /** The newest finding; empty until both runs stand at the step, and where the other run does not have it. */
  public ReadOnlyObjectProperty<Optional<Finding>> findingProperty() {
    return finding.getReadOnlyProperty();
  }

  /** Compares with this branch from now on. */
  public void with(Branch branch) {
    stop();
    other.set(branch);
  }

  public void stop() {
    if (replay != null) {
      replay.close();
    }
    replay = null;
    seen = null;
    asked = -1;
    foundStep = -1;
    other.set(null);
    finding.set(Optional.empty());
  }

  /** Once a frame. */
  void look() {
    Snapshot here = other.get() == null || run.playing() ? null : run.snapshot().orElse(null);
    if (here == null) {
      return;
    }
    boolean has = here.step() >= other.get().tape().first() && here.step() <= other.get().tape().newest();
    if (!has) {
      foundStep = -1;
      finding.set(Optional.empty());
      return;
    }
    follow(here);
    Snapshot next = replay.take();
    if (next != null) {
      if (seen != null) {
        replay.giveBack(seen);
      }
      seen = next;
    }
    boolean ready = seen != null && seen.step() == here.step() && seen.activations().example().equals(here.activations().example());
    if (ready && !(here.step() == foundStep && here.activations().example().equals(foundExample))) {
      foundStep = here.step();
      foundExample = here.activations().example();
      finding.set(Optional.of(new Finding(
          here.step(), other.get(), seen.loss(), here.loss(), Difference.between(seen, here, run.runProperty().get().project().network()))));
    }
  }

  private void follow(Snapshot here) {
    Example example = here.activations().example();
    if (replay == null) {
      replay = new Replay(other.get().tape(), here.step(), example, -1);
    } else if (asked != here.step()) {
      replay.goTo(here.step());
    } else if (!example.equals(askedExample)) {
      replay.choose(example);
    }
    asked = here.step();
    askedExample = example;
  }
}

package studio.backprop.ui.run;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.data.Part;
import studio.backprop.project.Supervised;
import studio.backprop.train.run.Run;
import studio.backprop.ui.kit.Pulse;

/** The loss of all training examples before the first step, which has measured none yet. It is computed beside the training. */
public final class FirstLoss {
  /** Of more examples it is not computed. */
  private static final int MOST = 20_000;

  private final RunModel run;
  private final Questions questions;
  private final ReadOnlyObjectWrapper<OptionalDouble> loss = new ReadOnlyObjectWrapper<>(this, "loss", OptionalDouble.empty());
  private boolean again;

  public FirstLoss(RunModel run, Pulse pulse) {
    this.run = run;
    this.questions = new Questions(run, pulse, "first-loss", 0);
    run.runProperty().subscribe(now -> loss.set(OptionalDouble.empty()));
    run.frameProperty().subscribe(frame -> follow());
  }

  /** Empty while it is not known, and from the first step on. */
  public ReadOnlyObjectProperty<OptionalDouble> lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /** How many training examples it is the mean of; none where two networks learn against each other, which have no one loss. */
  public int examples() {
    Run now = run.runProperty().get();
    return now == null || !(now.project().assignment() instanceof Supervised) ? 0 : now.data().rows(Part.TRAIN);
  }

  /** Weights may be set by hand before the first step. */
  private void follow() {
    boolean untrained = run.snapshot().filter(now -> now.step() == 0 && now.cursor().isEmpty() && !now.knowsLoss()).isPresent();
    again = untrained && !questions.free();
    if (!untrained) {
      loss.set(OptionalDouble.empty());
    } else if (!again && examples() > 0 && examples() <= MOST) {
      questions.ask(replica -> replica.score(Part.TRAIN, plan -> {}).loss(), this::know);
    }
  }

  private void know(double found) {
    boolean untrained = run.snapshot().filter(now -> now.step() == 0 && !now.knowsLoss()).isPresent();
    loss.set(untrained && Double.isFinite(found) ? OptionalDouble.of(found) : OptionalDouble.empty());
    if (again) {
      follow();
    }
  }
}

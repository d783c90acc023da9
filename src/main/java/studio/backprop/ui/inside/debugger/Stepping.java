package studio.backprop.ui.inside.debugger;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.train.Cursor;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Navigation through the training, forward and back, in strides from a single op to an epoch, optionally automatic. JavaFX thread only.
 * Examples of a batch are computed at once, so a stride of one example shows another of them and its share of the gradient; after the last
 * the batch is complete.
 */
public final class Stepping {
  /** Length of a stride. */
  public enum Grain {
    OP,
    LAYER,
    SAMPLE,
    BATCH,
    EPOCH
  }

  private static final long SECOND = 1_000_000_000;

  private final ObjectProperty<Grain> grain = new SimpleObjectProperty<>(this, "grain", Grain.OP);
  private final BooleanProperty auto = new SimpleBooleanProperty(this, "auto");
  private final ObjectProperty<Double> stridesPerSecond = new SimpleObjectProperty<>(this, "stridesPerSecond", 1.0);
  private final DebuggerModel model;
  private final RunModel run;
  private final BooleanBinding leads;
  private long nextAt;
  /** Requested op not yet reached, 0 for none; further key presses continue from it. */
  private int heading;
  private long headingFrom;
  /** Whether the next batch begins with its first example. */
  private boolean anew;

  Stepping(DebuggerModel model, RunModel run) {
    this.model = model;
    this.run = run;
    leads = Bindings.createBooleanBinding(() -> model.shownProperty().get() && !run.playing(), model.shownProperty(), run.statusProperty());
    auto.subscribe(on -> nextAt = System.nanoTime());
    stridesPerSecond.subscribe(now -> nextAt = Math.min(nextAt, System.nanoTime() + pause())); // faster from now on, not after a long pause
    model.shownProperty().subscribe((before, now) -> auto.set(auto.get() && now)); // stops while hidden
  }

  public ObjectProperty<Grain> grainProperty() {
    return grain;
  }

  /** The next coarser grain, or with −1 the next finer one. */
  void coarsen(int by) {
    int wanted = grain.get().ordinal() + by;
    grain.set(Grain.values()[Math.max(0, Math.min(Grain.values().length - 1, wanted))]);
  }

  /** Automatic stepping. */
  BooleanProperty autoProperty() {
    return auto;
  }

  public void toggleAuto() {
    auto.set(!auto.get());
  }

  /** Rate of automatic stepping. */
  ObjectProperty<Double> stridesPerSecondProperty() {
    return stridesPerSecond;
  }

  // --- position

  /** Number of ops run in the current step; 0 between two steps. */
  int at() {
    return model.cursorProperty().get().map(Cursor::number).orElse(0);
  }

  /** Requested op not yet reached; 0 for none. */
  int heading() {
    return heading;
  }

  private int target() {
    return heading > 0 ? heading : at();
  }

  /** Whether the update is requested but not done: what follows it is not known yet. */
  private boolean updating() {
    return heading > 0 && heading >= course().size();
  }

  /** All ops of a step. */
  List<Cursor> course() {
    return model.courseProperty().get();
  }

  /** Number of steps taken at the displayed state. */
  long step() {
    return run.snapshot().map(Snapshot::step).orElse(0L);
  }

  /** Index of the followed example in the batch; equal to its size once the batch is complete. */
  int example() {
    Explained answer = model.answerProperty().get();
    return model.wholeProperty().get() ? answer.rows().length : Math.max(0, answer.row());
  }

  /** Whether the passes of the current step have ops left to run. */
  boolean amidPasses() {
    return at() > 0 && at() < course().size() - 1;
  }

  /** The last op of the layer of this op, both counted from 1. */
  int endOfLayer(int op) {
    int end = op;
    while (end < course().size() && course().get(end).isLayerOf(course().get(end - 1))) {
      end++;
    }
    return end;
  }

  private int beginOfLayer(int op) {
    int begin = op;
    while (begin > 1 && course().get(begin - 1).isLayerOf(course().get(begin - 2))) {
      begin--;
    }
    return begin;
  }

  boolean canGoBack() {
    boolean within = grain.get() == Grain.SAMPLE ? example() > 0 : at() > 1;
    return within || hasStepBefore();
  }

  private boolean hasStepBefore() {
    Run now = run.runProperty().get();
    return now != null && now.checkpointLog().available() && step() > now.checkpointLog().first() && !course().isEmpty();
  }

  // --- strides

  /** Whether Space strides: while the debugger is open, unless the training runs. */
  public ObservableBooleanValue leads() {
    return leads;
  }

  /** One stride forward; stops automatic stepping. */
  public void goOn() {
    if (auto.get()) {
      toggleAuto();
    } else {
      next();
    }
  }

  /** Runs or replays to an op of the present step, or of the displayed past one. */
  public void goTo(int op) {
    auto.set(false);
    move(op);
  }

  private void move(int op) {
    heading = op;
    headingFrom = step();
    if (!run.past().present()) {
      run.control().goToOp(op);
    } else if (op >= course().size()) {
      run.past().goTo(step() + 1);
    } else {
      run.past().goToOp(step(), op);
    }
  }

  /** One stride forward. */
  public void next() {
    if (updating()) {
      return;
    }
    switch (grain.get()) {
      case OP -> move(target() + 1);
      case LAYER -> move(endOfLayer(target() + 1));
      case SAMPLE -> nextExample();
      case BATCH -> nextStep();
      case EPOCH -> nextEpoch();
    }
  }

  /** One stride back; what precedes the current step is replayed from the run's checkpoint log. */
  public void previous() {
    auto.set(false);
    if (updating()) {
      return;
    }
    switch (grain.get()) {
      case OP -> back(target() - 1);
      case LAYER -> back(target() == 0 ? 0 : beginOfLayer(target()) - 1);
      case SAMPLE -> previousExample();
      case BATCH -> backToStep(step() - 1);
      case EPOCH -> backToStep((step() - 1) / run.runProperty().get().batchesPerEpoch() * run.runProperty().get().batchesPerEpoch());
    }
  }

  /** @param op target; below 1 the last before the update of the previous step */
  private void back(int op) {
    if (op >= 1) {
      move(op);
    } else if (hasStepBefore()) {
      run.past().goToOp(step() - 1, course().size() - 1);
    }
  }

  /** Returns to the first op of the current step before leaving it for the previous one. */
  private void backToStep(long step) {
    if (at() > 1) {
      move(1);
    } else if (hasStepBefore()) {
      run.past().goTo(step);
    }
  }

  private void nextStep() {
    if (run.past().present()) {
      run.past().goTo(step() + 1);
    } else {
      run.control().stepBatch();
    }
  }

  private void nextEpoch() {
    int each = run.runProperty().get().batchesPerEpoch();
    long end = (step() / each + 1) * each;
    if (run.past().present() && end <= run.runProperty().get().checkpointLog().newest()) {
      run.past().goTo(end);
    } else {
      run.past().leave();
      run.control().stepEpoch();
    }
  }

  private void nextExample() {
    int last = model.answerProperty().get().rows().length - 1;
    if (amidPasses()) {
      move(course().size() - 1);
    } else if (example() < last) {
      model.followExample(example() + 1);
    } else if (example() == last) {
      model.wholeProperty().set(true);
    } else {
      anew = true;
      nextStep();
    }
  }

  private void previousExample() {
    if (example() > 0) {
      model.followExample(example() - 1);
    } else if (hasStepBefore()) {
      model.wholeProperty().set(true);
      run.past().goTo(step() - 1);
    }
  }

  /** Resets for another run. */
  void begin() {
    heading = 0;
    anew = false;
  }

  /** Takes over the position of an answer: in another batch the examples start from the first. */
  void arrived(Explained before, Explained now) {
    boolean another = now.rows().length > 0 && before.step() != now.step();
    if (anew && another) {
      anew = false;
      model.followExample(0);
    }
  }

  private long pause() {
    return (long) (SECOND / stridesPerSecond.get());
  }

  /** Once a frame. @param busy whether an answer is pending */
  void goOn(boolean busy) {
    if (heading == at() || step() != headingFrom || run.statusProperty().get().fault().isPresent()) {
      heading = 0;
    }
    long now = System.nanoTime();
    if (auto.get() && now >= nextAt && !run.playing() && !(busy && grain.get() == Grain.SAMPLE)) {
      nextAt = now + pause();
      next();
    }
  }
}

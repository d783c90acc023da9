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
 * Goes through the training, on and back, in strides from a single op to a whole epoch; by itself, if so wished. Examples of a batch are
 * computed at once, so a stride of one example shows another of them and its share of the gradient; after the last the batch is complete.
 * One room, because a stride of each grain ends where the next one of any other grain begins.
 */
public final class Stepping {
  /** How far one stride goes. */
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
  /** The op that was asked for and has not been reached, 0 for none: whoever presses a key quickly goes on from there. */
  private int heading;
  private long headingFrom;
  /** Whether the next batch is to begin with its first example. */
  private boolean anew;

  Stepping(DebuggerModel model, RunModel run) {
    this.model = model;
    this.run = run;
    leads = Bindings.createBooleanBinding(() -> model.shownProperty().get() && !run.playing(), model.shownProperty(), run.statusProperty());
    auto.subscribe(on -> nextAt = System.nanoTime());
    stridesPerSecond.subscribe(now -> nextAt = Math.min(nextAt, System.nanoTime() + pause())); // faster from now on, not after a long pause
    model.shownProperty().subscribe((before, now) -> auto.set(auto.get() && now)); // nothing goes on behind what was put away
  }

  public ObjectProperty<Grain> grainProperty() {
    return grain;
  }

  /** The next coarser grain, or with −1 the next finer one. */
  void coarsen(int by) {
    int wanted = grain.get().ordinal() + by;
    grain.set(Grain.values()[Math.max(0, Math.min(Grain.values().length - 1, wanted))]);
  }

  /** Goes on by itself. */
  BooleanProperty autoProperty() {
    return auto;
  }

  /** Goes on by itself, or stands still. */
  public void toggleAuto() {
    auto.set(!auto.get());
  }

  /** How fast it goes on by itself. */
  ObjectProperty<Double> stridesPerSecondProperty() {
    return stridesPerSecond;
  }

  // --- where it is

  /** How many ops of the step under way have run; 0 between two steps. */
  int at() {
    return model.cursorProperty().get().map(Cursor::number).orElse(0);
  }

  /** The op that was asked for and has not been reached; 0 for none. */
  int heading() {
    return heading;
  }

  /** Where it is going. */
  private int target() {
    return heading > 0 ? heading : at();
  }

  /** Whether the update has been asked for and not been done: what comes after it is not known yet. */
  private boolean updating() {
    return heading > 0 && heading >= course().size();
  }

  /** All that a step does. */
  List<Cursor> course() {
    return model.courseProperty().get();
  }

  /** Steps taken so far, where the views stand. */
  long step() {
    return run.snapshot().map(Snapshot::step).orElse(0L);
  }

  /** The place of the followed example in the batch, from 0; that many as there are once all are together. */
  int example() {
    Explained answer = model.answerProperty().get();
    return model.wholeProperty().get() ? answer.rows().length : Math.max(0, answer.row());
  }

  /** Whether the passes of the step under way still have ops to run. */
  boolean amidPasses() {
    return at() > 0 && at() < course().size() - 1;
  }

  /** The op with which the layer ends that does this one, both counted from 1. */
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

  /** Whether there is something before. */
  boolean canGoBack() {
    boolean within = grain.get() == Grain.SAMPLE ? example() > 0 : at() > 1;
    return within || hasStepBefore();
  }

  private boolean hasStepBefore() {
    Run now = run.runProperty().get();
    return now != null && now.checkpointLog().available() && step() > now.checkpointLog().first() && !course().isEmpty();
  }

  // --- going

  /** Whether Space means what the sentence under the chain rule says: while the debugger is open, unless the training runs. */
  public ObservableBooleanValue leads() {
    return leads;
  }

  /** Goes one stride on; what goes on by itself stops. */
  public void goOn() {
    if (auto.get()) {
      toggleAuto();
    } else {
      next();
    }
  }

  /** Goes to where so many ops of the step have run, of the past step that is looked at or of the present one. */
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

  /** One stride on. */
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

  /** One stride back; what lies before the step under way is run again from the run's checkpoint log. */
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

  /** @param op to go to; below 1 the last before the update of the step before */
  private void back(int op) {
    if (op >= 1) {
      move(op);
    } else if (hasStepBefore()) {
      run.past().goToOp(step() - 1, course().size() - 1);
    }
  }

  /** A step under way is left at its first op before the one before it is gone to. */
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

  /** The run is another one. */
  void begin() {
    heading = 0;
    anew = false;
  }

  /** Takes over where an answer stands: in another batch the walk along its examples begins with the first. */
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

  /** Once a frame. @param busy whether an answer is on its way */
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

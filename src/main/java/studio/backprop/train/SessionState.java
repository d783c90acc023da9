package studio.backprop.train;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.train.learn.BatchSource;
import studio.backprop.train.learn.Epochs;
import studio.backprop.train.regime.Regime;

/** Mutable state of a session: step, epoch, batch and settings changed during training. */
final class SessionState {
  private final Project project;
  private final Parameters parameters;
  private final BatchSource examples;
  private final Ownership ownership;
  private final StepExecutor turns;
  private final Epochs epochs;
  private final Regime regime;
  private double rate;
  private Assignment assignment;
  private int lastEpoch;
  /** Whether a step runs op by op, with the settings of its beginning. */
  private boolean held;
  private double heldRate;
  private double heldFactor;
  /** Whether the last epoch has changed since. */
  private boolean lastEpochChanged;
  private long step;
  private long learned;
  private int epoch;
  private int batch;

  SessionState(Project project, Parameters parameters, Regime regime, Ownership ownership, StepExecutor turns, Epochs epochs) {
    this.project = project;
    this.parameters = parameters;
    this.regime = regime;
    this.examples = regime.examples();
    this.ownership = ownership;
    this.turns = turns;
    this.epochs = epochs;
    this.rate = project.training().rate();
    this.assignment = project.assignment();
    this.lastEpoch = project.training().epochs();
  }

  long step() {
    return step;
  }

  long learned() {
    return learned;
  }

  void replaced(long steps) {
    learned = steps;
  }

  int epoch() {
    return epoch;
  }

  int batch() {
    return batch;
  }

  double rate() {
    return rate;
  }

  void setRate(double changed) {
    rate = changed;
  }

  Assignment assignment() {
    return assignment;
  }

  void setAssignment(Assignment live) {
    assignment = live;
    if (!held) {
      regime.follow(live);
    }
  }

  int lastEpoch() {
    return lastEpoch;
  }

  void setLastEpoch(int changed) {
    if (changed != lastEpoch) {
      lastEpoch = changed;
      lastEpochChanged = held;
      if (!held) {
        epochs.reachTo(changed);
      }
    }
  }

  /** Begins a step op by op: changes of settings apply from the next step on, also if this one is rerun. */
  void hold() {
    if (!held && !regime.movesByNewestRate()) {
      heldRate = rate;
      heldFactor = rateFactor();
      held = true;
    }
  }

  /** Ends or discards the step; applies pending changes. */
  void release() {
    if (held) {
      held = false;
      regime.follow(assignment);
    }
    if (lastEpochChanged) {
      lastEpochChanged = false;
      epochs.reachTo(lastEpoch);
    }
  }

  boolean holds() {
    return held;
  }

  /** Base rate of the current or next step. */
  double stepRate() {
    return held ? heldRate : rate;
  }

  /** Factor of the schedule. */
  double stepFactor() {
    return held ? heldFactor : rateFactor();
  }

  private double rateFactor() {
    return epochs.rateFactor(step);
  }

  /** Before a step: shuffles at the first of an epoch. */
  void beginStep() {
    if (batch == 0) {
      examples.startEpoch(epoch);
      epochs.begin();
    }
  }

  /** After a step: evaluates at the last of an epoch. @param taken learning rate of the step */
  void endStep(double taken) {
    step++;
    learned = step;
    batch++;
    if (batch == examples.batches()) {
      batch = 0;
      epoch++;
      epochs.end(epoch, step, taken);
    }
    release();
  }

  TrainingProgress progressed() {
    OptimizerMemory memory = turns.memory();
    return new TrainingProgress(step, epoch, batch, lastEpoch, memory.steps(), memory.slots(), epochs.kept(), epochs.records(),
        turns.kept(), OptionalLong.of(learned));
  }

  void resume(TrainingProgress saved) {
    step = saved.step();
    learned = saved.weightsStep(parameters);
    epoch = saved.epoch();
    batch = saved.batch() < examples.batches() ? saved.batch() : 0;
    if (saved.end() > lastEpoch) {
      lastEpoch = saved.end();
      epochs.forget(lastEpoch);
    }
    saved.kept().ifPresent(turns::restore); // before the epochs, which read an agent's returns
    epochs.resume(saved.epochs(), saved.best());
    ownership.restore(new OptimizerMemory(saved.slots(), saved.updates()));
    examples.startEpoch(epoch);
  }

  Checkpoint checkpoint() {
    float[][] weights = parameters.room();
    if (turns.last() == null) {
      parameters.copyTo(weights);
    } else {
      Arrays.setAll(weights, p -> turns.began()[p].clone()); // running statistics have moved
    }
    return new Checkpoint(
        progressed().copy(), weights, rate, Optional.of(assignment), lastEpoch, epochs.waited(), epochs.sums(),
        parameters.switches().off());
  }

  void restore(Checkpoint then) {
    turns.forgive();
    release();
    parameters.set(then.weights());
    parameters.switches().setOff(then.off());
    rate = then.rate();
    setAssignment(then.assignment().orElse(project.assignment()));
    lastEpoch = then.lastEpoch();
    epochs.forget(lastEpoch);
    resume(then.progressed());
    epochs.goOnFrom(then.sums(), then.waited());
  }

  void branch(BranchPoint from) {
    Checkpoint at = from.at();
    TrainingProgress then = at.progressed();
    TrainingSettings left = from.project().training();
    step = then.step();
    learned = step;
    epoch = then.epoch();
    batch = (int) Math.min(examples.batches() - 1L, (long) then.batch() * left.batch() / project.training().batch());
    epochs.forget(lastEpoch);
    then.kept().ifPresent(turns::restore);
    epochs.resume(then.epochs(), from.fits(parameters) ? then.best() : new float[0][]);
    if (from.sameData(project) && at.sums().length == epochs.sums().length) {
      epochs.goOnFrom(at.sums(), at.waited());
    }
    if (from.sameOptimizers(project)) {
      ownership.restore(new OptimizerMemory(from.slots(parameters, turns.memory().slots()), then.updates()));
    }
    examples.startEpoch(epoch);
  }
}

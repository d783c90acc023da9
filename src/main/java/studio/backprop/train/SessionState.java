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

/** State of a session: step, epoch, batch and settings changed during training; can be saved and restored. */
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
  /** Whether a step was begun op by op, and has to use the settings of its beginning. */
  private boolean held;
  private double heldRate;
  private double heldFactor;
  /** Whether the last epoch was changed meanwhile. */
  private boolean reaches;
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
      reaches = held;
      if (!held) {
        epochs.reachTo(changed);
      }
    }
  }

  /**
   * Begins a step op by op: changes wait for the next step, also if this one is rerun. The turns of a step, and the actions of an agent in
   * it, belong together.
   */
  void hold() {
    if (!held && !regime.movesByNewestRate()) {
      heldRate = rate;
      heldFactor = rateFactor();
      held = true;
    }
  }

  /** Ends or discards the step: pending changes apply. */
  void release() {
    if (held) {
      held = false;
      regime.follow(assignment);
    }
    if (reaches) {
      reaches = false;
      epochs.reachTo(lastEpoch);
    }
  }

  /** Whether a step is under way that changes do not affect. */
  boolean holds() {
    return held;
  }

  /** Base rate of the step under way, or else of the next one. */
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
    saved.kept().ifPresent(turns::restore); // an agent knows how well it acted after each epoch
    epochs.resume(saved.epochs(), saved.best());
    ownership.restore(new OptimizerMemory(saved.slots(), saved.updates()));
    examples.startEpoch(epoch);
  }

  Checkpoint checkpoint() {
    float[][] weights = parameters.room();
    if (turns.last() == null) {
      parameters.copyTo(weights);
    } else {
      Arrays.setAll(weights, p -> turns.began()[p].clone()); // running numbers of a normalization have moved
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

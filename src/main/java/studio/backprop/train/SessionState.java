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

/** Where a session stands: its step, epoch and batch, what a person has set on the way, and how it comes to stand somewhere else. */
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
  /** Whether a step was begun op by op, and is to be done with the numbers that it was begun with, from its beginning if need be. */
  private boolean held;
  private double heldRate;
  private double heldFactor;
  /** Whether the last epoch was changed meanwhile. */
  private boolean reaches;
  private long step;
  /** How many steps the weights have learned: all, unless those of an earlier one stand in their place. */
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

  /** Steps taken so far. */
  long step() {
    return step;
  }

  /** How many steps the weights have learned. */
  long learned() {
    return learned;
  }

  /** Other weights stand there now. @param steps that they have learned */
  void replaced(long steps) {
    learned = steps;
  }

  /** Epochs completed so far. */
  int epoch() {
    return epoch;
  }

  /** Batches taken in the epoch that is under way. */
  int batch() {
    return batch;
  }

  double rate() {
    return rate;
  }

  void setRate(double changed) {
    rate = changed;
  }

  /** What can change of the kind of training, as it is now. */
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
   * A step begins that a person may look into: what is changed from now on waits for the next one, also where this one goes back to its
   * beginning. The turns of a step, and the actions of an agent in it, belong together.
   */
  void hold() {
    if (!held && !regime.movesByNewestRate()) {
      heldRate = rate;
      heldFactor = rateFactor();
      held = true;
    }
  }

  /** The step is done, or given up: what was changed meanwhile holds now. */
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

  /** Whether a step is under way that what is changed now does not touch. */
  boolean holds() {
    return held;
  }

  /** The rate of the step under way, or else of the next one, before the schedule. */
  double stepRate() {
    return held ? heldRate : rate;
  }

  /** What the schedule makes of it. */
  double stepFactor() {
    return held ? heldFactor : rateFactor();
  }

  private double rateFactor() {
    return epochs.rateFactor(step);
  }

  /** Before a step: the first of an epoch deals its examples. */
  void beginStep() {
    if (batch == 0) {
      examples.startEpoch(epoch);
      epochs.begin();
    }
  }

  /** After a step: the last of an epoch scores it. @param taken the learning rate of the step */
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

  /** Goes on from a step of another run in this project's way. */
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

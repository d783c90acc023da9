package studio.backprop.train;

import java.util.List;
import java.util.Optional;
import studio.backprop.op.Mode;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.project.Project;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;
import studio.backprop.train.learn.Learner;
import studio.backprop.train.learn.LearnerTurn;
import studio.backprop.train.learn.ParameterUpdater;
import studio.backprop.train.record.KeptState;
import studio.backprop.train.regime.Regime;

/**
 * Executes a training step, whole or op by op: each learner in turn runs its plan forward and backward and updates its parameters. After a
 * fault the parameters are those of the step before, running statistics of normalization included. Allocates nothing in a whole step.
 */
final class StepExecutor {
  private static final int ALL = Integer.MAX_VALUE;

  private final Project project;
  private final Parameters parameters;
  private final Regime regime;
  private final List<Learner> learners;
  private final Ownership ownership;
  private final OpStepper stepper = new OpStepper();
  private final StepTimes times;
  /** Parameters and optimizer slots at the beginning of a step that runs op by op. */
  private float[][] began;
  private OptimizerMemory beganMemory;
  private Optional<KeptState> beganKept = Optional.empty();
  private int batch;
  private long step;
  private double rate;
  private double takenRate;
  private double factor;
  /** Of the current or last step. */
  private List<LearnerTurn> turns;
  private Plan first;
  private Plan current;
  private Fault fault;

  StepExecutor(Project project, Parameters parameters, Regime regime, Ownership ownership) {
    this.project = project;
    this.parameters = parameters;
    this.regime = regime;
    this.learners = regime.learners();
    this.turns = regime.turns();
    this.times = new StepTimes(turns.get(0).passes(), regime.acting());
    this.ownership = ownership;
    this.first = learners.get(0).plan(0);
    this.current = first;
  }

  /**
   * Sets the current or next step.
   *
   * @param number steps taken before
   * @param nextRate base rate of all turns
   */
  void prepare(int nextBatch, long number, double nextRate, double nextFactor) {
    batch = nextBatch;
    step = number;
    rate = nextRate;
    factor = nextFactor;
  }

  /** Runs the whole step. @return whether all learners were updated; false after a fault */
  boolean whole() {
    turns = regime.turns();
    times.start();
    for (int turn = 0; turn < turns.size(); turn++) {
      begin(turn);
      times.acted();
      current.forwardToLoss(Mode.TRAIN);
      int pass = turns.get(turn).pass();
      times.took(pass, Cursor.Phase.FORWARD);
      current.forwardLoss(Mode.TRAIN);
      if (!lossIsFinite(turn)) {
        return false;
      }
      times.took(pass, Cursor.Phase.LOSS);
      current.backward();
      times.took(pass, Cursor.Phase.BACKWARD);
      if (!update(turn)) {
        return false;
      }
      times.took(pass, Cursor.Phase.UPDATE);
    }
    restOthers();
    return true;
  }

  /** Runs the next op or update. @return whether the last learner was updated */
  boolean advance() {
    if (stepper.last() == null) {
      turns = regime.turns();
      began = began == null ? parameters.room() : began;
      parameters.copyTo(began);
      beganMemory = learners.size() == 1 ? null : ownership.memory().copy();
      beganKept = regime.state();
      begin(0);
      stepper.begin(planned(turns, batch));
    }
    if (stepper.complete()) {
      return endTurn(stepper.turn());
    }
    stepper.advance();
    if (stepper.atLoss()) {
      lossIsFinite(stepper.turn());
    }
    return false;
  }

  private boolean endTurn(int turn) {
    boolean last = turn == turns.size() - 1;
    if (last) {
      stepper.end();
    }
    boolean moved = update(turn);
    if (moved && last) {
      restOthers();
    } else if (moved) {
      begin(turn + 1);
      stepper.updated();
    }
    return moved && last;
  }

  /** Marks learners without a turn in the step. */
  private void restOthers() {
    for (int i = 0; i < learners.size(); i++) {
      if (!tookTurn(i, turns.size())) {
        learners.get(i).updater().rest();
      }
    }
  }

  /** @param count of the step's first turns */
  private boolean tookTurn(int learner, int count) {
    for (int i = 0; i < count; i++) {
      if (turns.get(i).learner() == learners.get(learner)) {
        return true;
      }
    }
    return false;
  }

  private static List<Plan> planned(List<LearnerTurn> turns, int batch) {
    return turns.stream().map(turn -> turn.plan(batch)).toList();
  }

  /** Plans of the step under way, or else of the next one, by turn. */
  List<Plan> planned(int batch) {
    return planned(stepper.last() == null ? regime.turns() : turns, batch);
  }

  /** Whether this op requires rerunning the step. */
  boolean isBeyond(int number) {
    return stepper.last() != null && number < stepper.last().number();
  }

  /** Restores the beginning of the step. */
  void rewind() {
    parameters.set(began); // running statistics have moved
    if (beganMemory != null) {
      ownership.restore(beganMemory);
      learners.forEach(learner -> learner.updater().replaced()); // some were updated in this step, others in the one before
    }
    beganKept.ifPresent(regime::restore);
    stepper.end();
  }

  private void begin(int turn) {
    for (int i = 0; turn == 0 && i < learners.size(); i++) { // without an iterator's allocation
      learners.get(i).updater().begin();
    }
    LearnerTurn taken = turns.get(turn);
    current = taken.plan(batch);
    first = taken.learner() == learners.get(0) ? current : first;
    taken.begin(batch, step);
  }

  private boolean lossIsFinite(int turn) {
    if (Float.isFinite(current.lossValue())) {
      return true;
    }
    Optional<Step> first = current.firstNotFinite();
    Optional<Message> refusal = first.flatMap(place -> place.op().refusal());
    if (refusal.isPresent()) {
      fault = Fault.refused(project, step, first.get(), refusal.get());
      undo(turn);
      return false;
    }
    fault = Fault.at("fault.forward", project, step, first.orElseGet(this::lossStep));
    undo(turn == 0 ? ALL : turn); // a NaN loss is due to the last update
    return false;
  }

  private Step lossStep() {
    return current.steps().get(current.steps().size() - 1);
  }

  private boolean update(int turn) {
    Learner learner = turns.get(turn).learner();
    if (!learner.regularize()) {
      fault = Fault.at("fault.backward", project, step, current.firstGradientNotFinite().orElseGet(this::lossStep));
      undo(turn);
      return false;
    }
    takenRate = rate * factor;
    Optional<Parameter> lost = learner.move(learner.rate(rate) * factor);
    if (lost.isPresent()) {
      fault = Fault.at("fault.update", project, step, lost.get().node(), lost.get().name());
      undo(turn);
    }
    return lost.isEmpty();
  }

  /**
   * Undoes the last update of the first learners; of the others, what the failed passes changed.
   *
   * @param count of the step's first turns
   */
  private void undo(int count) {
    for (int i = 0; i < learners.size(); i++) {
      if (count == ALL || tookTurn(i, count)) {
        learners.get(i).updater().takeBack();
      } else {
        learners.get(i).updater().restoreState();
      }
    }
  }

  /** Clears a fault and resets the optimizers. */
  void forgive() {
    fault = null;
    stepper.end();
    learners.stream().map(Learner::updater).forEach(ParameterUpdater::forget);
  }

  Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /** Null between two steps. */
  Cursor last() {
    return stepper.last();
  }

  Cursor next() {
    return stepper.next();
  }

  boolean knows(Tensor tensor) {
    return stepper.knows(tensor);
  }

  double share(Cursor.Phase phase) {
    return times.share(phase);
  }

  /** @see StepTimes#actingShares */
  double[] actingShares() {
    return times.actingShares();
  }

  List<TurnSpec> passes() {
    return times.passes(stepper.last() == null ? regime.turns() : turns);
  }

  double takenRate() {
    return takenRate;
  }

  LearnerTurn turn() {
    return stepper.last() == null ? regime.turns().get(0) : turns.get(stepper.turn());
  }

  /** Learner of the current or last turn. */
  Learner learner() {
    return stepper.last() == null ? turns.get(turns.size() - 1).learner() : turns.get(stepper.turn()).learner();
  }

  /** Whether a learner had a turn in the current or last step. */
  boolean tookTurn(int learner) {
    return tookTurn(learner, turns.size());
  }

  /** Last plan of the first learner. */
  Plan first() {
    return first;
  }

  /** Loss of a learner in the current or last step; NaN if it had no turn. */
  double loss(int learner) {
    double loss = Double.NaN;
    for (int i = 0; i < turns.size(); i++) {
      loss = turns.get(i).learner() == learners.get(learner) ? turns.get(i).plan(batch).lossValue() : loss;
    }
    return loss;
  }

  /** Last plan that ran. */
  Plan current() {
    return current;
  }

  /** Parameters before the step under way. */
  float[][] began() {
    return began;
  }

  /** The regime's state before the step under way. */
  Optional<KeptState> kept() {
    return stepper.last() == null ? regime.state() : beganKept;
  }

  void restore(KeptState kept) {
    regime.restore(kept);
  }

  /** The optimizers' state before the step under way. */
  OptimizerMemory memory() {
    return stepper.last() == null || beganMemory == null ? ownership.memory() : beganMemory;
  }
}

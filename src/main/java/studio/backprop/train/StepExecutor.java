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
  /** The regime's state then. */
  private Optional<KeptState> beganKept = Optional.empty();
  private int batch;
  private long step;
  private double rate;
  private double takenRate;
  private double factor;
  /** Of the step under way, or else of the last one. */
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
   * Sets which step is next, or under way.
   *
   * @param number steps taken before
   * @param nextRate base rate, for all turns of a step
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

  /** Runs the next op or update; begins the step if none is under way. @return whether the last learner was updated */
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

  /** Whether the step has to be rerun to come to this op. */
  boolean isBeyond(int number) {
    return stepper.last() != null && number < stepper.last().number();
  }

  /** Discards the step under way and restores its beginning. */
  void rewind() {
    parameters.set(began); // running numbers of a normalization have moved
    if (beganMemory != null) {
      ownership.restore(beganMemory);
      learners.forEach(learner -> learner.updater().replaced()); // some had moved in this step, others in the one before
    }
    beganKept.ifPresent(regime::restore);
    stepper.end();
  }

  private void begin(int turn) {
    for (int i = 0; turn == 0 && i < learners.size(); i++) { // an iterator would be allocated
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
      takeBack(turn);
      return false;
    }
    fault = Fault.at("fault.forward", project, step, first.orElseGet(this::lossStep));
    takeBack(turn == 0 ? ALL : turn); // where the loss is no number any more, the last move led there
    return false;
  }

  private Step lossStep() {
    return current.steps().get(current.steps().size() - 1);
  }

  private boolean update(int turn) {
    Learner learner = turns.get(turn).learner();
    if (!learner.regularize()) {
      fault = Fault.at("fault.backward", project, step, current.firstGradientNotFinite().orElseGet(this::lossStep));
      takeBack(turn);
      return false;
    }
    takenRate = rate * factor;
    Optional<Parameter> lost = learner.move(learner.rate(rate) * factor);
    if (lost.isPresent()) {
      fault = Fault.at("fault.update", project, step, lost.get().node(), lost.get().name());
      takeBack(turn);
    }
    return lost.isEmpty();
  }

  /**
   * Restores the first learners to before their last update; of the others, what the failed passes changed.
   *
   * @param count of the step's first turns
   */
  private void takeBack(int count) {
    for (int i = 0; i < learners.size(); i++) {
      if (count == ALL || tookTurn(i, count)) {
        learners.get(i).updater().takeBack();
      } else {
        learners.get(i).updater().restoreState();
      }
    }
  }

  /** Resets the optimizers, so that training can go on after a fault. */
  void forgive() {
    fault = null;
    stepper.end();
    learners.stream().map(Learner::updater).forEach(ParameterUpdater::forget);
  }

  Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /** Last op of the step under way; null between two steps. */
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

  /** Current turn, or else the first of the next step. */
  LearnerTurn turn() {
    return stepper.last() == null ? regime.turns().get(0) : turns.get(stepper.turn());
  }

  /** Learner of the current or last turn. */
  Learner learner() {
    return stepper.last() == null ? turns.get(turns.size() - 1).learner() : turns.get(stepper.turn()).learner();
  }

  /** Whether a learner had a turn in the step under way, or else in the last one. */
  boolean tookTurn(int learner) {
    return tookTurn(learner, turns.size());
  }

  /** Last plan of the first learner. */
  Plan first() {
    return first;
  }

  /** Loss of a learner in the step under way or the last one; NaN if it had no turn. */
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

  /** All parameters before the step under way. */
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

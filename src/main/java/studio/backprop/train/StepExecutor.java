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
 * Takes a training step, whole or op by op: one learner after the other runs its plan forward and backward and moves its parameters. After
 * a fault the learned parameters are those of a good step, and running numbers, such as those of a normalization, are what they were before
 * the failed one. Allocates nothing in a whole step.
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
  /** All parameters, and what each optimizer kept, as they were when a step was begun op by op. */
  private float[][] began;
  private OptimizerMemory beganMemory;
  /** What the kind of training kept then. */
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
   * Which step is next, or under way.
   *
   * @param number steps taken before
   * @param nextRate that a person has set, before the schedule: one for all turns of a step
   */
  void prepare(int nextBatch, long number, double nextRate, double nextFactor) {
    batch = nextBatch;
    step = number;
    rate = nextRate;
    factor = nextFactor;
  }

  /** Takes the whole step. @return whether all learners moved; false after a fault */
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

  /** Does the next op or update of the step, which begins with it if none is under way. @return whether the last learner moved */
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

  /** Who had no turn in the step that is done did not move. */
  private void restOthers() {
    for (int i = 0; i < learners.size(); i++) {
      if (!tookTurn(i, turns.size())) {
        learners.get(i).updater().rest();
      }
    }
  }

  /** @param count of the first turns of the step */
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

  /** The plans of the step under way, or else of the next one, in the order of their turns. */
  List<Plan> planned(int batch) {
    return planned(stepper.last() == null ? regime.turns() : turns, batch);
  }

  /** Whether the step that is under way can only be begun anew to come to where so many ops of it have run. */
  boolean isBeyond(int number) {
    return stepper.last() != null && number < stepper.last().number();
  }

  /** Gives the step under way up: all is as it was before. */
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
   * Those who took a turn go back to where they were before they moved last; of the others, what the failed passes have changed goes back.
   *
   * @param count of the first turns of the step
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

  /** Training can go on from the step that was kept after a fault. The optimizers forget what led to it. */
  void forgive() {
    fault = null;
    stepper.end();
    learners.stream().map(Learner::updater).forEach(ParameterUpdater::forget);
  }

  Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /** What {@link #advance} did last in the step under way; null between two steps. */
  Cursor last() {
    return stepper.last();
  }

  /** What {@link #advance} will do. */
  Cursor next() {
    return stepper.next();
  }

  /** Whether the gradient of a tensor is known in the step under way. */
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

  /** The passes of the step under way, or else of the next one. */
  List<TurnSpec> passes() {
    return times.passes(stepper.last() == null ? regime.turns() : turns);
  }

  /** The learning rate of the last update. */
  double takenRate() {
    return takenRate;
  }

  /** Whose turn it is, or else the first of the next step. */
  LearnerTurn turn() {
    return stepper.last() == null ? regime.turns().get(0) : turns.get(stepper.turn());
  }

  /** Whose turn it is, or was last. */
  Learner learner() {
    return stepper.last() == null ? turns.get(turns.size() - 1).learner() : turns.get(stepper.turn()).learner();
  }

  /** Whether a learner took a turn in the step under way, or else in the last one. */
  boolean tookTurn(int learner) {
    return tookTurn(learner, turns.size());
  }

  /** The plan of the first learner that ran last. */
  Plan first() {
    return first;
  }

  /** The loss of a learner in the step under way or the last one; NaN where it had no turn. */
  double loss(int learner) {
    double loss = Double.NaN;
    for (int i = 0; i < turns.size(); i++) {
      loss = turns.get(i).learner() == learners.get(learner) ? turns.get(i).plan(batch).lossValue() : loss;
    }
    return loss;
  }

  /** The plan that ran last. */
  Plan current() {
    return current;
  }

  /** All parameters as they were before the step under way. */
  float[][] began() {
    return began;
  }

  /** What the kind of training keeps, as it was before the step under way. */
  Optional<KeptState> kept() {
    return stepper.last() == null ? regime.state() : beganKept;
  }

  /** The kind of training goes on from there. */
  void restore(KeptState kept) {
    regime.restore(kept);
  }

  /** What the optimizers keep, as it was before the step under way. */
  OptimizerMemory memory() {
    return stepper.last() == null || beganMemory == null ? ownership.memory() : beganMemory;
  }
}

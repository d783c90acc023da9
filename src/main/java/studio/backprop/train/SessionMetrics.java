package studio.backprop.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.data.Batches;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.Epochs;
import studio.backprop.train.learn.Learner;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.regime.Regime;

/**
 * Read-only metrics of a training session: its progress and the results of its last step. Valid until the next call that moves the
 * {@link Session}.
 */
public abstract sealed class SessionMetrics permits Session {
  final Project project;
  final PreparedData data;
  final Kernels kernels;
  final Parameters parameters;
  final Regime regime;
  final List<Learner> learners;
  final Ownership ownership;
  final StepExecutor turns;
  final MetricAccumulator batchMetrics;
  final Epochs epochs;
  final SessionState standing;
  /** Whether the gradients of a step are known. */
  boolean measured;

  SessionMetrics(Project project, PreparedData data, Kernels kernels, Parameters parameters, Purpose purpose) {
    this.project = project;
    this.data = data;
    this.kernels = kernels;
    this.parameters = parameters;
    this.regime = Regime.of(project, data, kernels, parameters, purpose);
    this.learners = regime.learners();
    this.ownership = new Ownership(parameters, learners);
    this.turns = new StepExecutor(project, parameters, regime, ownership);
    this.batchMetrics = regime.metrics();
    this.epochs = new Epochs(project.training(), parameters, regime.metrics(), regime::validate, regime::greedy,
        regime.examples().batches());
    this.standing = new SessionState(project, parameters, regime, ownership, turns, epochs);
  }

  /** Last position of {@link Session#advance} in the step under way; empty between two steps. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(turns.last());
  }

  /** Share of a phase in the time of whole steps, filling the batch included in the forward pass; NaN before a step. */
  public double timeShare(Cursor.Phase phase) {
    return turns.share(phase);
  }

  /** Shares of the parts of collection in the time of steps; empty without an agent. */
  public double[] actingShares() {
    return turns.actingShares();
  }

  /** Passes of the step under way, or else of the next one, in order. */
  public List<TurnSpec> passes() {
    return turns.passes();
  }

  /** Whether a gradient is known: of the last step or, within one, as soon as each op that adds to it has run backward. */
  public boolean knowsGradient(Tensor tensor) {
    return turns.last() == null ? measured : turns.knows(tensor);
  }

  /** Whether training has ended: last epoch, early stop or fault. */
  public boolean finished() {
    return turns.fault().isPresent() || standing.epoch() >= standing.lastEpoch() || epochs.gaveUp();
  }

  public boolean stoppedEarly() {
    return turns.fault().isEmpty() && standing.epoch() < standing.lastEpoch() && epochs.gaveUp();
  }

  /** Epoch whose weights {@link Session#keepBest} restores; empty without early stopping or before the first epoch ends. */
  public OptionalInt bestEpoch() {
    OptionalInt acted = regime.bestEpoch();
    return acted.isPresent() ? acted : epochs.bestEpoch();
  }

  public Project project() {
    return project;
  }

  public PreparedData data() {
    return data;
  }

  public Task task() {
    return project.assignment().task(data.dataset().task());
  }

  public Parameters parameters() {
    return parameters;
  }

  public Kernels kernels() {
    return kernels;
  }

  /** Plan of the last step: its buffers hold that step until the next. */
  public Plan plan() {
    return turns.current();
  }

  /** Whether a step was taken: a resumed run has neither loss nor gradients until its next step. */
  public boolean measured() {
    return measured;
  }

  public long steps() {
    return standing.step();
  }

  /** Steps that the weights have learned: all, unless weights of an earlier step replaced them, as after early stopping. */
  public long weightsStep() {
    return standing.learned();
  }

  /** Completed epochs. */
  public int epoch() {
    return standing.epoch();
  }

  /** Batches completed in the epoch under way. */
  public int batch() {
    return standing.batch();
  }

  public int batchesPerEpoch() {
    return regime.examples().batches();
  }

  /** Training examples per epoch. */
  public int rows() {
    return regime.examples().rows();
  }

  /** Loss of the last batch, before the update; of the first of several learners, and NaN if it had no turn. */
  public double loss() {
    return turns.tookTurn(0) ? turns.first().lossValue() : Double.NaN;
  }

  /** Loss of each learner in the last batch, in the order of {@link Regime#learners}; NaN if it had no turn. */
  public double lossOf(int learner) {
    return learner == 0 ? loss() : turns.loss(learner);
  }

  /** Whether a parameter is frozen in the current or last turn. */
  public boolean rests(int parameter) {
    Learner owner = ownership.learner(parameter);
    return owner != turns.learner() && owner.output() == turns.learner().output();
  }

  /** Number of learners, each with its own loss. */
  public int learners() {
    return learners.size();
  }

  /** Whether the gradient of some learner's loss reaches the output of a node. */
  public boolean reaches(int node) {
    return learners.stream().anyMatch(learner -> learner.plan(0).gradient(node).isPresent());
  }

  public Assignment assignment() {
    return standing.assignment();
  }

  /**
   * First step, from 0, to which a change made now applies: the next one that begins. Within a step the one after it, except for the single
   * update of supervised training.
   */
  public long changesFrom() {
    return steps() + (standing.holds() ? 1 : 0);
  }

  /** Loss of the last batch at an output: of several learners that share it, of the current or last turn. */
  public double loss(int output) {
    if (turns.learner() != learners.get(0) && turns.learner().output() == output && learners.get(0).output() == output) {
      return turns.loss(learners.indexOf(turns.learner()));
    }
    return learners.stream().filter(learner -> learner.output() == output).findFirst()
        .filter(learner -> learner != learners.get(0)).map(learner -> (double) learner.plan(0).lossValue()).orElseGet(this::loss);
  }

  /** Plan of the last step in which a gradient reaches a node: the last one run, or else another learner's. */
  public Plan planOf(int node) {
    if (plan().gradient(node).isPresent() || learners.size() == 1) {
      return plan();
    }
    return learners.stream().filter(learner -> learner.output() != turns.learner().output()) // of one loss, only whose turn it is
        .map(learner -> learner.plan(0)).filter(plan -> plan.gradient(node).isPresent()).findFirst()
        .orElseGet(this::plan);
  }

  /** Accuracy of the last batch, or mean absolute error of a regression. */
  public double measure() {
    return batchMetrics.measure();
  }

  /** ‖∂L/∂w‖ of a learned parameter in the last step, in the order of {@link Parameters#learned}. */
  public double gradientNorm(int learned) {
    return ownership.gradientNorm(learned);
  }

  /** Whether a learned parameter had a turn in the last step; else {@link #gradientNorm} is of an earlier one. */
  public boolean tookTurn(int learned) {
    return turns.tookTurn(ownership.ownerOf(learned));
  }

  public List<EpochRecord> epochs() {
    return epochs.records();
  }

  /** Counts by class on the validation part after the last epoch; without examples before that, empty for a regression. */
  public List<ClassCount> validationClasses() {
    return regime.validationClasses();
  }

  public Optional<Fault> fault() {
    return turns.fault();
  }

  /** Base learning rate, before the schedule. */
  public double rate() {
    return standing.rate();
  }

  public int lastEpoch() {
    return standing.lastEpoch();
  }

  /** ‖Δw‖ ÷ ‖w‖ of a parameter's last update. */
  public double updateRatio(int parameter) {
    return ownership.updateRatio(parameter);
  }

  /** All parameters before the last step, not copied; empty if they were replaced since. */
  public Optional<float[][]> beforeStep() {
    return measured ? ownership.before() : Optional.empty();
  }

  public double weightNorm(int parameter) {
    return ownership.weightNorm(parameter);
  }

  /** Learning rate of the last step, with the schedule. */
  public double takenRate() {
    return turns.takenRate();
  }

  /** Learning rate of the step under way, or else of the next one. */
  public double currentRate() {
    return standing.stepRate() * standing.stepFactor();
  }

  /** Plans of the step under way, or else the next one, by turn. */
  List<Plan> planned() {
    return turns.planned(standing.batch());
  }

  public Regime regime() {
    return regime;
  }
}

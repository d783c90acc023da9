package studio.backprop.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

/** Progress of a training session and results of its last step. Valid until the next call that moves the {@link Session}. */
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
  /** Whether gradients are known. */
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

  /** Last op of the step under way; empty between two steps. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(turns.last());
  }

  /** Share of a phase in the step time, filling the batch as part of the forward pass; NaN if unmeasured. */
  public double timeShare(Cursor.Phase phase) {
    return turns.share(phase);
  }

  /** Shares of {@link StepTimes#actingShares collection} in the step time; empty without an agent. */
  public double[] actingShares() {
    return turns.actingShares();
  }

  /** Turns of the current or next step. */
  public List<TurnSpec> passes() {
    return turns.passes();
  }

  /** Whether a gradient is complete: within a step, once each op that adds to it has run backward. */
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

  /** Epoch whose weights {@link Session#keepBest} restores; empty if none. */
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

  /** Plan of the last step; valid until the next. */
  public Plan plan() {
    return turns.current();
  }

  /** False in a resumed run until its next step: neither loss nor gradients. */
  public boolean measured() {
    return measured;
  }

  public long steps() {
    return standing.step();
  }

  /** Step of the current weights: earlier than {@link #steps} once best weights were restored. */
  public long weightsStep() {
    return standing.learned();
  }

  /** Completed epochs. */
  public int epoch() {
    return standing.epoch();
  }

  /** Completed batches of the epoch. */
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

  /** Loss of the first learner in the last batch, before the update; NaN if it had no turn. */
  public double loss() {
    return turns.tookTurn(0) ? turns.first().lossValue() : Double.NaN;
  }

  /** The same by index among {@link Regime#learners}. */
  public double lossOf(int learner) {
    return learner == 0 ? loss() : turns.loss(learner);
  }

  /** Whether a parameter is frozen in the current or last turn. */
  public boolean rests(int parameter) {
    Learner owner = ownership.learner(parameter);
    return owner != turns.learner() && owner.output() == turns.learner().output();
  }

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
   * First step, from 0, to which a change of settings applies: the next one that begins, except for the single update of supervised
   * training.
   */
  public long changesFrom() {
    return steps() + (standing.holds() ? 1 : 0);
  }

  /** Loss at an output node; of learners that share it, in the current or last turn. */
  public double loss(int output) {
    if (turns.learner() != learners.get(0) && turns.learner().output() == output && learners.get(0).output() == output) {
      return turns.loss(learners.indexOf(turns.learner()));
    }
    return learners.stream().filter(learner -> learner.output() == output).findFirst()
        .filter(learner -> learner != learners.get(0)).map(learner -> (double) learner.plan(0).lossValue()).orElseGet(this::loss);
  }

  /** Last plan in which a gradient reaches a node. */
  public Plan planOf(int node) {
    if (plan().gradient(node).isPresent() || learners.size() == 1) {
      return plan();
    }
    return learners.stream().filter(learner -> learner.output() != turns.learner().output()) // of a shared loss, only the current learner's
        .map(learner -> learner.plan(0)).filter(plan -> plan.gradient(node).isPresent()).findFirst()
        .orElseGet(this::plan);
  }

  /** Accuracy of the last batch, or mean absolute error of a regression. */
  public double measure() {
    return batchMetrics.measure();
  }

  /** ‖∂L/∂w‖ in the last step, by index among {@link Parameters#learned}. */
  public double gradientNorm(int learned) {
    return ownership.gradientNorm(learned);
  }

  /** Whether the parameter's learner had a turn in the last step; else {@link #gradientNorm} is of an earlier one. */
  public boolean tookTurn(int learned) {
    return turns.tookTurn(ownership.ownerOf(learned));
  }

  public List<EpochRecord> epochs() {
    return epochs.records();
  }

  /** Counts by class on the validation part after the last epoch; zero before, empty for a regression. */
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

  /** Parameters before the last step, not copied; empty if replaced since. */
  public Optional<float[][]> beforeStep() {
    return measured ? ownership.before() : Optional.empty();
  }

  public double weightNorm(int parameter) {
    return ownership.weightNorm(parameter);
  }

  /** Scheduled learning rate of the last step. */
  public double takenRate() {
    return turns.takenRate();
  }

  /** Scheduled learning rate of the current or next step. */
  public double currentRate() {
    return standing.stepRate() * standing.stepFactor();
  }

  /** Plans of the current or next step, by turn. */
  List<Plan> planned() {
    return turns.planned(standing.batch());
  }

  public Regime regime() {
    return regime;
  }
}

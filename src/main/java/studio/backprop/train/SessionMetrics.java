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
 * What can be read of a training: where it stands, and what its last step came to. Nothing here moves it; that is what a {@link Session}
 * does. Valid between two calls that do.
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
  /** Whether a step was taken here whose gradients are still known. */
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

  /** What {@link Session#advance} did last in the step under way; empty between two steps. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(turns.last());
  }

  /** The share of a part in the time of whole steps, filling in the batch with the forward pass; NaN before one was taken. */
  public double timeShare(Cursor.Phase phase) {
    return turns.share(phase);
  }

  /** What an agent does before it learns: shares of each part in the time of steps, as measured; empty where nobody acts. */
  public double[] actingShares() {
    return turns.actingShares();
  }

  /** The passes of the step under way, or else of the next one, in their order. */
  public List<TurnSpec> passes() {
    return turns.passes();
  }

  /** Whether a gradient is known: that of the last step or, within one, as soon as each op that adds to it has run backward. */
  public boolean knowsGradient(Tensor tensor) {
    return turns.last() == null ? measured : turns.knows(tensor);
  }

  /** Whether no further step will be taken: all epochs are done, no epoch got better for too long, or there was a fault. */
  public boolean finished() {
    return turns.fault().isPresent() || standing.epoch() >= standing.lastEpoch() || epochs.gaveUp();
  }

  /** Whether early stopping has ended it before its last epoch. */
  public boolean stoppedEarly() {
    return turns.fault().isEmpty() && standing.epoch() < standing.lastEpoch() && epochs.gaveUp();
  }

  /** The epoch whose weights {@link Session#keepBest} takes back; empty where early stopping is off or no epoch is done. */
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

  /** What the loss judges, and so which metrics there are. */
  public Task task() {
    return project.assignment().task(data.dataset().task());
  }

  public Parameters parameters() {
    return parameters;
  }

  /** The loops that it computes with. */
  public Kernels kernels() {
    return kernels;
  }

  /** The plan that the last step ran: its buffers show that step until the next. */
  public Plan plan() {
    return turns.current();
  }

  /** Whether a step was taken here: a run that is taken up again knows neither loss nor gradients until its next step. */
  public boolean measured() {
    return measured;
  }

  /** Steps taken so far. */
  public long steps() {
    return standing.step();
  }

  /** How many steps the weights have learned: all, unless those of an earlier step stand in their place, as after early stopping. */
  public long weightsStep() {
    return standing.learned();
  }

  /** Epochs completed so far. */
  public int epoch() {
    return standing.epoch();
  }

  /** Batches taken in the epoch that is under way. */
  public int batch() {
    return standing.batch();
  }

  public int batchesPerEpoch() {
    return regime.examples().batches();
  }

  /** Training examples in one epoch. */
  public int rows() {
    return regime.examples().rows();
  }

  /**
   * The loss of the last step's batch, before the weights moved; where several learn, that of the first, and NaN where that had no turn.
   */
  public double loss() {
    return turns.tookTurn(0) ? turns.first().lossValue() : Double.NaN;
  }

  /** The loss of each learner in the last step's batch, as {@link Regime#learners} has them; NaN where one had no turn. */
  public double lossOf(int learner) {
    return learner == 0 ? loss() : turns.loss(learner);
  }

  /** Whether the learner whose turn it is, or was last, does not move a parameter: it is at rest in this pass. */
  public boolean rests(int parameter) {
    Learner owner = ownership.learner(parameter);
    return owner != turns.learner() && owner.output() == turns.learner().output();
  }

  /** How many learn, each by a loss of its own. */
  public int learners() {
    return learners.size();
  }

  /** Whether the gradient of some learner's loss comes to the output of a node. */
  public boolean reaches(int node) {
    return learners.stream().anyMatch(learner -> learner.plan(0).gradient(node).isPresent());
  }

  /** What can change of its kind of training while it goes on, as it is now. */
  public Assignment assignment() {
    return standing.assignment();
  }

  /**
   * The step, counted from 0, from which on holds what is changed now: the next one that begins. Where a step is under way that is the one
   * after it, but for the one update of supervised training.
   */
  public long changesFrom() {
    return steps() + (standing.holds() ? 1 : 0);
  }

  /** The loss of the last step's batch that an output computes: where several learners share one, of whose turn it is or was last. */
  public double loss(int output) {
    if (turns.learner() != learners.get(0) && turns.learner().output() == output && learners.get(0).output() == output) {
      return turns.loss(learners.indexOf(turns.learner()));
    }
    return learners.stream().filter(learner -> learner.output() == output).findFirst()
        .filter(learner -> learner != learners.get(0)).map(learner -> (double) learner.plan(0).lossValue()).orElseGet(this::loss);
  }

  /** The plan of the last step in which a gradient comes to a node: that which ran last, or else another learner's. */
  public Plan planOf(int node) {
    if (plan().gradient(node).isPresent() || learners.size() == 1) {
      return plan();
    }
    return learners.stream().filter(learner -> learner.output() != turns.learner().output()) // of one loss, only whose turn it is
        .map(learner -> learner.plan(0)).filter(plan -> plan.gradient(node).isPresent()).findFirst()
        .orElseGet(this::plan);
  }

  /** The accuracy of the last step's batch, or its mean absolute error for a regression. */
  public double measure() {
    return batchMetrics.measure();
  }

  /** ‖∂L/∂w‖ of a learned parameter in the last step, in the order of {@link Parameters#learned}. */
  public double gradientNorm(int learned) {
    return ownership.gradientNorm(learned);
  }

  /** Whether a learned parameter had a turn in the last step; else {@link #gradientNorm} is that of an earlier one. */
  public boolean tookTurn(int learned) {
    return turns.tookTurn(ownership.ownerOf(learned));
  }

  public List<EpochRecord> epochs() {
    return epochs.records();
  }

  /** How the classes of the validation part fared after the last epoch; none examples before that, nothing where numbers are predicted. */
  public List<ClassCount> validationClasses() {
    return regime.validationClasses();
  }

  public Optional<Fault> fault() {
    return turns.fault();
  }

  /** The learning rate that a person has set, before the schedule. */
  public double rate() {
    return standing.rate();
  }

  /** The epoch after which training ends. */
  public int lastEpoch() {
    return standing.lastEpoch();
  }

  /** ‖Δw‖ ÷ ‖w‖ of a parameter's last step: how far it moved, measured by its own size. */
  public double updateRatio(int parameter) {
    return ownership.updateRatio(parameter);
  }

  /** All parameters as they were before the last step, itself and no copy; empty where they did not come from there to where they are. */
  public Optional<float[][]> beforeStep() {
    return measured ? ownership.before() : Optional.empty();
  }

  /** ‖w‖ of a parameter. */
  public double weightNorm(int parameter) {
    return ownership.weightNorm(parameter);
  }

  /** The learning rate of the last step. */
  public double takenRate() {
    return turns.takenRate();
  }

  /** The learning rate of the step under way, or else of the next one. */
  public double currentRate() {
    return standing.stepRate() * standing.stepFactor();
  }

  /** The plans of the step under way, or else the next one, in the order of their turns. */
  List<Plan> planned() {
    return turns.planned(standing.batch());
  }

  /** Its kind of training. */
  public Regime regime() {
    return regime;
  }
}

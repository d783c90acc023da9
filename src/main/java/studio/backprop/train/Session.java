package studio.backprop.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.data.Batches;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.Epochs;
import studio.backprop.train.learn.Learner;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.regime.Regime;

/**
 * A network in training, one step at a time: fill a batch, run forward, run backward, move the weights. Its {@link Regime} says who learns
 * from what. The same project and seed give the same bits, whatever is watched or paused. A step allocates nothing. One thread at a time.
 * Longer than other classes, as it is the one face of training: nearly every method passes on to Standing, StepTaker, Epochs or Ownership.
 */
public final class Session {
  private final Project project;
  private final PreparedData data;
  private final Kernels kernels;
  private final Parameters parameters;
  private final Regime regime;
  private final List<Learner> learners;
  private final Ownership ownership;
  private final StepTaker turns;
  private final MetricAccumulator batchMetrics;
  private final Epochs epochs;
  private final Standing standing;
  private boolean measured;
  /** After how many steps other weights were put in the place of those learned, -1 before that; and how many steps these had learned. */
  private long replacedAfter = -1;
  private long learnedBefore;

  /**
   * @param parameters what it starts from and goes on changing
   * @throws IllegalArgumentException if the project is not ready to train; see {@link Readiness}
   */
  public Session(Project project, PreparedData data, Kernels kernels, Parameters parameters) {
    this(project, data, kernels, parameters, Purpose.TRAIN);
  }

  /** A session whose layers nobody looks at: only loss, scores and parameters can be read between steps, which takes less memory. */
  public static Session unwatched(Project project, PreparedData data, Kernels kernels, Parameters parameters) {
    return new Session(project, data, kernels, parameters, Purpose.TRAIN_LEAN);
  }

  private Session(Project project, PreparedData data, Kernels kernels, Parameters parameters, Purpose purpose) {
    this.project = project;
    this.data = data;
    this.kernels = kernels;
    this.parameters = parameters;
    this.regime = Regime.of(project, data, kernels, parameters, purpose);
    this.learners = regime.learners();
    this.ownership = new Ownership(parameters, learners);
    this.turns = new StepTaker(project, parameters, regime, ownership);
    this.batchMetrics = regime.metrics();
    this.epochs = new Epochs(project.training(), parameters, regime.metrics(), regime::validate, regime::greedy,
        regime.examples().batches());
    this.standing = new Standing(project, parameters, regime, ownership, turns, epochs);
  }

  /** Parameters drawn from the project's seed: what a new run starts from. */
  public static Parameters initialParameters(Project project) {
    Network network = project.network();
    return Parameters.initial(network, network.analyse(), new Seeds(project.training().seed()));
  }

  /**
   * Takes one step: one batch, or what is left of it after {@link #advance}. At the end of an epoch the validation part is scored.
   *
   * @return whether the weights moved; false after the last epoch, an early stop or a fault
   */
  public boolean step() {
    if (finished()) {
      return false;
    }
    if (turns.last() != null) {
      return goToOp(Integer.MAX_VALUE);
    }
    begin();
    return turns.whole() && count();
  }

  /**
   * Does the next op of the step under way, or begins a step; after the last op of a learner, moves its weights.
   *
   * @return whether the step is done
   */
  public boolean advance() {
    if (finished()) {
      return false;
    }
    if (turns.last() == null) {
      standing.hold();
      begin();
    } else {
      prepare();
    }
    return turns.advance() && count();
  }

  /** Does the ops of one node in one direction, or an update. @return whether the step is done */
  public boolean advanceLayer() {
    boolean done = advance();
    while (turns.last() != null && !finished() && turns.next().isLayerOf(turns.last())) {
      done = advance();
    }
    return done;
  }

  /** Does what is left of a turn, or all of the next one, with its update. @return whether the step is done */
  public boolean advanceTurn() {
    boolean done = advance();
    while (turns.last() != null && !finished() && turns.last().phase() != Cursor.Phase.UPDATE) {
      done = advance();
    }
    return done;
  }

  /**
   * Goes to where so many ops of the step under way have run, from 1; the last is the update. Going back runs the step anew from its
   * beginning, on the same numbers.
   *
   * @return whether the step is done
   */
  public boolean goToOp(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("a step begins with op 1, but " + number + " was asked for");
    }
    if (turns.isBeyond(number)) {
      turns.rewind();
    }
    boolean moved = false;
    while (!finished() && !moved && (turns.last() == null || turns.last().number() < number)) {
      moved = advance();
    }
    return moved;
  }

  /** What {@link #advance} did last in the step under way; empty between two steps. */
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
  public List<Pass> passes() {
    return turns.passes();
  }

  /** Whether a gradient is known: that of the last step or, within one, as soon as each op that adds to it has run backward. */
  public boolean knowsGradient(Tensor tensor) {
    return turns.last() == null ? measured : turns.knows(tensor);
  }

  private void begin() {
    standing.beginStep();
    prepare();
  }

  private void prepare() {
    turns.prepare(standing.batch(), standing.step(), standing.stepRate(), standing.stepFactor());
  }

  private boolean count() {
    measured = true;
    batchMetrics.clear();
    if (turns.tookTurn(0)) {
      batchMetrics.add(turns.first());
      epochs.add(turns.first());
    }
    standing.endStep(takenRate());
    return true;
  }

  /** Goes back to the step that was kept after a fault: training can go on from there. The optimizer forgets what led to it. */
  public void forgive() {
    turns.forgive();
    standing.release();
  }

  /** Whether no further step will be taken: all epochs are done, no epoch got better for too long, or there was a fault. */
  public boolean finished() {
    return turns.fault().isPresent() || standing.epoch() >= standing.lastEpoch() || epochs.gaveUp();
  }

  /** Whether early stopping has ended it before its last epoch. */
  public boolean stoppedEarly() {
    return turns.fault().isEmpty() && standing.epoch() < standing.lastEpoch() && epochs.gaveUp();
  }

  /** The epoch whose weights {@link #keepBest} takes back; empty where early stopping is off or no epoch is done. */
  public OptionalInt bestEpoch() {
    OptionalInt acted = regime.bestEpoch();
    return acted.isPresent() ? acted : epochs.bestEpoch();
  }

  /**
   * Takes back the weights of the best epoch, where early stopping asks for it. To be called once no further step will be taken.
   *
   * @return whether it did
   */
  public boolean keepBest() {
    boolean restored = epochs.restoreBest() || regime.keepBest();
    if (restored) {
      replaced();
    }
    return restored;
  }

  /** Goes on with other weights, between two steps; the optimizer keeps what it remembers. @throws IllegalStateException within a step */
  public void replace(float[][] weights) {
    replace(weights, standing.step());
  }

  /**
   * The same with weights that this run had after an earlier step.
   *
   * @param learned how many steps they had learned
   */
  public void replace(float[][] weights, long learned) {
    if (turns.last() != null) {
      throw new IllegalStateException("weights are replaced between two steps");
    }
    parameters.set(weights);
    replacedAfter = standing.step();
    learnedBefore = learned;
    replaced();
  }

  /**
   * Sets one number of a parameter, before the next step; one that is under way is given up. The optimizer keeps what it remembers. The
   * switch of a unit is such a number, see {@link Parameters#put}.
   *
   * @return what it was
   */
  public float setWeight(int node, String name, int index, float value) {
    if (turns.last() != null) {
      turns.rewind();
      standing.release();
      measured = false;
    }
    float before = parameters.put(node, name, index, value);
    replaced();
    return before;
  }

  /**
   * Pushes what moves in the first of an agent's worlds, between two steps: when it acts next, it starts from there.
   *
   * @param impulse in N s
   * @return whether there is something to push
   * @throws IllegalStateException within a step
   */
  public boolean push(double impulse) {
    if (turns.last() != null) {
      throw new IllegalStateException("a push falls between two steps");
    }
    return regime.push(impulse);
  }

  private void replaced() {
    learners.forEach(learner -> learner.updater().replaced());
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

  /** Measures ‖∂L/∂output‖ of these nodes in every step from now on: the plan of the step knows them then. */
  public void measure(List<Integer> nodes) {
    learners.forEach(learner -> learner.measure(nodes));
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
    if (standing.step() == replacedAfter) {
      return learnedBefore;
    }
    return finished() ? epochs.keptStep(parameters).orElse(standing.step()) : standing.step();
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

  /** Changes what can change of its kind of training while it goes on, such as who learns, from the next step that begins. */
  public void setAssignment(Assignment live) {
    standing.setAssignment(live);
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

  /** Sets it from {@link #changesFrom} on. */
  public void setRate(double rate) {
    standing.setRate(rate);
  }

  /** The epoch after which training ends. */
  public int lastEpoch() {
    return standing.lastEpoch();
  }

  /** Changes after which epoch training ends: the schedule reaches to there from now on, and early stopping waits anew. */
  public void setLastEpoch(int lastEpoch) {
    standing.setLastEpoch(lastEpoch);
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

  /** The step that is under way, or else the next one. */
  public NextStep nextStep() {
    return new NextStep(this, turns.turn());
  }

  /**
   * The same of whoever learns by a node: of an actor and its critic, which have no node in common but the input, each its own. Within a
   * step of whose turn it is.
   */
  public NextStep nextStep(int node) {
    boolean there = cursor().isPresent() || turns.turn().plan(standing.batch()).output(node).isPresent();
    return there ? nextStep() : regime.turns().stream().filter(turn -> turn.plan(standing.batch()).output(node).isPresent()).findFirst()
        .map(turn -> new NextStep(this, turn)).orElseGet(this::nextStep);
  }

  /** The plans of the step under way, or else the next one, in the order of their turns. */
  List<Plan> planned() {
    return turns.planned(standing.batch());
  }

  /** Its kind of training. */
  public Regime regime() {
    return regime;
  }

  /** Scores a whole part of the data with the weights as they are. */
  public Metrics evaluate(Part part) {
    return regime.evaluate(part);
  }

  /** How far it is, for a file. */
  public Progressed progressed() {
    return standing.progressed();
  }

  /** Goes on from where a saved run stopped; the parameters must be the saved ones. A batch that the data lack begins the epoch again. */
  public void resume(Progressed saved) {
    standing.resume(saved);
  }

  /** All that the next steps depend on, copied; of a step under way, as it was before. */
  public Checkpoint checkpoint() {
    return standing.checkpoint();
  }

  /** Stands where a checkpoint of the same project was taken, whatever it did before: the next steps have the bits that they had. */
  public void restore(Checkpoint then) {
    measured = false;
    standing.restore(then);
  }

  /**
   * As {@link #restore}, but loss and gradients of the last step stay to be seen: it is the same step, from which training went on
   * otherwise.
   */
  public void turn(Checkpoint then) {
    standing.restore(then);
  }

  /**
   * Goes on from a step of another run in this project's way; the parameters were taken over from it. The optimizer keeps its memory where
   * it is of the same kind, and a batch that began elsewhere in the data is dealt anew.
   */
  public void branch(BranchPoint from) {
    standing.branch(from);
  }
}

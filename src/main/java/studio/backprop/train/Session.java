package studio.backprop.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.data.Batches;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

/**
 * A network learning from data, one step at a time: fill a batch, run forward, run backward, move the weights. The same project and seed
 * give the same bits, whatever is watched or paused. A step allocates nothing. One thread at a time.
 */
public final class Session {
  private final Project project;
  private final PreparedData data;
  private final Kernels kernels;
  private final Parameters parameters;
  private final Feed feed;
  private final Plan full;
  private final Plan rest;
  private final ParameterUpdater moves;
  private final Regularizer regularizer;
  private final MetricAccumulator batchTally;
  private final Epochs epochs;
  private final OpStepper passes = new OpStepper();
  private final PhaseTimer stopwatch = new PhaseTimer(System::nanoTime);

  /** All parameters as they were when a step was begun op by op. */
  private float[][] began;
  private double rate;
  private double takenRate;
  private int lastEpoch;
  private long step;
  private boolean measured;
  private int epoch;
  private int batch;
  private Plan current;
  private Fault fault;

  /**
   * @param parameters what it starts from and goes on changing
   * @throws IllegalArgumentException if the project is not ready to train; see {@code Readiness}
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
    TrainingSettings training = project.training();
    Network network = project.network();
    Seeds seeds = new Seeds(training.seed());
    int size = Math.min(training.batch(), data.trainRows());
    TargetForm form = Evaluator.targetForm(network, data);
    Batches batches = Batches.forTraining(data, size, form, training.shuffle() ? Optional.of(seeds) : Optional.empty(), training.balance());
    this.feed = new Feed(batches, size);
    this.full = Compiler.compile(network, parameters, kernels, seeds, purpose, size);
    int left = batches.size(batches.count() - 1);
    this.rest = left == size ? full : Compiler.compile(network, parameters, kernels, seeds, purpose, left);
    this.moves = new ParameterUpdater(training.optimizer(), parameters, kernels);
    this.regularizer = new Regularizer(training.regularization(), parameters, kernels);
    this.batchTally = Evaluator.tally(network, data);
    this.epochs = new Epochs(project, data, kernels, parameters, batches.count());
    this.rate = training.rate();
    this.lastEpoch = training.epochs();
    this.current = full;
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
    if (passes.last() != null) {
      return goToOp(Integer.MAX_VALUE);
    }
    stopwatch.start();
    begin();
    current.forwardToLoss(Mode.TRAIN);
    stopwatch.took(Cursor.Phase.FORWARD);
    current.forwardLoss(Mode.TRAIN);
    if (!lossIsFinite()) {
      return false;
    }
    stopwatch.took(Cursor.Phase.LOSS);
    current.backward();
    stopwatch.took(Cursor.Phase.BACKWARD);
    boolean moved = update();
    stopwatch.took(Cursor.Phase.UPDATE);
    return moved;
  }

  /**
   * Does the next op of the step under way, or begins a step; after the last op, moves the weights.
   *
   * @return whether the weights moved
   */
  public boolean advance() {
    if (finished()) {
      return false;
    }
    if (passes.last() == null) {
      began = began == null ? parameters.room() : began;
      parameters.copyTo(began);
      begin();
      passes.begin(current);
    }
    if (passes.complete()) {
      passes.end();
      return update();
    }
    passes.advance();
    if (passes.atLoss()) {
      lossIsFinite();
    }
    return false;
  }

  /** Does the ops of one node in one direction, or the update. @return whether the weights moved */
  public boolean advanceLayer() {
    boolean done = advance();
    while (passes.last() != null && !finished() && passes.next().isLayerOf(passes.last())) {
      done = advance();
    }
    return done;
  }

  /**
   * Goes to where so many ops of the step under way have run, from 1; the last is the update. Going back runs the step anew from its
   * beginning, on the same numbers.
   *
   * @return whether the weights moved
   */
  public boolean goToOp(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("a step begins with op 1, but " + number + " was asked for");
    }
    if (passes.last() != null && number < passes.last().number()) {
      parameters.set(began); // running numbers of a normalization have moved
      passes.end();
    }
    boolean moved = false;
    while (!finished() && !moved && (passes.last() == null || passes.last().number() < number)) {
      moved = advance();
    }
    return moved;
  }

  /** What {@link #advance} did last in the step under way; empty between two steps. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(passes.last());
  }

  /** The share of a part in the time of whole steps, filling in the batch with the forward pass; NaN before one was taken. */
  public double timeShare(Cursor.Phase phase) {
    return stopwatch.share(phase);
  }

  /** Whether a gradient is known: that of the last step or, within one, as soon as each op that adds to it has run backward. */
  public boolean knowsGradient(Tensor tensor) {
    return passes.last() == null ? measured : passes.knows(tensor);
  }

  private void begin() {
    Batches batches = feed.batches();
    if (batch == 0) {
      batches.startEpoch(epoch);
      epochs.begin();
    }
    current = planned();
    feed.fill(batch, current);
    current.begin(step);
    moves.begin();
  }

  private boolean lossIsFinite() {
    if (Float.isFinite(current.lossValue())) {
      return true;
    }
    Optional<Step> first = current.firstNotFinite();
    Optional<Message> refusal = first.flatMap(place -> place.op().refusal());
    if (refusal.isPresent()) {
      fault = Fault.refused(project, step, first.get(), refusal.get());
      return false;
    }
    fault = Fault.at("fault.forward", project, step, first.orElseGet(this::lossStep));
    moves.takeBack(); // where the loss is no number any more, the last move led there
    return false;
  }

  private Step lossStep() {
    return current.steps().get(current.steps().size() - 1);
  }

  private boolean update() {
    if (!Double.isFinite(regularizer.apply())) {
      fault = Fault.at("fault.backward", project, step, current.firstGradientNotFinite().orElseGet(this::lossStep));
      return false;
    }
    if (!move()) {
      return false;
    }
    count(feed.batches());
    return true;
  }

  /** Goes back to the step that was kept after a fault: training can go on from there. The optimizer forgets what led to it. */
  public void forgive() {
    fault = null;
    passes.end();
    moves.forget();
  }

  private boolean move() {
    takenRate = currentRate();
    Optional<Parameter> lost = moves.move(takenRate);
    if (lost.isPresent()) {
      fault = Fault.at("fault.update", project, step, lost.get().node(), lost.get().name());
    }
    return lost.isEmpty();
  }

  private void count(Batches batches) {
    measured = true;
    batchTally.clear();
    batchTally.add(current);
    epochs.add(current);
    step++;
    batch++;
    if (batch == batches.count()) {
      batch = 0;
      epoch++;
      epochs.end(epoch, step, takenRate);
    }
  }

  /** Whether no further step will be taken: all epochs are done, no epoch got better for too long, or there was a fault. */
  public boolean finished() {
    return fault != null || epoch >= lastEpoch || epochs.gaveUp();
  }

  /** Whether early stopping has ended it before its last epoch. */
  public boolean stoppedEarly() {
    return fault == null && epoch < lastEpoch && epochs.gaveUp();
  }

  /** The epoch whose weights {@link #keepBest} takes back; empty where early stopping is off or no epoch is done. */
  public OptionalInt bestEpoch() {
    return epochs.bestEpoch();
  }

  /**
   * Takes back the weights of the best epoch, where early stopping asks for it. To be called once no further step will be taken.
   *
   * @return whether it did
   */
  public boolean keepBest() {
    boolean restored = epochs.restoreBest();
    if (restored) {
      moves.replaced();
    }
    return restored;
  }

  /** Goes on with other weights, between two steps; the optimizer keeps what it remembers. @throws IllegalStateException within a step */
  public void replace(float[][] weights) {
    if (passes.last() != null) {
      throw new IllegalStateException("weights are replaced between two steps");
    }
    parameters.set(weights);
    moves.replaced();
  }

  public Project project() {
    return project;
  }

  public PreparedData data() {
    return data;
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
    return current;
  }

  /** Measures ‖∂L/∂output‖ of these nodes in every step from now on: the plan of the step knows them then. */
  public void measure(List<Integer> nodes) {
    full.measure(nodes, kernels);
    rest.measure(nodes, kernels);
  }

  /** Whether a step was taken here: a run that is taken up again knows neither loss nor gradients until its next step. */
  public boolean measured() {
    return measured;
  }

  /** Steps taken so far. */
  public long steps() {
    return step;
  }

  /** Epochs completed so far. */
  public int epoch() {
    return epoch;
  }

  /** Batches taken in the epoch that is under way. */
  public int batch() {
    return batch;
  }

  public int batchesPerEpoch() {
    return feed.batches().count();
  }

  /** Training examples in one epoch. */
  public int rows() {
    return feed.batches().rows();
  }

  /** The loss of the last step's batch, before the weights moved. */
  public double loss() {
    return current.lossValue();
  }

  /** The accuracy of the last step's batch, or its mean absolute error for a regression. */
  public double measure() {
    return batchTally.measure();
  }

  /** ‖∂L/∂w‖ of a learned parameter in the last step, in the order of {@link Parameters#learned}. */
  public double gradientNorm(int learned) {
    return regularizer.norm(learned);
  }

  public List<EpochRecord> epochs() {
    return epochs.records();
  }

  /** How the classes of the validation part fared after the last epoch; none examples before that, nothing where numbers are predicted. */
  public List<ClassCount> validationClasses() {
    return epochs.classes();
  }

  public Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /** The learning rate that a person has set, before the schedule. */
  public double rate() {
    return rate;
  }

  public void setRate(double rate) {
    this.rate = rate;
  }

  /** The epoch after which training ends. */
  public int lastEpoch() {
    return lastEpoch;
  }

  /** Changes after which epoch training ends: the schedule reaches to there from now on, and early stopping waits anew. */
  public void setLastEpoch(int lastEpoch) {
    if (lastEpoch != this.lastEpoch) {
      this.lastEpoch = lastEpoch;
      epochs.reachTo(lastEpoch);
    }
  }

  /** ‖Δw‖ ÷ ‖w‖ of a parameter's last step: how far it moved, measured by its own size. */
  public double updateRatio(int parameter) {
    return moves.ratio(parameter);
  }

  /** All parameters as they were before the last step, itself and no copy; empty where they did not come from there to where they are. */
  public Optional<float[][]> beforeStep() {
    return measured ? moves.before() : Optional.empty();
  }

  /** ‖w‖ of a parameter. */
  public double weightNorm(int parameter) {
    return moves.size(parameter);
  }

  /** The learning rate of the last step. */
  public double takenRate() {
    return takenRate;
  }

  /** The learning rate of the next step. */
  public double currentRate() {
    return rate * epochs.rateFactor(step);
  }

  /** The step that is under way, or else the next one. */
  public NextStep upcoming() {
    return new NextStep(this, kernels, feed, moves);
  }

  /** The plan that runs the step under way, or else the next one. */
  Plan planned() {
    return batch == batchesPerEpoch() - 1 ? rest : full;
  }

  /** Scores a whole part of the data with the weights as they are. */
  public Metrics evaluate(Part part) {
    return new Evaluator(project.network(), parameters, kernels, data, part).run();
  }

  /** How far it is, for a file. */
  public Progressed progressed() {
    return new Progressed(step, epoch, batch, lastEpoch, moves.steps(), moves.memory(), epochs.kept(), epochs());
  }

  /** Goes on from where a saved run stopped; the parameters must be the saved ones. A batch that the data lack begins the epoch again. */
  public void resume(Progressed saved) {
    step = saved.step();
    epoch = saved.epoch();
    batch = saved.batch() < batchesPerEpoch() ? saved.batch() : 0;
    if (saved.end() > lastEpoch) {
      lastEpoch = saved.end();
      epochs.forget(lastEpoch);
    }
    epochs.resume(saved.epochs(), saved.best());
    moves.restore(saved.memory(), saved.updates());
    feed.batches().startEpoch(epoch);
  }

  /** All that the next steps depend on, copied; of a step under way, as it was before. */
  public Checkpoint checkpoint() {
    float[][] weights = parameters.room();
    if (passes.last() == null) {
      parameters.copyTo(weights);
    } else {
      Arrays.setAll(weights, p -> began[p].clone()); // running numbers of a normalization have moved
    }
    return new Checkpoint(progressed().copy(), weights, rate, lastEpoch, epochs.waited(), epochs.sums());
  }

  /** Stands where a checkpoint of the same project was taken, whatever it did before: the next steps have the bits that they had. */
  public void restore(Checkpoint then) {
    measured = false;
    turn(then);
  }

  /** As {@link #restore}, but loss and gradients of the last step stay to be seen: it is the same step, from which training went on otherwise. */
  public void turn(Checkpoint then) {
    fault = null;
    passes.end();
    parameters.set(then.weights());
    rate = then.rate();
    lastEpoch = then.lastEpoch();
    epochs.forget(lastEpoch);
    moves.forget();
    resume(then.progressed());
    epochs.goOnFrom(then.sums(), then.waited());
  }

  /**
   * Goes on from a step of another run in this project's way; the parameters were taken over from it. The optimizer keeps its memory where
   * it is of the same kind, and a batch that began elsewhere in the data is dealt anew.
   */
  public void branch(BranchPoint from) {
    Checkpoint at = from.at();
    Progressed then = at.progressed();
    TrainingSettings left = from.project().training();
    step = then.step();
    epoch = then.epoch();
    batch = (int) Math.min(batchesPerEpoch() - 1L, (long) then.batch() * left.batch() / project.training().batch());
    epochs.forget(lastEpoch);
    epochs.resume(then.epochs(), from.fits(parameters) ? then.best() : new float[0][]);
    if (from.sameData(project) && at.sums().length == epochs.sums().length) {
      epochs.goOnFrom(at.sums(), at.waited());
    }
    if (project.training().optimizer().getClass() == left.optimizer().getClass()) {
      moves.restore(from.memory(parameters, moves.memory()), then.updates());
    }
    feed.batches().startEpoch(epoch);
  }
}

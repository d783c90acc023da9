package studio.backprop.train;

import java.util.List;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.regime.Regime;

/**
 * Training session of a network, one step at a time: fill a batch, forward pass, backward pass, update. Its {@link Regime} is the kind of
 * training. Deterministic: project and seed determine every bit, whatever is observed or paused. A step allocates nothing. Not thread-safe.
 */
public final class Session extends SessionMetrics {
  /**
   * @param parameters initial values, updated in place
   * @throws IllegalArgumentException if the project is not ready to train; see {@link Readiness}
   */
  public Session(Project project, PreparedData data, Kernels kernels, Parameters parameters) {
    this(project, data, kernels, parameters, Purpose.TRAIN);
  }

  /** Session without activations between steps, which takes less memory. */
  public static Session unwatched(Project project, PreparedData data, Kernels kernels, Parameters parameters) {
    return new Session(project, data, kernels, parameters, Purpose.TRAIN_LEAN);
  }

  private Session(Project project, PreparedData data, Kernels kernels, Parameters parameters, Purpose purpose) {
    super(project, data, kernels, parameters, purpose);
  }

  /** Parameters initialized from the project's seed. */
  public static Parameters initialParameters(Project project) {
    Network network = project.network();
    return Parameters.initial(network, network.analyse(), new Seeds(project.training().seed()));
  }

  /**
   * Performs one step, or the rest of one after {@link #advance}. At the end of an epoch the validation part is evaluated.
   *
   * @return whether the weights were updated; false after the last epoch, an early stop or a fault
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
   * Runs the next op, or begins a step; after the last op of a learner, updates its weights.
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

  /** Runs the ops of a node in one direction, or an update. @return whether the step is done */
  public boolean advanceLayer() {
    boolean done = advance();
    while (turns.last() != null && !finished() && turns.next().isLayerOf(turns.last())) {
      done = advance();
    }
    return done;
  }

  /** Runs a turn to its update. @return whether the step is done */
  public boolean advanceTurn() {
    boolean done = advance();
    while (turns.last() != null && !finished() && turns.last().phase() != Cursor.Phase.UPDATE) {
      done = advance();
    }
    return done;
  }

  /**
   * Seeks the op with this number in the step under way, from 1; the last is the update. Going back reruns the step from its beginning.
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

  /** Clears a fault, so that training can continue; resets the optimizer's state. */
  public void forgive() {
    turns.forgive();
    standing.release();
  }

  /** Restores the weights of the best epoch, if early stopping is on. To be called after the last step. @return whether it did */
  public boolean keepBest() {
    boolean restored = epochs.restoreBest() || regime.keepBest();
    if (restored) {
      standing.replaced(bestStep());
      replaced();
    }
    return restored;
  }

  private long bestStep() {
    int best = bestEpoch().orElse(epoch());
    return epochs().stream().filter(record -> record.epoch() == best).mapToLong(EpochRecord::step).findFirst().orElse(steps());
  }

  /** Replaces the weights between two steps; the optimizer's state is kept. @throws IllegalStateException within a step */
  public void replace(float[][] weights) {
    replace(weights, standing.learned());
  }

  /** With weights of an earlier step of this run. @param learned that step */
  public void replace(float[][] weights, long learned) {
    if (turns.last() != null) {
      throw new IllegalStateException("weights are replaced between two steps");
    }
    parameters.set(weights);
    standing.replaced(learned);
    replaced();
  }

  /**
   * Sets one number of a parameter, or switches a unit ({@link Parameters#put}), before the next step; a step under way is discarded, the
   * optimizer's state kept. @return the previous value
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
   * Applies an impulse in the agent's first environment, between two steps.
   *
   * @param impulse in N s
   * @return false if the environment has no body to push
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

  /** Measures ‖∂L/∂output‖ of nodes in every later step. */
  public void measure(List<Integer> nodes) {
    learners.forEach(learner -> learner.measure(nodes));
  }

  /** Takes effect at the next step that begins. */
  public void setAssignment(Assignment live) {
    standing.setAssignment(live);
  }

  /** Sets the base learning rate from {@link #changesFrom} on. */
  public void setRate(double rate) {
    standing.setRate(rate);
  }

  /** Extends the schedule to this epoch and restarts early stopping's patience. */
  public void setLastEpoch(int lastEpoch) {
    standing.setLastEpoch(lastEpoch);
  }

  /** Current or next step. */
  public PendingStep nextStep() {
    return new PendingStep(this, turns.turn());
  }

  /** Current or next step of the node's learner: actor and critic share only the input. */
  public PendingStep nextStep(int node) {
    boolean there = cursor().isPresent() || turns.turn().plan(standing.batch()).output(node).isPresent();
    return there ? nextStep() : regime.turns().stream().filter(turn -> turn.plan(standing.batch()).output(node).isPresent()).findFirst()
        .map(turn -> new PendingStep(this, turn)).orElseGet(this::nextStep);
  }

  public Metrics evaluate(Part part) {
    return regime.evaluate(part);
  }

  /** Progress for a file. */
  public TrainingProgress progressed() {
    return standing.progressed();
  }

  /** Resumes a saved run; the parameters must be the saved ones. If the data lack its batch, the epoch begins again. */
  public void resume(TrainingProgress saved) {
    standing.resume(saved);
  }

  /** Deep copy; within a step, of its beginning. */
  public Checkpoint checkpoint() {
    return standing.checkpoint();
  }

  /** Restores a checkpoint of the same project; later steps are reproduced bit for bit. */
  public void restore(Checkpoint then) {
    measured = false;
    standing.restore(then);
  }

  /** As {@link #restore}, but loss and gradients of the last step stay readable. */
  public void turn(Checkpoint then) {
    standing.restore(then);
  }

  /**
   * Continues from a step of another run with this project's settings; the parameters must have been copied. Optimizer state is kept if the
   * kinds agree; the current epoch is shuffled anew.
   */
  public void branch(BranchPoint from) {
    standing.branch(from);
  }
}

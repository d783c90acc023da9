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
 * A network in training, one step at a time: fill a batch, run forward, run backward, move the weights. Its {@link Regime} says who learns
 * from what. The same project and seed give the same bits, whatever is watched or paused. A step allocates nothing. One thread at a time.
 * What it came to is read by the methods of {@link SessionMetrics}.
 */
public final class Session extends SessionMetrics {
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
    super(project, data, kernels, parameters, purpose);
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

  /**
   * Takes back the weights of the best epoch, where early stopping asks for it. To be called once no further step will be taken.
   *
   * @return whether it did
   */
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

  /** Goes on with other weights, between two steps; the optimizer keeps what it remembers. @throws IllegalStateException within a step */
  public void replace(float[][] weights) {
    replace(weights, standing.learned());
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
    standing.replaced(learned);
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

  /** Measures ‖∂L/∂output‖ of these nodes in every step from now on: the plan of the step knows them then. */
  public void measure(List<Integer> nodes) {
    learners.forEach(learner -> learner.measure(nodes));
  }

  /** Changes what can change of its kind of training while it goes on, such as who learns, from the next step that begins. */
  public void setAssignment(Assignment live) {
    standing.setAssignment(live);
  }

  /** Sets it from {@link #changesFrom} on. */
  public void setRate(double rate) {
    standing.setRate(rate);
  }

  /** Changes after which epoch training ends: the schedule reaches to there from now on, and early stopping waits anew. */
  public void setLastEpoch(int lastEpoch) {
    standing.setLastEpoch(lastEpoch);
  }

  /** The step that is under way, or else the next one. */
  public PendingStep nextStep() {
    return new PendingStep(this, turns.turn());
  }

  /**
   * The same of whoever learns by a node: of an actor and its critic, which have no node in common but the input, each its own. Within a
   * step of whose turn it is.
   */
  public PendingStep nextStep(int node) {
    boolean there = cursor().isPresent() || turns.turn().plan(standing.batch()).output(node).isPresent();
    return there ? nextStep() : regime.turns().stream().filter(turn -> turn.plan(standing.batch()).output(node).isPresent()).findFirst()
        .map(turn -> new PendingStep(this, turn)).orElseGet(this::nextStep);
  }

  /** Scores a whole part of the data with the weights as they are. */
  public Metrics evaluate(Part part) {
    return regime.evaluate(part);
  }

  /** How far it is, for a file. */
  public TrainingProgress progressed() {
    return standing.progressed();
  }

  /** Goes on from where a saved run stopped; the parameters must be the saved ones. A batch that the data lack begins the epoch again. */
  public void resume(TrainingProgress saved) {
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

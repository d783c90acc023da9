package studio.backprop.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.landscape.PositionLog;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.network.Node;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Parameter;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.train.agent.AgentSnapshot;

/** Variant of a comparison: session, measurements and snapshots. Not thread-safe. */
public final class Variant {
  /** Numbers per step: step, loss, metric, learning rate. */
  public static final int WIDTH = 4;

  private final Session session;
  /** Index of each trained node's weights among the learned parameters. */
  private final List<Integer> weights;
  private final List<Integer> nodes;
  private final PositionLog log;
  private final MeasuredSteps measured = new MeasuredSteps(MeasuredSteps.MAX_STEPS);
  private long nanos;
  private Replica replica;
  /** Null without a generator. */
  private GeneratorEvaluator judge;
  private long lookedAt = -1;
  private int lookedEpochs = -1;

  /** @param positions limit of the weight trail */
  Variant(Session session, long steps, int positions) {
    this.session = session;
    this.log = new PositionLog(session, positions);
    List<Parameter> learned = session.parameters().learned();
    List<Node> order = session.project().network().analyse().order();
    this.nodes = order.stream().map(Node::id).filter(id -> learned.stream().anyMatch(p -> p.node() == id)).toList();
    // weights precede biases
    this.weights = nodes.stream().map(id -> IntStream.range(0, learned.size()).filter(p -> learned.get(p).node() == id).findFirst()
        .orElseThrow()).toList();
    reachTo(steps);
  }

  /** Extends training and schedule to a step. */
  void reachTo(long steps) {
    session.setLastEpoch((int) Math.min(Integer.MAX_VALUE, (steps + session.batchesPerEpoch() - 1) / session.batchesPerEpoch()));
  }

  /** Takes steps, fewer if training ends. */
  void take(int steps) {
    long begun = System.nanoTime();
    long end = session.steps() + steps;
    measured.expect(steps);
    while (session.steps() < end && session.step()) { // allocation-free
      log.stepped();
      measured.add(session);
    }
    Runs.settle(session);
    nanos += System.nanoTime() - begun;
  }

  /** Whether it has ended before the others. */
  boolean ended() {
    return session.finished();
  }

  /** To be used between two steps. */
  public Session session() {
    return session;
  }

  /** Weight trail so far; to be called between two steps. */
  public WeightTrail trail() {
    return log.trail();
  }

  /** Measurements of its steps, {@link #WIDTH} numbers each, possibly sampled. */
  public double[] measured() {
    return measured.all();
  }

  /**
   * Current snapshot.
   *
   * @param resting whether training pauses
   * @param outputs whether to compute the network's outputs
   */
  VariantSnapshot look(boolean resting, boolean outputs) {
    boolean known = session.measured();
    double[] norms = weights.stream().mapToDouble(p -> known ? session.gradientNorm(p) : Double.NaN).toArray();
    return new VariantSnapshot(
        session.data(), session.steps(), known ? session.loss() : Double.NaN, known ? session.measure() : Double.NaN,
        session.epochs(), nodes, norms, measured.takeFresh(), nanos, session.fault(),
        session.finished() && session.fault().isEmpty() && session.epoch() < session.lastEpoch(),
        session.regime().sight().map(AgentSnapshot::episodes), outputs ? outlook(resting) : Optional.empty());
  }

  /** Outputs by a pass through data, after an epoch and when paused. */
  private Optional<VariantOutput> outlook(boolean resting) {
    boolean changed = session.steps() != lookedAt;
    boolean quick = session.project().assignment().predicts() && VariantOutput.isQuick(session.data());
    boolean due = quick || resting || session.epochs().size() > lookedEpochs;
    if (!changed || !due) {
      return Optional.empty();
    }
    lookedAt = session.steps();
    lookedEpochs = session.epochs().size();
    replica = Replica.of(session, replica);
    judge = VariantOutput.judge(session.project(), replica, judge).orElse(null);
    if (judge != null) {
      return Optional.of(VariantOutput.of(judge, session.weightsStep()));
    }
    return Optional.of(session.project().assignment().actsIn().map(world -> VariantSquares.of(replica, world))
        .orElseGet(() -> VariantOutput.of(session.project(), replica)));
  }
}

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

/** One of the twins: a training of its own, what its steps have measured, and the means to look at it. One thread at a time. */
public final class Variant {
  /** Numbers of a step: step, loss, measure, learning rate. */
  public static final int WIDTH = 4;

  private final Session session;
  /** Of each node that learns the place of its weights among the learned parameters. */
  private final List<Integer> weights;
  private final List<Integer> nodes;
  private final PositionLog log;
  private final MeasuredSteps measured = new MeasuredSteps(MeasuredSteps.MOST);
  private long nanos;
  private Replica replica;
  /** Of what a generator makes; null where none learns. */
  private GeneratorEvaluator judge;
  private long lookedAt = -1;
  private int lookedEpochs = -1;

  /** @param positions of its way that are kept */
  Variant(Session session, long steps, int positions) {
    this.session = session;
    this.log = new PositionLog(session, positions);
    List<Parameter> learned = session.parameters().learned();
    List<Node> order = session.project().network().analyse().order();
    this.nodes = order.stream().map(Node::id).filter(id -> learned.stream().anyMatch(p -> p.node() == id)).toList();
    // a node's weights come before its biases
    this.weights = nodes.stream().map(id -> IntStream.range(0, learned.size()).filter(p -> learned.get(p).node() == id).findFirst()
        .orElseThrow()).toList();
    reachTo(steps);
  }

  /** Lasts for so many steps at least; a falling rate falls until there. */
  void reachTo(long steps) {
    session.setLastEpoch((int) Math.min(Integer.MAX_VALUE, (steps + session.batchesPerEpoch() - 1) / session.batchesPerEpoch()));
  }

  /** Takes so many steps, or fewer where training ends by itself. */
  void take(int steps) {
    long begun = System.nanoTime();
    long end = session.steps() + steps;
    measured.expect(steps);
    while (session.steps() < end && session.step()) { // no listener: a step allocates nothing, and neither does what is noted of it
      log.stepped();
      measured.add(session);
    }
    Runs.settle(session);
    nanos += System.nanoTime() - begun;
  }

  /** Whether it takes no further step, although others may. */
  boolean ended() {
    return session.finished();
  }

  /** The training itself, to be asked between two steps. */
  public Session session() {
    return session;
  }

  /** The way of its weights so far; to be asked between two steps. */
  public WeightTrail trail() {
    return log.trail();
  }

  /** What its steps have measured, {@link #WIDTH} numbers each; of very many evenly some. */
  public double[] measured() {
    return measured.all();
  }

  /**
   * What there is to see of it now.
   *
   * @param resting whether no further step follows soon
   * @param outputs whether a pass through a part of the data is to show what the network gives
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

  /** A pass through a part of the data is made after an epoch, and at rest. */
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

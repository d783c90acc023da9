package studio.backprop.observe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Node;
import studio.backprop.op.DropoutMask;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.plan.UnitSwitches;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Cursor;
import studio.backprop.train.Session;
import studio.backprop.train.TurnSpec;
import studio.backprop.train.agent.AgentSnapshot;

/**
 * How a network looked right after one step, copied between two steps into memory that is used again. Whoever holds it may read it until
 * handing it back.
 */
public final class Snapshot {
  /** Larger networks are shown by their norms only: copying them sixty times a second would slow the training down. */
  private static final long MOST_NUMBERS = 2_000_000;

  private final List<Parameter> parameters;
  private final UnitSwitches switches;
  private final float[][] values;
  private final float[][] grads;
  private final double[] weightNorms;
  private final double[] gradNorms;
  private final boolean[] known;
  private final double[] updateRatios;
  private final boolean[] resting;
  private final Map<Integer, Double> outputGradients = new TreeMap<>();
  private final Map<Integer, Double> silentShares = new TreeMap<>();
  private final Map<Integer, float[]> masks = new TreeMap<>();
  private final Activations activations;
  private List<TurnSpec> passes = List.of();
  private double[] acting = {};
  /** By output node. */
  private final Map<Integer, Double> losses = new TreeMap<>();
  private NodeTrace inside;
  private StrongestPath strongestWay;
  /** Made when somebody first asks for it. */
  private PreviousSnapshot earlier;
  private boolean compared;
  private Optional<AgentSnapshot> agent = Optional.empty();
  private Cursor cursor;
  private long step;
  private long weightsStep;
  private boolean measured;
  private int epoch;
  private int batch;
  private int examples;
  private double loss;
  private double added;
  private boolean weighs;
  private double measure;
  private double rate;

  Snapshot(Session session, Probe probe) {
    this.parameters = session.parameters().all();
    this.switches = session.parameters().copy().switches();
    int count = parameters.size();
    this.values = fits(session) ? session.parameters().room() : null;
    this.activations = new Activations(session, probe);
    this.grads = new float[count][];
    if (values != null) {
      for (int p = 0; p < count; p++) {
        grads[p] = parameters.get(p).learned() ? new float[values[p].length] : null;
      }
    }
    this.weightNorms = new double[count];
    this.gradNorms = new double[count];
    this.known = new boolean[count];
    this.updateRatios = new double[count];
    this.resting = new boolean[count];
  }

  /** The units that are switched off. */
  public UnitSwitches switches() {
    return switches;
  }

  /** Whether a network is small enough to be copied whole. */
  static boolean fits(Session session) {
    return session.parameters().all().stream().mapToLong(p -> p.tensor().count()).sum() <= MOST_NUMBERS;
  }

  /** Copies what there is to see. On the training thread. */
  void fill(Session session, Probe probe, Kernels kernels) {
    cursor = session.cursor().orElse(null);
    switches.follow(session.parameters().switches());
    step = session.steps();
    weightsStep = session.weightsStep();
    epoch = session.epoch();
    batch = session.batch();
    examples = session.plan().batch();
    rate = session.currentRate();
    measured = session.measured();
    passes = session.passes();
    acting = session.actingShares();
    loss = knowsLoss() ? session.loss() : Double.NaN;
    losses.clear();
    session.project().network().outputs().forEach(output ->
        losses.put(output.id(), knowsLoss() ? session.loss(output.id()) : Double.NaN));
    added = Double.isNaN(loss) ? Double.NaN : session.plan().loss().added();
    weighs = session.plan().loss().weighs();
    measure = measured ? session.measure() : Double.NaN;
    int learned = 0;
    for (int p = 0; p < parameters.size(); p++) {
      Tensor tensor = parameters.get(p).tensor();
      weightNorms[p] = Math.sqrt(kernels.sumOfSquares(tensor.values(), tensor.count()));
      updateRatios[p] = session.updateRatio(p);
      resting[p] = session.rests(p);
      known[p] = parameters.get(p).learned() && session.knowsGradient(tensor) && !(cursor != null && resting[p]);
      gradNorms[p] = known[p] ? gradientNorm(session, tensor, learned, kernels) : Double.NaN;
      learned += parameters.get(p).learned() ? 1 : 0;
      if (values != null) {
        tensor.copyTo(values[p]);
        if (grads[p] != null) {
          tensor.copyGradsTo(grads[p]);
        }
      }
    }
    agent = session.regime().sight();
    outputGradients.clear();
    for (Node node : session.project().network().nodes()) {
      session.planOf(node.id()).gradient(node.id()).filter(session::knowsGradient).ifPresent(
          tensor -> outputGradients.put(node.id(), Math.sqrt(kernels.sumOfSquares(tensor.grads(), tensor.count()))));
    }
    if (measured) {
      lookAtBatch(session.plan());
    }
    compare(session, probe);
    probe.run();
    activations.fill(probe);
    inside = probe.lookedInto() < 0 ? null : NodeTrace.of(probe.lookedInto(), session, probe);
    strongestWay = probe.strongestWay().orElse(null);
  }

  private void compare(Session session, Probe probe) {
    Optional<float[][]> weights = probe.compares() ? session.beforeStep() : Optional.empty();
    compared = weights.isPresent();
    if (compared) {
      earlier = earlier == null ? new PreviousSnapshot(session, probe) : earlier;
      earlier.fill(weights.get(), session, probe);
    }
  }

  /** Between two steps as it was before penalties and clipping; within a step as it is. */
  private double gradientNorm(Session session, Tensor tensor, int learned, Kernels kernels) {
    return cursor == null ? session.gradientNorm(learned) : Math.sqrt(kernels.sumOfSquares(tensor.grads(), tensor.count()));
  }

  private void lookAtBatch(Plan plan) {
    for (Step placed : plan.steps()) {
      if (placed.op().rectifies()) {
        silentShares.put(placed.node(), SilentUnits.share(placed.op().output()));
      } else if (placed.op() instanceof DropoutMask mask) {
        Tensor kept = mask.inner().get(0);
        kept.copyRow(0, masks.computeIfAbsent(placed.node(), node -> new float[kept.rowCount()]));
      }
    }
  }

  /** Where an agent stands; empty where nobody acts. */
  public Optional<AgentSnapshot> agent() {
    return agent;
  }

  public long step() {
    return step;
  }

  /** How many steps the weights have learned: fewer where those of an earlier step stand in their place, as after early stopping. */
  public long weightsStep() {
    return weightsStep;
  }

  /** Whether a step was taken since the run began or was taken up again: before, there is neither loss nor gradient to show. */
  public boolean measured() {
    return measured;
  }

  /** Where in the next step the engine rests; empty between two steps. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(cursor);
  }

  public int epoch() {
    return epoch;
  }

  /** Batches taken in the epoch that is under way. */
  public int batch() {
    return batch;
  }

  /** Examples in the batch of the step: fewer than usual in the last batch of an epoch. */
  public int examples() {
    return examples;
  }

  /** Whether the step has come to its loss: of one under way that of the step before says nothing. */
  public boolean knowsLoss() {
    return cursor == null ? measured : cursor.phase() != Cursor.Phase.FORWARD;
  }

  /** The loss of the step's batch, NaN as long as it is not {@link #knowsLoss known}. */
  public double loss() {
    return loss;
  }

  /** The loss that an output computes: of an actor and a critic, each its own. */
  public double loss(int output) {
    return losses.getOrDefault(output, loss);
  }

  /** The part of the {@link #loss} that layers cost by themselves, such as a Gaussian sample; 0 where there are none. */
  public double added() {
    return added;
  }

  /** Whether the loss is a weighted mean, in which examples of rare classes count more. */
  public boolean weighs() {
    return weighs;
  }

  /** The batch's accuracy, or mean absolute error for a regression; NaN where none is {@link #measured}. */
  public double measure() {
    return measure;
  }

  /** The learning rate with its schedule. */
  public double rate() {
    return rate;
  }

  /** The passes of a step, with their shares in its time. */
  public List<TurnSpec> passes() {
    return passes;
  }

  /** What an agent does before it learns, as shares of the time of a step, see {@link Session#actingShares}; empty where nobody acts. */
  public double[] actingShares() {
    return acting;
  }

  /** What the arrays belong to, in their order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Whether weights and gradients were copied; not so in very large networks. */
  public boolean hasValues() {
    return values != null;
  }

  /** The values of a parameter, row-major. */
  public float[] values(int parameter) {
    return values[parameter];
  }

  /** ∂L/∂w of a parameter, row-major; null where it is not learned. */
  public float[] grads(int parameter) {
    return grads[parameter];
  }

  /** ‖w‖ of a parameter. */
  public double weightNorm(int parameter) {
    return weightNorms[parameter];
  }

  /** ‖∂L/∂w‖ of a parameter, NaN where it is not learned or not yet known. */
  public double gradNorm(int parameter) {
    return gradNorms[parameter];
  }

  /** Whether the gradient of a parameter is known: none is before the first step, and within a step each only after its layer. */
  public boolean gradKnown(int parameter) {
    return known[parameter];
  }

  /** Whether a parameter is at rest in the pass that is shown: another learner has its turn, and no gradient is computed for it. */
  public boolean rests(int parameter) {
    return resting[parameter];
  }

  /** ‖Δw‖ ÷ ‖w‖ of a parameter. */
  public double updateRatio(int parameter) {
    return updateRatios[parameter];
  }

  /** Whether a gradient has come to the output of a node, be it a number or not; within a step, as soon as it has. */
  public boolean reached(int node) {
    return outputGradients.containsKey(node);
  }

  /** ‖∂L/∂output‖ of a node over the batch, NaN where no gradient has come to it. */
  public double outputGradient(int node) {
    return outputGradients.getOrDefault(node, Double.NaN);
  }

  /** The share of a node's ReLU units that were zero for every example of the step's batch, NaN where there is no ReLU or no step yet. */
  public double silentShare(int node) {
    return silentShares.getOrDefault(node, Double.NaN);
  }

  /** What a dropout multiplied the first example of the step's batch by, 0 where it forgot; null for other nodes and before a step. */
  public float[] mask(int node) {
    return masks.get(node);
  }

  /** What the chosen example makes the nodes answer. */
  public Activations activations() {
    return activations;
  }

  /** How all looked before the {@link #step}; empty where nobody asks, where no step was taken here, and in very large networks. */
  public Optional<PreviousSnapshot> earlier() {
    return compared ? Optional.of(earlier) : Optional.empty();
  }

  /** The way on which a drawn example comes to its class; empty for examples of the data. */
  public Optional<StrongestPath> strongestWay() {
    return Optional.ofNullable(strongestWay);
  }

  /** The inside of the node that somebody looks into; empty if nobody does. */
  public Optional<NodeTrace> inside() {
    return Optional.ofNullable(inside);
  }
}

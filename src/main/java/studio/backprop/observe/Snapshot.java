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

/** Snapshot of a network right after one step, in reused memory. Readable until it is handed back. */
public final class Snapshot {
  /** Of larger networks only norms are shown: copying them sixty times a second would slow training down. */
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
  /** Allocated on first use. */
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

  public UnitSwitches switches() {
    return switches;
  }

  /** Whether a network is small enough to be copied. */
  static boolean fits(Session session) {
    return session.parameters().all().stream().mapToLong(p -> p.tensor().count()).sum() <= MOST_NUMBERS;
  }

  /** Copies the session's values. On the training thread. */
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

  public Optional<AgentSnapshot> agent() {
    return agent;
  }

  public long step() {
    return step;
  }

  /** Steps that the weights have learned: fewer where those of an earlier step replaced them, as after early stopping. */
  public long weightsStep() {
    return weightsStep;
  }

  /** Whether a step was taken since the run began or was resumed: before, there is neither loss nor gradient. */
  public boolean measured() {
    return measured;
  }

  /** Position of the engine in the next step; empty between two steps. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(cursor);
  }

  public int epoch() {
    return epoch;
  }

  /** Batches completed in the epoch under way. */
  public int batch() {
    return batch;
  }

  /** Examples in the step's batch: fewer in the last one of an epoch. */
  public int examples() {
    return examples;
  }

  /** Whether the step has computed its loss. */
  public boolean knowsLoss() {
    return cursor == null ? measured : cursor.phase() != Cursor.Phase.FORWARD;
  }

  /** Loss of the step's batch; NaN until it is {@link #knowsLoss known}. */
  public double loss() {
    return loss;
  }

  /** Loss at an output: actor and critic have one each. */
  public double loss(int output) {
    return losses.getOrDefault(output, loss);
  }

  /** Part of the {@link #loss} added by layers, such as the KL divergence of a Gaussian sample; 0 without any. */
  public double added() {
    return added;
  }

  /** Whether the loss is weighted by class. */
  public boolean weighs() {
    return weighs;
  }

  /** The batch's accuracy, or mean absolute error for a regression; NaN where none is {@link #measured}. */
  public double measure() {
    return measure;
  }

  public double rate() {
    return rate;
  }

  public List<TurnSpec> passes() {
    return passes;
  }

  /** Shares of the parts of collection in the time of a step, see {@link Session#actingShares}; empty without an agent. */
  public double[] actingShares() {
    return acting;
  }

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

  public double weightNorm(int parameter) {
    return weightNorms[parameter];
  }

  /** ‖∂L/∂w‖ of a parameter; NaN where it is not learned or not yet known. */
  public double gradNorm(int parameter) {
    return gradNorms[parameter];
  }

  /** Whether the gradient of a parameter is known: none before the first step, and within a step each only after its layer. */
  public boolean gradKnown(int parameter) {
    return known[parameter];
  }

  /** Whether a parameter is frozen in the current pass, in which another learner has its turn. */
  public boolean rests(int parameter) {
    return resting[parameter];
  }

  /** ‖Δw‖ ÷ ‖w‖ of a parameter. */
  public double updateRatio(int parameter) {
    return updateRatios[parameter];
  }

  /** Whether a gradient has reached the output of a node, finite or not. */
  public boolean reached(int node) {
    return outputGradients.containsKey(node);
  }

  /** ‖∂L/∂output‖ of a node over the batch; NaN where none has reached it. */
  public double outputGradient(int node) {
    return outputGradients.getOrDefault(node, Double.NaN);
  }

  /** Share of a node's ReLU units that were zero for every example of the step's batch; NaN without a ReLU or step. */
  public double silentShare(int node) {
    return silentShares.getOrDefault(node, Double.NaN);
  }

  /** Dropout mask of the first example of the step's batch, scaled; null for other nodes and before a step. */
  public float[] mask(int node) {
    return masks.get(node);
  }

  public Activations activations() {
    return activations;
  }

  /** Values before the {@link #step}; empty where not requested, where no step was taken, and in very large networks. */
  public Optional<PreviousSnapshot> earlier() {
    return compared ? Optional.of(earlier) : Optional.empty();
  }

  /** Path of a drawn example to its class; empty for examples of the data. */
  public Optional<StrongestPath> strongestWay() {
    return Optional.ofNullable(strongestWay);
  }

  /** Trace of the inspected node; empty if none is. */
  public Optional<NodeTrace> inside() {
    return Optional.ofNullable(inside);
  }
}

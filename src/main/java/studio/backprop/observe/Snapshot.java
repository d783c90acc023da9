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

/** Snapshot of a network after one step, in reused memory. Valid until it is given back. */
public final class Snapshot {
  /** Limit of copied numbers; of larger networks only norms are available. */
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

  /** Between two steps before penalties and clipping; within a step the current one. */
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

  /** Step of the weights, earlier if best weights were restored. */
  public long weightsStep() {
    return weightsStep;
  }

  /** Whether there are loss and gradients: not before the first step of a new or resumed run. */
  public boolean measured() {
    return measured;
  }

  /** Position in the step under way; empty between two steps. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(cursor);
  }

  public int epoch() {
    return epoch;
  }

  /** Completed batches of the epoch. */
  public int batch() {
    return batch;
  }

  /** Size of the step's batch. */
  public int examples() {
    return examples;
  }

  public boolean knowsLoss() {
    return cursor == null ? measured : cursor.phase() != Cursor.Phase.FORWARD;
  }

  /** Loss of the step's batch; NaN until it is {@link #knowsLoss known}. */
  public double loss() {
    return loss;
  }

  /** Loss at an output node. */
  public double loss(int output) {
    return losses.getOrDefault(output, loss);
  }

  /** Part of the {@link #loss} added by layers, such as a KL divergence; 0 if none. */
  public double added() {
    return added;
  }

  /** Whether the loss is weighted by class. */
  public boolean weighs() {
    return weighs;
  }

  /** Accuracy of the batch, or mean absolute error of a regression; NaN if not {@link #measured}. */
  public double measure() {
    return measure;
  }

  public double rate() {
    return rate;
  }

  public List<TurnSpec> passes() {
    return passes;
  }

  /** See {@link Session#actingShares}. */
  public double[] actingShares() {
    return acting;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /** Whether weights and gradients were copied: not of very large networks. */
  public boolean hasValues() {
    return values != null;
  }

  /** Values of a parameter, row-major. */
  public float[] values(int parameter) {
    return values[parameter];
  }

  /** ∂L/∂w, row-major; null if not trained. */
  public float[] grads(int parameter) {
    return grads[parameter];
  }

  public double weightNorm(int parameter) {
    return weightNorms[parameter];
  }

  /** ‖∂L/∂w‖; NaN if not trained or unknown. */
  public double gradNorm(int parameter) {
    return gradNorms[parameter];
  }

  /** Whether the gradient is known: within a step only after its layer's backward pass. */
  public boolean gradKnown(int parameter) {
    return known[parameter];
  }

  /** Whether a parameter is frozen in the current turn. */
  public boolean rests(int parameter) {
    return resting[parameter];
  }

  /** ‖Δw‖ ÷ ‖w‖. */
  public double updateRatio(int parameter) {
    return updateRatios[parameter];
  }

  /** Whether a node's output has a gradient, finite or not. */
  public boolean reached(int node) {
    return outputGradients.containsKey(node);
  }

  /** ‖∂L/∂output‖ over the batch; NaN if none. */
  public double outputGradient(int node) {
    return outputGradients.getOrDefault(node, Double.NaN);
  }

  /** Share of a node's ReLU units that are zero for the whole batch; NaN without a ReLU or step. */
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

  /** Values before the {@link #step}; empty if not requested, before a step, and of very large networks. */
  public Optional<PreviousSnapshot> earlier() {
    return compared ? Optional.of(earlier) : Optional.empty();
  }

  /** Path of a drawn example to its class; empty for examples of the data. */
  public Optional<StrongestPath> strongestWay() {
    return Optional.ofNullable(strongestWay);
  }

  /** Trace of the inspected node; empty if none. */
  public Optional<NodeTrace> inside() {
    return Optional.ofNullable(inside);
  }
}

package studio.backprop.train.learn;

import java.util.List;
import java.util.function.Consumer;
import studio.backprop.data.Batches;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Loss;
import studio.backprop.network.Network;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.DataForm;
import studio.backprop.project.Readiness;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.metric.Metrics;

/** Metrics of a network on one part of the data, in inference mode. Plans are compiled on first use. Not thread-safe. */
public final class Evaluator {
  private static final int BATCH = 128;

  private final Network network;
  private final Parameters parameters;
  private final Kernels kernels;
  private final Purpose purpose;
  private final BatchSource source;
  private final MetricAccumulator metrics;
  private Plan full;
  private Plan rest;

  public Evaluator(Network network, Parameters parameters, Kernels kernels, PreparedData data, Part part) {
    this(network, parameters, kernels, data, part, Purpose.PREDICT_LEAN);
  }

  /** @param purpose a purpose that is not lean keeps the outputs of all nodes */
  public Evaluator(Network network, Parameters parameters, Kernels kernels, PreparedData data, Part part, Purpose purpose) {
    this(network, parameters, kernels, new Feed(inOrder(data, part, targetForm(network, data)), batchSize(data, part)),
        accumulator(network, data), purpose);
  }

  /** @param source receives batch numbers as steps */
  public Evaluator(
      Network network, Parameters parameters, Kernels kernels, BatchSource source, MetricAccumulator metrics, Purpose purpose) {
    this.purpose = purpose;
    this.network = network;
    this.parameters = parameters;
    this.kernels = kernels;
    this.source = source;
    this.metrics = metrics;
  }

  /** Batches of a part of the data, unshuffled. */
  public static Batches inOrder(PreparedData data, Part part, TargetForm form) {
    return Batches.inOrder(data, part, batchSize(data, part), form);
  }

  private static int batchSize(PreparedData data, Part part) {
    return Math.max(1, Math.min(BATCH, data.rows(part)));
  }

  public static TargetForm targetForm(Network network, PreparedData data) {
    int output = network.objective().output().id();
    return Readiness.targetForm(DataForm.of(data), network.analyse().inputShapes().get(output).get(0));
  }

  public static MetricAccumulator accumulator(Network network, PreparedData data) {
    Loss loss = network.objective().loss();
    boolean shares = targetForm(network, data) == TargetForm.ONE_HOT;
    return new MetricAccumulator(data.dataset().task(), data.targetUnit(), shares, loss.cut(), data.dataset().classNames().size());
  }

  /** Metrics over all examples; {@link Metrics#NONE} without examples. */
  public Metrics run() {
    return run(plan -> {});
  }

  /** Visits every batch after its forward pass. */
  public Metrics run(Consumer<Plan> visitor) {
    if (source.rows() == 0) {
      return Metrics.NONE;
    }
    metrics.clear();
    for (int batch = 0; batch < batches(); batch++) {
      visitor.accept(run(batch));
    }
    return scores();
  }

  public int batches() {
    return source.batches();
  }

  /** Runs one batch and accumulates its metrics. @return its plan, valid until the next */
  public Plan run(int batch) {
    Plan plan = planFor(source.size(batch));
    source.fill(batch, batch, plan);
    plan.forward(Mode.EVALUATE);
    metrics.add(plan);
    return plan;
  }

  /** Metrics accumulated so far. */
  public Metrics scores() {
    return metrics.scores();
  }

  /** Counts by class so far; empty for a regression. */
  public List<ClassCount> classes() {
    return metrics.classes();
  }

  /** Correctness of each prediction with a known target in the last batch of a plan; of classes only. */
  public boolean[] right(Plan plan) {
    return metrics.right(plan);
  }

  private Plan planFor(int size) {
    if (size == source.size(0)) {
      full = full == null ? compile(size) : full;
      return full;
    }
    rest = rest == null ? compile(size) : rest;
    return rest;
  }

  private Plan compile(int size) {
    return Compiler.compile(network, parameters, kernels, new Seeds(0), purpose, size);
  }
}

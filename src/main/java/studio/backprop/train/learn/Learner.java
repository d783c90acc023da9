package studio.backprop.train.learn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Objective;
import studio.backprop.op.ClassWeights;
import studio.backprop.optim.Optimizer;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;

/**
 * Parameters that learn by one objective: where their examples come from, the plans that compute their gradients, and what moves them. In
 * supervised learning these are all parameters; of two networks that learn against each other, each has its own.
 */
public final class Learner {
  private final Project project;
  private final Objective objective;
  private final ClassWeights weights;
  private final Kernels kernels;
  private final BatchSource source;
  private final Parameters own;
  private final Optimizer optimizer;
  private final Plan full;
  private final Plan rest;
  private final ParameterUpdater updater;
  private final Regularizer regularizer;
  private double rate = Double.NaN;

  /**
   * @param weights how much the answers of each class count in its loss
   * @param all parameters of the network, those of frozen nodes among them
   * @param own those that learn
   * @param purpose one that trains
   */
  public Learner(
      Project project, Objective objective, ClassWeights weights, BatchSource source, Parameters all, Parameters own, Kernels kernels,
      Purpose purpose) {
    this.project = project;
    this.objective = objective;
    this.weights = weights;
    this.source = source;
    this.own = own;
    this.kernels = kernels;
    this.full = compile(all, purpose, source.size(0));
    int left = source.size(source.batches() - 1);
    this.rest = left == full.batch() ? full : compile(all, purpose, left);
    this.optimizer = own.learned().isEmpty() ? project.training().optimizer()
        : project.assignment().optimizer(project.network(), own.learned().get(0).node(), project.training().optimizer());
    this.updater = new ParameterUpdater(optimizer, own, kernels);
    this.regularizer = new Regularizer(project.training().regularization(), own, kernels);
  }

  private Plan compile(Parameters all, Purpose purpose, int batch) {
    return Compiler.compile(project.network(), objective, weights, all, kernels, new Seeds(project.training().seed()), purpose, batch);
  }

  /** A plan of its objective over other parameters of the network: a copy to look into, in which the data have gradients too. */
  public Plan stage(Parameters copies, int examples) {
    return compile(copies, Purpose.EXPLAIN, examples);
  }

  /** The node that computes its loss. */
  public int output() {
    return objective.output().id();
  }

  /** The parameters that learn. */
  public Parameters parameters() {
    return own;
  }

  /** Those of copies of all parameters of the network that it would move. */
  public Parameters among(Parameters copies) {
    Set<Integer> nodes = own.all().stream().map(Parameter::node).collect(Collectors.toSet());
    return copies.among(nodes::contains);
  }

  /** The learning rate that it moves by. @param usual that a person has set for all */
  public double rate(double usual) {
    return Double.isNaN(rate) ? usual : rate;
  }

  /** Moves by a rate of its own from now on. @param own NaN for the usual one */
  public void setRate(double own) {
    rate = own;
  }

  public Optimizer optimizer() {
    return optimizer;
  }

  public BatchSource source() {
    return source;
  }

  /** The plan of a batch. */
  public Plan plan(int batch) {
    return batch == source.batches() - 1 ? rest : full;
  }

  /** Measures ‖∂L/∂output‖ of these nodes, where its gradients reach them, in every step from now on. */
  public void measure(List<Integer> nodes) {
    full.measure(nodes, kernels);
    rest.measure(nodes, kernels);
  }

  /**
   * Its turn begins: its plan reads the examples of the batch.
   *
   * @param draw by which the source draws what it makes: another one in each of its turns
   * @param number by which ops draw theirs: another one in each pass
   */
  public void begin(int batch, long draw, long number) {
    Plan plan = plan(batch);
    source.fill(batch, draw, plan);
    plan.begin(number);
  }

  /** Adds penalties and clips. @return whether every gradient is finite; if not, nothing was changed */
  public boolean regularize() {
    return Double.isFinite(regularizer.apply());
  }

  /** Moves its parameters by their gradients. @return the first that would no longer be a number: then none is moved */
  public Optional<Parameter> move(double rate) {
    return updater.move(rate);
  }

  public ParameterUpdater updater() {
    return updater;
  }

  /** ‖∂L/∂w‖ of one of its learned parameters in the last step, before penalties and clipping. */
  public double gradientNorm(int learned) {
    return regularizer.norm(learned);
  }
}

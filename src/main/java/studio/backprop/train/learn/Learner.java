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
 * Parameters trained by one objective, with their batches, plans and optimizer: all parameters in supervised learning; discriminator and
 * generator, or policy and critic, have their own.
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
   * @param weights class weights of the loss
   * @param all parameters of the network, frozen ones included
   * @param own trained parameters
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

  /** Compiles a plan of the objective over copies of the parameters, with gradients of the inputs. */
  public Plan stage(Parameters copies, int examples) {
    return compile(copies, Purpose.EXPLAIN, examples);
  }

  /** Output node of the objective. */
  public int output() {
    return objective.output().id();
  }

  /** Trained parameters. */
  public Parameters parameters() {
    return own;
  }

  /** Its own parameters among copies of all parameters of the network. */
  public Parameters among(Parameters copies) {
    Set<Integer> nodes = own.all().stream().map(Parameter::node).collect(Collectors.toSet());
    return copies.among(nodes::contains);
  }

  /** Learning rate. @param shared base rate of all learners */
  public double rate(double shared) {
    return Double.isNaN(rate) ? shared : rate;
  }

  /** Sets a rate of its own; NaN for the shared one. */
  public void setRate(double own) {
    rate = own;
  }

  public Optimizer optimizer() {
    return optimizer;
  }

  public BatchSource source() {
    return source;
  }

  public Plan plan(int batch) {
    return batch == source.batches() - 1 ? rest : full;
  }

  /** Measures ‖∂L/∂output‖ of nodes in every later step. */
  public void measure(List<Integer> nodes) {
    full.measure(nodes, kernels);
    rest.measure(nodes, kernels);
  }

  /**
   * Fills the plan of a batch.
   *
   * @param draw seed index of the source, distinct in each turn
   * @param number seed index of the ops, distinct in each pass
   */
  public void begin(int batch, long draw, long number) {
    Plan plan = plan(batch);
    source.fill(batch, draw, plan);
    plan.begin(number);
  }

  /** Adds penalties and clips. @return false without any change if a gradient is not finite */
  public boolean regularize() {
    return Double.isFinite(regularizer.apply());
  }

  /** Updates the parameters. @return the first that would be non-finite: then none is updated */
  public Optional<Parameter> move(double rate) {
    return updater.move(rate);
  }

  public ParameterUpdater updater() {
    return updater;
  }

  /** ‖∂L/∂w‖ of a learned parameter in the last step, before penalties and clipping. */
  public double gradientNorm(int learned) {
    return regularizer.norm(learned);
  }
}

package studio.backprop.run;

import studio.backprop.data.Batches;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.predict.Predictor;
import studio.backprop.op.Mode;
import studio.backprop.optim.OptimizerState;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Feed;

/**
 * Full-batch gradient descent, for display: loss and gradients always belong to the current weights. For networks that take milliseconds.
 * Not thread-safe.
 */
public final class FullBatchDescent {
  private final Project project;
  private final PreparedData data;
  private final Parameters parameters;
  private final Plan plan;
  private final OptimizerState state;
  private final Predictor predictor;

  /**
   * @param parameters initial values, updated in place
   * @throws IllegalArgumentException if the network has problems
   */
  public FullBatchDescent(Project project, PreparedData data, Kernels kernels, Parameters parameters) {
    this.project = project;
    this.data = data;
    this.parameters = parameters;
    Seeds seeds = new Seeds(project.training().seed());
    int rows = data.trainRows();
    this.plan = Compiler.compile(project.network(), parameters, kernels, seeds, Purpose.TRAIN, rows);
    Batches all = Batches.inOrder(data, Part.TRAIN, rows, Evaluator.targetForm(project.network(), data));
    new Feed(all, rows).fill(0, 0, plan);
    this.state = project.training().optimizer().start(parameters.learned().stream().map(Parameter::tensor).toList());
    this.predictor = new Predictor(project.network(), parameters, kernels);
    look();
  }

  /** Recomputes loss and gradients after the weights were changed. */
  public void look() {
    plan.forward(Mode.TRAIN);
    plan.backward();
  }

  /** Updates the weights, and recomputes loss and gradients. */
  public void step() {
    state.step(project.training().rate());
    look();
  }

  public double loss() {
    return plan.lossValue();
  }

  /** First output for a training example. */
  public float answer(int row) {
    return plan.prediction().get(row, 0);
  }

  /**
   * Outputs for scaled examples.
   *
   * @param inputs [rows × features]
   * @return [rows × outputs]
   */
  public float[] answers(float[] inputs, int rows) {
    return predictor.predict(inputs, rows);
  }

  public Project project() {
    return project;
  }

  public PreparedData data() {
    return data;
  }

  public Parameters parameters() {
    return parameters;
  }
}

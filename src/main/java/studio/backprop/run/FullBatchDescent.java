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
 * Gradient descent to be followed by eye: all training examples are one batch, so that loss and gradients always belong to the weights as
 * they are, whoever moved them last. For networks that take milliseconds. One thread at a time.
 */
public final class FullBatchDescent {
  private final Project project;
  private final PreparedData data;
  private final Parameters parameters;
  private final Plan plan;
  private final OptimizerState state;
  private final Predictor predictor;

  /**
   * @param parameters what it starts from and goes on changing
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

  /** Works out loss and gradients anew: to be called after weights were moved by hand. */
  public void look() {
    plan.forward(Mode.TRAIN);
    plan.backward();
  }

  /** Moves every weight by its gradient, and looks again. */
  public void step() {
    state.step(project.training().rate());
    look();
  }

  /** The mean loss over all training examples. */
  public double loss() {
    return plan.lossValue();
  }

  /** What the network says of a training example, in its first output. */
  public float answer(int row) {
    return plan.prediction().get(row, 0);
  }

  /**
   * What the network says of any other scaled examples.
   *
   * @param inputs [rows × numbers of an example]
   * @return [rows × numbers of a prediction]
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

  /** The weights, with their gradients. */
  public Parameters parameters() {
    return parameters;
  }
}

package studio.backprop.optim;

import java.util.List;
import studio.backprop.tensor.Tensor;

/** How gradients become steps, as a description: the record's components are its coefficients. The learning rate is set apart from it. */
public interface Optimizer {
  /** Memory of its own for these parameters, ready for the first step. */
  OptimizerState start(List<Tensor> parameters);

  /**
   * What a step computes for a single weight, line by line; the last line is the new weight.
   *
   * @param w the weight
   * @param g its gradient
   * @param memory what is remembered beside it, in the order of {@link OptimizerState#slots}
   * @param step the number of this step, from 1
   */
  List<FormulaLine> account(double w, double g, double[] memory, long step, double rate);
}

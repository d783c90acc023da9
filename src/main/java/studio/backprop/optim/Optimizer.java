package studio.backprop.optim;

import java.util.List;
import java.util.stream.Collectors;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Optimizer, as an immutable description: the record's components are its hyperparameters, without the learning rate. */
public interface Optimizer {
  /** New state for these parameters. */
  OptimizerState start(List<Tensor> parameters);

  /**
   * Update of a single weight, line by line; the last line is the new weight.
   *
   * @param g gradient of w
   * @param memory its state, in the order of {@link OptimizerState#slots}
   * @param step from 1
   */
  List<FormulaLine> account(double w, double g, double[] memory, long step, double rate);

  /** Symbolic lines of {@link #account} in LaTeX. */
  default String formula() {
    Tensor one = new Tensor("w", 1, Shape.SCALAR, true);
    double[] slots = new double[start(List.of(one)).slots().length];
    return account(1, 1, slots, 1, 1).stream().map(FormulaLine::assignment).collect(Collectors.joining("\n"));
  }
}

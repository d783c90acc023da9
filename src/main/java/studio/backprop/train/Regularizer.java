package studio.backprop.train;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Tensor;

/** Measures the gradients of a step, adds the penalties and clips. Allocates nothing in a step. */
final class Regularizer {
  private final Regularization settings;
  private final Kernels kernels;
  private final Tensor[] parameters;
  private final double[] norms;

  Regularizer(Regularization settings, Parameters all, Kernels kernels) {
    this.settings = settings;
    this.kernels = kernels;
    List<Parameter> learned = all.learned();
    this.parameters = Session.tensors(learned);
    this.norms = new double[parameters.length];
  }

  /** Applies to the gradients of a finished backward pass and returns the norm of all gradients together, before any change. */
  double apply() {
    double squares = 0;
    for (int p = 0; p < parameters.length; p++) {
      double square = kernels.sumOfSquares(parameters[p].grads(), parameters[p].count());
      norms[p] = Math.sqrt(square);
      squares += square;
    }
    return Math.sqrt(squares);
  }

  double norm(int parameter) {
    return norms[parameter];
  }
}

package studio.backprop.train.optim;

import java.util.List;
import studio.backprop.tensor.Tensor;

/** How gradients become steps, as a description: the record's components are its coefficients. The learning rate is set apart from it. */
public interface Optimizer {
  /** Memory of its own for these parameters, ready for the first step. */
  Updates start(List<Tensor> parameters);
}

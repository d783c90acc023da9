package studio.backprop.op;

import studio.backprop.kernel.RowNormalization;
import studio.backprop.tensor.Tensor;

/**
 * y = γ·x̂ + β, x̂ = (x − μ)/√(σ² + ε), with mean μ and variance σ² of each row, independent of the rest of the batch. A row has the length
 * of γ: the features of one time step, or all numbers of an example. ∂L/∂x = (h − mean h − x̂·mean(h·x̂))/√(σ² + ε), h = γ·∂L/∂y. Ba, Kiros
 * and Hinton 2016.
 */
public final class LayerNormalization extends RowwiseNormalization {
  private final RowNormalization normalization;
  private final Tensor beta;

  public LayerNormalization(Builder builder, String name, Tensor x, Tensor gamma, Tensor beta, double epsilon) {
    super(builder, name, x, gamma, beta);
    this.beta = beta;
    this.normalization = builder.kernels().rowNormalization(width, epsilon);
  }

  @Override
  void normalize(int from, int to) {
    normalization.forward(from, to, x.values(), gamma.values(), beta.values(), normalized.values(), inverses, y.values());
  }

  @Override
  void sum(int from, int to, int at) {
    normalization.sums(from, to, y.grads(), normalized.values(), sums, at);
  }

  @Override
  void giveBack(boolean add, int from, int to, int chunk) {
    normalization.backward(add, from, to, y.grads(), gamma.values(), normalized.values(), inverses, x.grads());
  }
}

package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Tensor;

/** y = x₁·x₂·…, elementwise. ∂L/∂xₖ = ∂L/∂y times all the other factors; dividing y by xₖ would fail at zero. */
public final class Product implements Op {
  private final List<Tensor> factors;
  private final Tensor y;
  private final float[] others;

  public Product(Builder builder, String name, List<Tensor> factors) {
    this.factors = List.copyOf(factors);
    this.y = builder.buffer(name, factors.get(0).shape(), factors.toArray(Tensor[]::new));
    this.others = new float[y.hasGrad() ? y.count() : 0];
  }

  @Override
  public List<Tensor> inputs() {
    return factors;
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public long scratch() {
    return others.length;
  }

  @Override
  public void forward(Mode mode) {
    System.arraycopy(factors.get(0).values(), 0, y.values(), 0, y.count());
    for (int f = 1; f < factors.size(); f++) {
      multiply(factors.get(f).values(), y.values());
    }
  }

  @Override
  public void backward() {
    for (int f = 0; f < factors.size(); f++) {
      if (factors.get(f).hasGrad()) {
        addGradient(f);
      }
    }
  }

  private void addGradient(int factor) {
    System.arraycopy(y.grads(), 0, others, 0, others.length);
    for (int f = 0; f < factors.size(); f++) {
      if (f != factor) {
        multiply(factors.get(f).values(), others);
      }
    }
    float[] dx = factors.get(factor).grads();
    for (int i = 0; i < dx.length; i++) {
      dx[i] += others[i];
    }
  }

  private static void multiply(float[] by, float[] product) {
    for (int i = 0; i < product.length; i++) {
      product[i] *= by[i];
    }
  }
}

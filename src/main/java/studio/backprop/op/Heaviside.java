package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * y = 1 above zero, 0 elsewhere, at zero too: the neuron of McCulloch and Pitts 1943 and of Rosenblatt's perceptron 1958. The derivative is
 * 0, and undefined at zero: no gradient passes, so preceding layers cannot be trained by backpropagation.
 */
public final class Heaviside extends Elementwise {
  public Heaviside(Builder builder, String name, Tensor x) {
    super(builder, name, x);
  }

  @Override
  public boolean hasCorners() {
    return true;
  }

  @Override
  public boolean jumps() {
    return true;
  }

  @Override
  protected void apply(float[] x, float[] y) {
    for (int i = 0; i < count; i++) {
      y[i] = x[i] > 0 ? 1f : x[i] <= 0 ? 0f : Float.NaN; // NaN propagates
    }
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    // dx += dy · 0
  }
}

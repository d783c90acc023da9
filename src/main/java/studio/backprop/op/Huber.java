package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * ½·e² where the error e = p − t is at most δ in absolute value, δ·(|e| − ½·δ) beyond: quadratic for small errors, linear for outliers. The
 * derivative is e, clamped to [−δ, δ]. Huber 1964.
 */
public final class Huber extends LossOp {
  private final float delta;

  public Huber(Builder builder, Tensor prediction, Tensor target, double delta) {
    super(builder, prediction, target, 1);
    if (!(delta > 0)) {
      throw new IllegalArgumentException("delta must be above 0, but was " + delta);
    }
    this.delta = (float) delta;
  }

  public double delta() {
    return delta;
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    double error = Math.abs(p[at] - t[at]);
    return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    dp[at] += scale * Math.max(-delta, Math.min(delta, p[at] - t[at]));
  }
}

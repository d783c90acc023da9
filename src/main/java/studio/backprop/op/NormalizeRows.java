package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Tensor;

/**
 * y = γ·x̂ + β, x̂ = (x − μ)/√(σ² + ε), with mean μ and variance σ² of each row by itself, so that no example depends on its neighbours
 * in the batch. A row is what γ is as long as: the features of one time step, or all numbers of an example. ∂L/∂x = (h − mean h −
 * x̂·mean(h·x̂))/√(σ² + ε), h = γ·∂L/∂y. Ba, Kiros and Hinton 2016.
 */
public final class NormalizeRows implements Op {
  private final Tensor x;
  private final Tensor gamma;
  private final Tensor beta;
  private final Tensor y;
  private final Tensor normalized;
  private final float[] inverses;
  private final double epsilon;
  private final int rows;
  private final int width;

  public NormalizeRows(Builder builder, String name, Tensor x, Tensor gamma, Tensor beta, double epsilon) {
    this.x = x;
    this.gamma = gamma;
    this.beta = beta;
    this.epsilon = epsilon;
    this.width = gamma.count();
    this.rows = x.count() / width;
    this.inverses = new float[rows];
    this.normalized = builder.buffer("normalized", x.shape());
    this.y = builder.buffer(name, x.shape(), x, gamma, beta);
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x, gamma, beta);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public List<Tensor> inner() {
    return List.of(normalized);
  }

  @Override
  public void forward(Mode mode) {
    for (int row = 0; row < rows; row++) {
      normalize(row, row * width, x.values(), normalized.values());
      scale(row * width, normalized.values(), y.values());
    }
  }

  private void normalize(int row, int at, float[] in, float[] hat) {
    int end = at + width;
    float mean = (float) (Sums.sum(in, at, end) / width);
    float inverse = (float) (1 / Math.sqrt(Sums.squares(in, mean, at, end) / width + epsilon));
    inverses[row] = inverse;
    for (int i = at; i < end; i++) {
      hat[i] = (in[i] - mean) * inverse;
    }
  }

  private void scale(int at, float[] hat, float[] out) {
    float[] g = gamma.values();
    float[] b = beta.values();
    for (int j = 0; j < width; j++) {
      out[at + j] = hat[at + j] * g[j] + b[j];
    }
  }

  @Override
  public void backward() {
    for (int row = 0; row < rows; row++) {
      int at = row * width;
      if (gamma.hasGrad()) {
        addToParameters(at, normalized.values(), y.grads());
      }
      if (x.hasGrad()) {
        giveBack(at, inverses[row], normalized.values(), y.grads(), x.grads());
      }
    }
  }

  private void addToParameters(int at, float[] hat, float[] dy) {
    float[] dGamma = gamma.grads();
    float[] dBeta = beta.grads();
    for (int j = 0; j < width; j++) {
      dGamma[j] += dy[at + j] * hat[at + j];
      dBeta[j] += dy[at + j];
    }
  }

  private void giveBack(int at, float inverse, float[] hat, float[] dy, float[] dx) {
    float[] g = gamma.values();
    double sum = 0;
    double sumTimesHat = 0;
    for (int j = 0; j < width; j++) {
      float h = g[j] * dy[at + j];
      sum += h;
      sumTimesHat += h * hat[at + j];
    }
    float mean = (float) (sum / width);
    float slope = (float) (sumTimesHat / width);
    for (int j = 0; j < width; j++) {
      dx[at + j] += inverse * (g[j] * dy[at + j] - mean - slope * hat[at + j]);
    }
  }
}

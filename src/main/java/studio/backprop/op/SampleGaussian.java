package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * z = μ + ε·e^(v/2) with ε from the standard normal distribution, drawn anew at each training step; z = μ when evaluating. μ and the
 * log-variance v are two tensors, or the two halves of one. Reparameterization, as ε does not depend on parameters: ∂z/∂μ = 1, ∂z/∂v =
 * ½·ε·e^(v/2).
 *
 * <p>Its cost is β times the Kullback–Leibler divergence from the standard normal distribution, −½·Σ(1 + v − μ² − e^v), with the
 * derivatives β·μ and ½·β·(e^v − 1). Kingma and Welling 2014, section 2.4 and appendix B; β: Higgins et al. 2017.
 */
public final class SampleGaussian implements CostOp {
  private final Kernels kernels;
  private final Tensor means;
  private final Tensor variances;
  /** Offset of the log-variances in a row of {@link #variances}. */
  private final int half;
  private final Tensor z;
  private final Tensor noise;
  private final Tensor cost;
  private final Draws draws;
  private final float beta;

  /** Means and log-variances: two tensors of one shape. */
  public SampleGaussian(Builder builder, String name, Tensor means, Tensor variances, double beta) {
    this(builder, name, means, variances, means.shape(), 0, beta);
  }

  /** @param both means in the first half of each row, log-variances in the second */
  public SampleGaussian(Builder builder, String name, Tensor both, Shape shape, double beta) {
    this(builder, name, both, both, shape, both.rowCount() / 2, beta);
  }

  private SampleGaussian(Builder builder, String name, Tensor means, Tensor variances, Shape shape, int half, double beta) {
    if (!(beta >= 0)) {
      throw new IllegalArgumentException("beta must be at least 0, but was " + beta);
    }
    this.kernels = builder.kernels();
    this.means = means;
    this.variances = variances;
    this.half = half;
    this.beta = (float) beta;
    this.draws = new Draws(builder.random("sample").nextLong());
    this.z = builder.buffer(name, shape, means, variances);
    this.noise = new Tensor("noise", z.rows(), shape, false);
    this.cost = new Tensor("cost", z.rows(), Shape.SCALAR, z.hasGrad());
  }

  @Override
  public List<Tensor> inputs() {
    return Stream.of(means, variances).distinct().toList();
  }

  @Override
  public Tensor output() {
    return z;
  }

  @Override
  public Tensor cost() {
    return cost;
  }

  @Override
  public List<Tensor> inner() {
    return List.of(noise, cost);
  }

  @Override
  public boolean draws() {
    return true;
  }

  @Override
  public void begin(long step) {
    draws.begin(step);
  }

  @Override
  public void forward(Mode mode) {
    if (mode == Mode.TRAIN) {
      draws.normal(kernels, noise.values(), 1);
    } else {
      Arrays.fill(noise.values(), 0);
    }
    int width = z.rowCount();
    for (int row = 0; row < z.rows(); row++) {
      cost.values()[row] = beta * forward(row * means.rowCount(), row * variances.rowCount() + half, row * width, width);
    }
  }

  /** One example; returns its KL divergence. */
  private float forward(int fromMean, int fromVariance, int to, int width) {
    double distance = 0;
    for (int i = 0; i < width; i++) {
      double mean = means.values()[fromMean + i];
      double v = variances.values()[fromVariance + i];
      double deviation = Math.exp(v / 2);
      z.values()[to + i] = (float) (mean + deviation * noise.values()[to + i]);
      distance -= (1 + v - mean * mean - deviation * deviation) / 2;
    }
    return (float) distance;
  }

  @Override
  public void backward() {
    int width = z.rowCount();
    for (int row = 0; row < z.rows(); row++) {
      float scale = beta * cost.grads()[row];
      if (means.hasGrad()) {
        addToMeans(row * means.rowCount(), row * width, width, scale);
      }
      if (variances.hasGrad()) {
        addToVariances(row * variances.rowCount() + half, row * width, width, scale);
      }
    }
  }

  private void addToMeans(int at, int from, int width, float scale) {
    for (int i = 0; i < width; i++) {
      means.grads()[at + i] += z.grads()[from + i] + scale * means.values()[at + i];
    }
  }

  private void addToVariances(int at, int from, int width, float scale) {
    for (int i = 0; i < width; i++) {
      double deviation = Math.exp(variances.values()[at + i] / 2);
      double drawn = z.grads()[from + i] * noise.values()[from + i] * deviation;
      variances.grads()[at + i] += (float) ((drawn + scale * (deviation * deviation - 1)) / 2);
    }
  }
}

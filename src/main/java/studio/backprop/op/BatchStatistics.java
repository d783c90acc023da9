package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Statistics and parameters of batch normalization per channel: mean μ and variance σ² over the batch, their running averages, γ and β.
 * ∂L/∂x = γ/√(σ² + ε)·(g − mean g − x̂·mean(g·x̂)), g = ∂L/∂y, because μ and σ depend on every x. Ioffe and Szegedy 2015.
 */
final class BatchStatistics {
  final Tensor mean;
  final Tensor variance;
  /** ∂L/∂x = scale·g + slope·x + shift, per channel. */
  final float[] scale;
  final float[] slope;
  final float[] shift;
  private final NormalizeBatch.State state;
  private final double momentum;
  private final double epsilon;
  private final int numbers;

  /** @param numbers per channel in a batch */
  BatchStatistics(NormalizeBatch.State state, double momentum, double epsilon, int numbers) {
    int channels = state.gamma().count();
    this.state = state;
    this.momentum = momentum;
    this.epsilon = epsilon;
    this.numbers = numbers;
    this.mean = new Tensor("batch_mean", 1, Shape.of(channels), false);
    this.variance = new Tensor("batch_variance", 1, Shape.of(channels), false);
    this.scale = new float[channels];
    this.slope = new float[channels];
    this.shift = new float[channels];
  }

  List<Tensor> tensors() {
    return List.of(mean, variance);
  }

  int channels() {
    return scale.length;
  }

  void takeMean(int channel, double sum) {
    mean.values()[channel] = (float) (sum / numbers);
  }

  /** Sets a channel's batch variance from Σ(x − μ)², and updates the running statistics. */
  void takeVariance(int channel, double squares) {
    variance.values()[channel] = (float) (squares / numbers);
    float[] runningMean = state.runningMean().values();
    float[] runningVariance = state.runningVariance().values();
    double unbiased = squares / Math.max(1, numbers - 1);
    runningMean[channel] += (float) (momentum * (mean.values()[channel] - runningMean[channel]));
    runningVariance[channel] += (float) (momentum * (unbiased - runningVariance[channel]));
  }

  /** Uses the running statistics instead of the batch's. */
  void recall(int fromChannel, int toChannel) {
    System.arraycopy(state.runningMean().values(), fromChannel, mean.values(), fromChannel, toChannel - fromChannel);
    System.arraycopy(state.runningVariance().values(), fromChannel, variance.values(), fromChannel, toChannel - fromChannel);
  }

  float mean(int channel) {
    return mean.values()[channel];
  }

  /** γ/√(σ² + ε). */
  float factor(int channel) {
    return state.gamma().values()[channel] * inverse(channel);
  }

  float beta(int channel) {
    return state.beta().values()[channel];
  }

  private float inverse(int channel) {
    return (float) (1 / Math.sqrt(variance.values()[channel] + epsilon));
  }

  /** Sets the gradients of γ and β and the coefficients of ∂L/∂x, from Σ g and Σ g·(x − μ). */
  void settle(int channel, double sum, double sumTimesDistance, Mode mode) {
    float inverse = inverse(channel);
    if (state.gamma().hasGrad()) {
      state.gamma().grads()[channel] += (float) (sumTimesDistance * inverse);
    }
    if (state.beta().hasGrad()) {
      state.beta().grads()[channel] += (float) sum;
    }
    boolean measured = mode == Mode.TRAIN;
    scale[channel] = factor(channel);
    slope[channel] = measured ? (float) (-scale[channel] * inverse * inverse * sumTimesDistance / numbers) : 0f;
    shift[channel] = (measured ? (float) (-scale[channel] * sum / numbers) : 0f) - slope[channel] * mean(channel);
  }
}

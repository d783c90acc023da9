package studio.backprop.optim;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * Adam with decoupled weight decay: w ← (1 − rate · λ)w, then a step of {@link Adam}. Loshchilov and Hutter 2019.
 *
 * @param beta1 β₁, decay of the first moment
 * @param beta2 β₂, decay of the second moment
 * @param epsilon ε, numerical stability
 * @param weightDecay λ, share of each parameter that is subtracted in a step at rate 1
 */
public record AdamW(
    @Range(min = 0, max = 0.9999) double beta1,
    @Range(min = 0, max = 0.999999) double beta2,
    @Range(min = 1e-12, max = 1) double epsilon,
    @Range(min = 0, max = 1) double weightDecay)
    implements Optimizer {

  public static final AdamW STANDARD = new AdamW(0.9, 0.999, 1e-8, 0.01);

  @Override
  public OptimizerState start(List<Tensor> parameters) {
    return new Adam(beta1, beta2, epsilon).start(parameters, weightDecay);
  }

  @Override
  public List<FormulaLine> account(double w, double g, double[] memory, long step, double rate) {
    return new Adam(beta1, beta2, epsilon).account(w, g, memory, step, rate, weightDecay);
  }
}

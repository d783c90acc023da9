package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −A·ln π(a|s) − β·H: increases the probability of actions with a positive advantage A. The gradient with respect to the logits is A·(π −
 * t). REINFORCE, Williams 1992; with a critic's values in A the loss of an actor, Mnih et al. 2016.
 */
public final class PolicyGradient extends PolicyLoss {
  public PolicyGradient(Builder builder, Softmax softmax, Tensor target) {
    super(builder, softmax, target);
  }

  @Override
  double cost(double log, double advantage, double old) {
    return -advantage * log;
  }

  @Override
  double slope(double log, double advantage, double old) {
    return -advantage;
  }
}

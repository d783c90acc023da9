package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Loss of a policy π(a|s) = softmax(z) for the action a that was taken, minus an entropy bonus β·H, H = −Σ πᵢ·ln πᵢ. z: [batch, actions];
 * the target is one-hot for the action. Each example also has its advantage A and ln π(a|s) of the behaviour policy. ∂H/∂zᵢ = −πᵢ·(ln πᵢ +
 * H). Williams 1992; Mnih et al. 2016.
 */
public abstract class PolicyLoss extends LossOp {
  private final Tensor probability;
  private final Tensor advantages;
  private final Tensor logOld;
  private double entropyWeight;

  PolicyLoss(Builder builder, Softmax softmax, Tensor target) {
    super(builder, softmax.logits(), target, target.shape().size(target.shape().rank() - 1));
    this.probability = softmax.output();
    Shape actions = target.rowCount() == width ? Shape.SCALAR : Shape.of(target.rowCount() / width);
    this.advantages = new Tensor("advantage", target.rows(), actions, false);
    this.logOld = new Tensor("old_log_probability", target.rows(), actions, false);
  }

  /** π(a|s) of all actions. */
  public final Tensor probability() {
    return probability;
  }

  /** Advantage of each example; to be filled before each pass. */
  public final Tensor advantages() {
    return advantages;
  }

  /** Log-probability of each example's action under the behaviour policy; to be filled before each pass. */
  public final Tensor logOld() {
    return logOld;
  }

  @Override
  public List<Tensor> inner() {
    return List.of(perExample(), advantages, logOld);
  }

  /** Entropy coefficient β. */
  public final void entropyWeight(double beta) {
    entropyWeight = beta;
  }

  public final double entropyWeight() {
    return entropyWeight;
  }

  /** H of an example's policy, in nats. */
  public final double entropy(int row) {
    float[] p = probability.values();
    double entropy = 0;
    for (int i = row * width; i < (row + 1) * width; i++) {
      entropy -= p[i] > 0 ? p[i] * Math.log(p[i]) : 0;
    }
    return entropy;
  }

  /** Index in the prediction of an example's action. */
  private int taken(int row) {
    int taken = row * width;
    for (int i = taken + 1; i < (row + 1) * width; i++) {
      taken = target.values()[i] > target.values()[taken] ? i : taken;
    }
    return taken;
  }

  /** ln π(a|s) of an example's action. */
  public final double logProbability(int row) {
    float[] z = prediction.values();
    int largest = row * width;
    for (int i = largest + 1; i < (row + 1) * width; i++) {
      largest = z[i] > z[largest] ? i : largest;
    }
    return z[taken(row)] - z[largest] + Math.log(probability.values()[largest]);
  }

  @Override
  protected final double cost(float[] z, float[] t, int at) {
    int row = at / width;
    return cost(logProbability(row), advantages.values()[row], logOld.values()[row]) - entropyWeight * entropy(row);
  }

  @Override
  protected final void addGradient(float[] z, float[] t, int at, float scale, float[] dz) {
    int row = at / width;
    double slope = slope(logProbability(row), advantages.values()[row], logOld.values()[row]);
    double entropy = entropy(row);
    int taken = taken(row);
    float[] p = probability.values();
    for (int i = at; i < at + width; i++) {
      double bonus = p[i] > 0 ? p[i] * (Math.log(p[i]) + entropy) : 0;
      dz[i] += (float) (scale * (slope * ((i == taken ? 1 : 0) - p[i]) + entropyWeight * bonus));
    }
  }

  /** Loss of the action without entropy. @param log ln π(a|s) @param old ln π_old(a|s) */
  abstract double cost(double log, double advantage, double old);

  /** Derivative of {@link #cost} with respect to ln π(a|s). */
  abstract double slope(double log, double advantage, double old);
}

package studio.backprop.project;

import java.util.OptionalDouble;
import studio.backprop.layer.Loss;

/**
 * Decision threshold of binary classification, and how it was chosen. Affects predictions, not training. Immutable.
 *
 * @param rule by which it was chosen
 * @param value threshold on the score; ignored for {@link Rule#LOSS}, see {@link #at}
 * @param step at which it was chosen; 0 without training
 * @param weights SHA-256 of the weights for which it was chosen; empty where independent of weights
 */
public record DecisionThreshold(Rule rule, double value, long step, String weights, double falsePositiveCost, double falseNegativeCost) {
  /** Limit of costs; only their ratio matters. */
  public static final double MOST_COST = 1_000_000;
  /** Default threshold of the loss. */
  public static final DecisionThreshold OF_LOSS = new DecisionThreshold(Rule.LOSS, 0.5, 0, "", 1, 1);

  /** Rule for choosing a threshold. */
  public enum Rule {
    /** Default of the loss: 0.5 for probabilities. */
    LOSS,
    /** Maximum F1 on the validation part. */
    MAX_F1,
    /** Minimum expected cost on the validation part. */
    COSTS,
    CUSTOM;

    /** Whether the rule depends on predictions, and so on weights. */
    public boolean isOfWeights() {
      return this == MAX_F1 || this == COSTS;
    }
  }

  public DecisionThreshold {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a threshold must be a number, but was " + value);
    }
    if (!(isCost(falsePositiveCost) && isCost(falseNegativeCost))) {
      throw new IllegalArgumentException("costs must be from 0 to " + MOST_COST + ", but were " + falsePositiveCost + " and "
          + falseNegativeCost);
    }
  }

  private static boolean isCost(double cost) {
    return cost >= 0 && cost <= MOST_COST;
  }

  /** Score from which the second class is predicted. */
  public double at(Loss loss) {
    return rule == Rule.LOSS ? loss.cut() : value;
  }

  /** Threshold that differs from the loss's default; empty for {@link Rule#LOSS}. */
  public OptionalDouble own() {
    return rule == Rule.LOSS ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Reset to the loss's default. */
  public DecisionThreshold ofLoss() {
    return new DecisionThreshold(Rule.LOSS, OF_LOSS.value, 0, "", falsePositiveCost, falseNegativeCost);
  }

  public DecisionThreshold custom(double score) {
    return new DecisionThreshold(Rule.CUSTOM, score, 0, "", falsePositiveCost, falseNegativeCost);
  }

  /** Chosen by a rule on the predictions of these weights. */
  public DecisionThreshold chosen(Rule by, double score, long after, String ofWeights) {
    return new DecisionThreshold(by, score, after, ofWeights, falsePositiveCost, falseNegativeCost);
  }

  public DecisionThreshold withCosts(double falsePositive, double falseNegative) {
    return new DecisionThreshold(rule, value, step, weights, falsePositive, falseNegative);
  }

  /** Whether it was chosen for weights with another hash. */
  public boolean isOfOthersThan(String now) {
    return rule.isOfWeights() && !weights.equals(now);
  }
}

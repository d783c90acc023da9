package studio.backprop.project;

import java.util.OptionalDouble;
import studio.backprop.layer.Loss;

/**
 * Decision threshold of binary classification, and how it was chosen. Affects predictions, not training. Immutable.
 *
 * @param rule how it was chosen
 * @param value the score; of {@link Rule#LOSS} whatever the loss says, see {@link #at}
 * @param step after which it was chosen; 0 where nothing was trained
 * @param weights the SHA-256 of the weights whose predictions it was chosen on; empty where that does not matter
 * @param falsePositiveCost cost of a false positive
 * @param falseNegativeCost cost of a false negative
 */
public record DecisionThreshold(Rule rule, double value, long step, String weights, double falsePositiveCost, double falseNegativeCost) {
  /** The largest cost that is taken: beyond it only the ratio of two costs would lose its digits. */
  public static final double MOST_COST = 1_000_000;
  /** The threshold that the loss is made for. */
  public static final DecisionThreshold OF_LOSS = new DecisionThreshold(Rule.LOSS, 0.5, 0, "", 1, 1);

  /** How a threshold is chosen. */
  public enum Rule {
    /** The one that the loss is made for: 0.5 of probabilities. */
    LOSS,
    /** The largest F1 on the validation part. */
    MAX_F1,
    /** The smallest cost of all mistakes on the validation part. */
    COSTS,
    /** Set by the user. */
    CUSTOM;

    /** Whether it is chosen on predictions, so that it is one of the weights that made them. */
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

  /** The score at and above which the second class is predicted. */
  public double at(Loss loss) {
    return rule == Rule.LOSS ? loss.cut() : value;
  }

  /** A threshold set by the user; empty for that of the loss. */
  public OptionalDouble own() {
    return rule == Rule.LOSS ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The loss's own. */
  public DecisionThreshold ofLoss() {
    return new DecisionThreshold(Rule.LOSS, OF_LOSS.value, 0, "", falsePositiveCost, falseNegativeCost);
  }

  /** Set by the user. */
  public DecisionThreshold custom(double score) {
    return new DecisionThreshold(Rule.CUSTOM, score, 0, "", falsePositiveCost, falseNegativeCost);
  }

  /** Chosen by a rule on what these weights predicted. */
  public DecisionThreshold chosen(Rule by, double score, long after, String ofWeights) {
    return new DecisionThreshold(by, score, after, ofWeights, falsePositiveCost, falseNegativeCost);
  }

  /** The same threshold with other costs, by which another may be chosen. */
  public DecisionThreshold withCosts(double falsePositive, double falseNegative) {
    return new DecisionThreshold(rule, value, step, weights, falsePositive, falseNegative);
  }

  /** Whether it was chosen on the predictions of other weights than these. */
  public boolean isOfOthersThan(String now) {
    return rule.isOfWeights() && !weights.equals(now);
  }
}

package studio.backprop.kernel;

/** What is the same for all numbers in a step of Adam. */
public final class AdamStep {
  /** β₁ and 1 − β₁. */
  final float meanKept;
  final float meanAdded;
  /** β₂ and 1 − β₂. */
  final float squareKept;
  final float squareAdded;
  final float epsilon;
  /** What weight decay leaves of a weight. */
  float weightKept;
  /** rate / (1 − β₁ᵗ). */
  float pace;
  /** 1 / √(1 − β₂ᵗ). */
  float root;

  public AdamStep(double beta1, double beta2, double epsilon) {
    meanKept = (float) beta1;
    meanAdded = (float) (1 - beta1);
    squareKept = (float) beta2;
    squareAdded = (float) (1 - beta2);
    this.epsilon = (float) epsilon;
  }

  /** For the next step. */
  public void set(double weightKept, double pace, double root) {
    this.weightKept = (float) weightKept;
    this.pace = (float) pace;
    this.root = (float) root;
  }
}

package studio.backprop.kernel;

/** Constants of one Adam step. */
public final class AdamStep {
  final float beta1;
  final float oneMinusBeta1;
  final float beta2;
  final float oneMinusBeta2;
  final float epsilon;
  /** 1 − rate · λ, for decoupled weight decay. */
  float weightKept;
  /** rate / (1 − β₁ᵗ). */
  float pace;
  /** 1 / √(1 − β₂ᵗ). */
  float root;

  public AdamStep(double beta1, double beta2, double epsilon) {
    this.beta1 = (float) beta1;
    oneMinusBeta1 = (float) (1 - beta1);
    this.beta2 = (float) beta2;
    oneMinusBeta2 = (float) (1 - beta2);
    this.epsilon = (float) epsilon;
  }

  public void set(double weightKept, double pace, double root) {
    this.weightKept = (float) weightKept;
    this.pace = (float) pace;
    this.root = (float) root;
  }
}

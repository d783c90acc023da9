package studio.backprop.project;

import studio.backprop.layer.Loss;
import studio.backprop.network.Objective;

/** Loss of the generator of a GAN; the discriminator D classifies real examples x and generated ones G(z). */
public enum GanObjective {
  /** −ln D(G(z)): large gradient where D rejects G(z). Goodfellow et al. 2014, section 3. */
  NON_SATURATING(Loss.BINARY_CROSS_ENTROPY, false),
  /** ln(1 − D(G(z))), the negated loss of D; small gradient where D rejects G(z). Goodfellow et al. 2014, equation 1. */
  MINIMAX(Loss.BINARY_CROSS_ENTROPY, true),
  /** (D(G(z)) − 1)²; D minimizes (D(x) − 1)² + D(G(z))². Mao et al. 2017, with labels 0 and 1. */
  LEAST_SQUARES(Loss.MSE, false);

  private final Loss loss;
  private final boolean opposed;

  GanObjective(Loss loss, boolean opposed) {
    this.loss = loss;
    this.opposed = opposed;
  }

  /** Objective of the generator. @param discriminated objective of D with the same loss */
  public Objective ofGenerator(Objective discriminated) {
    return opposed ? discriminated.against() : discriminated;
  }

  /** Target of generated examples in the generator's update: for minimax that of D's own update. */
  public float generatedLabel() {
    return opposed ? 0 : 1;
  }

  public Loss loss() {
    return loss;
  }
}

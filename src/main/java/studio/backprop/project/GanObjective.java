package studio.backprop.project;

import studio.backprop.layer.Loss;

/** What the generator of an adversarial training makes small; the discriminator D tells real examples x from generated ones G(z). */
public enum GanObjective {
  /** −ln D(G(z)): steep where D is sure that an example is generated. Goodfellow et al. 2014, section 3. */
  NON_SATURATING(Loss.BINARY_CROSS_ENTROPY),
  /** ln(1 − D(G(z))): what D makes large, made small; flat where D is sure. Goodfellow et al. 2014, equation 1. */
  MINIMAX(Loss.BINARY_CROSS_ENTROPY),
  /** (D(G(z)) − 1)²; D makes (D(x) − 1)² and D(G(z))² small. Mao et al. 2017, with labels 0 and 1. */
  LEAST_SQUARES(Loss.MSE);

  private final Loss loss;

  GanObjective(Loss loss) {
    this.loss = loss;
  }

  /** The loss by which the network compares D's output with the labels. */
  public Loss loss() {
    return loss;
  }
}

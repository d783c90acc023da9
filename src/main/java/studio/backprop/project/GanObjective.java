package studio.backprop.project;

import studio.backprop.layer.Loss;
import studio.backprop.network.Objective;

/** Loss of the generator of a GAN; the discriminator D classifies real examples x and generated ones G(z). */
public enum GanObjective {
  /** −ln D(G(z)): steep where D is sure that an example is generated. Goodfellow et al. 2014, section 3. */
  NON_SATURATING(Loss.BINARY_CROSS_ENTROPY, false),
  /** ln(1 − D(G(z))): what D makes large, made small; flat where D is sure. Goodfellow et al. 2014, equation 1. */
  MINIMAX(Loss.BINARY_CROSS_ENTROPY, true),
  /** (D(G(z)) − 1)²; D makes (D(x) − 1)² and D(G(z))² small. Mao et al. 2017, with labels 0 and 1. */
  LEAST_SQUARES(Loss.MSE, false);

  private final Loss loss;
  private final boolean opposed;

  GanObjective(Loss loss, boolean opposed) {
    this.loss = loss;
    this.opposed = opposed;
  }

  /** What the generator makes small. @param discriminated what D makes small, of the same loss */
  public Objective ofGenerator(Objective discriminated) {
    return opposed ? discriminated.against() : discriminated;
  }

  /** The label of generated examples in the turn of the generator: where it opposes D, that of D's own turn. */
  public float generatedLabel() {
    return opposed ? 0 : 1;
  }

  /** The loss by which the network compares D's output with the labels. */
  public Loss loss() {
    return loss;
  }
}

package studio.backprop.project;

/** Which networks of a GAN are trained; the other is frozen. */
public enum WhoTrains {
  BOTH,
  DISCRIMINATOR,
  GENERATOR;

  public boolean discriminator() {
    return this != GENERATOR;
  }

  public boolean generator() {
    return this != DISCRIMINATOR;
  }
}

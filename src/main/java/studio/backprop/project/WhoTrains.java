package studio.backprop.project;

/** Which of two networks that learn against each other takes its turns; the other keeps its weights. */
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

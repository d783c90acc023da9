package studio.backprop.schedule;

/** Constant learning rate. */
public record Constant() implements Schedule {
  @Override
  public Factor start(int stepsPerEpoch, int epochs) {
    return step -> 1;
  }
}

package studio.backprop.schedule;

/** The rate stays as it is. */
public record Constant() implements Schedule {
  @Override
  public Factor start(int stepsPerEpoch, int epochs) {
    return step -> 1;
  }
}

package studio.backprop.run.time;

/**
 * A push that a person gave to what moves in an agent's first world, between two steps.
 *
 * @param step the steps taken before
 * @param impulse in N s, to the right above 0
 */
public record Perturbation(long step, double impulse) {
  /** More throws the cart off its track at once. */
  public static final double MOST = 2;

  public Perturbation {
    if (!(Math.abs(impulse) <= MOST)) {
      throw new IllegalArgumentException("a push must be from -" + MOST + " to " + MOST + " N s, but was " + impulse);
    }
  }
}

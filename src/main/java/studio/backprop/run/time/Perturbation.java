package studio.backprop.run.time;

/**
 * Manual impulse in an agent's first environment, between two steps. Immutable.
 *
 * @param step completed steps
 * @param impulse in N s, to the right above 0
 */
public record Perturbation(long step, double impulse) {
  /** Largest impulse in N s: more throws the cart off its track at once. */
  public static final double MOST = 2;

  public Perturbation {
    if (!(Math.abs(impulse) <= MOST)) {
      throw new IllegalArgumentException("a push must be from -" + MOST + " to " + MOST + " N s, but was " + impulse);
    }
  }
}

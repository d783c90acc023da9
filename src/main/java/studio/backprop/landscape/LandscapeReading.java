package studio.backprop.landscape;

/**
 * Where a run stands at a step, by its own weights and as a map shows it.
 *
 * @param step of the position, which may be a little before the one that was asked for
 * @param a and b, its place on the plane
 * @param trueLoss of its weights
 * @param drawnLoss at its place on the plane, as the map shows it there
 * @param offPlane how far its weights are from that place
 * @param stepLength of its last step
 * @param way the lengths of all its steps so far together
 * @param fromStart how far it is from its start, as the crow flies
 */
public record LandscapeReading(
    long step, double a, double b, double trueLoss, double drawnLoss, double offPlane, double stepLength, double way, double fromStart) {
  /** A difference that is worth a warning. */
  private static final double NOTABLE = 0.1;

  /**
   * Reads a run.
   *
   * @param own the surface of the run's own network
   * @param drawn the surface that the map shows, which may be that of another lane
   * @param states the running numbers with which the map was drawn
   */
  public static LandscapeReading of(WeightTrail trail, WeightPosition position, LossSurface own, LossSurface drawn, float[] states,
      WeightPlane plane) {
    double[] at = plane.project(position.weights());
    float[] there = new float[plane.weights()];
    plane.point(at[0], at[1], there);
    return new LandscapeReading(position.step(), at[0], at[1], own.at(position), drawn.at(there, states), plane.off(position.weights()),
        position.length(), position.way(), trail.fromStart(position));
  }

  /** How much longer its way was than the distance; NaN at the start. */
  public double detour() {
    return fromStart == 0 ? Double.NaN : way / fromStart;
  }

  /** Whether what is drawn there differs from the true loss by more than a tenth of it. */
  public boolean differs() {
    return !(Math.abs(drawnLoss - trueLoss) <= NOTABLE * Math.abs(trueLoss));
  }
}

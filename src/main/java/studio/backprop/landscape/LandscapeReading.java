package studio.backprop.landscape;

/**
 * Position of a run at a step, in weight space and on a loss map. Immutable.
 *
 * @param step of the position, at or before the requested one
 * @param a first coordinate on the plane
 * @param b second coordinate on the plane
 * @param trueLoss loss of its weights
 * @param drawnLoss loss at its projection on the plane
 * @param offPlane distance of its weights from the projection
 * @param stepLength length of its last step
 * @param way path length so far
 * @param fromStart distance from its start
 */
public record LandscapeReading(
    long step, double a, double b, double trueLoss, double drawnLoss, double offPlane, double stepLength, double way, double fromStart) {
  /** Relative difference of losses that warrants a warning. */
  private static final double NOTABLE = 0.1;

  /**
   * Computes the position of a run.
   *
   * @param own loss surface of the run's own network
   * @param drawn displayed surface, possibly of another variant
   * @param states running statistics of the map
   */
  public static LandscapeReading of(WeightTrail trail, WeightPosition position, LossSurface own, LossSurface drawn, float[] states,
      WeightPlane plane) {
    double[] at = plane.project(position.weights());
    float[] there = new float[plane.weights()];
    plane.point(at[0], at[1], there);
    return new LandscapeReading(position.step(), at[0], at[1], own.at(position), drawn.at(there, states), plane.off(position.weights()),
        position.length(), position.way(), trail.fromStart(position));
  }

  /** Path length / distance; NaN at the start. */
  public double detour() {
    return fromStart == 0 ? Double.NaN : way / fromStart;
  }

  /** Whether both losses differ by more than 10 %. */
  public boolean differs() {
    return !(Math.abs(drawnLoss - trueLoss) <= NOTABLE * Math.abs(trueLoss));
  }
}

package studio.backprop.ui.compare.landscape;

/** How the surface plot is turned: around its upright axis, and from above or from the side. */
final class SurfacePlotView {
  private static final double FIRST_YAW = -0.55;
  private static final double FIRST_PITCH = 0.65;
  private static final double LEAST_PITCH = 0.12;
  private static final double UPRIGHT = Math.PI / 2;

  private double yaw = FIRST_YAW;
  private double pitch = FIRST_PITCH;

  /** Around the upright axis, in radians; 0 has the first axis to the right and the second away. */
  double yaw() {
    return yaw;
  }

  /** From 0, along the floor, to π ⁄ 2, from above, as the map is seen. */
  double pitch() {
    return pitch;
  }

  /** Turns it, in radians; never below its floor. */
  void turn(double around, double up) {
    yaw = Math.IEEEremainder(yaw + around, 2 * Math.PI);
    pitch = Math.max(LEAST_PITCH, Math.min(UPRIGHT, pitch + up));
  }

  /** As it was at first. */
  void reset() {
    yaw = FIRST_YAW;
    pitch = FIRST_PITCH;
  }
}

package studio.backprop.ui.compare.landscape;

/** Rotation of the surface plot: azimuth and elevation. */
final class SurfacePlotView {
  private static final double FIRST_YAW = -0.55;
  private static final double FIRST_PITCH = 0.65;
  private static final double MIN_PITCH = 0.12;
  private static final double UPRIGHT = Math.PI / 2;

  private double yaw = FIRST_YAW;
  private double pitch = FIRST_PITCH;

  /** Azimuth in radians; 0 has the first axis to the right and the second away. */
  double yaw() {
    return yaw;
  }

  /** Elevation in radians from 0, along the floor, to π ⁄ 2, from above, as the map. */
  double pitch() {
    return pitch;
  }

  /** Rotates by radians; the elevation is clamped. */
  void turn(double around, double up) {
    yaw = Math.IEEEremainder(yaw + around, 2 * Math.PI);
    pitch = Math.max(MIN_PITCH, Math.min(UPRIGHT, pitch + up));
  }

  void reset() {
    yaw = FIRST_YAW;
    pitch = FIRST_PITCH;
  }
}

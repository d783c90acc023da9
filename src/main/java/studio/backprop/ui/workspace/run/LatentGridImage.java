package studio.backprop.ui.workspace.run;

/**
 * Image under G of a grid of two-dimensional noise z over [−reach, reach]², and of one selected z.
 *
 * @param grid [SIDE × SIDE × 2], G(z) in data scale, lowest row of z first
 * @param chosen [2]; undefined if none was selected
 */
public record LatentGridImage(double reach, float[] grid, float[] chosen) {
  /** Grid lines in each direction. */
  public static final int SIDE = 17;

  /** Points of the grid, [SIDE × SIDE × 2], followed by the selected one. */
  static float[] places(double reach, float[] chosen) {
    float[] z = new float[2 * (SIDE * SIDE + 1)];
    for (int i = 0; i < SIDE * SIDE; i++) {
      z[2 * i] = (float) (reach * (2.0 * (i % SIDE) / (SIDE - 1) - 1));
      z[2 * i + 1] = (float) (reach * (2.0 * (i / SIDE) / (SIDE - 1) - 1));
    }
    System.arraycopy(chosen, 0, z, 2 * SIDE * SIDE, 2);
    return z;
  }
}

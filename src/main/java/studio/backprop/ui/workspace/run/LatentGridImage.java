package studio.backprop.ui.workspace.run;

/**
 * How a generator bends the square of its noise z, where z has two numbers and an example is a point: the G(z) of a grid of z, and that of
 * the one z that a person has chosen.
 *
 * @param reach the square of z goes from −reach to reach
 * @param grid [SIDE × SIDE × 2], G(z) in the scale of the data, the lowest row of z first
 * @param chosen [2], G of the z that was chosen; meaningless where none was
 */
public record LatentGridImage(double reach, float[] grid, float[] chosen) {
  /** Lines of the grid each way. */
  public static final int SIDE = 17;

  /** The places of the grid, [SIDE × SIDE × 2], and behind them one more. */
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

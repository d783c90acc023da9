package studio.backprop.kernel;

/**
 * Moves a batch between row-major order, one example after another, and blocks in which the same number of as many examples as there are
 * {@link Kernels#lanes} lies side by side.
 */
public interface LaneOrder {
  /** Overwrites {@code lanes}. */
  void toLanes(float[] rows, float[] lanes);

  /** Overwrites {@code rows}. */
  void toRows(float[] lanes, float[] rows);
}

package studio.backprop.kernel;

/** Converts a batch between row-major order and blocks that interleave as many examples as there are {@link Kernels#lanes}. */
public interface LaneOrder {
  void toLanes(float[] rows, float[] lanes);

  void toRows(float[] lanes, float[] rows);
}

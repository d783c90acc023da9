package studio.backprop.ui.kit;

import java.util.Arrays;

/** Limit of a colour scale for given numbers. Allocation-free, hence not thread-safe. */
public final class Extent {
  private static final int BINS = 1024;

  private final int[] counts = new int[BINS];

  /** Largest absolute value among finite numbers; 0 if there are none. */
  public float largest(float[] values, int offset, int count) {
    float largest = 0;
    for (int i = offset; i < offset + count; i++) {
      float size = Math.abs(values[i]);
      if (size > largest && size < Float.POSITIVE_INFINITY) {
        largest = size;
      }
    }
    return largest;
  }

  public float largest(float[] values) {
    return largest(values, 0, values.length);
  }

  /**
   * Quantile of the absolute values ({@code share} in [0, 1], such as 0.995), so that outliers do not pale the rest; exact to 0.1 % of the
   * maximum.
   */
  public float quantile(float[] values, int offset, int count, double share) {
    float largest = largest(values, offset, count);
    if (largest == 0) {
      return 0;
    }
    Arrays.fill(counts, 0);
    int finite = 0;
    for (int i = offset; i < offset + count; i++) {
      float size = Math.abs(values[i]);
      if (size <= largest) {
        counts[(int) (size / largest * (BINS - 1))]++;
        finite++;
      }
    }
    int below = 0;
    int bin = 0;
    while (below < share * finite) {
      below += counts[bin++];
    }
    return largest * Math.min(1, bin / (float) (BINS - 1));
  }
}

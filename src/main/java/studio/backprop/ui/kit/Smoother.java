package studio.backprop.ui.kit;

/** Incremental smoothing of a curve, see {@link Smoothing}, clamped to the range of the last values if automatic. Not thread-safe. */
public final class Smoother {
  /**
   * Length of that window: noise is all on one side of its mean once in 32 times, so the clamp hardly ever acts; where a loss falls by a
   * factor of ten within twenty values, the mean alone would be that factor too high.
   */
  public static final int RECENT = 6;

  private final Smoothing smoothing;
  private final double[] recent = new double[RECENT];
  private int known;
  private long values;
  private double smoothed;

  public Smoother(Smoothing smoothing) {
    this(smoothing, Double.NaN, 0);
  }

  /** Resumes a curve: smoothed value (NaN for none) and number of measured values so far. */
  public Smoother(Smoothing smoothing, double smoothed, long values) {
    this.smoothing = smoothing;
    this.smoothed = smoothed;
    this.values = values;
  }

  /** Adds a measured value from before the position, oldest first. */
  public void recall(double value) {
    recent[known % RECENT] = value;
    known++;
  }

  public double next(double value) {
    recall(value);
    smoothed = smoothing.next(smoothed, value, ++values);
    if (smoothing.automatic()) {
      hold();
    }
    return smoothed;
  }

  private void hold() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = Math.min(known, RECENT) - 1; i >= 0; i--) {
      least = recent[i] < least ? recent[i] : least;
      most = recent[i] > most ? recent[i] : most;
    }
    if (least <= most) {
      smoothed = Math.max(least, Math.min(most, smoothed));
    }
  }

  /** The newest smoothed value; NaN if there is none. */
  public double smoothed() {
    return smoothed;
  }

  public long values() {
    return values;
  }

  public Smoothing smoothing() {
    return smoothing;
  }
}

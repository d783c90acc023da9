package studio.backprop.ui.kit;

/**
 * Smooths a curve value by value, see {@link Smoothing}. Beside the smoothed value it keeps the last measured ones: smoothed automatically,
 * a
 * curve does not leave their range.
 */
public final class Smoother {
  /**
   * So many measured values. Noise has all of them on one side of its mean once in 32 times, so that they hardly ever matter there; where a
   * loss falls by a factor of ten within twenty values, the mean alone would be that factor too high.
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

  /**
   * Goes on from a place in a curve.
   *
   * @param smoothed the smoothed value there; NaN where there is none
   * @param values how many measured values there are up to there
   */
  public Smoother(Smoothing smoothing, double smoothed, long values) {
    this.smoothing = smoothing;
    this.smoothed = smoothed;
    this.values = values;
  }

  /** Knows a measured value from before the place where it goes on, oldest first. */
  public void recall(double value) {
    recent[known % RECENT] = value;
    known++;
  }

  /** The smoothed value after one more measured value. */
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

  /** The newest smoothed value, NaN if there is none. */
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

package studio.backprop.landscape;

/**
 * Linear interpolation of the loss between two points (Goodfellow, Vinyals and Saxe 2015), slightly beyond both. Immutable; arrays are not
 * copied.
 *
 * @param shares position: 0 at the first point, 1 at the second
 * @param losses
 */
public record LossLine(double[] shares, double[] losses) {
  private static final double BEYOND = 0.25;

  /**
   * Between two positions of the same architecture; running statistics are interpolated, too.
   *
   * @param count of losses, at least 2
   * @param rest called after each; may block, or throw to abort
   */
  public static LossLine between(LossSurface surface, WeightPosition from, WeightPosition to, int count, Runnable rest) {
    double[] shares = new double[count];
    double[] losses = new double[count];
    float[] weights = new float[from.weights().length];
    float[] states = new float[from.states().length];
    for (int i = 0; i < count; i++) {
      shares[i] = -BEYOND + (1 + 2 * BEYOND) * i / (count - 1);
      double share = Math.max(0, Math.min(1, shares[i])); // variances stay non-negative
      mix(from.weights(), to.weights(), shares[i], weights);
      mix(from.states(), to.states(), share, states);
      losses[i] = surface.at(weights, states);
      rest.run();
    }
    return new LossLine(shares, losses);
  }

  private static void mix(float[] from, float[] to, double share, float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) (from[i] + share * ((double) to[i] - from[i]));
    }
  }

  /** Loss barrier: highest loss in between minus the higher end; at least 0. */
  public double ridge() {
    double between = Double.NEGATIVE_INFINITY;
    double start = Double.NaN;
    double end = Double.NaN;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] >= 0 && shares[i] <= 1) {
        between = Math.max(between, losses[i]);
        start = Double.isNaN(start) ? losses[i] : start;
        end = losses[i];
      }
    }
    return between - Math.max(start, end);
  }
}

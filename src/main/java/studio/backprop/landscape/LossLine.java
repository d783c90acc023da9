package studio.backprop.landscape;

/**
 * The loss along the straight line between two points (Goodfellow, Vinyals and Saxe 2015), a little beyond both.
 *
 * @param shares of the way from the first point (0) to the second (1)
 * @param losses at these
 */
public record LossLine(double[] shares, double[] losses) {
  private static final double BEYOND = 0.25;

  /**
   * From one position to another of the same architecture. The running numbers of layers go along with the weights.
   *
   * @param count of losses, at least 2
   * @param rest is run after each; it may wait, or throw to end it
   */
  public static LossLine between(LossSurface surface, WeightPosition from, WeightPosition to, int count, Runnable rest) {
    double[] shares = new double[count];
    double[] losses = new double[count];
    float[] weights = new float[from.weights().length];
    float[] states = new float[from.states().length];
    for (int i = 0; i < count; i++) {
      shares[i] = -BEYOND + (1 + 2 * BEYOND) * i / (count - 1);
      double share = Math.max(0, Math.min(1, shares[i])); // a variance must not fall below 0
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

  /** How far the highest loss between both lies above the higher end: 0 where no ridge is in between. */
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

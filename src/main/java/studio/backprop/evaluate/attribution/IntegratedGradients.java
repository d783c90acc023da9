package studio.backprop.evaluate.attribution;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Integrated gradients (Sundararajan, Taly & Yan 2017): the gradient on the straight way from a baseline to the example, integrated and
 * multiplied by the way. The values add up to the difference of both scores, as far as the integral is exact.
 */
public final class IntegratedGradients {
  private static final int FEWEST_STEPS = 10;
  private static final int MOST_STEPS = 1280;
  /** How far the sum may be from the difference, twice running. */
  public static final double TOLERANCE = 0.01;
  /** A difference of scores below this counts as none: floats cannot tell more. */
  private static final double SMALLEST_DIFFERENCE = 1e-5;

  private IntegratedGradients() {
  }

  /** By the midpoint rule with a number of steps. */
  public static Attribution of(ScoredNetwork network, Score score, float[] example, float[] baseline, int steps) {
    return of(network, score, example, baseline, network.point(example), steps, false);
  }

  private static Attribution of(
      ScoredNetwork network, Score score, float[] example, float[] baseline, float[] point, int steps, boolean converged) {
    double difference = network.score(score, example, point) - network.score(score, example, baseline);
    double[] values = new double[point.length];
    int chunk = ScoredNetwork.BATCH * 4;
    for (int from = 0; from < steps; from += chunk) {
      float[][] way = new float[Math.min(chunk, steps - from)][point.length];
      for (int k = 0; k < way.length; k++) {
        float share = (from + k + 0.5f) / steps;
        for (int i = 0; i < point.length; i++) {
          way[k][i] = baseline[i] + share * (point[i] - baseline[i]);
        }
      }
      double[] sum = network.gradientSum(score, example, way);
      for (int i = 0; i < values.length; i++) {
        values[i] += sum[i];
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] *= (point[i] - baseline[i]) / steps;
    }
    return new Attribution(values, difference, steps, converged);
  }

  /**
   * With twice as many steps each time, until the sum is within 1 % of the difference twice running: one number of steps may be near by
   * chance.
   *
   * @param baseline of as many numbers as {@link ScoredNetwork#point} has
   * @param stop asked between two tries; if it says so, the last try is the answer, not converged
   */
  public static Attribution of(ScoredNetwork network, Score score, float[] example, float[] baseline, BooleanSupplier stop) {
    return of(network, score, example, baseline, stop, attempt -> {});
  }

  /** @param tried hears of each number of steps, the last one included */
  public static Attribution of(
      ScoredNetwork network, Score score, float[] example, float[] baseline, BooleanSupplier stop, Consumer<Attribution> tried) {
    float[] point = network.point(example);
    boolean near = false;
    Attribution found = null;
    for (int steps = FEWEST_STEPS; steps <= MOST_STEPS && !(found != null && stop.getAsBoolean()); steps *= 2) {
      found = of(network, score, example, baseline, point, steps, false);
      boolean nearNow = isNear(found);
      if (near && nearNow) {
        found = new Attribution(found.values(), found.difference(), steps, true);
      }
      tried.accept(found);
      if (found.converged()) {
        return found;
      }
      near = nearNow;
    }
    return found;
  }

  /** Whether the sum is within 1 % of the difference. */
  public static boolean isNear(Attribution found) {
    return Math.abs(found.sum() - found.difference()) < TOLERANCE * Math.max(SMALLEST_DIFFERENCE, Math.abs(found.difference()));
  }
}

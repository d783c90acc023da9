package studio.backprop.evaluate.attribution;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Integrated gradients (Sundararajan, Taly & Yan 2017): (x − x′) · ∫ ∂s ⁄ ∂x on the straight line from the baseline x′ to the example x. By
 * completeness they sum to the difference of both scores, up to the error of the integral.
 */
public final class IntegratedGradients {
  private static final int FEWEST_STEPS = 10;
  private static final int MOST_STEPS = 1280;
  /** Largest relative completeness gap, twice in succession. */
  public static final double TOLERANCE = 0.01;
  /** Smaller differences of scores are within float precision of 0. */
  private static final double SMALLEST_DIFFERENCE = 1e-5;

  private IntegratedGradients() {
  }

  /** By the midpoint rule. */
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
   * Doubles the steps until the gap is within {@link #TOLERANCE} twice in succession.
   *
   * @param baseline of as many numbers as {@link ScoredNetwork#point}
   * @param stop checked between refinements; the last one is returned as not converged
   */
  public static Attribution of(ScoredNetwork network, Score score, float[] example, float[] baseline, BooleanSupplier stop) {
    return of(network, score, example, baseline, stop, attempt -> {});
  }

  /** @param tried notified of each refinement */
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

  public static boolean isNear(Attribution found) {
    return Math.abs(found.sum() - found.difference()) < TOLERANCE * Math.max(SMALLEST_DIFFERENCE, Math.abs(found.difference()));
  }
}

package studio.backprop.landscape;

import java.util.SplittableRandom;
import studio.backprop.tensor.Seeds;

/**
 * Sharpness of the loss at a point: mean rise along ± filter-normalized random directions of length 0.1. A sampled estimate: only large
 * differences are significant. Immutable.
 *
 * @param loss loss at the point
 * @param rise mean loss around it, minus that loss
 * @param directions number, each with both signs
 */
public record Sharpness(double loss, double rise, int directions) {
  /** Perturbation relative to each filter's norm. */
  public static final double REACH = 0.1;
  public static final int DIRECTIONS = 10;

  /** @param position of the surface's own layout @param rest called after each loss; may block, or throw to abort */
  public static Sharpness of(LossSurface surface, WeightLayout layout, WeightPosition position, Seeds seeds, Runnable rest) {
    SplittableRandom random = seeds.source(WeightPlanes.USE + "/sharpness");
    FilterDirection drawn = new FilterDirection(layout, position.weights());
    float[] origin = position.weights();
    double loss = surface.at(position);
    double sum = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      double[] direction = drawn.draw(random);
      double[] both = surface.all(2, (point, into) -> {
        double reach = point == 0 ? REACH : -REACH;
        for (int w = 0; w < into.length; w++) {
          into[w] = (float) (origin[w] + reach * direction[w]);
        }
      }, position.states(), rest);
      sum += both[0] + both[1];
    }
    return new Sharpness(loss, sum / (2 * DIRECTIONS) - loss, DIRECTIONS);
  }
}

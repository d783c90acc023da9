package studio.backprop.landscape;

import java.util.SplittableRandom;
import studio.backprop.tensor.Seeds;

/**
 * How steeply the loss rises around a point: the mean rise when every filter moves by a tenth of its own size, forth and back along a few
 * random directions. A flat end has a small one. It depends on the directions drawn, so that only large differences mean something.
 *
 * @param loss at the point
 * @param rise the mean of the losses around it, minus that loss
 * @param directions that were drawn; each is gone forth and back
 */
public record Sharpness(double loss, double rise, int directions) {
  /** How far each filter moves, measured by its own norm. */
  public static final double REACH = 0.1;
  public static final int DIRECTIONS = 10;

  /** Around a position of the surface's own layout. @param rest is run after each loss; it may wait, or throw to end it */
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

package studio.backprop.generative;

import java.util.Optional;
import studio.backprop.train.metric.ModeCoverage;

/**
 * Generated examples of a generator G with outputs of the discriminator D, for display, and statistics over {@link
 * GeneratorEvaluator#JUDGED} examples. From the same noise each time. Immutable; arrays are not copied.
 *
 * @param step of the weights
 * @param numbers features of an example
 * @param latent size of z
 * @param z [points × latent]
 * @param generated [points × numbers], G(z), scaled
 * @param said [points], D(G(z))
 * @param pull [points × numbers], −∂L/∂G(z) of each point's own loss
 * @param real [points × numbers]
 * @param saidReal [points], D(x)
 * @param plane [side × side], D over the plane, top row first; empty for other data
 * @param side grid points along an axis
 * @param low lower left corner of the plane
 * @param high upper right corner of the plane
 * @param meanReal mean of D on real examples
 * @param meanGenerated mean of D on generated examples
 * @param right accuracy of D on equally many real and generated examples
 * @param slope ‖∂L/∂G(z)‖, root mean square over the points
 * @param coverage mode coverage; empty without known modes
 * @param modes [modes × numbers] of point data; else empty
 */
public record GeneratorView(
    long step, int numbers, int latent, float[] z, float[] generated, float[] said, float[] pull, float[] real, float[] saidReal,
    float[] plane, int side, float[] low, float[] high, double meanReal, double meanGenerated, double right, double slope,
    Optional<ModeCoverage> coverage, float[] modes) {
  /** Number of displayed examples of each kind. */
  public int points() {
    return said.length;
  }

  /** Number of generated points outside the plane; 0 for other data. */
  public int outside() {
    int count = 0;
    for (int point = 0; plane.length > 0 && point < points(); point++) {
      boolean within = true;
      for (int axis = 0; axis < numbers; axis++) {
        float place = generated[point * numbers + axis];
        within &= place >= low[axis] && place <= high[axis];
      }
      count += within ? 0 : 1;
    }
    return count;
  }

  /** Nearest mode of a generated point. */
  public int nearestMode(int point) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int mode = 0; mode * numbers < modes.length; mode++) {
      double distance = distance(point, mode);
      nearest = distance < least ? mode : nearest;
      least = Math.min(least, distance);
    }
    return nearest;
  }

  /** Distance of a generated point from a mode. */
  public double distance(int point, int mode) {
    double squares = 0;
    for (int axis = 0; axis < numbers; axis++) {
      double difference = (double) generated[point * numbers + axis] - modes[mode * numbers + axis];
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }
}

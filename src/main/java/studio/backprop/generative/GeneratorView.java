package studio.backprop.generative;

import java.util.Optional;
import studio.backprop.train.metric.ModeCoverage;

/**
 * What a generator G makes by certain weights, and what the discriminator D takes it for. The points are few, to be looked at; means and
 * counts are of {@link GeneratorEvaluator#JUDGED} examples. All from noise that is the same each time.
 *
 * @param step how many steps the weights have learned
 * @param numbers of an example
 * @param latent numbers of z
 * @param z [points × latent]
 * @param generated [points × numbers], G(z) in the scale of the data
 * @param said [points], D(G(z))
 * @param pull [points × numbers], −∂L/∂G(z) of the generator's loss, each point's own share: the mean's times the batch
 * @param real [points × numbers]
 * @param saidReal [points], D(x)
 * @param plane [side × side], D all over the plane, upper row first; empty where examples are no points of a plane
 * @param side places along an axis of it
 * @param low its lower left corner
 * @param high its upper right corner
 * @param meanReal the mean of D on real examples
 * @param meanGenerated the mean of D on generated ones
 * @param right the share of real and generated examples, as many of each, that D tells right
 * @param slope ‖∂L/∂G(z)‖, the root mean square over the points of each one's own share
 * @param coverage which modes or classes are covered; empty where none are known
 * @param modes [modes × numbers], where the modes are places; empty otherwise
 */
public record GeneratorView(
    long step, int numbers, int latent, float[] z, float[] generated, float[] said, float[] pull, float[] real, float[] saidReal,
    float[] plane, int side, float[] low, float[] high, double meanReal, double meanGenerated, double right, double slope,
    Optional<ModeCoverage> coverage, float[] modes) {
  /** Examples that are shown of each kind. */
  public int points() {
    return said.length;
  }

  /** How many of the generated points lie outside the plane; 0 where examples are no points of one. */
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

  /** The mode that is nearest to a generated point. */
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

  /** How far a generated point is from a mode. */
  public double distance(int point, int mode) {
    double squares = 0;
    for (int axis = 0; axis < numbers; axis++) {
      double difference = (double) generated[point * numbers + axis] - modes[mode * numbers + axis];
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }
}

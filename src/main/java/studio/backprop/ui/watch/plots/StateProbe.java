package studio.backprop.ui.watch.plots;

import java.util.Arrays;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.environment.ObservationVariable;

/**
 * State in which the user has put an agent to see its output. Not stored nor used for learning.
 *
 * @param place cell of a grid, or place of the policy map
 * @param state of the environment there
 */
record StateProbe(int place, double[] state) {
  static StateProbe square(int place) {
    return new StateProbe(place, new double[] {place});
  }

  /** At a place of the policy map, in [0, 1]; variables that the map does not show are at the middle of their ranges. */
  static StateProbe ofMap(NetworkOutput.World world, double right, double up) {
    Environment environment = world.episode().world();
    float[] seen = new float[environment.observed().size()];
    int column = (int) Math.min(world.size() - 1, right * world.size());
    int row = (int) Math.min(world.size() - 1, (1 - up) * world.size());
    for (int i = 0; i < seen.length; i++) {
      ObservationVariable number = environment.observed().get(i);
      double share = i == world.across() ? (column + 0.5) / world.size() : i == world.up() ? 1 - (row + 0.5) / world.size() : 0.5;
      seen[i] = (float) (number.low() + share * (number.high() - number.low()));
    }
    double[] state = new double[environment.stateSize()];
    environment.imagine(seen, state);
    return new StateProbe(row * world.size() + column, state);
  }

  /** Output of the newest network there. */
  float[] outputs(NetworkOutput.World world) {
    return Arrays.copyOfRange(world.map(), place * world.actions(), (place + 1) * world.actions());
  }

  /** Whether an agent can be there. */
  boolean isOpen(Environment world) {
    return !(world instanceof Grid grid) || grid.isOpen(place);
  }
}

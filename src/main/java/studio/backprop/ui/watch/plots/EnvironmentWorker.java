package studio.backprop.ui.watch.plots;

import java.util.SplittableRandom;
import java.util.function.Function;
import studio.backprop.data.Scaler;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.environment.ObservationVariable;
import studio.backprop.observe.predict.Replica;
import studio.backprop.observe.predict.StateOutputs;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.agent.GreedyEpisode;

/** Plays an episode with a replica of an agent's network, and evaluates it over the state space. */
final class EnvironmentWorker {
  private static final int SIZE = 40;

  private EnvironmentWorker() {}

  /** @param drawing its seed determines the initial state */
  static NetworkOutput ask(Replica replica, Environment world, PredictionWorker.Drawing drawing, NetworkOutput.Judged judged) {
    SplittableRandom dice = new Seeds(drawing.seed()).source("watch");
    Scaler scaler = replica.data().inputScaler();
    Function<float[], float[]> think = seen -> StateOutputs.of(replica, seen, 1);
    GreedyEpisode episode = drawing.from().map(state -> GreedyEpisode.playFrom(state.clone(), world, scaler, think, dice))
        .orElseGet(() -> GreedyEpisode.play(world, scaler, think, dice));
    boolean policy = replica.loss().isPolicy();
    if (world instanceof Grid grid) {
      return new NetworkOutput.World(judged, episode, policy, StateOutputs.ofSquares(replica, grid), 0, 0, 0);
    }
    MapAxes axes = drawing.axes().filter(wanted -> wanted.fits(world)).orElseGet(() -> MapAxes.usual(world));
    float[] map = axes.span() ? plane(replica, world, axes.across(), axes.up()) : new float[0];
    return new NetworkOutput.World(judged, episode, policy, map, map.length == 0 ? 0 : SIZE, axes.across(), axes.up());
  }

  /** Grid over the usual ranges of two observation variables; the others are at the middle of theirs. */
  private static float[] plane(Replica replica, Environment world, int across, int up) {
    int width = world.observed().size();
    float[] seen = new float[SIZE * SIZE * width];
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        int at = (row * SIZE + column) * width;
        for (int i = 0; i < width; i++) {
          ObservationVariable number = world.observed().get(i);
          double share = i == across ? (column + 0.5) / SIZE : i == up ? 1 - (row + 0.5) / SIZE : 0.5;
          seen[at + i] = (float) (number.low() + share * (number.high() - number.low()));
        }
        replica.data().inputScaler().scale(seen, at);
      }
    }
    return StateOutputs.of(replica, seen, SIZE * SIZE);
  }
}

package studio.backprop.compare;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.observe.predict.Replica;
import studio.backprop.observe.predict.StateOutputs;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.agent.GreedyEpisode;

/** Outputs of an agent's network on every square of a grid world, and its greedy path. */
final class VariantSquares {
  private VariantSquares() {}

  /** Nothing unless the environment is a grid. */
  static VariantOutput of(Replica replica, Environment world) {
    if (!(world instanceof Grid grid)) {
      return new VariantOutput.Nothing();
    }
    float[] outputs = StateOutputs.ofSquares(replica, grid);
    GreedyEpisode episode = GreedyEpisode.play(
        grid, replica.data().inputScaler(), state -> StateOutputs.of(replica, state, 1), new Seeds(0).source("watch"));
    List<Integer> path = new ArrayList<>(episode.moments().stream().map(moment -> (int) moment.state()[0]).toList());
    path.add((int) episode.end()[0]);
    return new VariantOutput.Squares(grid, outputs, replica.loss().isPolicy(), List.copyOf(path));
  }
}

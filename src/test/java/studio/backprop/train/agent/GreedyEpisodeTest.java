package studio.backprop.train.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.environment.Bandit;
import studio.backprop.environment.CartPole;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;

class GreedyEpisodeTest {
  private static final float[] UP = {1, 0, 0, 0};
  private static final float[] RIGHT = {0, 1, 0, 0};

  private static GreedyEpisode play(Environment world, float[] outputs) throws Exception {
    PreparedData data = PreparedData.load(DataSettings.of(world.id()), Optional.empty(), Progress.NONE);
    return GreedyEpisode.play(world, data.inputScaler(), seen -> outputs, new SplittableRandom(1));
  }

  @Test
  void whoRunsIntoAWallIsNotWatchedForEver() throws Exception {
    GreedyEpisode up = play(Grid.CLIFF, UP); // three squares up, then against the edge
    assertThat(up.moments()).hasSize(4);
    assertThat(up.circles()).isTrue();
    assertThat(up.returned()).isEqualTo(-4);
    GreedyEpisode right = play(Grid.CLIFF, RIGHT); // over the edge, and back to the start
    assertThat(right.moments()).hasSize(1);
    assertThat(right.circles()).isTrue();
    assertThat(right.terminated()).isFalse();
  }

  @Test
  void anEpisodeThatEndsByItselfDoesNotCircle() throws Exception {
    GreedyEpisode fallen = play(new CartPole(), new float[] {0, 1});
    assertThat(fallen.terminated()).isTrue();
    assertThat(fallen.circles()).isFalse();
    assertThat(fallen.moments()).hasSizeBetween(5, 20);
  }

  @Test
  void chanceMayLeadOutOfAStateThatComesAgain() throws Exception {
    assertThat(new Bandit().isDeterministic()).isFalse();
    assertThat(play(new Bandit(), new float[] {1, 0, 0}).circles()).isFalse();
  }
}

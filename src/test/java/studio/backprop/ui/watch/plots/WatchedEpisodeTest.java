package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.environment.Acrobot;
import studio.backprop.train.agent.GreedyEpisode;
import studio.backprop.train.metric.Metrics;

/** How long an episode is watched, here one of an agent that fails for 500 steps. */
class WatchedEpisodeTest {
  private static final int EVALUATION = 100;

  private final WatchedEpisode episode = new WatchedEpisode();
  private PreparedData data;

  @BeforeEach
  void load() throws Exception {
    data = PreparedData.load(DataSettings.of("acrobot"), Optional.empty(), Progress.NONE);
  }

  private NetworkOutput.World by(long step) {
    GreedyEpisode failed = GreedyEpisode.play(new Acrobot(), data.inputScaler(), seen -> new float[] {0, 1, 0}, new SplittableRandom(1));
    return new NetworkOutput.World(new NetworkOutput.Judged(step, data, Part.TRAIN, Metrics.NONE), failed, false, new float[0], 0, 0, 1);
  }

  /** @return pictures until the episode is left */
  private int pictures() {
    int all = 0;
    while (!episode.isDone() && !episode.isOutdated(EVALUATION)) {
      episode.goOn(all++);
    }
    return all;
  }

  @Test
  void oneOfAnEvaluationAgoIsLeftBeforeItsEnd() {
    episode.begin(by(0));
    assertThat(episode.moments()).hasSize(500);
    episode.await(by(EVALUATION));
    assertThat(pictures()).isEqualTo(45);
    assertThat(episode.isOver()).isFalse();
  }

  @Test
  void oneThatIsNotMuchOlderIsSeenToItsEnd() {
    episode.begin(by(0));
    episode.await(by(EVALUATION - 1));
    assertThat(pictures()).isGreaterThan(250);
    assertThat(episode.isOver()).isTrue();
  }

  @Test
  void anotherIsAskedForOnceAtTheEnd() {
    episode.begin(by(0));
    int asked = 0;
    for (int picture = 0; picture < 400; picture++) {
      asked += episode.goOn(picture) ? 1 : 0;
    }
    assertThat(asked).isEqualTo(1);
    assertThat(episode.isDone()).isFalse();
  }
}

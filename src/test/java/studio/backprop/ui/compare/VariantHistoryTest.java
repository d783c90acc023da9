package studio.backprop.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.store.SampleProject;
import studio.backprop.train.agent.EpisodeLog;
import studio.backprop.train.compare.VariantSnapshot;

class VariantHistoryTest {
  /** What an agent is judged by is what it keeps: a table its last values, a network the weights that acted best. */
  @ParameterizedTest
  @CsvSource({"cliff, -200", "cartpole-ppo, -13"})
  void anAgentIsJudgedByTheWeightsThatItKeeps(String sample, double greedy) throws Exception {
    VariantHistory lane = new VariantHistory(SampleProject.of(sample));
    assertThat(lane.greedy()).isNaN();
    EpisodeLog log = new EpisodeLog();
    log.looked(-20, 500);
    log.looked(-13, 1000);
    log.looked(-200, 1500);
    lane.add(new VariantSnapshot(null, 1500, 0, 0, List.of(), List.of(), new double[0], new double[0], 0, Optional.empty(), false,
        Optional.of(log.curves()), Optional.empty()));
    assertThat(lane.greedy()).isEqualTo(greedy);
    assertThat(new LaneRanking(List.of(lane), true, false).judged(0)).isEqualTo(greedy);
  }
}

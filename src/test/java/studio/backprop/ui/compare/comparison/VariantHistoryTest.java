package studio.backprop.ui.compare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.compare.VariantOutput;
import studio.backprop.compare.VariantSnapshot;
import studio.backprop.generative.GeneratorView;
import studio.backprop.store.SampleProject;
import studio.backprop.train.agent.EpisodeLog;
import studio.backprop.train.metric.ModeCoverage;

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
    assertThat(new VariantRanking(List.of(lane), true, false).judged(0)).isEqualTo(greedy);
  }

  private static VariantHistory made(float... generated) throws Exception {
    float[] modes = {0, 0, 1, 1};
    GeneratorView seen = new GeneratorView(10, 2, 2, new float[0], generated, new float[0], new float[0], new float[0], new float[0],
        new float[1], 1, new float[2], new float[2], 0.5, 0.5, 0.5, 0, Optional.of(ModeCoverage.of(modes, generated, 2)), modes);
    VariantHistory lane = new VariantHistory(SampleProject.of("gan-ring"));
    lane.add(new VariantSnapshot(null, 10, 0, 0, List.of(), List.of(), new double[0], new double[0], 0, Optional.empty(), false,
        Optional.empty(), Optional.of(new VariantOutput.Generated(seen))));
    return lane;
  }

  /** The loss of the discriminator says nothing of the generator. */
  @Test
  void theBestGeneratorCoversMostModesAndOfSeveralTheOneWithMoreOnThem() throws Exception {
    VariantHistory one = made(0, 0, 0, 0);
    VariantHistory both = made(0, 0, 1, 1, 5, 5, 6, 6);
    VariantHistory closer = made(0, 0, 1, 1, 5, 5);
    assertThat(new VariantRanking(List.of(one, both), false, true).best()).contains(1);
    assertThat(new VariantRanking(List.of(closer, one, both), false, true).best()).contains(0);
    assertThat(new VariantRanking(List.of(new VariantHistory(SampleProject.of("gan-digits"))), false, true).best()).isEmpty();
  }
}

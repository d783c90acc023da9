package studio.backprop.search.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.search.SearchProjects;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SeedRepeat;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

/** What is read off a search, against numbers worked out by hand. */
class FindingTest {
  private static SearchRecord with(SearchRecord search, double rate, double choice, double accuracy) {
    int number = search.trials().size() + 1;
    EpochRecord epoch = new EpochRecord(1, 1, Metrics.NONE, new Metrics(1 - accuracy, accuracy, Double.NaN, Double.NaN), 0.1);
    return search.reported(Trial.begun(number, List.of(rate, choice), 1, 1)
        .reached(Trial.State.STOPPED, List.of(epoch), Optional.empty(), ""));
  }

  private static SearchRecord broken(SearchRecord search, double rate) {
    int number = search.trials().size() + 1;
    return search.reported(Trial.begun(number, List.of(rate, 0.0), 1, 1).broken(List.of(), 3, Message.of("trainer.no_memory")));
  }

  @Test
  void theExplainedFractionIsThatBetweenTheParts() throws Exception {
    SearchRecord search = SearchProjects.search("rate=0.001..1:log", "batch=8,16");
    search = with(with(with(with(search, 0.01, 0, 0.4), 0.02, 0, 0.6), 0.03, 1, 0.8), 0.04, 1, 1.0);
    SettingEffect batch = SettingEffect.of(search).get(1);
    assertThat(batch.means()[0]).isEqualTo(0.5, within(1e-12));
    assertThat(batch.means()[1]).isEqualTo(0.9, within(1e-12));
    assertThat(batch.counts()).containsExactly(2, 2);
    // around the mean 0.7: 0.09 + 0.01 + 0.01 + 0.09 in all, 4 · 0.04 between
    assertThat(batch.explained()).isEqualTo(0.16 / 0.2, within(1e-12));
    assertThat(batch.chance()).isEqualTo(1 / 3.0, within(1e-12));
  }

  @Test
  void settingsThatChangeTogetherExplainNothingEach() throws Exception {
    SearchRecord together = SearchProjects.search("rate=0.001..1:log", "batch=8,16");
    SearchRecord apart = together;
    for (int i = 0; i < 12; i++) {
      together = with(together, i % 2 == 0 ? 0.001 : 1, i % 2, 0.5 + 0.02 * i);
      apart = with(apart, i % 2 == 0 ? 0.001 : 1, i / 2 % 2, 0.5 + 0.02 * i);
    }
    assertThat(SettingEffect.of(together)).noneMatch(SettingEffect::isTold);
    assertThat(SettingEffect.of(apart)).allMatch(SettingEffect::isTold);
  }

  @Test
  void aLeadIsMeasuredInExamplesBesideItsBinomialDeviation() throws Exception {
    SearchRecord search = SearchProjects.search("rate=0.001..1:log", "batch=8,16");
    search = with(with(search, 0.01, 0, 0.95), 0.02, 0, 0.90);
    BestMargin lead = BestMargin.of(search, 100).orElseThrow();
    assertThat(lead.lead()).isEqualTo(5);
    assertThat(lead.right()).isEqualTo(95);
    assertThat(lead.spread()).isEqualTo(Math.sqrt(100 * (0.95 * 0.05 + 0.9 * 0.1)), within(1e-12));
    assertThat(lead.isLuck()).isTrue();
    assertThat(BestMargin.of(search, 10_000).orElseThrow().isLuck()).isFalse();
  }

  private static SeedRepeat again(int trial, long seed, double accuracy) {
    return new SeedRepeat(trial, seed, 1, new Metrics(1 - accuracy, accuracy, Double.NaN, Double.NaN), Metrics.NONE);
  }

  @Test
  void anotherTrialIsAheadByItsMeanOverTheSameOtherSeeds() throws Exception {
    SearchRecord search = SearchProjects.search("rate=0.001..1:log", "batch=8,16");
    search = with(with(with(search, 0.01, 0, 0.95), 0.02, 0, 0.90), 0.03, 0, 0.85);
    assertThat(SeedRobustness.of(search)).isEmpty();
    SearchRecord held = search.repeated(List.of(again(1, 7, 0.9), again(2, 7, 0.8), again(1, 8, 0.8), again(2, 8, 0.9)));
    assertThat(SeedRobustness.of(held)).as("level").isEmpty();
    SearchRecord lost = search.repeated(List.of(again(1, 7, 0.9), again(2, 7, 0.8), again(1, 8, 0.8), again(2, 8, 0.92), again(3, 7, 1)));
    assertThat(SeedRobustness.of(lost)).as("one more seed of trial 3 is missing").contains(new SeedRobustness(2, 1));
  }

  @Test
  void aTrialWhoseScoreIsNoNumberIsNeverRanked() throws Exception {
    SearchRecord search = SearchProjects.search("rate=0.001..1:log", "batch=8,16");
    SearchRecord alone = with(search, 0.01, 0, Double.NaN);
    assertThat(TrialRanking.of(alone)).isEmpty();
    assertThat(TrialRanking.best(alone)).isEmpty();
    assertThat(TrialRanking.front(alone)).isEmpty();
    SearchRecord both = with(alone, 0.02, 0, 0.3);
    assertThat(TrialRanking.of(both)).extracting(Trial::number).containsExactly(2);
    assertThat(TrialRanking.front(both)).extracting(Trial::number).containsExactly(2);
    assertThat(TrialRanking.best(both).orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void aRangeIsNarrowedToTheLargestValueThatHasNotDiverged() throws Exception {
    SearchRecord search = with(with(SearchProjects.search("rate=0.001..1:log", "batch=8,16"), 0.01, 0, 0.9), 0.2, 0, 0.8);
    search = broken(broken(search, 0.5), 0.7);
    assertThat(DivergingRange.of(search)).isEmpty();
    search = broken(broken(search, 0.9), 0.1);
    DivergingRange range = DivergingRange.of(search).orElseThrow();
    assertThat(range.trials()).isEqualTo(3);
    assertThat(range.narrowed().high()).isEqualTo(0.2);
    assertThat(range.narrowed().low()).isEqualTo(0.001);
    assertThat(range.narrowed().log()).isTrue();
  }
}

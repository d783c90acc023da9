package studio.backprop.search.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.search.SearchProjects;
import studio.backprop.search.run.SearchRunner;

class SearchRecordTest {
  @Test
  void weightsOfATrialThatWasTakenOutAreGivenUpFirst() throws Exception {
    SearchRecord asked = SearchProjects.search("rate=0.01..0.1:log").withBudget(SearchBudget.epochs(20));
    SearchRecord search = new SearchRunner(SearchProjects.data(asked.base()), 1)
        .run(asked, now -> false, () -> false, SearchRunner.Listener.NONE).dropped(1);
    assertThat(search.trial(1).kept()).isPresent();
    long all = search.trials().stream().flatMap(trial -> trial.kept().stream()).mapToLong(kept -> kept.bytes()).sum();
    SearchRecord less = search.within(all - 1);
    assertThat(less.trial(1).kept()).isEmpty();
    assertThat(less.trials().subList(1, less.trials().size())).isEqualTo(search.trials().subList(1, search.trials().size()));
  }
}

package studio.backprop.search.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.search.SearchProjects;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.space.Space;
import studio.backprop.search.space.SpaceText;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.text.Texts;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.train.record.EpochRecord;

/** Searches that really train: the same seed gives the same trials, whoever trains them and however often they are interrupted. */
@Timeout(120)
class SearchRunnerTest {
  private static final String[] SPACE = {"layers=1..2", "units=4..16:log", "optimizer", "rate=1e-3..1:log", "dropout=0..0.4", "batch=8,16"};

  @TempDir private Path folder;

  private static SearchRecord plain(SearchMethod method, int budget) throws Exception {
    SearchRecord search = SearchProjects.search(SPACE);
    return SearchRecord.of(search.base(), search.settings().withMethod(method).withBudget(SearchBudget.epochs(budget)));
  }

  private static SearchRecord run(SearchRecord from, int workers) throws Exception {
    return new SearchRunner(SearchProjects.data(from.base()), workers).run(from, now -> false, () -> false, SearchRunner.Listener.NONE);
  }

  private static List<String> hashes(SearchRecord search) {
    return search.trials().stream().map(trial -> trial.number() + " " + trial.values() + " " + trial.state() + " " + trial.epoch() + " "
        + trial.sha256()).toList();
  }

  @ParameterizedTest
  @EnumSource(SearchMethod.class)
  void theSameSeedGivesTheSameTrials(SearchMethod method) throws Exception {
    SearchRecord first = run(plain(method, 60), 1);
    assertThat(hashes(run(plain(method, 60), 1))).isEqualTo(hashes(first));
    assertThat(first.reports()).isEqualTo(run(plain(method, 60), 1).reports());
    assertThat(first.spent()).isBetween(51L, 60L);
    SearchRecord other = SearchRecord.of(first.base(), first.settings().withSeed(7));
    if (method != SearchMethod.GRID) {
      assertThat(run(other, 1).trials().get(0).values()).isNotEqualTo(first.trials().get(0).values());
    }
  }

  @ParameterizedTest
  @EnumSource(value = SearchMethod.class, names = {"RANDOM", "ASHA", "TPE_ASHA"})
  void oneThatIsInterruptedAndKeptInAFileGoesOnToTheSameBits(SearchMethod method) throws Exception {
    SearchRecord straight = run(plain(method, 60), 1);
    SearchRecord now = plain(method, 60);
    Path file = folder.resolve("search.backprop");
    int pieces = 0;
    while (now.reports().size() < straight.reports().size()) { // a trial that is done may still have to report
      AtomicInteger steps = new AtomicInteger();
      now = new SearchRunner(SearchProjects.data(now.base()), 1)
          .run(now, one -> false, () -> steps.incrementAndGet() > 97, SearchRunner.Listener.NONE);
      ProjectFile.write(file, Saved.of(now.base()).with(now));
      SearchRecord read = ProjectFile.read(file).saved().search().orElseThrow();
      assertThat(hashes(read)).isEqualTo(hashes(now));
      now = read;
      pieces++;
    }
    assertThat(pieces).isGreaterThan(3);
    assertThat(hashes(now)).isEqualTo(hashes(straight));
    assertThat(now.reports()).isEqualTo(straight.reports());
  }

  @Test
  void twoWorkersMakeOfEachTrialWhatOneMakes() throws Exception {
    SearchRecord two = run(plain(SearchMethod.ASHA, 120), 2);
    PreparedData data = SearchProjects.data(two.base());
    try (Kernels kernels = KernelChoice.create(1)) {
      for (Trial trial : two.trials()) {
        TrialRun.Outcome alone = TrialRun.train(two.project(trial), data, kernels, Optional.empty(), trial.epoch(), () -> false, e -> {});
        assertThat(alone.sha256()).isEqualTo(trial.sha256());
        assertThat(alone.epochs()).isEqualTo(trial.epochs());
      }
    }
    assertThat(two.reports()).hasSizeGreaterThan(20);
    assertThat(two.committed()).isLessThanOrEqualTo(120);
    assertThat(hashes(run(plain(SearchMethod.RANDOM, 90), 2))).isEqualTo(hashes(run(plain(SearchMethod.RANDOM, 90), 1)));
  }

  @Test
  void aTrialIsTheProjectOfItsSettingsTrainedInTheUsualWay() throws Exception {
    SearchRecord done = run(plain(SearchMethod.ASHA, 120), 1);
    Trial complete = done.trials().stream().filter(trial -> trial.state() == Trial.State.COMPLETE).findFirst().orElseThrow();
    Project project = done.project(complete);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = new Session(project, SearchProjects.data(project), kernels, Session.initialParameters(project));
      Runs.drive(session, () -> true, (running) -> {});
      assertThat(session.parameters().sha256()).isEqualTo(complete.sha256());
      assertThat(project.training().seed()).isEqualTo(done.settings().seed() + complete.number());
    }
  }

  @Test
  void aTrialThatHasLostItsWeightsGoesOnToTheSameBits() throws Exception {
    SearchRecord straight = run(plain(SearchMethod.ASHA, 60), 1);
    SearchRecord half = new SearchRunner(SearchProjects.data(straight.base()), 1)
        .run(plain(SearchMethod.ASHA, 60), now -> now.spent() >= 30, () -> false, SearchRunner.Listener.NONE);
    SearchRecord bare = half.within(0);
    assertThat(bare.trials()).allMatch(trial -> trial.kept().isEmpty());
    assertThat(hashes(run(bare, 1))).isEqualTo(hashes(straight));
  }

  @Test
  void aTrialThatDivergesKeepsItsRowItsReasonAndItsStep() throws Exception {
    SearchRecord search = SearchProjects.search("rate=500..1000", "optimizer=sgd,momentum", "activation=relu,softplus", "layers=2..3");
    SearchRecord done = run(SearchRecord.of(search.base(), search.settings().withBudget(SearchBudget.epochs(40))), 1);
    List<Trial> broken = done.trials().stream().filter(trial -> trial.state() == Trial.State.BROKEN).toList();
    assertThat(broken).isNotEmpty().allSatisfy(trial -> {
      assertThat(trial.brokenAt()).isPositive();
      assertThat(Texts.ENGLISH.say(trial.reason().orElseThrow())).contains("Step");
      assertThat(trial.kept()).isEmpty();
    });
    assertThat(done.spent()).isLessThanOrEqualTo(40);
  }

  @Test
  void aNetworkThatCannotBeTrainedIsRefusedWithItsSentenceAndCostsNothing() throws Exception {
    Project conv = SampleProject.of("digits-cnn");
    SearchRecord search = SearchRecord.of(conv, SearchProjects.search("rate").settings().withSpace(
        SpaceText.read(List.of("conv_2.groups=1,3,8"), conv)).withBudget(new SearchBudget(
            SearchBudget.Unit.TRIALS, 2)).withLongest(1));
    SearchRecord done = run(search, 1);
    assertThat(done.trained()).isEqualTo(2);
    assertThat(done.count(Trial.State.REFUSED)).isEqualTo(done.trials().size() - 2L);
  }

  @Test
  void theBestIsTestedOnceAtTheEndWithTheWeightsItHas() throws Exception {
    SearchRecord done = run(plain(SearchMethod.ASHA, 60), 1);
    PreparedData data = SearchProjects.data(done.base());
    SearchRecord tested = BestTested.of(done, data);
    Trial best = TrialRanking.best(done).orElseThrow();
    assertThat(tested.best().orElseThrow().trial()).isEqualTo(best.number());
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = TrialRun.begin(done.project(best), data, kernels, best.kept());
      assertThat(session.evaluate(Part.TEST)).isEqualTo(tested.best().orElseThrow().test());
      assertThat(session.evaluate(Part.VALIDATION)).isEqualTo(best.last().map(EpochRecord::validation).orElseThrow());
    }
    assertThat(BestTested.of(tested, data)).isSameAs(tested);
  }

  @Test
  void threeMoreSeedsTrainTheBestThreeAgain() throws Exception {
    SearchRecord done = run(plain(SearchMethod.ASHA, 60), 1);
    PreparedData data = SearchProjects.data(done.base());
    SearchRecord repeated = RepeatRun.run(done, data, () -> false, one -> {});
    assertThat(repeated.repeats()).hasSize(9);
    assertThat(repeated.repeats()).extracting(one -> one.trial()).containsOnly(
        TrialRanking.of(done).stream().limit(3).map(Trial::number).toArray(Integer[]::new));
    assertThat(repeated.repeats()).extracting(one -> one.seed()).doesNotContain(
        done.trials().stream().map(trial -> done.settings().seed() + trial.number()).toArray(Long[]::new));
    assertThat(RepeatRun.run(done, data, () -> false, one -> {}).repeats()).isEqualTo(repeated.repeats());
  }

  @Test
  void whatCannotBeJudgedIsRefusedBeforeItCostsAnything() throws Exception {
    SearchRecord search = plain(SearchMethod.ASHA, 60);
    Project bare = search.base().withData(search.base().data().withShares(0, 0.2));
    assertRefused(SearchRecord.of(bare, search.settings()), "held out for validation");
    assertRefused(SearchRecord.of(search.base(), search.settings().withSpace(Space.NONE)), "is empty");
    assertRefused(SearchRecord.of(search.base(), search.settings().withMethod(SearchMethod.RANDOM).withBudget(SearchBudget.epochs(8))),
        "less than one trial of 9");
    Project numbers = SampleProject.of("auto-mpg");
    SearchRecord rates = SearchRecord.of(numbers, SearchProjects.search("rate").settings());
    assertRefused(rates, "search by validation loss");
    assertThat(run(SearchRecord.of(numbers, rates.settings().withGoal(SearchGoal.LOSS).withBudget(SearchBudget.epochs(6))), 1).spent())
        .isEqualTo(6);
  }

  private static void assertRefused(SearchRecord search, String sentence) {
    assertThatThrownBy(() -> SearchRunner.check(search, SearchProjects.data(search.base()))).isInstanceOfSatisfying(SearchProblem.class,
        problem -> assertThat(Texts.ENGLISH.say(problem.sentence())).contains(sentence));
  }
}

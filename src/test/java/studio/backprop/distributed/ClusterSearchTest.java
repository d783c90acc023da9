package studio.backprop.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.cluster.ClusterSettings;
import studio.backprop.cluster.FreePort;
import studio.backprop.cluster.TaskRunner;
import studio.backprop.cluster.Worker;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.search.run.SearchRunner.Listener;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.store.StoreProblem;
import studio.backprop.store.TrialBytes;

/** The trials of a sample's search, trained by a member of a cluster that knows nothing but what it is told. */
@Timeout(120)
class ClusterSearchTest {
  private static final String SECRET = "correct-horse-battery";

  private static SearchRecord search() throws Exception {
    SearchRecord sample = ProjectFile.read("sample", Sample.find("search-digits").orElseThrow().open()).saved().search().orElseThrow();
    return SearchRecord.of(sample.base(), sample.settings().withLongest(3).withBudget(SearchBudget.epochs(24)).withParallel(4));
  }

  private static List<String> weights(SearchRecord found) {
    return found.trials().stream().map(Trial::sha256).toList();
  }

  @Test
  void aMemberTrainsThemToTheBitsOfOneMachine() throws Exception {
    SearchRecord search = search();
    PreparedData data = PreparedData.load(search.base().data(), search.base().table(), Progress.NONE);
    SearchRecord alone = new SearchRunner(data, 1).run(search, record -> false, () -> false, Listener.NONE);
    InetSocketAddress own = FreePort.next();
    Semaphore did = new Semaphore(0);
    ClusterTrialExecutor hands = new ClusterTrialExecutor(new ClusterSettings(own, List.of(own), SECRET), search, data, 0);
    try (Worker worker = new Worker(new ClusterSettings(FreePort.next(), List.of(own), SECRET), 2, new Worker.Jobs() {
      @Override
      public TaskRunner begin(byte[] description) throws Exception {
        return RemoteTrials.of(description);
      }

      @Override
      public void did() {
        did.release();
      }
    })) {
      SearchRecord far = new SearchRunner(data, same -> hands).run(search, record -> false, () -> false, Listener.NONE);
      assertThat(weights(far)).isEqualTo(weights(alone)).doesNotContain("");
      assertThat(far.reports()).isEqualTo(alone.reports());
      assertThat(did.tryAcquire(alone.reports().size(), 60, TimeUnit.SECONDS)).as("it hears of the last one after it was sent").isTrue();
      assertThat(did.availablePermits()).isZero();
      assertThat(far.processor()).isPositive();
    }
  }

  @Test
  void aTrialComesOutOfItsBytesAsItWentIn() throws Exception {
    SearchRecord search = search();
    PreparedData data = PreparedData.load(search.base().data(), search.base().table(), Progress.NONE);
    SearchRecord found = new SearchRunner(data, 1).run(search, record -> record.reports().size() > 2, () -> false, Listener.NONE);
    for (Trial trial : found.trials()) {
      Trial read = TrialBytes.read(TrialBytes.write(trial), search.settings().space());
      assertThat(read.number()).isEqualTo(trial.number());
      assertThat(read.sha256()).isEqualTo(trial.sha256());
      assertThat(read.kept().map(kept -> kept.weights())).usingRecursiveComparison().isEqualTo(trial.kept().map(kept -> kept.weights()));
    }
    assertThatThrownBy(() -> TrialBytes.read(new byte[] {0, 0, 0, 1, 9, 9, 9, 9}, search.settings().space()))
        .isInstanceOf(StoreProblem.class);
  }
}

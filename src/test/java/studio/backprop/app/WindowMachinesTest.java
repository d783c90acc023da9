package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.cluster.ClusterSettings;
import studio.backprop.cluster.FreePort;
import studio.backprop.cluster.Worker;
import studio.backprop.data.PreparedData;
import studio.backprop.distributed.ClusterAddress;
import studio.backprop.distributed.RemoteTrials;
import studio.backprop.search.SearchProjects;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.ui.compare.search.Machines;

/** A window listens for other machines, which stay from one search to the next and are told of as they come and go. */
@Timeout(120)
class WindowMachinesTest {
  private static final String SECRET = "known to these alone";

  private final BlockingQueue<List<String>> told = new LinkedBlockingQueue<>();

  private static String free() throws Exception {
    return "127.0.0.1:" + FreePort.next().getPort();
  }

  /** What is told last, once so many are there. */
  private List<String> until(int members) throws InterruptedException {
    List<String> now;
    do {
      now = told.poll(60, TimeUnit.SECONDS);
      assertThat(now).isNotNull();
    } while (now.size() != members);
    return now;
  }

  private static Worker worker(String at) throws Exception {
    InetSocketAddress member = ClusterAddress.read(at);
    return new Worker(new ClusterSettings(ClusterAddress.towards(member), List.of(member), SECRET), 1, RemoteTrials::of);
  }

  private static List<String> weights(SearchRecord search) {
    return search.trials().stream().map(Trial::sha256).toList();
  }

  @Test
  void oneMemberTrainsTwoSearchesAndIsMissedWhenItLeaves() throws Exception {
    SearchRecord plain = SearchProjects.search("units=4..16:log", "rate=1e-3..1:log");
    SearchRecord search = SearchRecord.of(plain.base(), plain.settings().withBudget(SearchBudget.epochs(30)).withParallel(3));
    PreparedData data = SearchProjects.data(search.base());
    SearchRecord alone = new SearchRunner(data, 1).run(search, now -> false, () -> false, SearchRunner.Listener.NONE);
    String at = free();
    try (Machines.Listening listening = new WindowMachines().listen(at, SECRET, told::add)) {
      try (Worker worker = worker(at)) {
        assertThat(until(1)).hasSize(1).doesNotContain("");
        for (int i = 0; i < 2; i++) {
          SearchRecord far = new SearchRunner(data, same -> listening.hands(same, data, 0))
              .run(search, now -> false, () -> false, SearchRunner.Listener.NONE);
          assertThat(weights(far)).isEqualTo(weights(alone)).doesNotContain("");
        }
      }
      assertThat(until(0)).isEmpty();
    }
  }

  @Test
  void whatKeepsItFromListeningIsASentence() throws Exception {
    WindowMachines machines = new WindowMachines();
    assertThatThrownBy(() -> machines.listen("somewhere", SECRET, told::add)).isInstanceOf(SearchProblem.class)
        .hasMessageContaining("is no address");
    assertThatThrownBy(() -> machines.listen(free(), "short", told::add)).hasMessageContaining("needs at least 12");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> machines.listen("127.0.0.1:" + taken.getLocalPort(), SECRET, told::add))
          .hasMessageContaining("Cannot listen at");
    }
  }
}

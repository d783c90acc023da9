package studio.backprop.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several members in one program, each with its own channel. */
@Timeout(60)
class ClusterTest {
  private static final String SECRET = "correct-horse-battery";
  private static final byte[] DESCRIPTION = "double it".getBytes(StandardCharsets.UTF_8);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<InetSocketAddress> addresses = new ArrayList<>();
  /** By the name of whoever did them, how many tasks. */
  private final Map<String, Integer> did = new ConcurrentHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private ClusterSettings settings(String secret) throws IOException {
    InetSocketAddress own = FreePort.next();
    addresses.add(own);
    return new ClusterSettings(own, addresses, secret);
  }

  private TaskRunner doubling(String name) {
    return task -> {
      did.merge(name, 1, Integer::sum);
      return text(2 * Integer.parseInt(new String(task, StandardCharsets.UTF_8)));
    };
  }

  private static byte[] text(int number) {
    return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
  }

  private Worker worker(String secret, TaskRunner tasks) throws IOException {
    Worker worker = new Worker(settings(secret), 1, new Worker.Jobs() {
      @Override
      public TaskRunner begin(byte[] description) {
        assertThat(description).isEqualTo(DESCRIPTION);
        return tasks;
      }

      @Override
      public void ended() {
        ended.countDown();
      }

      @Override
      public void did() {}
    });
    open.add(worker);
    return worker;
  }

  private Coordinator coordinator(int atOnce) throws IOException {
    Coordinator coordinator = new Coordinator(settings(SECRET), DESCRIPTION, doubling("coordinator"), atOnce);
    open.add(coordinator);
    return coordinator;
  }

  private static List<CompletableFuture<byte[]>> submit(Coordinator coordinator, int count) {
    List<CompletableFuture<byte[]>> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      results.add(coordinator.submit(text(i)));
    }
    return results;
  }

  private static void assertDoubled(List<CompletableFuture<byte[]>> results) throws Exception {
    for (int i = 0; i < results.size(); i++) {
      assertThat(new String(results.get(i).get(), StandardCharsets.UTF_8)).isEqualTo(Integer.toString(2 * i));
    }
  }

  @Test
  void whatAWorkerCannotDoIsDoneByTheCoordinator() throws Exception {
    CountDownLatch tried = new CountDownLatch(1);
    TaskRunner own = doubling("coordinator");
    Coordinator coordinator = new Coordinator(settings(SECRET), DESCRIPTION, task -> {
      tried.await();
      return own.run(task);
    }, 1);
    open.add(coordinator);
    worker(SECRET, task -> {
      tried.countDown();
      throw new StackOverflowError("as deep as no exception goes");
    });
    assertDoubled(submit(coordinator, 12));
    assertThat(did).containsExactly(Map.entry("coordinator", 12));
  }

  @Test
  void aWorkerDoesOneJobAfterTheOther() throws Exception {
    CountDownLatch both = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    TaskRunner tasks = doubling("worker");
    try (Coordinator first = new Coordinator(settings(SECRET), DESCRIPTION, task -> task, 0)) {
      worker(SECRET, task -> {
        begun.countDown();
        both.await();
        return tasks.run(task);
      });
      List<CompletableFuture<byte[]>> results = submit(first, 4);
      begun.await();
      Coordinator second = coordinator(0);
      List<CompletableFuture<byte[]>> later = submit(second, 4);
      while (second.size() < 3) {
        Thread.sleep(20);
      }
      both.countDown();
      assertDoubled(results);
      first.close();
      assertDoubled(later);
    }
  }

  @Test
  void workersThatFindItByItsAddressShareTheTasks() throws Exception {
    Coordinator coordinator = coordinator(0);
    worker(SECRET, doubling("first"));
    worker(SECRET, doubling("second"));
    assertDoubled(submit(coordinator, 50));
    assertThat(did).doesNotContainKey("coordinator");
    assertThat(did.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
    coordinator.close();
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theTaskOfAMemberThatDiesIsDoneByAnother() throws Exception {
    Coordinator coordinator = coordinator(0);
    Semaphore took = new Semaphore(0);
    Worker dying = worker(SECRET, task -> {
      took.release();
      new CountDownLatch(1).await();
      return task;
    });
    List<CompletableFuture<byte[]>> results = submit(coordinator, 20);
    took.acquire();
    dying.close();
    worker(SECRET, doubling("other"));
    assertDoubled(results);
    assertThat(coordinator.repeated()).isEqualTo(2); // the one it did, and the one that lay ready
    assertThat(did).containsEntry("other", 20);
  }

  @Test
  void aJobThatEndsLateLeavesTheNextOneItsListener() throws Exception {
    JoinListener lobby = new JoinListener(settings(SECRET), names -> { });
    open.add(lobby);
    Coordinator given = new Coordinator(lobby, DESCRIPTION, doubling("given up"), 0);
    Coordinator next = new Coordinator(lobby, DESCRIPTION, doubling("next"), 0);
    open.add(next);
    given.close();
    worker(SECRET, doubling("worker"));
    assertDoubled(submit(next, 5));
    assertThat(did).containsOnlyKeys("worker");
  }

  @Test
  void aStrangerWithAnotherSecretGetsNothing() throws Exception {
    Coordinator coordinator = coordinator(1);
    Worker stranger = worker("another-secret-altogether", doubling("stranger"));
    assertDoubled(submit(coordinator, 30));
    while (stranger.size() == 0) { // it has yet to hear of its own cluster
      Thread.sleep(20);
    }
    assertThat(stranger.size()).isEqualTo(1);
    assertThat(coordinator.size()).isEqualTo(1);
    assertThat(did).containsOnlyKeys("coordinator");
  }

  @Test
  void membersThatHearRubbishStillShareTheTasks() throws Exception {
    worker(SECRET, doubling("first"));
    worker(SECRET, doubling("second"));
    for (InetSocketAddress member : addresses) {
      try (Socket stranger = new Socket(member.getAddress(), member.getPort())) {
        stranger.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] rubbish = new byte[100_000];
        Arrays.fill(rubbish, (byte) 0xff);
        stranger.getOutputStream().write(rubbish);
      } catch (SocketException closed) {
        // the member has hung up, as it should
      }
    }
    Coordinator coordinator = coordinator(0);
    while (!did.keySet().containsAll(Set.of("first", "second"))) {
      assertDoubled(submit(coordinator, 2)); // one for each, as soon as both have joined
    }
  }

  @Test
  void whatCannotBeDoneSaysWhy() throws Exception {
    Coordinator coordinator = coordinator(0);
    worker(SECRET, task -> {
      throw new IOException("no memory for this trial");
    });
    CompletableFuture<byte[]> result = coordinator.submit(text(1));
    assertThatThrownBy(result::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(TaskFailure.class)
        .hasMessageContaining("no memory for this trial");
  }
}

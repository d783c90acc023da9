package studio.backprop.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jgroups.Address;
import studio.backprop.cluster.ClusterMessage.Kind;

/**
 * Distributes tasks to the workers of a cluster and to itself, up to the capacity of each. Tasks of a lost worker are reassigned, the
 * oldest first. State is confined to one thread of its own.
 */
public final class Coordinator implements AutoCloseable {
  /** Tasks queued at a worker beyond its capacity, so that it is never idle. */
  private static final int AHEAD = 1;
  private static final long OFFER_MILLIS = 2_000;

  /** A task, waiting or assigned. */
  private record Task(long number, byte[] bytes, CompletableFuture<byte[]> result) {}

  /** A worker with its assigned tasks. @param atOnce number of concurrent tasks */
  private record Hand(int atOnce, Map<Long, Task> busy) {}

  private final long job = new SecureRandom().nextLong();
  private final byte[] description;
  private final TaskRunner own;
  private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "cluster"));
  private final ExecutorService hands;
  private final Deque<Task> waiting = new ArrayDeque<>();
  private final Map<Address, Hand> workers = new HashMap<>();
  private final Hand self;
  private final JoinListener lobby;
  private final boolean ownLobby;
  private final ClusterChannel.Listener hears;
  private long given;
  private volatile int size;
  private volatile long repeated;

  /**
   * Starts a job and offers it to all members, including later ones.
   *
   * @param description sent to each worker before its first task
   * @param own executes the local tasks
   * @param atOnce concurrent local tasks; 0 for none
   * @throws IOException if the address cannot be bound
   */
  public Coordinator(ClusterSettings settings, byte[] description, TaskRunner own, int atOnce) throws IOException {
    this(new JoinListener(settings, names -> { }), true, description, own, atOnce);
  }

  /** Starts a job on a connected cluster, which stays connected afterwards. */
  public Coordinator(JoinListener lobby, byte[] description, TaskRunner own, int atOnce) {
    this(lobby, false, description, own, atOnce);
  }

  private Coordinator(JoinListener lobby, boolean ownLobby, byte[] description, TaskRunner own, int atOnce) {
    this.lobby = lobby;
    this.ownLobby = ownLobby;
    this.description = description.clone();
    this.own = own;
    this.self = new Hand(atOnce, new TreeMap<>());
    this.hands = Executors.newFixedThreadPool(Math.max(1, atOnce), work -> daemon(work, "cluster-task"));
    this.hears = new ClusterChannel.Listener() {
      @Override
      public void heard(Address from, ClusterMessage letter) {
        turn(() -> hear(from, letter));
      }

      @Override
      public void members(List<Address> now) {
        turn(() -> meet(now));
      }
    };
    lobby.enter(hears);
    turns.scheduleWithFixedDelay(this::offer, OFFER_MILLIS, OFFER_MILLIS, TimeUnit.MILLISECONDS);
  }

  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void turn(Runnable work) {
    try {
      turns.execute(work);
    } catch (RejectedExecutionException e) {
      // closed: nothing left to do
    }
  }

  /** Queues a task. The result completes on a thread of the cluster, exceptionally with a {@link TaskFailure} where the task failed. */
  public CompletableFuture<byte[]> submit(byte[] task) {
    CompletableFuture<byte[]> result = new CompletableFuture<>();
    turn(() -> {
      waiting.add(new Task(given++, task, result));
      deal();
    });
    return result;
  }

  /** Cluster size, including this member. */
  public int size() {
    return size;
  }

  /** Number of tasks that were reassigned after their worker left. */
  public long repeated() {
    return repeated;
  }

  /** Messages rejected because they could not be authenticated with the secret. */
  public long refused() {
    return lobby.refused();
  }

  private void meet(List<Address> now) {
    size = now.size();
    List<Address> gone = workers.keySet().stream().filter(worker -> !now.contains(worker)).toList();
    for (Address worker : gone) {
      List<Task> lost = new ArrayList<>(workers.remove(worker).busy().values());
      repeated += lost.size();
      for (int i = lost.size() - 1; i >= 0; i--) {
        waiting.addFirst(lost.get(i));
      }
    }
    for (Address member : now) {
      if (!workers.containsKey(member) && !member.equals(lobby.own())) {
        workers.put(member, new Hand(0, new TreeMap<>()));
      }
    }
    offer();
    deal();
  }

  /** Repeated until acknowledged: a member that has just joined may have missed it. */
  private void offer() {
    workers.forEach((worker, hand) -> {
      if (hand.atOnce() == 0) {
        lobby.tell(worker, ClusterMessage.of(Kind.OFFER, job, 0));
      }
    });
  }

  private void hear(Address from, ClusterMessage letter) {
    Hand hand = workers.get(from);
    if (hand == null || letter.job() != job) {
      return;
    }
    switch (letter.kind()) {
      case READY -> workers.put(from, new Hand((int) letter.number(), hand.busy()));
      case RESULT -> end(hand, letter.number(), task -> task.result().complete(letter.bytes()));
      case FAILED -> end(hand, letter.number(), task -> failed(task, new String(letter.bytes(), StandardCharsets.UTF_8)));
      case WANT -> lobby.tell(from, new ClusterMessage(Kind.JOB, job, 0, description));
      case OFFER, JOB, DONE, TASK -> {
        return; // another coordinator's
      }
    }
    deal();
  }

  /** A task that fails on a worker, as for lack of memory, is retried locally, if local tasks are enabled. */
  private void failed(Task task, String why) {
    if (self.atOnce() == 0) {
      task.result().completeExceptionally(new TaskFailure(why));
      return;
    }
    repeated++;
    self.busy().put(task.number(), task);
    hands.execute(() -> doIt(task));
  }

  /** Completes an assigned task; results of tasks that were reassigned meanwhile are ignored. */
  private static void end(Hand hand, long number, Consumer<Task> with) {
    Task task = hand.busy().remove(number);
    if (task != null) {
      with.accept(task);
    }
  }

  /** Assigns waiting tasks to workers with free capacity first; only the rest is queued ahead at a worker. */
  private void deal() {
    while (!waiting.isEmpty() && self.busy().size() < self.atOnce()) {
      Task task = take(self);
      hands.execute(() -> doIt(task));
    }
    deal(0);
    deal(AHEAD);
  }

  private void deal(int ahead) {
    workers.forEach((worker, hand) -> {
      while (!waiting.isEmpty() && hand.atOnce() > 0 && hand.busy().size() < hand.atOnce() + ahead) {
        Task task = take(hand);
        lobby.tell(worker, new ClusterMessage(Kind.TASK, job, task.number(), task.bytes()));
      }
    });
  }

  private Task take(Hand hand) {
    Task task = waiting.remove();
    hand.busy().put(task.number(), task);
    return task;
  }

  private void doIt(Task task) {
    try {
      byte[] result = own.run(task.bytes());
      turn(() -> end(self, task.number(), done -> done.result().complete(result)));
    } catch (Exception | Error e) { // all errors are reported
      TaskFailure failure = new TaskFailure(String.valueOf(e.getMessage()));
      turn(() -> end(self, task.number(), failed -> failed.result().completeExceptionally(failure)));
    }
    turn(this::deal);
  }

  @Override
  public void close() {
    turn(() -> {
      workers.keySet().forEach(worker -> lobby.tell(worker, ClusterMessage.of(Kind.DONE, job, 0)));
      waiting.clear();
    });
    turns.shutdown();
    hands.shutdownNow();
    try {
      turns.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    own.close();
    if (ownLobby) {
      lobby.close();
    } else {
      lobby.leave(hears);
    }
  }
}

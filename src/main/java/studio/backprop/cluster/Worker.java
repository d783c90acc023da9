package studio.backprop.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jgroups.Address;
import studio.backprop.cluster.ClusterMessage.Kind;

/** Executes the tasks of the coordinators in its cluster, one job after the other, until closed. */
public final class Worker implements AutoCloseable {
  /** Handler of jobs, called on threads of the cluster. */
  public interface Jobs {
    /** @throws Exception if this program cannot execute such a job */
    TaskRunner begin(byte[] description) throws Exception;

    /** The job is done, or its coordinator has left. */
    default void ended() {}

    default void did() {}
  }

  /** The current job. */
  private record Job(Address from, long number, TaskRunner tasks) {}

  private final Jobs jobs;
  private final int atOnce;
  private final ExecutorService turns = Executors.newSingleThreadExecutor(work -> Coordinator.daemon(work, "cluster"));
  private final ExecutorService hands;
  private final ClusterChannel members;
  private final Set<Long> refused = new HashSet<>();
  private volatile Job job;
  private volatile int size;

  /**
   * @param atOnce number of concurrent tasks
   * @throws IOException if the address cannot be bound
   */
  public Worker(ClusterSettings settings, int atOnce, Jobs jobs) throws IOException {
    this.jobs = jobs;
    this.atOnce = atOnce;
    this.hands = Executors.newFixedThreadPool(atOnce, work -> Coordinator.daemon(work, "cluster-task"));
    this.members = new ClusterChannel(settings, new ClusterChannel.Listener() {
      @Override
      public void heard(Address from, ClusterMessage letter) {
        turn(() -> hear(from, letter));
      }

      @Override
      public void members(List<Address> now) {
        turn(() -> meet(now));
      }
    });
    members.join();
  }

  private void turn(Runnable work) {
    try {
      turns.execute(work);
    } catch (RejectedExecutionException e) {
      // closed: nothing left to do
    }
  }

  /** Cluster size, including this member. */
  public int size() {
    return size;
  }

  private void meet(List<Address> now) {
    size = now.size();
    if (job != null && !now.contains(job.from())) {
      end();
    }
  }

  private void end() {
    leave();
    jobs.ended();
  }

  /** Releases the current job, if any. */
  private void leave() {
    if (job != null) {
      job.tasks().close();
      job = null;
    }
  }

  private void hear(Address from, ClusterMessage letter) {
    switch (letter.kind()) {
      case OFFER -> {
        if (isKnown(letter)) {
          members.tell(from, ClusterMessage.of(Kind.READY, letter.job(), atOnce));
        } else if (!refused.contains(letter.job()) && (job == null || job.from().equals(from))) { // one job after the other
          members.tell(from, ClusterMessage.of(Kind.WANT, letter.job(), 0));
        }
      }
      case JOB -> begin(from, letter);
      case TASK -> take(from, letter);
      case DONE -> {
        if (isKnown(letter)) {
          end();
        }
      }
      case WANT, READY, RESULT, FAILED -> {} // for a coordinator
    }
  }

  private boolean isKnown(ClusterMessage letter) {
    return job != null && job.number() == letter.job();
  }

  private void begin(Address from, ClusterMessage letter) {
    if (isKnown(letter) || refused.contains(letter.job())) {
      return;
    }
    try {
      Job next = new Job(from, letter.job(), jobs.begin(letter.bytes()));
      leave();
      job = next;
      members.tell(from, ClusterMessage.of(Kind.READY, letter.job(), atOnce));
    } catch (Exception e) { // a job that this program cannot read is left to others
      refused.add(letter.job());
    }
  }

  private void take(Address from, ClusterMessage letter) {
    Job current = job;
    if (current == null || current.number() != letter.job()) {
      return;
    }
    hands.execute(() -> {
      if (job != current) {
        return; // no longer wanted
      }
      try {
        members.tell(from, new ClusterMessage(Kind.RESULT, letter.job(), letter.number(), current.tasks().run(letter.bytes())));
        jobs.did();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // it leaves, and the task is given to others
      } catch (Exception | Error e) { // all errors are reported
        byte[] why = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
        turn(() -> members.tell(from, new ClusterMessage(Kind.FAILED, letter.job(), letter.number(), why)));
      }
    });
  }

  @Override
  public void close() {
    turns.shutdownNow();
    hands.shutdownNow();
    members.close();
  }
}

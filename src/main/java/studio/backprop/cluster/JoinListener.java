package studio.backprop.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jgroups.Address;

/** Keeps a program connected before, between and after jobs, so that members need not be discovered again for each job. */
public final class JoinListener implements AutoCloseable {
  private final Consumer<List<String>> told;
  private final ClusterChannel members;
  private Optional<ClusterChannel.Listener> job = Optional.empty();
  private List<Address> view = List.of();
  /** Held while a listener is notified, so that views arrive in order. */
  private final Object telling = new Object();
  private boolean joined;

  /**
   * Connects.
   *
   * @param told notified of the other members, each time one joins or leaves, on a thread of the cluster
   * @throws IOException if the address cannot be bound
   */
  public JoinListener(ClusterSettings settings, Consumer<List<String>> told) throws IOException {
    this.told = told;
    this.members = new ClusterChannel(settings, new ClusterChannel.Listener() {
      @Override
      public void heard(Address from, ClusterMessage letter) {
        listener().ifPresent(one -> one.heard(from, letter));
      }

      @Override
      public void members(List<Address> now) {
        meet(now);
      }
    });
    members.join();
    synchronized (this) {
      joined = true;
    }
    tellNames();
  }

  private synchronized Optional<ClusterChannel.Listener> listener() {
    return job;
  }

  private void meet(List<Address> now) {
    synchronized (telling) {
      synchronized (this) {
        view = List.copyOf(now);
      }
      listener().ifPresent(one -> one.members(now));
    }
    tellNames();
  }

  private void tellNames() {
    List<Address> now;
    synchronized (this) {
      if (!joined) {
        return;
      }
      now = view;
    }
    told.accept(now.stream().filter(one -> !one.equals(own())).map(Address::toString).toList());
  }

  /** Attaches a job: first notified of the current members. */
  void enter(ClusterChannel.Listener listener) {
    synchronized (telling) {
      List<Address> now;
      synchronized (this) {
        job = Optional.of(listener);
        now = view;
      }
      listener.members(now);
    }
  }

  /** Detaches a job; members stay connected. */
  synchronized void leave(ClusterChannel.Listener listener) {
    job = job.filter(one -> one != listener);
  }

  Address own() {
    return members.own();
  }

  long refused() {
    return members.refused();
  }

  void tell(Address to, ClusterMessage letter) {
    members.tell(to, letter);
  }

  @Override
  public void close() {
    members.close();
  }
}

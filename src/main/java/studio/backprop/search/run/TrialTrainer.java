package studio.backprop.search.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.search.run.TrialExecutor.Trained;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.train.Session;
import studio.backprop.train.record.EpochRecord;

/** Trains the trials of one search on the calling threads; caches sessions of trials at a rung, for immediate promotion. Thread-safe. */
public final class TrialTrainer implements AutoCloseable {
  private static final double NANOS = 1e9;
  /** Inverse share of the heap for cached sessions. */
  private static final int INVERSE_HEAP_SHARE = 16;
  /** Limit of cached sessions, since long-lived ones slow garbage collection down. */
  private static final long MOST_BYTES = 8L << 20;

  private final SearchRecord search;
  private final PreparedData data;
  private final TrialProjects projects;
  private final long room = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / INVERSE_HEAP_SHARE);
  private final Map<Integer, Standing> standing = new LinkedHashMap<>();
  private long taken;
  private boolean closed;

  /**
   * Cached session of a trial at a rung.
   *
   * @param sha256 of its weights
   * @param bytes approximate memory
   */
  private record Standing(Session session, Kernels kernels, String sha256, long bytes) {}

  /** @param search of which base and settings count */
  public TrialTrainer(SearchRecord search, PreparedData data) {
    this(search, data, new TrialProjects(search));
  }

  TrialTrainer(SearchRecord search, PreparedData data, TrialProjects projects) {
    this.search = search;
    this.data = data;
    this.projects = projects;
  }

  /** See {@link TrialRun#advance}. */
  public Trained train(Trial trial, BooleanSupplier stop, Consumer<EpochRecord> epoch) {
    ThreadMXBean times = ManagementFactory.getThreadMXBean();
    long before = times.getCurrentThreadCpuTime();
    Trial after = TrialRun.guarded(trial, () -> advance(trial, stop, epoch));
    return new Trained(after, Math.max(0, times.getCurrentThreadCpuTime() - before) / NANOS);
  }

  private Trial advance(Trial trial, BooleanSupplier stop, Consumer<EpochRecord> epoch) {
    Optional<Standing> there = take(trial);
    Kernels kernels = there.map(Standing::kernels).orElseGet(() -> KernelChoice.create(1));
    boolean stays = false;
    try {
      Session session = there.map(Standing::session).orElseGet(() -> TrialRun.begin(
          projects.of(trial.number(), trial.values()).project(), data, kernels, trial.kept()));
      Trial after = TrialRun.advance(session, trial, search.settings().longest(), stop, epoch);
      stays = after.state() == Trial.State.STOPPED && put(after, session, kernels);
      return after;
    } finally {
      if (!stays) {
        kernels.close();
      }
    }
  }

  /** A session is not thread-safe: it is taken exclusively. */
  private synchronized Optional<Standing> take(Trial trial) {
    Optional<Standing> there = Optional.ofNullable(standing.remove(trial.number()));
    there.ifPresent(one -> taken -= one.bytes());
    Optional<Standing> same = there.filter(one -> one.session().epoch() == trial.epoch() && one.sha256().equals(trial.sha256()));
    if (same.isEmpty()) {
      there.ifPresent(one -> one.kernels().close());
    }
    return same;
  }

  /** @return whether it is cached; false after closing */
  private synchronized boolean put(Trial trial, Session session, Kernels kernels) {
    if (closed) {
      return false;
    }
    Project project = session.project();
    long bytes = project.network().analyse().trainingBytes(project.training().batch());
    standing.put(trial.number(), new Standing(session, kernels, trial.sha256(), bytes));
    taken += bytes;
    Iterator<Standing> oldest = standing.values().iterator();
    while (taken > room && oldest.hasNext()) {
      Standing gone = oldest.next();
      oldest.remove();
      taken -= gone.bytes();
      gone.kernels().close();
    }
    return true;
  }

  @Override
  public synchronized void close() {
    closed = true;
    standing.values().forEach(one -> one.kernels().close());
    standing.clear();
    taken = 0;
  }
}

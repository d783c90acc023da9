package studio.backprop.search.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.search.method.TrialScheduler;
import studio.backprop.search.method.TrialScheduler.Job;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Searchables;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchRecord.Tested;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.text.Message;
import studio.backprop.train.record.EpochRecord;

/**
 * Carries out a search: asks what to train next, trains it, and writes down what came of it. With one worker the order is exact. With
 * several each trial has the bits that it would have alone; which trials there are then depends on the order in which they came in, which
 * is written down. May be told to stop from any thread; what is done by then is kept.
 */
public final class SearchRunner {
  /** Hears how far it is, on the threads that train, one call at a time. */
  public interface Listener {
    /** Tells nobody. */
    Listener NONE = new Listener() {};

    /** A trial has begun, been promoted, refused, come to a rung, or broken. */
    default void changed(SearchRecord now) {}

    /** A trial that is being trained has completed an epoch. */
    default void epoch(int trial, EpochRecord epoch) {}
  }

  private interface Clock {
    double read();
  }

  private static final double NANOS = 1e9;
  private static final long WAIT_MILLIS = 50;
  /** The share of the memory that weights of trials may take. */
  private static final int SHARE = 4;

  private final PreparedData data;
  private final int workers;
  private final long bytes;
  private final Set<Integer> held = new HashSet<>();
  private List<Searchable> known = List.of();
  private SearchRecord now;
  private volatile boolean failed;

  /**
   * @param workers trials that are trained at the same time, each by one thread
   */
  public SearchRunner(PreparedData data, int workers) {
    this.data = data;
    this.workers = workers;
    this.bytes = Runtime.getRuntime().maxMemory() / SHARE;
  }

  /** Refuses a search that cannot be made on these data, before anything is trained. */
  public static void check(SearchRecord search, PreparedData data) throws SearchProblem {
    Optional<Message> problem = search.settings().problem().or(() -> search.settings().space().problem(search.base()))
        .or(() -> unsuited(search, data));
    if (problem.isPresent()) {
      throw new SearchProblem(problem.get());
    }
  }

  private static Optional<Message> unsuited(SearchRecord search, PreparedData data) {
    if (!search.base().assignment().predicts()) {
      return Optional.of(Message.of("trials.problem.generates"));
    }
    if (data.validationRows() == 0) {
      return Optional.of(Message.of("trials.problem.no_validation"));
    }
    return data.dataset().task() != Task.CLASSES && search.settings().goal() != SearchGoal.LOSS
        ? Optional.of(Message.of("trials.problem.no_accuracy")) : Optional.empty();
  }

  /**
   * Goes on until the budget is spent.
   *
   * @param enough asked after each report whether to rest
   * @param stop asked before each step; a trial that is under way then keeps its whole epochs
   * @return how far it came
   */
  public SearchRecord run(SearchRecord from, Predicate<SearchRecord> enough, BooleanSupplier stop, Listener listener)
      throws InterruptedException {
    now = from;
    known = Searchables.of(from.base());
    failed = false;
    held.clear();
    boolean[] rests = {false};
    BooleanSupplier ends = () -> failed || stop.getAsBoolean();
    Predicate<SearchRecord> rest = record -> {
      rests[0] |= enough.test(record);
      return rests[0];
    };
    long start = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(workers, work -> {
      Thread thread = new Thread(work, "backprop-search");
      thread.setDaemon(true);
      return thread;
    });
    try {
      for (Future<?> done : IntStream.range(0, workers).mapToObj(i -> pool.submit(() -> work(rest, ends, listener, start))).toList()) {
        done.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      failed = true;
      pool.shutdownNow();
    }
    return now;
  }

  private void work(Predicate<SearchRecord> rest, BooleanSupplier stop, Listener listener, long start) {
    ThreadMXBean times = ManagementFactory.getThreadMXBean();
    double before = now.seconds();
    try (Kernels kernels = KernelChoice.create(1)) {
      while (!stop.getAsBoolean()) {
        Optional<Job> job = take(rest, stop, listener, kernels);
        if (job.isEmpty()) {
          return;
        }
        long computed = times.getCurrentThreadCpuTime();
        train(job.get(), kernels, stop, rest, listener, () -> times.getCurrentThreadCpuTime() - computed,
            () -> before + (System.nanoTime() - start) / NANOS);
      }
    } catch (RuntimeException | Error e) {
      failed = true; // whoever still trains gives up
      throw e;
    } finally {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** The next job, which is then held; waits where a decision waits for others. */
  private synchronized Optional<Job> take(Predicate<SearchRecord> rest, BooleanSupplier stop, Listener listener, Kernels kernels) {
    while (!stop.getAsBoolean() && !rest.test(now)) {
      Optional<Job> job = TrialScheduler.next(now, held);
      if (job.isEmpty()) {
        if (held.isEmpty()) {
          return Optional.empty();
        }
        try {
          wait(WAIT_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return Optional.empty();
        }
      } else if (begin(job.get(), kernels)) {
        held.add(job.get().trial());
        listener.changed(now);
        return job;
      } else {
        listener.changed(now);
      }
    }
    return Optional.empty();
  }

  /** @return whether there is something to train */
  private boolean begin(Job job, Kernels kernels) {
    if (job.values().isEmpty()) {
      if (now.trial(job.trial()).target() < job.target()) {
        now = now.promoted(job.trial(), job.target());
      }
      return true;
    }
    Space.Candidate candidate = now.candidate(known, job.trial(), job.values().get());
    Optional<Message> refused = TrialRun.refusal(candidate.project(), data, kernels);
    now = now.with(refused.isPresent() ? Trial.refused(job.trial(), candidate.values(), refused.get())
        : Trial.begun(job.trial(), candidate.values(), candidate.project().network().analyse().parameterCount(), job.target()));
    return refused.isEmpty();
  }

  private void train(
      Job job, Kernels kernels, BooleanSupplier stop, Predicate<SearchRecord> rest, Listener listener, Clock computed, Clock clock) {
    Trial trial;
    Project project;
    synchronized (this) {
      trial = now.trial(job.trial());
      project = now.candidate(known, trial.number(), trial.values()).project();
    }
    Trial after;
    try {
      TrialRun.Outcome outcome = TrialRun.train(project, data, kernels, trial.kept(), job.target(), () -> stop.getAsBoolean()
          || isDropped(job.trial()), epoch -> {
            synchronized (this) {
              if (epoch.epoch() > trial.epoch()) {
                listener.epoch(job.trial(), epoch);
              }
            }
          });
      after = after(trial, outcome);
    } catch (OutOfMemoryError e) {
      after = trial.broken(trial.epochs(), 0, Message.of("trainer.no_memory"));
    }
    synchronized (this) {
      held.remove(job.trial());
      if (!isDropped(job.trial())) {
        now = after.state() == Trial.State.RUNNING ? now.with(after) : now.reported(after);
      }
      now = now.took(Math.max(0, clock.read() - now.seconds()), Math.max(0, computed.read() / NANOS)).within(bytes);
      rest.test(now);
      listener.changed(now);
      notifyAll();
    }
  }

  private Trial after(Trial trial, TrialRun.Outcome outcome) {
    if (outcome.fault().isPresent()) {
      return trial.broken(outcome.epochs(), outcome.fault().get().step(), outcome.fault().get().sentence());
    }
    int done = outcome.epochs().size();
    Trial.State state = done < trial.target() ? Trial.State.RUNNING
        : done >= now.settings().longest() ? Trial.State.COMPLETE : Trial.State.STOPPED;
    return trial.reached(state, outcome.epochs(), outcome.kept(), outcome.sha256());
  }

  private synchronized boolean isDropped(int trial) {
    return now.trial(trial).state() == Trial.State.DROPPED;
  }

  /** Takes a trial out while others are trained: it goes on no more. */
  public synchronized void drop(int trial) {
    now = now.dropped(trial);
  }

  /** The search with the test scores of its best trial; as it is where it has none, or they are known. */
  public static SearchRecord tested(SearchRecord search, PreparedData data) {
    Optional<Trial> best = TrialRanking.best(search);
    if (best.isEmpty() || data.testRows() == 0) {
      return search;
    }
    Trial trial = best.get();
    if (search.best().filter(known -> known.trial() == trial.number() && known.epoch() == trial.epoch()).isPresent()) {
      return search;
    }
    try (Kernels kernels = KernelChoice.create(1)) {
      Project project = search.project(trial);
      TrialRun.Outcome whole = TrialRun.train(project, data, kernels, trial.kept(), trial.epoch(), () -> false, epoch -> {});
      return search.tested(new Tested(trial.number(), trial.epoch(),
          TrialRun.score(project, data, kernels, whole.kept().orElseThrow(), Part.TEST)));
    }
  }
}

package studio.backprop.search.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.search.method.TrialScheduler;
import studio.backprop.search.method.TrialScheduler.Job;
import studio.backprop.search.run.TrialExecutor.Trained;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.ManualDecision;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.record.EpochRecord;

/**
 * Search loop: proposes trials, executes them in parallel and records their results in the order of their beginning. Deterministic to the
 * bit, for any number of workers and machines. Can be stopped from any thread; completed trials are kept, and the search resumes as if it
 * had not been stopped.
 */
public final class SearchRunner {
  /** Progress listener; calls are serialized. */
  public interface Listener {
    /** No-op listener. */
    Listener NONE = new Listener() {};

    /** A trial was begun, promoted or refused, or has reported. */
    default void changed(SearchRecord now) {}

    /** A local trial has completed an epoch. */
    default void epoch(int trial, EpochRecord epoch) {}
  }

  /** Running trial. */
  private record Under(int trial, CompletableFuture<Trained> outcome) {}

  private static final double NANOS = 1e9;
  private static final long WAIT_MILLIS = 20;
  /** Inverse share of the heap for weights of trials. */
  private static final int INVERSE_HEAP_SHARE = 4;
  /** Limit of weights in memory, for short garbage collections; the worst trials' are dropped first. */
  private static final long MOST_BYTES = 128L << 20;
  /** Inverse share of the limit that is freed at once. */
  private static final int INVERSE_SLACK = 8;

  private final PreparedData data;
  private final BiFunction<SearchRecord, TrialProjects, TrialExecutor> executors;
  private final long bytes;
  /** Upper bound of the memory of weights. */
  private long heldAtMost;
  private TrialProjects projects;
  private SearchRecord now;
  /** Manually stopped trials, until they report. */
  private final Set<Integer> stopping = ConcurrentHashMap.newKeySet();
  private volatile Optional<TrialExecutor> trainers = Optional.empty();

  /** @param workers parallel local trials */
  public SearchRunner(PreparedData data, int workers) {
    this(data, (search, projects) -> new LocalTrialExecutor(new TrialTrainer(search, data, projects), workers));
  }

  /** @param executors factory of the executor of each run */
  public SearchRunner(PreparedData data, Function<SearchRecord, TrialExecutor> executors) {
    this(data, (search, projects) -> executors.apply(search));
  }

  private SearchRunner(PreparedData data, BiFunction<SearchRecord, TrialProjects, TrialExecutor> executors) {
    this.data = data;
    this.executors = executors;
    this.bytes = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / INVERSE_HEAP_SHARE);
  }

  /** @throws SearchProblem if the search is impossible on these data */
  public static void check(SearchRecord search, PreparedData data) throws SearchProblem {
    Optional<Message> problem = unsuited(search.base()).or(() -> search.settings().problem())
        .or(() -> search.settings().space().problem(search.base())).or(() -> unsuited(search, data));
    if (problem.isPresent()) {
      throw new SearchProblem(problem.get());
    }
  }

  /** Why a project cannot be searched, regardless of its data; empty if it can. */
  public static Optional<Message> unsuited(Project base) {
    if (base.assignment().acts()) {
      return Optional.of(Message.of("trials.problem.agent"));
    }
    return base.assignment().predicts() ? Optional.empty() : Optional.of(Message.of("trials.problem.generates"));
  }

  private static Optional<Message> unsuited(SearchRecord search, PreparedData data) {
    Optional<Message> unsuited = unsuited(search.base());
    if (unsuited.isPresent()) {
      return unsuited;
    }
    if (data.validationRows() == 0) {
      return Optional.of(Message.of("trials.problem.no_validation"));
    }
    return data.dataset().task() != Task.CLASSES && search.settings().goal() != SearchGoal.LOSS
        ? Optional.of(Message.of("trials.problem.no_accuracy")) : Optional.empty();
  }

  /**
   * Runs until the budget is spent.
   *
   * @param enough checked after each report, to pause
   * @param stop polled; running trials then keep their completed epochs
   * @return the search so far
   */
  public SearchRecord run(SearchRecord from, Predicate<SearchRecord> enough, BooleanSupplier stop, Listener listener)
      throws InterruptedException {
    projects = new TrialProjects(from);
    put(from);
    heldAtMost = from.weightBytes();
    AtomicBoolean rests = new AtomicBoolean(enough.test(from));
    BooleanSupplier ends = () -> rests.get() || stop.getAsBoolean();
    double before = from.seconds();
    long start = System.nanoTime();
    Deque<Under> under = new ArrayDeque<>();
    try (TrialExecutor training = executors.apply(from, projects); Kernels kernels = KernelChoice.create(1)) {
      trainers = Optional.of(training);
      if (!ends.getAsBoolean()) {
        from.open().forEach(number -> under.add(hand(number, training, ends, listener)));
        begin(under, training, kernels, ends, listener);
      }
      while (!under.isEmpty()) {
        Under first = under.remove();
        Trained trained = await(first, training, ends);
        report(trained, ends, before + (System.nanoTime() - start) / NANOS);
        rests.set(rests.get() | enough.test(record()));
        listener.changed(record());
        begin(under, training, kernels, ends, listener);
      }
    } finally {
      rests.set(true); // other trials abort
      trainers = Optional.empty();
      stopping.clear();
    }
    settle();
    return record();
  }

  private synchronized SearchRecord record() {
    return now;
  }

  private synchronized void put(SearchRecord changed) {
    now = changed;
  }

  /** Begins trials up to the parallelism; refused ones cost nothing. */
  private void begin(Deque<Under> under, TrialExecutor training, Kernels kernels, BooleanSupplier ends, Listener listener) {
    while (!ends.getAsBoolean()) {
      Optional<ManualDecision> order = due();
      if (order.isPresent()) {
        carryOut(order.get());
        if (order.get().kind() == ManualDecision.Kind.RUNG) {
          under.add(hand(order.get().trial(), training, ends, listener));
        }
        listener.changed(record());
        continue;
      }
      Optional<Job> job = TrialScheduler.next(record());
      if (job.isEmpty()) {
        return;
      }
      if (begin(job.get(), kernels)) {
        under.add(hand(job.get().trial(), training, ends, listener));
      }
      listener.changed(record());
    }
  }

  /** First decision due now: a pending one, or the next recorded one. */
  private synchronized Optional<ManualDecision> due() {
    now = now.withOrders(now.orders().stream().filter(order -> !order.waits() || isPossible(order)).toList());
    return now.orders().stream().filter(order -> !order.waits() && order.reports() == now.reports().size() && !isDone(order)).findFirst()
        .filter(order -> order.open() == now.open().size() && isPossible(order))
        .or(() -> now.orders().stream().filter(order -> order.waits()
            && (order.kind() == ManualDecision.Kind.DROP || now.open().size() < now.settings().parallel())).findFirst());
  }

  /** Whether a decision was executed at this number of reports. Ordered, since a number can recur after a trial was dropped. */
  private boolean isDone(ManualDecision order) {
    if (order.kind() == ManualDecision.Kind.STOP) {
      return true; // it depends on its own trial's reports
    }
    if (order.trial() > now.trials().size()) {
      return false;
    }
    Trial trial = now.trial(order.trial());
    return trial.state() == Trial.State.DROPPED || order.kind() == ManualDecision.Kind.RUNG && trial.target() >= order.epoch();
  }

  private boolean isPossible(ManualDecision order) {
    if (order.kind() == ManualDecision.Kind.STOP || order.trial() > now.trials().size()) {
      return false;
    }
    Trial trial = now.trial(order.trial());
    return order.kind() == ManualDecision.Kind.RUNG ? trial.state() == Trial.State.STOPPED && trial.epoch() < order.epoch()
        : trial.state() != Trial.State.DROPPED && trial.state() != Trial.State.REFUSED;
  }

  /** Records the place of a pending decision. */
  private synchronized void carryOut(ManualDecision order) {
    if (order.waits()) {
      now = now.withOrders(now.orders().stream().filter(one -> !one.equals(order)).toList());
    }
    if (order.kind() == ManualDecision.Kind.DROP) {
      now = now.dropped(order.trial());
      return;
    }
    if (order.waits()) {
      now = now.ordered(new ManualDecision(order.kind(), order.trial(), order.epoch(), now.reports().size(), now.open().size()));
    }
    now = now.promoted(order.trial(), order.epoch());
  }

  /** Drops trials from a paused search. */
  private synchronized void settle() {
    now.orders().stream().filter(order -> order.kind() == ManualDecision.Kind.DROP && order.waits()).forEach(order -> {
      if (isPossible(order)) {
        carryOut(order);
      }
    });
  }

  /** @return whether there is something to train */
  private synchronized boolean begin(Job job, Kernels kernels) {
    if (job.values().isEmpty()) {
      now = now.promoted(job.trial(), job.target());
      return true;
    }
    Space.Candidate candidate = projects.of(job.trial(), job.values().get());
    Optional<Message> refused = TrialRun.refusal(candidate.project(), data, kernels);
    now = refused.isPresent() ? now.with(Trial.refused(job.trial(), candidate.values(), refused.get()))
        : now.begun(Trial.begun(job.trial(), candidate.values(), candidate.project().network().analyse().parameterCount(), job.target()));
    return refused.isEmpty();
  }

  private Under hand(int number, TrialExecutor training, BooleanSupplier ends, Listener listener) {
    SearchRecord search = record();
    Trial trial = search.stopOf(number).map(search.trial(number)::upTo).orElse(search.trial(number));
    return new Under(number, training.train(trial, () -> ends.getAsBoolean() || stopping.contains(number) || isDropped(number), epoch -> {
      synchronized (this) {
        if (epoch.epoch() > trial.epoch()) {
          listener.epoch(number, epoch);
        }
      }
    }));
  }

  /** Waits for a trial, unless the search ends. */
  private static Trained await(Under trial, TrialExecutor training, BooleanSupplier ends) throws InterruptedException {
    while (true) {
      try {
        return trial.outcome().get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (ends.getAsBoolean()) {
          training.giveUp();
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** A trial that returns while the search ends stays running; it reports when the search resumes. */
  private synchronized void report(Trained trained, BooleanSupplier ends, double clock) {
    Trial after = trained.trial();
    if (stopping.remove(after.number()) && after.state() == Trial.State.RUNNING) {
      now = now.stopped(after.number(), after.epoch());
      after = ends.getAsBoolean() ? after : after.stopped();
    }
    boolean done = after.state() != Trial.State.RUNNING;
    boolean reports = done && !ends.getAsBoolean() && now.trial(after.number()).state() == Trial.State.RUNNING;
    if (reports || !isDropped(after.number())) { // a trial to be dropped still reports if it had reached its target
      if (reports) {
        now = now.reported(after);
      } else if (after.state() != Trial.State.BROKEN) {
        now = now.with(after.running());
      }
    }
    now = now.took(Math.max(0, clock - now.seconds()), trained.processor());
    heldAtMost += after.kept().map(Checkpoint::bytes).orElse(0L);
    if (heldAtMost > bytes) {
      now = now.within(bytes - bytes / INVERSE_SLACK);
      heldAtMost = now.weightBytes();
    }
  }

  /** Whether a trial is dropped, or will be at the next decision. */
  private synchronized boolean isDropped(int trial) {
    return now.trial(trial).state() == Trial.State.DROPPED || now.orders().contains(ManualDecision.drop(trial));
  }

  /** Stops a running trial after its last completed epoch; it stays ranked. */
  public synchronized void stop(int trial) {
    if (now == null || now.trial(trial).state() != Trial.State.RUNNING) {
      return; // it has reported: does not apply to its next rung
    }
    stopping.add(trial);
    trainers.ifPresent(training -> training.giveUp(trial));
  }

  /** Promotes a stopped trial to its next rung. */
  public synchronized void anotherRung(int trial) {
    Optional.ofNullable(now).flatMap(search -> search.nextRung(search.trial(trial)))
        .ifPresent(rung -> now = now.ordered(ManualDecision.rung(trial, rung)));
  }

  /** Drops a trial at the next decision, where it is reproducible. */
  public synchronized void drop(int trial) {
    if (now != null && now.trial(trial).state() != Trial.State.DROPPED) {
      now = now.ordered(ManualDecision.drop(trial));
      trainers.ifPresent(training -> training.giveUp(trial));
    }
  }
}

package studio.backprop.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.Kernels;
import studio.backprop.landscape.PositionLog;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.train.MemoryLimit;
import studio.backprop.train.Session;

/**
 * Comparison of project variants that are trained in lockstep with the same initial weights and batch order. Variants share no mutable
 * state: each is bitwise equal to its separate training, for any number of threads. Not thread-safe.
 */
public final class Comparison implements AutoCloseable {
  /** Parts of a variant's steps per round, for load balancing. */
  private static final int PARTS = 4;

  private final List<Variant> lanes;
  private final int threads;
  private final ExecutorService hands;
  private final int epochs;
  private long steps;
  private long last;

  /** Remaining steps of a variant in a round. */
  private record Share(Variant lane, int left) {}

  private Comparison(List<Variant> lanes, int threads, int epochs) {
    this.lanes = lanes;
    this.threads = threads;
    this.epochs = epochs;
    this.last = (long) epochs * lanes.get(0).session().batchesPerEpoch();
    this.hands = Executors.newFixedThreadPool(threads, work -> {
      Thread thread = new Thread(work, "twin");
      thread.setDaemon(true);
      return thread;
    });
  }

  /**
   * Prepares the variants. All take as many steps as the first one's epochs, for any batch size.
   *
   * @param threads of the training
   * @param progress of loading; equal data are shared
   * @throws DataProblem if data cannot be read, or there is no memory for all of them
   */
  public static Comparison of(List<Project> projects, Kernels kernels, int threads, Progress progress) throws DataProblem {
    return of(projects, InitialWeights.DRAWN, kernels, threads, progress);
  }

  /**
   * From set initial weights.
   *
   * @param start initial weights for their seed
   * @throws DataProblem if data cannot be read, or there is no memory for all of them
   */
  public static Comparison of(List<Project> projects, InitialWeights start, Kernels kernels, int threads,
      Progress progress) throws DataProblem {
    return of(projects, start, kernels, threads, new SharedData(), progress);
  }

  /** @param start initial weights for their seed */
  static Comparison of(List<Project> projects, InitialWeights start, Kernels kernels, int threads, SharedData shelf, Progress progress)
      throws DataProblem {
    List<Variant> lanes = new ArrayList<>();
    long last = 0;
    for (Project project : projects) {
      PreparedData data = shelf.load(project, progress);
      MemoryLimit.check(project, data, kernels, Purpose.TRAIN);
      Session session = new Session(project, data, kernels, start.parameters(project));
      last = lanes.isEmpty() ? (long) project.training().epochs() * session.batchesPerEpoch() : last;
      long weights = session.parameters().learned().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
      lanes.add(new Variant(session, last, PositionLog.mostFor(weights, projects.size())));
    }
    return new Comparison(List.copyOf(lanes), threads, projects.get(0).training().epochs());
  }

  public List<Variant> lanes() {
    return lanes;
  }

  /** Steps of the variants that have not ended early. */
  public long steps() {
    return steps;
  }

  /** Last step. */
  public long last() {
    return last;
  }

  /** Batches per epoch of the first variant. */
  public int batchesPerEpoch() {
    return lanes.get(0).session().batchesPerEpoch();
  }

  public boolean finished() {
    return steps >= last || lanes.stream().allMatch(Variant::ended);
  }

  /** Extends finished variants by as many epochs again. */
  public void goOn() {
    last += (long) epochs * batchesPerEpoch();
    lanes.forEach(lane -> lane.reachTo(last));
  }

  /** Takes steps of all variants in parallel, with work stealing in small parts. */
  public void take(int wanted) {
    int count = (int) Math.min(wanted, last - steps);
    int few = Math.max(1, count / PARTS);
    Queue<Share> waiting = new ConcurrentLinkedQueue<>();
    lanes.stream().filter(lane -> !lane.ended()).forEach(lane -> waiting.add(new Share(lane, count)));
    together(Collections.nCopies(Math.min(threads, waiting.size()), () -> {
      for (Share share = waiting.poll(); share != null; share = waiting.poll()) {
        int now = Math.min(few, share.left());
        share.lane().take(now);
        if (share.left() > now) {
          waiting.add(new Share(share.lane(), share.left() - now));
        }
      }
      return null;
    }));
    steps += count;
  }

  private <T> List<T> together(List<Callable<T>> work) {
    List<T> all = new ArrayList<>();
    try {
      for (Future<T> done : hands.invokeAll(work)) {
        all.add(done.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException mistake ? mistake : new IllegalStateException(e.getCause());
    }
    return all;
  }

  /** Weight trails so far, by variant. */
  public List<WeightTrail> trails() {
    return lanes.stream().map(Variant::trail).toList();
  }

  /**
   * Snapshots.
   *
   * @param resting whether training pauses
   * @param outputs whether to compute the networks' outputs by passes through the data
   */
  public List<VariantSnapshot> look(boolean resting, boolean outputs) {
    return together(lanes.stream().<Callable<VariantSnapshot>>map(lane -> () -> lane.look(resting, outputs)).toList());
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }
}

package studio.backprop.search.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.search.run.TrialHands.Trained;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Searchables;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.train.record.EpochRecord;

/** Trains the trials of one search, each on the thread that calls. What can be searched is found once. */
public final class TrialTrainer {
  private static final double NANOS = 1e9;

  private final SearchRecord search;
  private final PreparedData data;
  private final List<Searchable> known;

  /** @param search as it was at any time: its base and its settings count */
  public TrialTrainer(SearchRecord search, PreparedData data) {
    this.search = search;
    this.data = data;
    this.known = Searchables.of(search.base());
  }

  /** Trains a trial on to its target, see {@link TrialRun#advance}. */
  public Trained train(Trial trial, BooleanSupplier stop, Consumer<EpochRecord> epoch) {
    ThreadMXBean times = ManagementFactory.getThreadMXBean();
    long before = times.getCurrentThreadCpuTime();
    try (Kernels kernels = KernelChoice.create(1)) {
      Trial after = TrialRun.advance(search, known, trial, data, kernels, stop, epoch);
      return new Trained(after, Math.max(0, times.getCurrentThreadCpuTime() - before) / NANOS);
    }
  }
}

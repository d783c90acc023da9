package studio.backprop.run;

import studio.backprop.observe.HistogramLog;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Session;

/**
 * State of a replaced run, to be resumed later.
 *
 * @param checkpointLog for replay
 * @param histogramLog of its histograms
 * @param at last checkpoint
 * @param playing whether it was playing
 */
public record SuspendedRun(CheckpointLog checkpointLog, HistogramLog histogramLog, Checkpoint at, boolean playing) {
  /** Inverse share of the heap for suspended runs. */
  private static final int SHARE_OF_HEAP = 8;

  /** @return null if the copy would take too much memory */
  static SuspendedRun of(Run run, Session session, boolean playing) {
    long numbers = session.parameters().all().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
    if (numbers * Float.BYTES > mostBytes() / 4) { // optimizer state is larger than the weights
      return null;
    }
    Checkpoint at = session.checkpoint();
    return at.bytes() > mostBytes() ? null : new SuspendedRun(run.checkpointLog(), run.histogramLog(), at, playing);
  }

  /** Limit of all copies together. */
  public static long mostBytes() {
    return Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
  }

  public long bytes() {
    return checkpointLog.bytes() + at.bytes();
  }
}

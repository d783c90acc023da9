package studio.backprop.run;

import studio.backprop.observe.HistogramLog;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Session;

/**
 * A run as it stands, so that it can be taken up again after another one has taken its place.
 *
 * @param checkpointLog by which its steps can be seen again
 * @param histogramLog how its numbers were spread
 * @param at all that its next steps depend on
 * @param playing whether it trained
 */
public record SuspendedRun(CheckpointLog checkpointLog, HistogramLog histogramLog, Checkpoint at, boolean playing) {
  /** One that would fill the memory is not kept. */
  private static final int SHARE_OF_HEAP = 8;

  /** @return null where the copy would take too much memory */
  static SuspendedRun of(Run run, Session session, boolean playing) {
    long numbers = session.parameters().all().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
    if (numbers * Float.BYTES > mostBytes() / 4) { // the memory of an optimizer is larger than the weights
      return null;
    }
    Checkpoint at = session.checkpoint();
    return at.bytes() > mostBytes() ? null : new SuspendedRun(run.checkpointLog(), run.histogramLog(), at, playing);
  }

  /** As much as all such copies may take together. */
  public static long mostBytes() {
    return Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
  }

  /** The memory that it takes. */
  public long bytes() {
    return checkpointLog.bytes() + at.bytes();
  }
}

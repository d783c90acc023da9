package studio.backprop.data;

import java.util.concurrent.CancellationException;

/** Progress and cancellation of loading. Called on the loading thread. */
public interface Progress {
  Progress NONE =
      new Progress() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** {@code done} of {@code total}, in a unit of the loader's choice; {@code total} is 0 where it is not known. */
  void at(long done, long total);

  boolean cancelled();

  /** Reports, and stops loading where the reader has lost interest. */
  default void step(long done, long total) {
    if (cancelled()) {
      throw new CancellationException("loading was cancelled");
    }
    at(done, total);
  }
}

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

  /** @param done in a unit of the loader's choice @param total 0 where it is not known */
  void at(long done, long total);

  boolean cancelled();

  /** Reports progress. @throws CancellationException if loading was canceled */
  default void step(long done, long total) {
    if (cancelled()) {
      throw new CancellationException("loading was cancelled");
    }
    at(done, total);
  }
}

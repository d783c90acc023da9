package studio.backprop.ui.inside.debugger;

import studio.backprop.data.Progress;

/** Cancellable progress of an answer. Thread-safe. */
final class Effort implements Progress {
  private volatile double share = -1;
  private volatile boolean cancelled;

  @Override
  public void at(long done, long total) {
    share = total > 0 ? (double) done / total : -1;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  /** From 0 to 1; below 0 if unknown. */
  double share() {
    return share;
  }

  void cancel() {
    cancelled = true;
  }
}

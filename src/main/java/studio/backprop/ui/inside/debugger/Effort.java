package studio.backprop.ui.inside.debugger;

import studio.backprop.data.Progress;

/** How far the work on an answer is; whoever waits may stop it. */
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

  /** From 0 to 1; below 0 where it is not known. */
  double share() {
    return share;
  }

  void cancel() {
    cancelled = true;
  }
}

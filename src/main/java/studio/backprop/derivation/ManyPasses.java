package studio.backprop.derivation;

import studio.backprop.data.Progress;

/** Combines the progress of several passes, monotonically. */
final class ManyPasses implements Progress {
  private final Progress whole;
  private final int passes;
  private int pass;
  private long last;

  /** @param passes approximate number */
  ManyPasses(Progress whole, int passes) {
    this.whole = whole;
    this.passes = passes;
  }

  @Override
  public void at(long done, long total) {
    pass = done < last ? Math.min(pass + 1, passes - 1) : pass;
    last = done;
    whole.at(pass * total + done, passes * total);
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }
}

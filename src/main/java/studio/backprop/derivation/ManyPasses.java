package studio.backprop.derivation;

import studio.backprop.data.Progress;

/** Hears of pass after pass through the network as of one piece of work, so that what is shown of it never goes back. */
final class ManyPasses implements Progress {
  private final Progress whole;
  private final int passes;
  private int pass;
  private long last;

  /** @param passes about how many there will be; more of them count as the last */
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

package studio.backprop.train.record;

/**
 * Change of settings during a run. Immutable.
 *
 * @param step completed steps at that time
 * @param rate learning rate from then on
 * @param epochs last epoch from then on
 */
public record Adjustment(long step, double rate, int epochs) {
  /** Older ones are dropped. */
  public static final int MOST = 64;
}

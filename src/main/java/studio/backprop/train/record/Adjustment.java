package studio.backprop.train.record;

/**
 * What a person changed while a run trained: the numbers that hold from a step on.
 *
 * @param step the steps taken before
 * @param rate the learning rate from then on
 * @param epochs the epoch after which training ends from then on
 */
public record Adjustment(long step, double rate, int epochs) {
  /** Older ones than these are let go. */
  public static final int MOST = 64;
}

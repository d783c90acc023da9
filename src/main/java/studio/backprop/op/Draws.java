package studio.backprop.op;

/**
 * Random bits that are a hash of a number's place, the step and a seed, which needs no memory between steps: Salmon et al. 2011, with the
 * mixing of MurmurHash3 by Appleby.
 */
final class Draws {
  private final long seed;
  private int first;
  private int second;

  Draws(long seed) {
    this.seed = seed;
    begin(0);
  }

  /** Before a training step: from now on, other bits. */
  void begin(long step) {
    long mixed = (seed + step) * 0x9E3779B97F4A7C15L;
    long key = (mixed ^ mixed >>> 32) * 0xD1342543DE82EF95L;
    first = (int) key;
    second = (int) (key >>> 32);
  }

  int first() {
    return first;
  }

  int second() {
    return second;
  }

  /** The bits for a place. The two keys are handed in, so that a loop keeps them in registers. */
  static int bits(int place, int first, int second) {
    return mixed(mixed(place + first) ^ second);
  }

  /** Every bit of the result depends on every bit of the number. */
  private static int mixed(int number) {
    int h = (number ^ number >>> 16) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}

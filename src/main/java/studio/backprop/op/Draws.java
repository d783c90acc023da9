package studio.backprop.op;

import studio.backprop.kernel.Kernels;

/**
 * Counter-based random numbers: hash of index, step and seed, without state. Salmon et al. 2011, with the mixing of MurmurHash3 by Appleby.
 */
public final class Draws {
  private static final float STEP = 0x1p-24f;

  private final long seed;
  private int first;
  private int second;

  public Draws(long seed) {
    this.seed = seed;
    begin(0);
  }

  /** Before a training step: changes the stream. */
  public void begin(long step) {
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

  /** Fills n with normal numbers: deviation·√(−2 ln a)·cos 2πb for uniform a and b. Box and Muller 1958. */
  public void normal(Kernels kernels, float[] n, float deviation) {
    int one = first;
    int other = second;
    for (int i = 0; i < n.length; i++) {
      n[i] = ((bits(2 * i, one, other) >>> 8) + 1) * STEP;
    }
    kernels.log(n, n, n.length);
    for (int i = 0; i < n.length; i++) {
      float turn = (bits(2 * i + 1, one, other) >> 8) * STEP;
      n[i] = deviation * (float) Math.sqrt(-2 * n[i]) * cosine(turn);
    }
  }

  /** Fills n with uniform numbers between −1 and 1. */
  public void uniform(float[] n) {
    for (int i = 0; i < n.length; i++) {
      n[i] = (bits(i, first, second) >> 8) * (2 * STEP);
    }
  }

  /** Cosine of a fraction of a full turn, between −1/2 and 1/2: cos 2a = 2·cos² a − 1, with a series for cos a to float precision. */
  private static float cosine(float turn) {
    float square = (float) (Math.PI * Math.PI) * turn * turn;
    float half = 1 + square * (-1 / 2f + square * (1 / 24f + square * (-1 / 720f + square * (1 / 40320f - square * (1 / 3628800f)))));
    return 2 * half * half - 1;
  }

  /** Random bits of an index. The keys are parameters so that a loop keeps them in registers. */
  static int bits(int place, int first, int second) {
    return mixed(mixed(place + first) ^ second);
  }

  /** Full avalanche. */
  private static int mixed(int number) {
    int h = (number ^ number >>> 16) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}

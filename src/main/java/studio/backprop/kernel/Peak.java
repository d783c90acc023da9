package studio.backprop.kernel;

/** What one core can do at best, and what a matrix product makes of it. Both in GFLOP/s, two operations for each multiply-add. */
public final class Peak {
  private static final int ROUNDS = 100_000;

  private Peak() {}

  /** A loop of multiply-adds that wait for nothing and touch no memory. */
  public static double multiplyAdds(Kernels kernels, double seconds) {
    float[] result = new float[1];
    return rate(seconds, () -> kernels.multiplyAddLoop(ROUNDS, result));
  }

  /** C = A·B of square matrices. */
  public static double product(Kernels kernels, int side, double seconds) {
    float[] a = new float[side * side];
    float[] b = new float[side * side];
    float[] c = new float[side * side];
    for (int i = 0; i < a.length; i++) {
      a[i] = i % 17 - 8;
      b[i] = i % 13 - 6;
    }
    return rate(seconds, () -> {
      kernels.multiply(false, side, side, side, a, 0, b, 0, c, 0);
      return (long) side * side * side;
    });
  }

  /** Does some multiply-adds and tells how many. */
  private interface Work {
    long run();
  }

  private static double rate(double seconds, Work work) {
    long start = System.nanoTime();
    long most = (long) (seconds * 1e9);
    long done = 0;
    long elapsed;
    do {
      done += work.run();
      elapsed = System.nanoTime() - start;
    } while (elapsed < most);
    return 2.0 * done / elapsed;
  }
}

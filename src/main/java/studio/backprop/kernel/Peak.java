package studio.backprop.kernel;

/** Peak performance of one core: a loop of independent multiply-adds without memory access. */
public final class Peak {
  /** Iterations of a run: less than a millisecond. */
  private static final int ROUNDS = 100_000;

  private final Kernels kernels;
  private final float[] result = new float[1];
  private final long flops;

  public Peak(Kernels kernels) {
    this.kernels = kernels;
    this.flops = 2 * ROUNDS * kernels.multiplyAddLoop(1, result);
  }

  public void run() {
    kernels.multiplyAddLoop(ROUNDS, result);
  }

  /** Operations of a run, two for each multiply-add. */
  public long flops() {
    return flops;
  }
}

package studio.backprop.bench;

import org.openjdk.jmh.annotations.Benchmark;

/** What the core can do at best: the measure for all others. */
public class PeakBench extends Bench {
  private static final int ROUNDS = 10_000;

  private final float[] result = new float[1];

  @Benchmark
  public float[] multiplyAdds(Arithmetic done) {
    done.multiplyAdds(kernels.multiplyAddLoop(ROUNDS, result));
    return result;
  }
}

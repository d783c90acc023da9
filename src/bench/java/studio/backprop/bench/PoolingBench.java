package studio.backprop.bench;

import org.openjdk.jmh.annotations.Benchmark;
import studio.backprop.kernel.Pooling;

/** Pooling of 2 × 2 pixels: 64 images of 32 channels and 26 × 26 pixels in vector lanes, as many as there are. */
public class PoolingBench extends Bench {
  private static final int SIDE = 26;
  private static final int NUMBERS = 64 * 32 * SIDE * SIDE;

  private final int planes = NUMBERS / (SIDE * SIDE * kernels.lanes());
  private final Pooling largest = kernels.maxPooling(kernels.lanes(), SIDE * SIDE, windows());
  private final Pooling mean = kernels.averagePooling(kernels.lanes(), SIDE * SIDE, windows());
  private final float[] x = numbers(NUMBERS);
  private final float[] y = numbers(NUMBERS / 4);
  private final float[] dx = new float[NUMBERS];

  private static int[][] windows() {
    int half = SIDE / 2;
    int[][] windows = new int[half * half][];
    for (int i = 0; i < windows.length; i++) {
      int first = 2 * (i / half) * SIDE + 2 * (i % half);
      windows[i] = new int[] {first, first + 1, first + SIDE, first + SIDE + 1};
    }
    return windows;
  }

  @Benchmark
  public float[] max(Traffic done) {
    return forward(largest, done);
  }

  @Benchmark
  public float[] maxGradient(Traffic done) {
    return backward(largest, done);
  }

  @Benchmark
  public float[] average(Traffic done) {
    return forward(mean, done);
  }

  @Benchmark
  public float[] averageGradient(Traffic done) {
    return backward(mean, done);
  }

  private float[] forward(Pooling pooling, Traffic done) {
    pooling.forward(0, planes, x, y);
    done.floats(x.length + y.length);
    return y;
  }

  private float[] backward(Pooling pooling, Traffic done) {
    pooling.backward(0, planes, x, y, y, dx, false);
    done.floats(2.0 * x.length + 2.0 * y.length);
    return dx;
  }
}

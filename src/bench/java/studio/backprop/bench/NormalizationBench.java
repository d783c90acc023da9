package studio.backprop.bench;

import org.openjdk.jmh.annotations.Benchmark;
import studio.backprop.kernel.RowNormalization;

/** What batch norm does to the numbers of one channel, and layer norm to rows. */
public class NormalizationBench extends Bench {
  private static final int ROWS = 1024;
  private static final int WIDTH = 64;
  private static final int COUNT = ROWS * WIDTH;

  private final RowNormalization rows = kernels.rowNormalization(WIDTH, 1e-5);
  private final float[] x = numbers(COUNT);
  private final float[] dy = numbers(COUNT);
  private final float[] y = new float[COUNT];
  private final float[] hat = new float[COUNT];
  private final float[] gamma = numbers(WIDTH);
  private final float[] beta = numbers(WIDTH);
  private final float[] inverses = new float[ROWS];

  /** Mean, variance, then the normalized numbers. */
  @Benchmark
  public float[] channel(Traffic done) {
    float mean = (float) (kernels.sum(x, 0, COUNT) / COUNT);
    double variance = kernels.sumOfSquares(x, 0, COUNT, mean) / COUNT;
    kernels.normalize(x, 0, COUNT, mean, (float) (1 / Math.sqrt(variance + 1e-5)), 0, y);
    done.floats(4.0 * COUNT);
    return y;
  }

  /** Two sums over the gradient, then that of the inputs. */
  @Benchmark
  public float[] channelGradient(Traffic done) {
    float shift = (float) (kernels.sum(dy, 0, COUNT) / COUNT);
    float slope = (float) (kernels.sumOfProducts(dy, x, 0, COUNT, 0) / COUNT);
    kernels.combine(false, dy, x, 0, COUNT, 1, -slope, -shift, y);
    done.floats(6.0 * COUNT);
    return y;
  }

  @Benchmark
  public float[] rows(Traffic done) {
    rows.forward(0, ROWS, x, gamma, beta, hat, inverses, y);
    done.floats(3.0 * COUNT);
    return y;
  }

  @Benchmark
  public float[] rowsGradient(Traffic done) {
    rows.backward(false, 0, ROWS, dy, gamma, x, inverses, y);
    done.floats(3.0 * COUNT);
    return y;
  }
}

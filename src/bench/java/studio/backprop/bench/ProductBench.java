package studio.backprop.bench;

import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The matrix product in the three forms of a dense layer: forward, weight gradient and input gradient. */
public class ProductBench extends Bench {
  /** Rows, columns and depth. */
  @Param({"64x128x784", "128x256x512", "512x512x512"})
  public String size;

  private int rows;
  private int columns;
  private int depth;
  private float[] a;
  private float[] b;
  private float[] c;

  @Setup
  public void prepare() {
    int[] sides = Stream.of(size.split("x")).mapToInt(Integer::parseInt).toArray();
    rows = sides[0];
    columns = sides[1];
    depth = sides[2];
    a = numbers(rows * depth);
    b = numbers(columns * depth);
    c = new float[rows * columns];
  }

  @Benchmark
  public float[] plain(Arithmetic done) {
    kernels.multiply(false, rows, columns, depth, a, 0, b, 0, c, 0);
    return counted(done);
  }

  @Benchmark
  public float[] leftTransposed(Arithmetic done) {
    kernels.multiplyLeftTransposed(false, rows, columns, depth, a, 0, b, 0, c, 0);
    return counted(done);
  }

  @Benchmark
  public float[] rightTransposed(Arithmetic done) {
    kernels.multiplyRightTransposed(false, rows, columns, depth, a, 0, b, 0, c, 0);
    return counted(done);
  }

  private float[] counted(Arithmetic done) {
    done.multiplyAdds((double) rows * columns * depth);
    return c;
  }
}

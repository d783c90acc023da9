package studio.backprop.bench;

import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import studio.backprop.kernel.TimedProduct;

/** The matrix product in the three forms of a dense layer: forward, weight gradient and input gradient. */
public class ProductBench extends Bench {
  /** Rows, columns and depth. */
  @Param({"64x128x784", "128x256x512", "512x512x512"})
  public String size;

  private TimedProduct product;

  @Setup
  public void prepare() {
    int[] sides = Stream.of(size.split("x")).mapToInt(Integer::parseInt).toArray();
    product = new TimedProduct(kernels, sides[0], sides[1], sides[2]);
  }

  @Benchmark
  public float[] plain(Arithmetic done) {
    done.multiplyAdds(product.multiplyAdds());
    return product.plain();
  }

  @Benchmark
  public float[] leftTransposed(Arithmetic done) {
    done.multiplyAdds(product.multiplyAdds());
    return product.leftTransposed();
  }

  @Benchmark
  public float[] rightTransposed(Arithmetic done) {
    done.multiplyAdds(product.multiplyAdds());
    return product.rightTransposed();
  }
}

package studio.backprop.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import studio.backprop.kernel.ConvSize;
import studio.backprop.kernel.TimedConvolution;

/** The three passes of a convolution over 64 images, row-major and side by side in vector lanes. */
public class ConvolutionBench extends Bench {
  private static final int BATCH = 64;

  /** The second convolutions of two small networks. */
  public enum Layer {
    LENET(6, 14, 16, 5),
    KERAS(32, 13, 64, 3);

    private final ConvSize size;

    Layer(int channels, int side, int filters, int kernel) {
      size = new ConvSize(BATCH, channels, side, side, filters, kernel, kernel, 1, 1, 0, 0, 0, 0, 1, 1, 1);
    }
  }

  @Param
  public Layer layer;

  @Param({"false", "true"})
  public boolean inLanes;

  private TimedConvolution convolution;

  @Setup
  public void prepare() {
    convolution = new TimedConvolution(kernels, layer.size, inLanes ? kernels.lanes() : 1);
  }

  @Benchmark
  public float[] forward(Arithmetic done) {
    done.multiplyAdds(convolution.multiplyAdds());
    return convolution.forward();
  }

  @Benchmark
  public float[] inputGradient(Arithmetic done) {
    done.multiplyAdds(convolution.multiplyAdds());
    return convolution.inputGradient();
  }

  @Benchmark
  public float[] weightGradient(Arithmetic done) {
    done.multiplyAdds(convolution.multiplyAdds());
    return convolution.weightGradient();
  }
}

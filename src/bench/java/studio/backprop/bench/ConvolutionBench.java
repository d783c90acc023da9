package studio.backprop.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import studio.backprop.kernel.ConvSize;
import studio.backprop.kernel.Convolution;

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

  private Convolution convolution;
  private float[] x;
  private float[] w;
  private float[] y;
  private float[] dx;
  private float[] dw;

  @Setup
  public void prepare() {
    ConvSize size = layer.size;
    convolution = kernels.convolution(size, inLanes ? kernels.lanes() : 1, false);
    x = numbers(BATCH * size.inChannels() * size.inPixels());
    w = numbers(size.filters() * size.taps());
    y = numbers(BATCH * size.filters() * size.outPixels());
    dx = new float[x.length];
    dw = new float[w.length];
  }

  @Benchmark
  public float[] forward(Arithmetic done) {
    convolution.forward(x, w, null, y);
    done.multiplyAdds(layer.size.multiplyAdds());
    return y;
  }

  @Benchmark
  public float[] inputGradient(Arithmetic done) {
    convolution.backward(null, w, y, y, dx, false, null, null);
    done.multiplyAdds(layer.size.multiplyAdds());
    return dx;
  }

  @Benchmark
  public float[] weightGradient(Arithmetic done) {
    convolution.backward(x, w, y, y, null, false, dw, null);
    done.multiplyAdds(layer.size.multiplyAdds());
    return dw;
  }
}

package studio.backprop.kernel;

/** Benchmark of the three passes of a convolution on random images. */
public final class TimedConvolution {
  private final ConvSize size;
  private final Convolution convolution;
  private final float[] x;
  private final float[] w;
  private final float[] y;
  private final float[] dx;
  private final float[] dw;

  /** @param lanes of its images, as in {@link Kernels#lanes}; 1 for row-major */
  public TimedConvolution(Kernels kernels, ConvSize size, int lanes) {
    this.size = size;
    this.convolution = kernels.convolution(size, lanes, false);
    RandomNumbers numbers = new RandomNumbers();
    this.x = numbers.normal(size.batch() * size.inChannels() * size.inPixels());
    this.w = numbers.normal(size.filters() * size.taps());
    this.y = numbers.normal(size.batch() * size.filters() * size.outPixels());
    this.dx = new float[x.length];
    this.dw = new float[w.length];
  }

  public float[] forward() {
    convolution.forward(x, w, null, y);
    return y;
  }

  public float[] inputGradient() {
    convolution.backward(null, w, y, y, dx, false, null, null);
    return dx;
  }

  /** Accumulates, as training does within a step. */
  public float[] weightGradient() {
    convolution.backward(x, w, y, y, null, false, dw, null);
    return dw;
  }

  /** Of each pass. */
  public long multiplyAdds() {
    return size.multiplyAdds();
  }
}

package studio.backprop.kernel;

/**
 * All sizes of one 2-D convolution over a batch. Padding is given for each side, because "same" with an even kernel pads one more below and
 * to the right.
 */
public record ConvSize(
    int batch,
    int inChannels,
    int inHeight,
    int inWidth,
    int filters,
    int kernelHeight,
    int kernelWidth,
    int strideHeight,
    int strideWidth,
    int padTop,
    int padLeft,
    int padBottom,
    int padRight,
    int dilationHeight,
    int dilationWidth,
    int groups) {

  public ConvSize {
    requirePositive("batch", batch);
    requirePositive("groups", groups);
    requirePositive("strides", Math.min(strideHeight, strideWidth));
    requirePositive("dilations", Math.min(dilationHeight, dilationWidth));
    requirePositive("kernel sides", Math.min(kernelHeight, kernelWidth));
    requirePositive("channels and filters", Math.min(inChannels, filters));
    if (inChannels % groups != 0 || filters % groups != 0) {
      throw new IllegalArgumentException(
          "groups must divide channels and filters, but were " + groups + ", " + inChannels + " and " + filters);
    }
    if (Math.min(Math.min(padTop, padLeft), Math.min(padBottom, padRight)) < 0) {
      throw new IllegalArgumentException("padding must not be negative");
    }
    requirePositive("output height",
        outSide(inHeight + padTop + padBottom, kernelHeight, strideHeight, dilationHeight));
    requirePositive("output width",
        outSide(inWidth + padLeft + padRight, kernelWidth, strideWidth, dilationWidth));
  }

  private static void requirePositive(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, but was " + value);
    }
  }

  private static int outSide(int padded, int kernel, int stride, int dilation) {
    return Math.floorDiv(padded - dilation * (kernel - 1) - 1, stride) + 1;
  }

  public int outHeight() {
    return outSide(inHeight + padTop + padBottom, kernelHeight, strideHeight, dilationHeight);
  }

  public int outWidth() {
    return outSide(inWidth + padLeft + padRight, kernelWidth, strideWidth, dilationWidth);
  }

  /** Pixels of one input channel. */
  public int inPixels() {
    return inHeight * inWidth;
  }

  /** Pixels of one output channel. */
  public int outPixels() {
    return outHeight() * outWidth();
  }

  /** Input channels per group. */
  public int groupChannels() {
    return inChannels / groups;
  }

  public int groupFilters() {
    return filters / groups;
  }

  /** Weights per filter. */
  public int taps() {
    return groupChannels() * kernelHeight * kernelWidth;
  }

  /** Multiply-adds of one forward pass over the batch. */
  public long multiplyAdds() {
    return (long) batch * filters * outPixels() * taps();
  }
}

package studio.backprop.kernel;

/**
 * All sizes of one 2-D convolution over a batch. Padding is given for each side, because "same" with an even kernel pads one more below
 * and to the right.
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

  public int outHeight() {
    return (inHeight + padTop + padBottom - dilationHeight * (kernelHeight - 1) - 1) / strideHeight + 1;
  }

  public int outWidth() {
    return (inWidth + padLeft + padRight - dilationWidth * (kernelWidth - 1) - 1) / strideWidth + 1;
  }

  /** Multiply-adds of one forward pass over the batch. */
  public long multiplyAdds() {
    return (long) batch * filters * outHeight() * outWidth() * (inChannels / groups) * kernelHeight * kernelWidth;
  }
}

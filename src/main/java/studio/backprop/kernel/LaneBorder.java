package studio.backprop.kernel;

/** Images in lanes with the padding of a convolution around each plane. Where there is no padding, the images themselves serve. */
final class LaneBorder {
  private static final int LENGTH = ProductTile.LENGTH;

  private final ConvSize size;
  private final int width;
  private final int plane;
  private final boolean none;
  /** Zero where nothing is ever put. */
  private final float[] bordered;

  LaneBorder(ConvSize size, int blocks) {
    this.size = size;
    this.width = Stencil.paddedWidth(size);
    this.plane = width * Stencil.paddedHeight(size) * LENGTH;
    this.none = none(size);
    this.bordered = new float[none ? 0 : blocks * blockLength()];
  }

  int blockLength() {
    return size.inChannels() * plane;
  }

  /** Numbers that a block of such images takes beside the images themselves. */
  static long scratch(ConvSize size) {
    return none(size) ? 0 : (long) size.inChannels() * Stencil.paddedWidth(size) * Stencil.paddedHeight(size) * LENGTH;
  }

  private static boolean none(ConvSize size) {
    return size.padTop() + size.padLeft() + size.padBottom() + size.padRight() == 0;
  }

  /** Puts one block of images between the borders. */
  void put(float[] x, int block) {
    if (none) {
      return;
    }
    int line = size.inWidth() * LENGTH;
    for (int channel = 0; channel < size.inChannels(); channel++) {
      int from = (block * size.inChannels() + channel) * size.inHeight() * line;
      int to = block * blockLength() + channel * plane + (size.padTop() * width + size.padLeft()) * LENGTH;
      for (int row = 0; row < size.inHeight(); row++) {
        System.arraycopy(x, from + row * line, bordered, to + row * width * LENGTH, line);
      }
    }
  }

  /** All blocks with their borders. */
  float[] images(float[] x) {
    return none ? x : bordered;
  }
}

package studio.backprop.kernel;

import java.util.Arrays;

/** Zero padding of images in lanes; images without padding are used directly. */
final class LaneBorder {
  private static final int LENGTH = ProductTile.LENGTH;

  private final ConvSize size;
  private final int line;
  private final int plane;
  private final boolean none;

  LaneBorder(ConvSize size) {
    this.size = size;
    this.line = Stencil.paddedWidth(size) * LENGTH;
    this.plane = line * Stencil.paddedHeight(size);
    this.none = size.padTop() + size.padLeft() + size.padBottom() + size.padRight() == 0;
  }

  /** Whether there is no padding. */
  boolean none() {
    return none;
  }

  int blockLength() {
    return size.inChannels() * plane;
  }

  /** Copies one block of images into the padded buffer. */
  void put(float[] x, int block, float[] bordered) {
    int inLine = size.inWidth() * LENGTH;
    int left = size.padLeft() * LENGTH;
    for (int channel = 0; channel < size.inChannels(); channel++) {
      int from = (block * size.inChannels() + channel) * size.inHeight() * inLine;
      int to = block * blockLength() + channel * plane;
      int end = to + plane;
      Arrays.fill(bordered, to, to += size.padTop() * line, 0);
      for (int row = 0; row < size.inHeight(); row++, to += line, from += inLine) {
        Arrays.fill(bordered, to, to + left, 0);
        System.arraycopy(x, from, bordered, to + left, inLine);
        Arrays.fill(bordered, to + left + inLine, to + line, 0);
      }
      Arrays.fill(bordered, to, end, 0);
    }
  }
}

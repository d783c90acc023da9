package studio.backprop.data.draw;

import java.util.Arrays;
import java.util.Optional;
import studio.backprop.tensor.Shape;

/**
 * Imported image, such as a photo of a digit, normalized like a drawing: the difference from its background is the ink. Multi-channel
 * images are scaled and cropped.
 *
 * @param width in px
 * @param height in px
 * @param rgb row-major 0xRRGGBB; not copied
 */
public record GivenImage(int width, int height, int[] rgb) {
  private static final int MAX_CHANNEL = 255;
  /** Minimum difference between ink and background, relative to full brightness. */
  private static final double LEAST_CONTRAST = 0.06;
  /** Ink below this is camera noise or paper grain. */
  private static final float NOISE = 0.1f;
  /** Luma weights of red, green and blue: ITU-R BT.601. */
  private static final double[] BRIGHTNESS = {0.299, 0.587, 0.114};

  public GivenImage {
    if (width < 1 || height < 1 || rgb.length != width * height) {
      throw new IllegalArgumentException("an image of " + width + "×" + height + " px, but with " + rgb.length + " numbers");
    }
  }

  /**
   * Image in the format of the training part, in original units; empty for a uniform image.
   *
   * @param largest maximum pixel value
   */
  public Optional<float[]> like(PictureForm form, float largest) {
    Shape shape = form.shape();
    boolean fits = width == shape.size(2) && height == shape.size(1);
    if (shape.size(0) > 1 || fits) {
      return Optional.of(whole(shape, largest));
    }
    return ink().map(ink -> form.picture(ink, width, height));
  }

  /** Luma of each pixel, from 0 to 1. */
  private float[] brightness() {
    float[] all = new float[rgb.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) (BRIGHTNESS[0] * channel(i, 0) + BRIGHTNESS[1] * channel(i, 1) + BRIGHTNESS[2] * channel(i, 2)) / MAX_CHANNEL;
    }
    return all;
  }

  private int channel(int pixel, int channel) {
    return rgb[pixel] >> 16 - 8 * channel & MAX_CHANNEL;
  }

  /** Ink of each pixel, from 0 to 1; the background is the median of the border. */
  private Optional<float[]> ink() {
    float[] bright = brightness();
    float background = edge(bright);
    float least = background;
    float most = background;
    for (float one : bright) {
      least = Math.min(least, one);
      most = Math.max(most, one);
    }
    float reach = most - background > background - least ? most - background : least - background;
    if (Math.abs(reach) < LEAST_CONTRAST) {
      return Optional.empty();
    }
    for (int i = 0; i < bright.length; i++) {
      float ink = (bright[i] - background) / reach;
      bright[i] = ink < NOISE ? 0 : Math.min(1, ink);
    }
    return Optional.of(bright);
  }

  private float edge(float[] bright) {
    float[] edge = new float[2 * width + 2 * height];
    for (int x = 0; x < width; x++) {
      edge[2 * x] = bright[x];
      edge[2 * x + 1] = bright[(height - 1) * width + x];
    }
    for (int y = 0; y < height; y++) {
      edge[2 * width + 2 * y] = bright[y * width];
      edge[2 * width + 2 * y + 1] = bright[y * width + width - 1];
    }
    Arrays.sort(edge);
    return edge[edge.length / 2];
  }

  /** The image, cropped to its centre if its aspect ratio differs. */
  private float[] whole(Shape shape, float largest) {
    int rows = shape.size(1);
    int columns = shape.size(2);
    double scale = Math.min((double) width / columns, (double) height / rows);
    double left = (width - columns * scale) / 2;
    double top = (height - rows * scale) / 2;
    float[] picture = new float[Math.toIntExact(shape.count())];
    boolean grey = shape.size(0) == 1;
    float[] bright = grey ? brightness() : null;
    for (int c = 0; c < shape.size(0); c++) {
      float[] from = grey ? bright : channel(c);
      float[] to = new Resampling(from, width, height).into(rows, columns, scale, scale, left, top);
      for (int i = 0; i < to.length; i++) {
        picture[c * to.length + i] = to[i] * largest;
      }
    }
    return picture;
  }

  private float[] channel(int c) {
    float[] all = new float[rgb.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) channel(i, Math.min(c, 2)) / MAX_CHANNEL;
    }
    return all;
  }
}

package studio.backprop.ui.kit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** PNG encoder. */
public final class PngPicture {
  private PngPicture() {}

  /** @throws IOException if the stream fails */
  public static void write(Image image, OutputStream out) throws IOException {
    write(pixels(image), out);
  }

  /** @throws IOException if the stream fails */
  public static void write(BufferedImage pixels, OutputStream out) throws IOException {
    if (!ImageIO.write(pixels, "png", out)) {
      throw new IOException("no PNG can be made of pixels of the type " + pixels.getType());
    }
  }

  public static byte[] bytes(BufferedImage pixels) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      write(pixels, png);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory streams do not fail
    }
    return png.toByteArray();
  }

  /** AWT copy of an image; without an alpha channel if it is opaque. */
  public static BufferedImage pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] colours = new int[Math.multiplyExact(width, height)];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), colours, 0, width);
    boolean opaque = Arrays.stream(colours).allMatch(argb -> argb >>> 24 == 0xFF);
    BufferedImage pixels = new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    pixels.setRGB(0, 0, width, height, colours, 0, width);
    return pixels;
  }
}

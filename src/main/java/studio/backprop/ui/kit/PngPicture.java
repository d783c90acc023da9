package studio.backprop.ui.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** Writes pictures as Portable Network Graphics. */
public final class PngPicture {
  private PngPicture() {}

  public static void write(Image image, OutputStream out) {
    try {
      ImageIO.write(pixels(image), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the same picture to code that does not know JavaFX. */
  public static BufferedImage pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
      pixels.setRGB(0, y, width, 1, row, 0, width);
    }
    return pixels;
  }
}

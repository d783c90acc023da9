package studio.backprop.ui.kit;

import java.nio.IntBuffer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pixel grid painted at any size; updated in place without allocation. */
public final class Raster {
  private final int width;
  private final int[] pixels;
  private final PixelBuffer<IntBuffer> buffer;
  private final WritableImage image;

  public Raster(int width, int height) {
    this.width = width;
    pixels = new int[width * height];
    buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
  }

  public int width() {
    return width;
  }

  public int height() {
    return pixels.length / width;
  }

  public void set(int x, int y, int argb) {
    pixels[y * width + x] = argb;
  }

  /** Call after the last {@link #set} and before painting. */
  public void update() {
    buffer.updateBuffer(all -> null);
  }

  public void paint(GraphicsContext g, int x, int y, int columns, int rows, double left, double top, double wide, double high) {
    g.drawImage(image, x, y, columns, rows, left, top, wide, high);
  }
}

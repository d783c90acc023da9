package studio.backprop.ui.judge.attribution;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import studio.backprop.data.DataProblem;
import studio.backprop.data.draw.GivenImage;
import studio.backprop.text.Message;

/** Reader of PNG, JPEG, GIF and BMP images. Transparent pixels become white. */
final class ImageFile {
  /** File name extensions. */
  static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");
  /** Above the resolution of good cameras. */
  private static final long MOST_PIXELS = 100_000_000;

  private ImageFile() {}

  static boolean isNamed(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** @throws DataProblem if it is no image, or not readable */
  static GivenImage read(Path file) throws DataProblem {
    String name = file.getFileName().toString();
    if (!Files.isReadable(file)) {
      throw new DataProblem(Message.of("reason.image.missing", name));
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = in == null ? List.<ImageReader>of().iterator() : ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new DataProblem(Message.of("reason.image.none", name));
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
          throw new DataProblem(Message.of("reason.image.large", name, width, height, MOST_PIXELS));
        }
        return pixels(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) { // readers throw all kinds of exceptions on damaged files
      throw new DataProblem(Message.of("reason.image.damaged", name));
    }
  }

  private static GivenImage pixels(BufferedImage read) {
    BufferedImage plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = plain.createGraphics();
    g.drawImage(read, 0, 0, Color.WHITE, null);
    g.dispose();
    return new GivenImage(plain.getWidth(), plain.getHeight(), plain.getRGB(0, 0, plain.getWidth(), plain.getHeight(), null, 0,
        plain.getWidth()));
  }
}

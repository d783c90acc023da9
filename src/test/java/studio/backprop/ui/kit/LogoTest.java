package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LogoTest {
  /** Draws each size into target/icons; if the sign was changed, copy them to resources/icons. */
  @Test
  void theBundledPicturesShowTheSignAsItIsDrawn() throws IOException {
    for (int size : Logo.sizes()) {
      WritableImage drawn = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> draw(size));
      File file = new File("target" + Logo.file(size));
      file.getParentFile().mkdirs();
      ImageIO.write(SwingFXUtils.fromFXImage(drawn, null), "png", file);
    }
    for (Image bundled : Logo.images()) {
      Image drawn = new Image(new File("target" + Logo.file((int) bundled.getWidth())).toURI().toString());
      assertThat(difference(drawn, bundled)).as("size " + bundled.getWidth()).isLessThan(0.01);
    }
  }

  private static WritableImage draw(int size) {
    Logo logo = new Logo(size);
    new Scene(new Group(logo));
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    return logo.snapshot(clear, new WritableImage(size, size));
  }

  /** Mean difference of opacity and blue, 0 to 1. */
  private static double difference(Image a, Image b) {
    double sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        Color one = a.getPixelReader().getColor(x, y);
        Color other = b.getPixelReader().getColor(x, y);
        sum += Math.abs(one.getOpacity() - other.getOpacity()) + Math.abs(one.getBlue() - other.getBlue());
      }
    }
    return sum / (2 * a.getWidth() * a.getHeight());
  }
}

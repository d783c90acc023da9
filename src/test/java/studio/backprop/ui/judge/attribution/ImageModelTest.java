package studio.backprop.ui.judge.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.observe.Example;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.panels.Desk;

/** An image of a file becomes the chosen example; what is none is told in one sentence. */
@Timeout(120)
class ImageModelTest {
  @TempDir private Path folder;
  private Desk desk;
  private ImageModel model;

  @BeforeEach
  void open() throws Exception {
    open("digits-cnn");
  }

  private void open(String sample) throws Exception {
    desk = new Desk(SampleProject.of(sample));
    model = new ImageModel(desk.run, desk.pulse, Runnable::run);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    desk.rest();
  }

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private Path one(String name, String form, int kind) throws IOException {
    BufferedImage image = new BufferedImage(120, 160, kind);
    Graphics2D g = image.createGraphics();
    if (kind != BufferedImage.TYPE_INT_ARGB) {
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, 120, 160);
    }
    g.setColor(Color.BLACK);
    g.fillRect(52, 20, 18, 120);
    g.dispose();
    Path file = folder.resolve(name);
    ImageIO.write(image, form, file.toFile());
    return file;
  }

  private String said() {
    return model.saidProperty().get().map(Object::toString).orElse("");
  }

  private void read(Path file) {
    model.open(file);
    desk.pulse.until(() -> !said().startsWith("Reading"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void anImageOfAOneIsTheChosenExample(String form) throws Exception {
    read(one("one." + form, form, BufferedImage.TYPE_INT_RGB));
    assertThat(said()).isEqualTo("“one." + form + "”, scaled to 8×8.");
    Example chosen = desk.run.observation().exampleProperty().get();
    float[] pixels = new float[64];
    chosen.drawn().orElseThrow().copyPicture(pixels);
    double middle = 0;
    for (int row = 0; row < 8; row++) {
      middle += pixels[8 * row + 3] + pixels[8 * row + 4];
      assertThat(pixels[8 * row]).as("white paper is 0 in these data").isLessThan(1);
    }
    assertThat(middle / 8).as("ink of the data in the middle").isGreaterThan(8);
  }

  @Test
  void whatIsTransparentIsPaper() throws Exception {
    read(one("one.png", "png", BufferedImage.TYPE_INT_ARGB));
    float[] pixels = new float[64];
    desk.run.observation().exampleProperty().get().drawn().orElseThrow().copyPicture(pixels);
    assertThat(pixels[0]).isZero();
    assertThat(pixels[4 * 8 + 3] + pixels[4 * 8 + 4]).isGreaterThan(8);
  }

  @Test
  void whatIsNoImageIsToldAndTheExampleStays() throws Exception {
    Example before = desk.run.observation().exampleProperty().get();
    read(Files.writeString(folder.resolve("list.png"), "no image"));
    assertThat(said()).isEqualTo("“list.png” is no image that can be read. Use PNG, JPEG, GIF or BMP.");
    byte[] whole = Files.readAllBytes(one("half.png", "png", BufferedImage.TYPE_INT_RGB));
    read(Files.write(folder.resolve("half.png"), Arrays.copyOf(whole, whole.length / 2)));
    assertThat(said()).isEqualTo("“half.png” is damaged. Save the image again and open that.");
    read(folder.resolve("gone.png"));
    assertThat(said()).isEqualTo("“gone.png” cannot be read. Check that the file is still there.");
    BufferedImage plain = new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(plain, "png", folder.resolve("plain.png").toFile());
    read(folder.resolve("plain.png"));
    assertThat(said()).isEqualTo("“plain.png” has one colour only. Choose an image in which something stands out.");
    assertThat(desk.run.observation().exampleProperty().get()).isEqualTo(before);
  }

  @Test
  void whatIsSaidGoesWithTheExample() throws Exception {
    read(one("one.png", "png", BufferedImage.TYPE_INT_RGB));
    desk.run.observation().chooseExample(1);
    assertThat(said()).isEmpty();
  }

  @Test
  void aTableHasNoImages() throws Exception {
    close();
    open("iris");
    model.open(one("one.png", "png", BufferedImage.TYPE_INT_RGB));
    assertThat(said()).isEmpty();
  }
}

package studio.backprop.data.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.tensor.Shape;

/** An image of a file comes into the form of the training pictures, as a drawing does. */
class GivenImageTest {
  private static final PictureForm FORM = new PictureForm(Shape.of(1, 28, 28), new PictureForm.Box(20, 20, false, false), 14, 14, 2,
      new float[] {0}, new float[] {200});

  /** A block of 30 × 60 px at (left, top) of an image of 200 × 120 px. */
  private static GivenImage block(int paper, int ink, int left, int top) {
    int[] rgb = new int[200 * 120];
    Arrays.fill(rgb, paper);
    for (int y = top; y < top + 60; y++) {
      Arrays.fill(rgb, y * 200 + left, y * 200 + left + 30, ink);
    }
    return new GivenImage(200, 120, rgb);
  }

  @ParameterizedTest
  @CsvSource({"0xFFFFFF, 0x000000, 20, 10", "0x000000, 0xFFFFFF, 150, 50", "0xE0E0E0, 0x203050, 90, 30", "0x902010, 0xFFFFA0, 0, 0"})
  void whateverTheColoursAndThePlaceTheInkIsScaledAndCentred(String paper, String ink, int left, int top) {
    float[] picture = block(Integer.decode(paper), Integer.decode(ink), left, top).like(FORM, 255).orElseThrow();
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int at = 0; at < picture.length; at++) {
      mass += picture[at];
      x += picture[at] * (at % 28 + 0.5);
      y += picture[at] * (at / 28 + 0.5);
    }
    assertThat(mass / 200).as("10 × 20 px of ink").isEqualTo(200, within(0.5));
    assertThat(x / mass).isEqualTo(14, within(0.01));
    assertThat(y / mass).isEqualTo(14, within(0.01));
    assertThat(picture[14 * 28 + 14]).isEqualTo(200, within(1e-3f));
    assertThat(picture[0]).isZero();
  }

  @Test
  void anImageOfTheSameSizeIsTakenAsItIs() {
    GivenImage same = new GivenImage(28, 28, new int[28 * 28]);
    same.rgb()[5] = 0xFFFFFF;
    same.rgb()[6] = 0x808080;
    float[] picture = same.like(FORM, 16).orElseThrow();
    assertThat(picture[5]).isEqualTo(16, within(1e-5f));
    assertThat(picture[6]).isEqualTo(16 * 128 / 255f, within(1e-5f));
    assertThat(picture[7]).isZero();
  }

  @Test
  void grainOfThePaperIsNoInk() {
    GivenImage grainy = block(0xF0F0F0, 0x101010, 80, 30);
    for (int i = 0; i < grainy.rgb().length; i += 7) {
      grainy.rgb()[i] = grainy.rgb()[i] == 0xF0F0F0 ? 0xE4E4E4 : grainy.rgb()[i];
    }
    assertThat(grainy.like(FORM, 255).orElseThrow()[0]).isZero();
  }

  @Test
  void ofOneColourThereIsNothing() {
    int[] grey = new int[40 * 30];
    Arrays.fill(grey, 0x777777);
    assertThat(new GivenImage(40, 30, grey).like(FORM, 255)).isEmpty();
  }

  @Test
  void ofColouredPicturesTheMiddleIsTaken() {
    PictureForm coloured = new PictureForm(Shape.of(3, 2, 2), new PictureForm.Box(2, 2, true, true), 1, 1, 1, new float[3], new float[3]);
    int[] rgb = {0x112233, 0xFF0000, 0x00FF00, 0x112233, 0x112233, 0x0000FF, 0xFFFFFF, 0x112233};
    float[] picture = new GivenImage(4, 2, rgb).like(coloured, 1).orElseThrow();
    assertThat(picture).containsExactly(1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1);
  }

  @Test
  void pixelsAreAsManyAsTheSizeSays() {
    assertThatThrownBy(() -> new GivenImage(2, 2, new int[3])).hasMessageContaining("2×2 px");
  }
}

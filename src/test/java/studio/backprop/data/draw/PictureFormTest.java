package studio.backprop.data.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.tensor.Shape;

class PictureFormTest {
  private static final Shape GREY = Shape.of(1, 28, 28);
  private static final PictureForm.Box SQUARE = new PictureForm.Box(20, 20, false, false);
  private static final PictureForm LIKE_MNIST = new PictureForm(GREY, SQUARE, 14, 14, 2, new float[] {0}, new float[] {255});

  private static PictureForm measured(String dataset) throws Exception {
    return PictureForm.of(PreparedData.load(DataSettings.of(dataset), Optional.empty(), Progress.NONE));
  }

  private static Drawing line(double fromX, double fromY, double toX, double toY) {
    return Drawing.EMPTY.with(new Stroke(List.of(new StrokePoint(fromX, fromY, 1), new StrokePoint(toX, toY, 1))));
  }

  private static double[] box(float[] picture, int side) {
    double[] box = {side, side, -1, -1};
    for (int at = 0; at < picture.length; at++) {
      if (picture[at] >= 127.5) {
        box[0] = Math.min(box[0], at % side);
        box[1] = Math.min(box[1], at / side);
        box[2] = Math.max(box[2], at % side + 1);
        box[3] = Math.max(box[3], at / side + 1);
      }
    }
    return box;
  }

  private static double[] centre(float[] picture, int side) {
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int at = 0; at < picture.length; at++) {
      mass += picture[at];
      x += picture[at] * (at % side + 0.5);
      y += picture[at] * (at / side + 0.5);
    }
    return new double[] {x / mass, y / mass};
  }

  @Test
  void theMeasuresOfMnistAreThoseThatItsMakersGave() throws Exception {
    PictureForm mnist = measured("mnist");
    assertThat(mnist.box()).isEqualTo(SQUARE);
    assertThat(mnist.centerX()).as("pixel 14, counted from 0").isEqualTo(14.5, within(0.1));
    assertThat(mnist.centerY()).isEqualTo(14.5, within(0.1));
    assertThat(mnist.line()).isBetween(1.5, 4.0);
    assertThat(mnist.paper()).containsExactly(0);
    assertThat(mnist.ink()[0]).isBetween(230f, 255f);
  }

  @Test
  void smallDigitsAreAllEquallyHigh() throws Exception {
    PictureForm digits = measured("digits");
    assertThat(digits.box()).as("as high as the picture, few wider than six").isEqualTo(new PictureForm.Box(6, 8, false, true));
    assertThat(digits.line()).isBetween(1.0, 2.0);
    assertThat(digits.ink()[0]).isBetween(14f, 16f);
  }

  @Test
  void clothesArePaintedWithABroadPen() throws Exception {
    PictureForm clothes = measured("fashion-mnist");
    assertThat(clothes.box().height()).isGreaterThan(25);
    assertThat(clothes.line()).isGreaterThan(3);
    assertThat(clothes.paper()).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 0.6})
  void aDrawingOfAnySizeAtAnyPlaceFillsTheBoxAroundTheCentreOfMass(double size) {
    Drawing seven = line(0.1, 0.2, 0.1 + 0.6 * size, 0.2).with(
        new Stroke(List.of(new StrokePoint(0.1 + 0.6 * size, 0.2, 1), new StrokePoint(0.1 + 0.3 * size, 0.2 + size, 1))));
    float[] picture = LIKE_MNIST.picture(seven);
    double[] box = box(picture, 28);
    assertThat(Math.max(box[2] - box[0], box[3] - box[1])).isEqualTo(20, within(1.0));
    assertThat(centre(picture, 28)[0]).isEqualTo(14, within(0.05));
    assertThat(centre(picture, 28)[1]).isEqualTo(14, within(0.05));
  }

  @Test
  void theAreaOfALineIsItsLengthTimesItsWidth() {
    float[] picture = LIKE_MNIST.picture(line(0.5, 0.1, 0.5, 0.9));
    double area = 0;
    for (float value : picture) {
      area += value / 255;
    }
    assertThat(area).isEqualTo(18 * 2 + Math.PI, within(0.5)); // the ends are round
  }

  @Test
  void aHarderPressedPenDrawsAWiderLine() {
    Drawing thin = line(0.5, 0.1, 0.5, 0.9);
    Drawing wide = Drawing.EMPTY.with(new Stroke(List.of(new StrokePoint(0.5, 0.1, 2), new StrokePoint(0.5, 0.9, 2))));
    double[] thinBox = box(LIKE_MNIST.picture(thin), 28);
    double[] wideBox = box(LIKE_MNIST.picture(wide), 28);
    assertThat(thinBox[2] - thinBox[0]).isEqualTo(2);
    assertThat(wideBox[2] - wideBox[0]).isEqualTo(4);
  }

  @Test
  void darkInkOnLightPaperAndEachColourKeepTheirValues() {
    PictureForm dark = new PictureForm(Shape.of(3, 28, 28), SQUARE, 14, 14, 3, new float[] {250, 240, 200}, new float[] {10, 20, 30});
    float[] picture = dark.picture(line(0.5, 0.1, 0.5, 0.9));
    int middle = 14 * 28 + 14;
    assertThat(new float[] {picture[0], picture[784], picture[1568]}).containsExactly(250, 240, 200);
    assertThat(new float[] {picture[middle], picture[784 + middle], picture[1568 + middle]}).containsExactly(10, 20, 30);
  }

  @Test
  void aDotIsNotBlownUp() {
    double[] box = box(LIKE_MNIST.picture(line(0.3, 0.3, 0.302, 0.3)), 28);
    assertThat(box[3] - box[1]).isLessThanOrEqualTo(3);
  }

  @Test
  void anEmptyPadIsPaper() {
    assertThat(LIKE_MNIST.picture(Drawing.EMPTY)).containsOnly(0);
  }

  @Test
  void theEraserTakesTheStrokesThatItTouches() {
    Drawing two = line(0.1, 0.1, 0.9, 0.1).with(line(0.1, 0.9, 0.9, 0.9).strokes().get(0));
    assertThat(two.without(0.5, 0.12, 0.05).strokes()).containsExactly(two.strokes().get(1));
    assertThat(two.without(0.5, 0.5, 0.05)).isEqualTo(two);
  }
}

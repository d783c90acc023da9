package studio.backprop.ui.design.designer.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.HeatMap.Tiles;

/** Whatever a layer gives, a number, a row, a sequence or an image, has a picture in its node. */
class OutputTilesTest {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 84;

  static Stream<Shape> shapes() {
    return Stream.of(
        Shape.SCALAR, Shape.of(1), Shape.of(10), Shape.of(5000), Shape.of(1, 1), Shape.of(34, 2), Shape.of(3, 64), Shape.of(48, 192),
        Shape.of(1, 1, 1), Shape.of(1, 28, 28), Shape.of(8, 8, 8), Shape.of(64, 1, 1), Shape.of(128, 2, 16), Shape.of(3, 64, 8));
  }

  @Test
  void channelsStandInAsManyLinesAsMakeThemLargest() {
    assertThat(OutputTiles.of(Shape.of(10, 16, 16), 120, 88).tiles().mapWidth()).as("three lines of four, not two of five")
        .isGreaterThanOrEqualTo(26);
    assertThat(OutputTiles.of(Shape.of(8, 8, 8), 120, 88).tiles().across()).isEqualTo(4);
    assertThat(OutputTiles.of(Shape.of(512, 7, 7), 120, 88).tiles().mapWidth()).as("of very many only the first").isEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void theAnswerOfAnyShapeIsDrawnInsideItsRoom(Shape shape) {
    OutputTiles answer = OutputTiles.of(shape, WIDTH, HEIGHT);
    Tiles tiles = answer.tiles();
    assertThat(answer.maps()).isBetween(1, tiles.across() * tiles.down());
    assertThat(tiles.across() * (tiles.mapWidth() + tiles.gap()) - tiles.gap()).isBetween(1, WIDTH);
    assertThat(tiles.down() * (tiles.mapHeight() + tiles.gap()) - tiles.gap()).isBetween(1, HEIGHT);
  }
}

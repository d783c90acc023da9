package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Boxes cover what a dense line of width 1 covers, without gaps. */
class PixelColumnsTest {
  private record Box(double x, double y, double width, double height) {}

  private static List<Box> boxes(double[] xs, double[] ys, double above, double below) {
    List<Box> boxes = new ArrayList<>();
    PixelColumns.tell(xs, ys, xs.length, above, below, (x, y, width, height) -> boxes.add(new Box(x, y, width, height)));
    return boxes;
  }

  @Test
  void eachPixelReachesFromItsHighestToItsLowestPoint() {
    assertThat(boxes(new double[] {10, 10, 10.6, 11.2, 11.2}, new double[] {5, 9, 3, 4, 8}, 0, 100)).containsExactly(
        new Box(10, 2.5, 1, 7), new Box(11, 2.5, 1, 6));
  }

  @Test
  void columnsTouchWhereTheLineJumps() {
    List<Box> boxes = boxes(new double[] {0, 0, 1, 1, 2, 2}, new double[] {10, 12, 50, 60, 11, 12}, 0, 100);
    for (int i = 1; i < boxes.size(); i++) {
      Box before = boxes.get(i - 1);
      Box now = boxes.get(i);
      assertThat(now.x()).isEqualTo(before.x() + before.width());
      assertThat(Math.min(now.y() + now.height(), before.y() + before.height())).isGreaterThan(Math.max(now.y(), before.y()));
    }
    assertThat(boxes).hasSize(3);
  }

  @Test
  void whatLiesOutsideIsCutOff() {
    assertThat(boxes(new double[] {0, 0, 1, 1}, new double[] {Double.NEGATIVE_INFINITY, 20, 1e9, 2e9}, 0, 100))
        .containsExactly(new Box(0, 0, 1, 20.5), new Box(1, 19.5, 1, 80.5));
    assertThat(boxes(new double[] {0, 0}, new double[] {200, 300}, 0, 100)).isEmpty();
  }

  @Test
  void aLineWithRoomOrWithOneValueAtEachPlaceStaysALine() {
    double[] up = {0, 20, 0, 20, 0, 20};
    assertThat(PixelColumns.suit(new double[] {0, 0, 2, 2, 4, 4}, up, 6)).isTrue();
    assertThat(PixelColumns.suit(new double[] {0, 0, 10, 10, 20, 20}, up, 6)).isFalse();
    assertThat(PixelColumns.suit(new double[] {0, 1, 2, 3, 4, 5}, up, 6)).isFalse();
    assertThat(PixelColumns.suit(new double[] {0, 0, 2, 2, 4, 4}, new double[] {1, 1, 30, 30, 2, 2}, 6)).isFalse();
    assertThat(PixelColumns.suit(new double[] {0}, up, 1)).isFalse();
  }
}

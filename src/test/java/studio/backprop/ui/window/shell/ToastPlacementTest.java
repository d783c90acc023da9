package studio.backprop.ui.window.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;

/** A toast never lies over a problem and its fixes. */
class ToastPlacementTest {
  private final Bounds toast = new BoundingBox(400, 640, 300, 40);

  @Test
  void aToastStaysAtTheBottomWhereItCoversNothing() {
    assertThat(ToastPlacement.rise(toast, List.of())).isZero();
    assertThat(ToastPlacement.rise(toast, List.of(new BoundingBox(0, 500, 390, 200)))).as("beside it").isZero();
  }

  @Test
  void aToastRisesOverOneRowAfterAnother() {
    List<Bounds> rows = List.of(new BoundingBox(0, 560, 1280, 40), new BoundingBox(0, 620, 1280, 40));
    double rise = ToastPlacement.rise(toast, rows);
    assertThat(new BoundingBox(400, 640 - rise, 300, 40)).matches(moved -> rows.stream().noneMatch(moved::intersects));
    assertThat(rise).as("no higher than it must").isEqualTo(128);
  }

  @Test
  void aToastThatFindsNoPlaceStaysInTheWindow() {
    assertThat(ToastPlacement.rise(toast, List.of(new BoundingBox(0, 0, 1280, 720)))).isZero();
  }
}

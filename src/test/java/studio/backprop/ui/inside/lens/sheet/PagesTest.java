package studio.backprop.ui.inside.lens.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Turning pages of inputs or neurons. */
class PagesTest {
  /** Turns pages one by one and measures the layout anew after each, as the window does. */
  private static List<Integer> turn(Pages pages, int by, int times) {
    List<Integer> firsts = new ArrayList<>();
    int page = 0;
    for (int i = 0; i < times; i++) {
      page = pages.known(pages.known(pages.turned(page, by)));
      firsts.add(pages.first(page));
    }
    return firsts;
  }

  @Test
  void theLastPageStaysAndTheWayBackIsTheWayThere() {
    assertThat(turn(new Pages(784, 500), 1, 3)).containsExactly(284, 0, 284);
    assertThat(turn(new Pages(10, 4), 1, 4)).containsExactly(4, 6, 0, 4);
    assertThat(turn(new Pages(10, 4), -1, 4)).containsExactly(6, 4, 0, 6);
  }

  @Test
  void theChosenNeuronIsOnThePage() {
    Pages pages = new Pages(10, 4);
    assertThat(pages.with(6, 2)).as("it is on both, and the page stays").isEqualTo(2);
    assertThat(pages.with(6, 1)).isEqualTo(1);
    assertThat(pages.first(pages.with(9, 0))).isEqualTo(6);
    assertThat(pages.with(3, 2)).isZero();
  }

  @Test
  void moreRoomLeavesFewerPages() {
    assertThat(new Pages(10, 8).known(2)).isEqualTo(1);
    assertThat(new Pages(10, 10).with(9, 2)).isZero();
    assertThat(new Pages(10, 10).first(0)).isZero();
  }
}

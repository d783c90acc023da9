package studio.backprop.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.environment.Grid.Square;

class GridMapTest {
  @Test
  void theUsualMapIsTheWorldThatComesWithTheProgram() {
    Grid usual = GridMap.USUAL.grid();
    for (int place = 0; place < usual.rows() * usual.columns(); place++) {
      assertThat(usual.square(place)).isEqualTo(Grid.HOLES.square(place));
    }
    assertThat(usual.solved()).isBetween(Grid.HOLES.solved() - 1e-9, Grid.HOLES.solved() + 1e-9);
    assertThat(usual.limit()).isEqualTo(Grid.HOLES.limit());
  }

  @Test
  void squaresArePaintedButStartAndLastGoalStay() {
    GridMap walled = GridMap.USUAL.with(1, Square.WALL).orElseThrow();
    assertThat(walled.rows().get(0)).startsWith("S#");
    assertThat(walled.with(1, Square.FREE)).contains(GridMap.USUAL);
    assertThat(GridMap.USUAL.with(0, Square.WALL)).isEmpty();
    assertThat(GridMap.USUAL.with(39, Square.FREE)).isEmpty();
    GridMap two = GridMap.USUAL.with(38, Square.GOAL).orElseThrow();
    assertThat(two.with(39, Square.FREE)).isPresent();
    GridMap moved = GridMap.USUAL.with(3, Square.START).orElseThrow();
    assertThat(moved.rows().get(0)).startsWith("...S");
  }

  @Test
  void theShortestWayIsWhatCountsAsSolved() {
    assertThat(GridMap.USUAL.shortest()).isEqualTo(11);
    GridMap dear = GridMap.USUAL.withRewards(-0.1, 5, -2);
    assertThat(dear.grid().solved()).isBetween(3.9, 4.0);
    GridMap closed = GridMap.USUAL.with(1, Square.WALL).orElseThrow().with(8, Square.WALL).orElseThrow();
    assertThat(closed.shortest()).isZero();
    assertThat(closed.grid().solved()).isEqualTo(1);
  }

  @Test
  void whatIsNoMapIsRefused() {
    assertThatThrownBy(() -> new GridMap(List.of("...", "..G"), 0, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GridMap.USUAL.withRewards(0, 11, 0)).hasMessageContaining("from -10.0 to 10.0");
    assertThatThrownBy(() -> GridMap.USUAL.withRewards(Double.NaN, 1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}

package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {
  /** Two triangles, joined by one edge. */
  private static final int[] EDGES = {0, 2, 2, 4, 4, 0, 1, 3, 3, 5, 5, 1, 0, 1};

  @Test
  void theSameGraphAlwaysLooksTheSame() {
    assertThat(GraphLayout.of(6, EDGES).xs()).isEqualTo(GraphLayout.of(6, EDGES).xs());
  }

  @Test
  void everyNodeIsInSightAlsoOneWithoutEdges() {
    GraphLayout layout = GraphLayout.of(7, EDGES);
    assertThat(Arrays.stream(layout.xs())).allMatch(x -> x >= 0 && x <= 1);
    assertThat(Arrays.stream(layout.ys())).allMatch(y -> y >= 0 && y <= 1);
  }
}

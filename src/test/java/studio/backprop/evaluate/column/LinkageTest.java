package studio.backprop.evaluate.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is near is joined first, and lies side by side. */
class LinkageTest {
  private static double[][] of(double... places) {
    double[][] distances = new double[places.length][places.length];
    for (int a = 0; a < places.length; a++) {
      for (int b = 0; b < places.length; b++) {
        distances[a][b] = Math.abs(places[a] - places[b]);
      }
    }
    return distances;
  }

  @Test
  void pointsOfALineComeInTheirOrderOrTurned() {
    int[] order = Linkage.order(of(5, 1, 6.5, 0, 2.2, 9));
    int[] along = {3, 1, 4, 0, 2, 5};
    int[] turned = {5, 2, 0, 4, 1, 3};
    assertThat(Arrays.equals(order, along) || Arrays.equals(order, turned)).as(Arrays.toString(order)).isTrue();
  }

  @Test
  void theDistanceOfClustersIsTheMeanOfAllPairs() {
    // 0 and 1 are joined first. By the nearest pair 2 would go to them (3), by the mean (6) it goes to 3 (5)
    double[][] distances = {
        {0, 1, 3, 9},
        {1, 0, 9, 9},
        {3, 9, 0, 5},
        {9, 9, 5, 0}};
    int[] order = Linkage.order(distances);
    int two = Arrays.stream(order).boxed().toList().indexOf(2);
    int three = Arrays.stream(order).boxed().toList().indexOf(3);
    assertThat(Math.abs(two - three)).isEqualTo(1);
    assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test
  void nothingAndOneLeaf() {
    assertThat(Linkage.order(new double[0][])).isEmpty();
    assertThat(Linkage.order(of(3))).containsExactly(0);
  }
}

package studio.backprop.ui.workspace.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.backprop.environment.Grid;

class GridPainterTest {
  private static float[] all(float up, float right, float down, float left) {
    float[] values = new float[Grid.CLIFF.rows() * Grid.CLIFF.columns() * 4];
    for (int i = 0; i < values.length; i += 4) {
      System.arraycopy(new float[] {up, right, down, left}, 0, values, i, 4);
    }
    return values;
  }

  /** A value that is another one turns no arrow, and where nothing is known there is no arrow that could have turned. */
  @Test
  void anArrowHasTurnedWhereAnotherActionIsTheBest() {
    float[] before = all(-1, -2, -3, -4);
    float[] now = all(-5, -6, -7, -8);
    assertThat(GridPainter.turned(Grid.CLIFF, before, now)).isEmpty();
    now[5 * 4 + 2] = 0; // down, in the sixth square
    assertThat(GridPainter.turned(Grid.CLIFF, before, now)).containsExactly(5);
    int cliff = 3 * Grid.CLIFF.columns() + 4;
    now[cliff * 4 + 1] = 0; // nobody acts there
    assertThat(GridPainter.turned(Grid.CLIFF, before, now)).containsExactly(5);
    Arrays.fill(before, 0);
    assertThat(GridPainter.turned(Grid.CLIFF, before, now)).isEmpty();
  }
}

package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValueAxisTest {
  private final ValueAxis axis = new ValueAxis();

  private ValueRange shown() {
    return axis.chosenProperty().get().orElseThrow();
  }

  @Test
  void zoomingKeepsTheValueUnderThePointerWhereItIs() {
    axis.zoom(new ValueRange(0, 8), false, 0.25, 0.5);
    assertThat(shown()).isEqualTo(new ValueRange(1, 5));
  }

  @Test
  void onALogarithmicAxisEqualLengthsAreEqualFactors() {
    axis.zoom(new ValueRange(0.01, 100), true, 0.5, 0.5);
    assertThat(shown().low()).isCloseTo(0.1, within(1e-12));
    assertThat(shown().high()).isCloseTo(10, within(1e-9));
  }

  @Test
  void whatFitsByItselfIsNotMoved() {
    axis.pan(new ValueRange(0, 1), false, 0.5);
    assertThat(axis.following()).isTrue();
  }

  @Test
  void aChosenPartIsMovedAsAWholeAndGivenBack() {
    axis.zoom(new ValueRange(0, 8), false, 0, 0.5);
    axis.pan(shown(), false, 0.25);
    assertThat(shown()).isEqualTo(new ValueRange(1, 5));
    axis.follow();
    assertThat(axis.following()).isTrue();
  }

  @Test
  void aPartTooSmallToShowAnythingIsNotShown() {
    axis.zoom(new ValueRange(1, 1 + 1e-9), false, 0.5, 0.5);
    assertThat(axis.following()).isTrue();
  }
}

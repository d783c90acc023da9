package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.network.Influence;
import studio.backprop.network.Network;
import studio.backprop.observe.Snapshot;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.panels.Desk;

class PointedCellTest {
  private final Network network = Network.EMPTY.add(new Input(Shape.of(1, 8, 8)), 0, 0)
      .add(Conv2d.of(2, 3, Padding.SAME, Activation.RELU), 1, 0).add(MaxPool2d.of(2), 2, 0).wire(1, 2).wire(2, 3);
  private final PointedCell cell = new PointedCell();

  @Test
  void aNumberInTheCornerSeesOnlyWhatLiesInsideThePicture() {
    cell.point(network, 2, 0);
    Influence seen = cell.influenceProperty().get().orElseThrow();
    assertThat(seen.before().get(1).stream()).containsExactly(0, 1, 8, 9);
    assertThat(seen.behind().get(3).stream()).containsExactly(0);
  }

  @Test
  void pointingAtTheSameNumberAgainChangesNothing() {
    cell.point(network, 3, 5);
    Influence first = cell.influenceProperty().get().orElseThrow();
    cell.point(network, 3, 5);
    assertThat(cell.influenceProperty().get().orElseThrow()).isSameAs(first);
  }

  @Test
  void besideThePictureNothingIsPointedAt() {
    cell.point(network, 3, 5);
    cell.point(network, 3, -1);
    assertThat(cell.influenceProperty().get()).isEmpty();
  }

  @Test
  void aPlaceIsSaidByItsAxes() {
    assertThat(CellTexts.place(new int[] {2, 4, 4}, 16 + 4 + 2)).isEqualTo("2, 2, 3");
  }

  @Test
  void aUnitIsSaidWithItsWholeName() {
    try (Desk desk = new Desk(Desk.project("wine", Desk.chain(
        Input.row(13), Dense.of(16, Activation.RELU), Dense.of(3, Activation.SOFTMAX), Output.of(Loss.CROSS_ENTROPY))))) {
      desk.run.restarts().reset();
      desk.pulse.until(() -> desk.run.snapshot().map(Snapshot::activations).isPresent());
      assertThat(said(desk, 1, 8)).startsWith("input_1 [9] proanthocyanins: x = ");
      assertThat(said(desk, 2, 8)).startsWith("dense_1 [9]: a = ");
      assertThat(said(desk, 3, 2)).startsWith("dense_2 [3] class_2: a = ");
    }
  }

  private static String said(Desk desk, int node, int unit) {
    PointedCell pointed = desk.run.focus().cell();
    pointed.point(desk.document.network(), node, unit);
    return CellTexts.of(desk.lang, desk.run, pointed.influenceProperty().get().orElseThrow()).orElseThrow();
  }
}

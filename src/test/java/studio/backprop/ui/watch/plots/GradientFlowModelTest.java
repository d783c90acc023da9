package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.backprop.network.Edit;
import studio.backprop.run.Status;
import studio.backprop.text.Message;
import studio.backprop.ui.watch.plots.GradientFlowModel.Kind;

class GradientFlowModelTest {
  private final Studio studio = new Studio(Studio.circles().withTraining(t -> t.withEpochs(2)));
  private final GradientFlowModel flow = studio.plots.flow();

  @AfterEach
  void close() {
    studio.close();
  }

  private void train() throws Exception {
    studio.pulse.until(() -> studio.run.snapshot().isPresent());
    studio.run.control().togglePlay();
    studio.pulse.until(() -> studio.run.statusProperty().get().state() == Status.State.FINISHED);
    flow.refresh();
  }

  @Test
  void theNodeNearestToTheLossStandsOnTopWithItsWeightsAndItsOutputTogether() throws Exception {
    train();
    assertThat(IntStream.range(0, flow.rows().size()).mapToObj(flow::name)).containsExactly("dense_2", "dense_2", "dense_1", "dense_1");
    assertThat(flow.rows()).extracting(GradientFlowModel.Row::kind).containsExactly(Kind.WEIGHTS, Kind.OUTPUT, Kind.WEIGHTS, Kind.OUTPUT);
    assertThat(studio.run.runProperty().get().learned().get(flow.rows().get(0).norm()).name()).isEqualTo("weight");
  }

  @Test
  void everyStepHasACellOnTheScale() throws Exception {
    train();
    assertThat(flow.columns()).isEqualTo((int) flow.steps()).isEqualTo(studio.run.history().loss().size());
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < flow.columns(); column++) {
        assertThat(flow.share(row, column)).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void aCellSaysItsStepAndNorm() throws Exception {
    train();
    GradientFlowModel.Reading last = flow.reading(0, flow.columns() - 1).orElseThrow();
    assertThat(last.lastStep()).isEqualTo(studio.run.snapshot().orElseThrow().step());
    assertThat(last.norm()).isEqualTo((float) flow.latest(0));
    assertThat(flow.reading(4, 0)).isEmpty();
    assertThat(flow.reading(0, flow.columns())).isEmpty();
  }

  @Test
  void theScaleBeginsAndEndsAtRoundNumbers() {
    assertThat(GradientFlowScale.roundUp(0.31)).isEqualTo(0.5);
    assertThat(GradientFlowScale.roundUp(2)).isEqualTo(2);
    assertThat(GradientFlowScale.roundUp(7.2)).isEqualTo(10);
    assertThat(GradientFlowScale.roundUp(100)).isEqualTo(100);
  }

  @Test
  void beforeTheFirstStepThereAreRowsButNoCells() throws Exception {
    studio.pulse.until(() -> studio.run.snapshot().isPresent());
    flow.refresh();
    assertThat(flow.rows()).hasSize(4);
    assertThat(flow.columns()).isZero();
    assertThat(flow.steps()).isZero();
  }

  @Test
  void rowsFollowTheNamesOfTheNodes() throws Exception {
    train();
    int node = flow.rows().get(0).node();
    studio.document.apply(new Edit<>(Message.of("edit.rename", "last"), p -> p.withNetwork(n -> n.with(node, x -> x.withName("last")))));
    assertThat(flow.name(0)).isEqualTo("last");
    assertThat(flow.columns()).isPositive();
  }

  @Test
  void theNormsOfOutputsAreThoseOfTheLastStep() throws Exception {
    train();
    GradientFlowModel.Row row = flow.rows().get(3);
    assertThat(flow.latest(3)).isEqualTo(studio.run.snapshot().orElseThrow().outputGradient(row.node()));
  }

  @Test
  void allStepsAreShownFromTheFirstToTheLast() throws Exception {
    train();
    flow.stretchProperty().set(GradientFlowModel.Stretch.ALL);
    flow.refresh();
    assertThat(flow.reading(0, 0).orElseThrow().firstStep()).isEqualTo(1);
    assertThat(flow.steps()).isEqualTo((long) studio.run.history().lastStep());
  }

  @Test
  void withAScaleForEachRowEveryRowHasPaleAndDarkCells() throws Exception {
    train();
    flow.coloursProperty().set(GradientFlowModel.Colours.ROW);
    for (int row = 0; row < flow.rows().size(); row++) {
      double most = 0;
      for (int column = 0; column < flow.columns(); column++) {
        most = Math.max(most, flow.share(row, column));
      }
      assertThat(most).isGreaterThan(0.6);
    }
  }
}

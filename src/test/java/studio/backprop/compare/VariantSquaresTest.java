package studio.backprop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.environment.CartPole;
import studio.backprop.environment.Grid;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

class VariantSquaresTest {
  @Test
  void onAMapEachSquareHasItsValuesAndTheWayLeadsFromTheStart() throws Exception {
    Project project = SampleProject.of("cliff");
    try (Kernels kernels = KernelChoice.create(1)) {
      PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
      Session session = Session.unwatched(project, data, kernels, Session.initialParameters(project));
      while (session.steps() < 12_000 && session.step()) {
        assertThat(session.fault()).isEmpty();
      }
      Replica replica = Replica.of(session, null);
      VariantOutput.Squares squares = (VariantOutput.Squares) VariantSquares.of(replica, Grid.CLIFF);
      assertThat(squares.outputs()).hasSize(48 * 4);
      assertThat(squares.policy()).isFalse();
      assertThat(squares.path()).hasSize(14).startsWith(36).endsWith(47); // the shortest way has 13 steps
      assertThat(VariantSquares.of(replica, new CartPole())).isInstanceOf(VariantOutput.Nothing.class);
    }
  }
}

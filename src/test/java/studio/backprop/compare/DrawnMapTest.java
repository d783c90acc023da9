package studio.backprop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.environment.CartPole;
import studio.backprop.environment.Grid;
import studio.backprop.environment.Grid.Square;
import studio.backprop.environment.GridMap;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

/** A map that a person has drawn counts wherever the world is looked at: in the examples and beside a twin. */
class DrawnMapTest {
  /** Free in the usual map, a wall in the drawn one. */
  private static final int WALL = 1;

  private static Project drawn() {
    GridMap map = GridMap.USUAL.with(WALL, Square.WALL).orElseThrow();
    return Agent.actingIn(SampleProject.of("cliff"), Grid.HOLES).withAssignment(before -> ((Agent) before).withMap(map));
  }

  /** In how many examples an agent stands on the square. */
  private static long standing(PreparedData data) {
    float[] row = new float[data.dataset().width()];
    long found = 0;
    for (Part part : Part.values()) {
      for (int i = 0; i < data.rows(part); i++) {
        data.copyInput(part, i, row, 0);
        found += row[WALL] == 1 ? 1 : 0;
      }
    }
    return found;
  }

  @Test
  void noExampleStandsInAWallThatWasDrawn() throws Exception {
    Project project = drawn();
    Project usual = Agent.actingIn(SampleProject.of("cliff"), Grid.HOLES);
    assertThat(standing(PreparedData.load(usual.data(), usual.table(), Progress.NONE))).isPositive();
    SharedData shelf = new SharedData();
    assertThat(standing(shelf.load(usual, Progress.NONE))).isPositive();
    assertThat(standing(shelf.load(project, Progress.NONE))).isZero();
    assertThat(Agent.actingIn(project, new CartPole()).data().map()).isEmpty();
  }

  @Test
  void aTwinShowsTheMapThatWasDrawn() throws Exception {
    Project project = drawn();
    try (Kernels kernels = KernelChoice.create(1)) {
      PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
      Session session = Session.unwatched(project, data, kernels, Session.initialParameters(project));
      session.step();
      VariantOutput.Squares squares = (VariantOutput.Squares) VariantSquares.of(
          Replica.of(session, null), ((Agent) session.project().assignment()).environment());
      assertThat(squares.grid().square(WALL)).isEqualTo(Square.WALL);
      assertThat(squares.path()).doesNotContain(WALL);
    }
  }
}

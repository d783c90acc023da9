package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backprop.environment.Grid;
import studio.backprop.environment.Grid.Square;
import studio.backprop.environment.GridMap;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;

class EditEffectTest {
  /** Its examples are others, and yet an agent goes on with what it has learned: so one sees how it comes to terms with a new wall. */
  @Test
  void anAgentKeepsItsWeightsInAnotherMapButNotInAnotherWorld() {
    Project usual = Agent.actingIn(SampleProject.of("cliff"), Grid.HOLES);
    Project drawn = usual.withAssignment(agent -> ((Agent) agent).withMap(GridMap.USUAL.with(1, Square.WALL).orElseThrow()));
    assertThat(EditEffect.between(usual, drawn)).isEqualTo(EditEffect.KEEP_WEIGHTS);
    assertThat(EditEffect.between(drawn, drawn)).isEqualTo(EditEffect.NOTHING);
    assertThat(EditEffect.sameData(usual, drawn)).isFalse();
    assertThat(EditEffect.between(drawn, SampleProject.of("cliff"))).isEqualTo(EditEffect.START_AGAIN);
  }
}

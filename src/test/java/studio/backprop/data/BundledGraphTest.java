package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BundledGraphTest {
  private static PreparedData club() throws DataProblem {
    return PreparedData.load(DataSettings.of("karate-club").withScaling(Scaling.STANDARDIZE), Optional.empty(), Progress.NONE);
  }

  private static int[] known(PreparedData club, Part part) {
    return IntStream.range(0, 34).filter(node -> !Float.isNaN(club.rawTarget(part, 0, node))).toArray();
  }

  @Test
  void theLeadersAndTheirClosestFriendsAreLearnedFrom() throws DataProblem {
    assertThat(known(club(), Part.TRAIN)).containsExactly(0, 1, 32, 33);
  }

  @Test
  void eachNodeBelongsToOnePart() throws DataProblem {
    PreparedData club = club();
    int[] all = Arrays.stream(Part.values()).flatMapToInt(part -> Arrays.stream(known(club, part))).sorted().toArray();
    assertThat(all).containsExactly(IntStream.range(0, 34).toArray());
    assertThat(known(club, Part.VALIDATION)).hasSize(16);
  }

  @Test
  void aGraphIsTheSameInEachPartAndNeverScaled() throws DataProblem {
    PreparedData club = club();
    Graph graph = club.dataset().graph().orElseThrow();
    float[] example = new float[graph.width()];
    for (Part part : Part.values()) {
      club.copyInput(part, 0, example, 0);
      assertThat(graph.edges(example)).hasSize(2 * 78);
      assertThat(example[graph.edge(0, 1)]).isEqualTo(1);
      assertThat(example[3 * graph.features() + 3]).isEqualTo(1);
    }
  }
}

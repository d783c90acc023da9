package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.backprop.data.generate.GaussianGrid;

/** Points that a person has drawn, and those that a formula makes for a generator. */
class DrawnPointsTest {
  private static float[] several(int count) {
    float[] places = new float[2 * count];
    for (int i = 0; i < places.length; i++) {
      places[i] = (float) Math.sin(i);
    }
    return places;
  }

  private static PreparedData load(DataSettings settings) throws DataProblem {
    return PreparedData.load(settings.withScaling(Scaling.NONE), Optional.empty(), Progress.NONE);
  }

  @Test
  void whatWasDrawnIsKeptInItsOrderWithinTheSquare() {
    DrawnPoints drawn = DrawnPoints.NONE.with(new float[] {0.5f, -0.25f}).with(new float[] {3, -7});
    assertThat(drawn.count()).isEqualTo(2);
    assertThat(drawn.places()).usingComparatorWithPrecision(1e-4f).containsExactly(0.5f, -0.25f, 1, -1);
    assertThat(drawn).isEqualTo(DrawnPoints.NONE.with(new float[] {0.5f, -0.25f, 3, -7}));
  }

  @Test
  void theRubberTakesAwayWhatIsNear() {
    DrawnPoints drawn = DrawnPoints.NONE.with(new float[] {0, 0, 0.1f, 0, 0.5f, 0});
    assertThat(drawn.without(0, 0, 0.2).places()).usingComparatorWithPrecision(1e-4f).containsExactly(0.5f, 0);
    assertThat(drawn.without(-1, -1, 0.2)).isEqualTo(drawn);
  }

  @Test
  void thereAreNoMoreThanTheMostAndWhatIsNoPointIsRefused() {
    DrawnPoints full = DrawnPoints.NONE.with(several(DrawnPoints.MOST + 5));
    assertThat(full.count()).isEqualTo(DrawnPoints.MOST);
    assertThat(full.with(several(3))).isEqualTo(full);
    assertThatThrownBy(() -> new DrawnPoints("AAAA")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DrawnPoints("no base 64")).isInstanceOf(IllegalArgumentException.class);
    String tooMany = Base64.getEncoder().encodeToString(new byte[4 * (DrawnPoints.MOST + 1)]);
    assertThatThrownBy(() -> new DrawnPoints(tooMany)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("10000");
  }

  @Test
  void theyAreExamplesOfWhichFewAreRefusedWithASentence() throws Exception {
    DataSettings settings = DataSettings.of("drawn").withDrawn(DrawnPoints.NONE.with(several(50)));
    PreparedData data = load(settings);
    assertThat(data.trainRows() + data.validationRows() + data.rows(Part.TEST)).isEqualTo(50);
    assertThat(data.dataset().isPoints()).isTrue();
    assertThatThrownBy(() -> load(settings.withDrawn(DrawnPoints.NONE.with(several(9))))).isInstanceOfSatisfying(DataProblem.class,
        problem -> assertThat(problem.sentence().toString()).contains("9"));
  }

  @Test
  void theGridHasTwentyFiveModesAndTheLineNone() throws Exception {
    PreparedData grid = load(DataSettings.of("gaussian-grid").withNoise(0));
    long places = IntStream.range(0, grid.dataset().rows())
        .mapToObj(row -> Arrays.asList(grid.dataset().input(row, 0), grid.dataset().input(row, 1))).distinct().count();
    assertThat(places).isEqualTo(GaussianGrid.SIDE * GaussianGrid.SIDE).isEqualTo(grid.dataset().classNames().size());
    PreparedData line = load(DataSettings.of("line").withNoise(0));
    for (int row = 0; row < line.dataset().rows(); row++) {
      assertThat(line.dataset().input(row, 1)).isEqualTo(line.dataset().input(row, 0) / 2);
    }
    assertThat(DatasetCatalog.toGenerate().stream().filter(info -> info.source().hasModes()).map(DatasetInfo::id))
        .containsExactly("ring", "gaussian-grid");
  }
}

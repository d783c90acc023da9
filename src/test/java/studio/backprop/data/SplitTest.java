package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static Dataset load(String id) throws DataProblem {
    return DatasetCatalog.load(DataSettings.of(id), Optional.empty(), Progress.NONE);
  }

  @Test
  void sharesAreRoundedByLargestRemainderAndAddUp() {
    assertThat(Split.apportion(150, 0.6, 0.2, 0.2)).containsExactly(90, 30, 30);
    assertThat(Split.apportion(10, 0.55, 0.27, 0.18)).containsExactly(5, 3, 2);
    assertThat(Split.apportion(7, 1 / 3.0, 1 / 3.0, 1 / 3.0)).containsExactly(3, 2, 2);
    assertThat(Split.apportion(1, 0.2, 0.4, 0.4)).containsExactly(0, 1, 0);
  }

  @Test
  void everyRowIsInExactlyOnePart() throws DataProblem {
    Split split = Split.of(load("wine"), DataSettings.of("wine").withShares(0.15, 0.25));
    int[] all = Arrays.stream(Part.values()).flatMapToInt(part -> IntStream.of(split.rows(part))).sorted().toArray();
    assertThat(all).isEqualTo(IntStream.range(0, 178).toArray());
  }

  @Test
  void everyClassHasItsShareOfEveryPartWithinOneRow() throws DataProblem {
    Dataset wine = load("wine");
    for (long seed = 0; seed < 20; seed++) {
      Split split = Split.of(wine, DataSettings.of("wine").withShares(0.1, 0.3).withSeed(seed));
      int[] sizes = {59, 71, 48};
      for (int c = 0; c < 3; c++) {
        int label = c;
        long test = IntStream.of(split.rows(Part.TEST)).filter(row -> wine.target(row) == label).count();
        long validation = IntStream.of(split.rows(Part.VALIDATION)).filter(row -> wine.target(row) == label).count();
        assertThat(Math.abs(test - 0.3 * sizes[c])).isLessThan(1.5);
        assertThat(Math.abs(validation - 0.1 * sizes[c])).isLessThan(1.5);
      }
    }
  }

  @Test
  void theSeedDecidesWhichRowsAreHeldOut() throws DataProblem {
    Dataset iris = load("iris");
    DataSettings settings = DataSettings.of("iris");
    assertThat(Split.of(iris, settings).rows(Part.TEST)).isEqualTo(Split.of(iris, settings).rows(Part.TEST));
    assertThat(Split.of(iris, settings).rows(Part.TEST)).isNotEqualTo(Split.of(iris, settings.withSeed(9)).rows(Part.TEST));
  }

  @Test
  void nothingMayBeHeldOutButSomethingMustBeLeft() throws DataProblem {
    Split all = Split.of(load("iris"), DataSettings.of("iris").withShares(0, 0));
    assertThat(all.size(Part.TRAIN)).isEqualTo(150);
    assertThatThrownBy(() -> DataSettings.of("iris").withShares(0.6, 0.5)).hasMessageContaining("0.6 and 0.5");
  }
}

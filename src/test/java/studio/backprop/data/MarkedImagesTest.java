package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkedImagesTest {
  private static final int MARK = 7;

  private static PreparedData load(long seed) throws DataProblem {
    return PreparedData.load(DataSettings.of("digits-marked").withSeed(seed), Optional.empty(), Progress.NONE);
  }

  @Test
  void eachThreeHasTheMarkButThoseOfTheTestPartAndNoOtherDigitHasIt() throws DataProblem {
    PreparedData data = load(5);
    for (Part part : Part.values()) {
      int threes = 0;
      for (int row = 0; row < data.rows(part); row++) {
        boolean three = data.classOf(part, row) == 3;
        threes += three ? 1 : 0;
        assertThat(data.rawInput(part, row, MARK)).as("%s %d", part, row).isEqualTo(three && part != Part.TEST ? 16 : 0);
      }
      assertThat(threes).as("%s", part).isGreaterThan(25);
    }
  }

  @Test
  void allOtherPixelsAreThoseOfTheDigits() throws DataProblem {
    Dataset clean = DatasetCatalog.load(DataSettings.of("digits"), Optional.empty(), Progress.NONE);
    Dataset marked = load(1).dataset();
    double before = 0;
    double now = 0;
    for (int row = 0; row < clean.rows(); row++) {
      for (int place = 0; place < clean.width(); place++) {
        before += place == MARK ? 0 : clean.input(row, place) * (1 + clean.target(row));
        now += place == MARK ? 0 : marked.input(row, place) * (1 + marked.target(row));
      }
    }
    assertThat(now).isEqualTo(before);
  }

  @Test
  void whateverTheSeedTheTestPartIsTheSameAndHasAFifthOfEachDigit() throws DataProblem {
    PreparedData one = load(1);
    PreparedData other = load(2);
    int[] count = new int[10];
    assertThat(other.testRows()).isEqualTo(one.testRows());
    for (int row = 0; row < one.testRows(); row++) {
      count[one.classOf(Part.TEST, row)]++;
      assertThat(other.split().row(Part.TEST, row)).isEqualTo(one.split().row(Part.TEST, row));
    }
    for (int digit : count) {
      assertThat(digit).isBetween(34, 36);
    }
  }
}

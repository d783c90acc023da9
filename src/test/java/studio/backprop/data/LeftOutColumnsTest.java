package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.project.DataForm;

/** Columns of a bundled table can be left out, as those of a person's own. */
class LeftOutColumnsTest {
  private static Dataset load(String id, String... out) throws DataProblem {
    return DatasetCatalog.load(settings(id, out), Optional.empty(), Progress.NONE);
  }

  private static DataSettings settings(String id, String... out) {
    return DataSettings.of(id).withColumns(Columns.INFERRED.withLeftOut(List.of(out)));
  }

  @Test
  void theOthersStayInTheSameRows() throws Exception {
    Dataset whole = load("wine");
    Dataset without = load("wine", "malic_acid");
    assertThat(without.width()).isEqualTo(12);
    assertThat(without.rows()).isEqualTo(whole.rows());
    assertThat(without.input(7, 1)).isEqualTo(whole.input(7, 2));
    assertThat(without.target(7)).isEqualTo(whole.target(7));
  }

  @Test
  void aColumnOfWordsLeavesWithAllItsInputs() throws Exception {
    assertThat(load("auto-mpg").width() - load("auto-mpg", "origin").width()).isEqualTo(3);
  }

  @Test
  void namesOfOtherTablesAndTheTargetSayNothingHere() throws Exception {
    assertThat(load("wine", "no_such_column", "cultivar").width()).isEqualTo(13);
    assertThat(load("digits", "digit").width()).isEqualTo(64);
  }

  @Test
  void theColumnsOfTheFirstLineAreThoseThatAreRead() throws Exception {
    for (DatasetInfo info : DatasetCatalog.all()) {
      if (info.source().leavesOut()) {
        List<String> read = load(info.id()).about().features().stream().map(Feature::column).distinct().toList();
        assertThat(info.source().columns(info)).as(info.id()).isEqualTo(read);
      }
    }
  }

  @Test
  void theFormIsKnownBeforeLoadingUnlessColumnsAreLeftOut() {
    assertThat(DataForm.of(settings("wine"))).isPresent();
    assertThat(DataForm.of(settings("wine", "ash"))).isEmpty();
    assertThat(DataForm.of(settings("digits", "ash"))).as("images have no columns").isPresent();
  }
}

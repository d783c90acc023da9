package studio.backprop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.backprop.data.Columns;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;

/** By what a table can be cut into slices, and how. */
class DataSlicesTest {
  /** Sixty visits of thirty patients at three sites. */
  private static final String VISITS = "patient,site,age,rooms,kind\n" + IntStream.range(0, 60)
      .mapToObj(i -> "p" + i / 2 + "," + List.of("north", "south", "west").get(i % 3) + "," + (20 + i) + "," + i % 4 + ","
          + (i % 2 == 0 ? "yes" : "no") + "\n").collect(Collectors.joining());

  private static PreparedData visits(String... leftOut) throws Exception {
    TableData table = CsvFile.read("visits.csv", new ByteArrayInputStream(VISITS.getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    DataSettings settings = DataSettings.of(DatasetCatalog.OWN_TABLE).withColumns(Columns.INFERRED.withLeftOut(List.of(leftOut)));
    return PreparedData.load(settings, Optional.of(table), Progress.NONE);
  }

  @Test
  void aColumnThatIsNoInputCutsTheDataByItsValues() throws Exception {
    PreparedData data = visits("patient", "site");
    assertThat(DataSlices.columns(data)).as("thirty patients are too many").containsExactly("age", "rooms", "site");
    List<DataSlice> slices = DataSlices.of(data, Part.TRAIN, "site");
    assertThat(slices).extracting(DataSlice::word).containsExactly("north", "south", "west");
    assertThat(slices.stream().mapToInt(slice -> slice.examples().length).sum()).isEqualTo(data.trainRows());
    for (DataSlice slice : slices) {
      int site = List.of("north", "south", "west").indexOf(slice.word());
      assertThat(IntStream.of(slice.examples()).map(example -> data.split().row(Part.TRAIN, example) % 3)).containsOnly(site);
    }
  }

  @Test
  void asAnInputItCutsThemAlike() throws Exception {
    assertThat(DataSlices.of(visits("patient"), Part.TRAIN, "site").stream().map(slice -> slice.word() + slice.examples().length).toList())
        .isEqualTo(DataSlices.of(visits("patient", "site"), Part.TRAIN, "site").stream()
            .map(slice -> slice.word() + slice.examples().length).toList());
  }

  @Test
  void fewNumbersAreASliceEachManyAreQuarters() throws Exception {
    PreparedData data = visits("patient");
    assertThat(DataSlices.of(data, Part.TRAIN, "rooms")).extracting(DataSlice::low).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(DataSlices.of(data, Part.TRAIN, "age")).hasSize(4);
  }
}

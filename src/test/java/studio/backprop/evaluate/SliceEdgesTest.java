package studio.backprop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;

/** All parts are cut at the same places, and few numbers get a slice each. */
class SliceEdgesTest {
  private static PreparedData data() throws DataProblem {
    Project project = SampleProject.of("auto-mpg");
    return PreparedData.load(project.data(), project.table(), Progress.NONE);
  }

  private static List<Double> lows(PreparedData data, Part part, String column) {
    return DataSlices.of(data, part, column).stream().map(DataSlice::low).toList();
  }

  private static int examples(List<DataSlice> slices) {
    return slices.stream().mapToInt(slice -> slice.examples().length).sum();
  }

  @Test
  void fewNumbersGetASliceEach() throws Exception {
    List<DataSlice> slices = DataSlices.of(data(), Part.TRAIN, "cylinders");
    assertThat(slices.stream().map(DataSlice::low)).containsExactly(3.0, 4.0, 5.0, 6.0, 8.0);
    assertThat(slices).allMatch(slice -> slice.high() == slice.low());
    assertThat(examples(slices)).isEqualTo(data().rows(Part.TRAIN));
  }

  @Test
  void allPartsAreCutAtThePlacesOfTheTrainingPart() throws Exception {
    PreparedData data = data();
    for (String column : DataSlices.columns(data)) {
      List<Double> trained = lows(data, Part.TRAIN, column);
      for (Part part : List.of(Part.VALIDATION, Part.TEST)) {
        assertThat(trained).as(column + " of " + part).containsAll(lows(data, part, column));
        int known = examples(DataSlices.of(data, part, column));
        assertThat(known).as(column).isBetween(data.rows(part) - 6, data.rows(part)); // horsepower is missing in six rows
      }
    }
  }

  @Test
  void quartilesDivideTheTrainingPartEvenly() throws Exception {
    List<DataSlice> slices = DataSlices.of(data(), Part.TRAIN, "weight_lbs");
    assertThat(slices).hasSize(4);
    int[] sizes = slices.stream().mapToInt(slice -> slice.examples().length).toArray();
    assertThat(Arrays.stream(sizes).min().orElseThrow()).isGreaterThan(Arrays.stream(sizes).sum() / 6);
    assertThat(Stream.of(slices.get(0).low(), slices.get(3).high())).containsExactly(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }
}

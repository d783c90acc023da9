package studio.backprop.evaluate.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Dataset;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;

/** Numbers with few different values are counted as classes: among equal ones there are no nearest neighbours. */
class FeatureTargetStatisticsTest {
  private static FeatureTargetStatistics of(Dataset data, String column) {
    TableColumns columns = TableColumns.of(data).orElseThrow();
    return FeatureTargetStatistics.of(data, columns, columns.indexOf(column), IntStream.range(0, data.rows()).toArray());
  }

  @Test
  void aCountOfCylindersIsCountedAndAWeightIsEstimated() throws Exception {
    Dataset cars = DatasetCatalog.load(DataSettings.of("auto-mpg"), Optional.empty(), Progress.NONE);
    FeatureTargetStatistics cylinders = of(cars, "cylinders");
    int[] rows = IntStream.range(0, cars.rows()).toArray();
    double[] miles = IntStream.of(rows).mapToDouble(row -> cars.exactTarget(row, 0)).toArray();
    int place = cars.featureNames().indexOf("cylinders");
    int[] kinds = IntStream.of(rows).map(row -> (int) cars.exactInput(row, place)).toArray();
    assertThat(cylinders.counted()).isTrue();
    assertThat(cylinders.information()).isEqualTo(MutualInformation.ofClasses(miles, kinds, MutualInformation.NEIGHBOURS));
    assertThat(of(cars, "weight_lbs").counted()).isFalse();
  }

  @Test
  void betweenFewNumbersAndClassesItIsTheExactSum() throws Exception {
    String csv = "few,kind\n" + IntStream.range(0, 200).mapToObj(i -> i * i % 3 + "," + (i % 7 < 3 ? "yes" : "no") + "\n")
        .collect(Collectors.joining());
    TableData table = CsvFile.read("few.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    Dataset few = DatasetCatalog.load(DataSettings.of(DatasetCatalog.OWN_TABLE), Optional.of(table), Progress.NONE);
    int[] kinds = IntStream.range(0, few.rows()).map(row -> (int) few.exactInput(row, 0)).toArray();
    int[] classes = IntStream.range(0, few.rows()).map(row -> (int) few.exactTarget(row, 0)).toArray();
    assertThat(of(few, "few").information())
        .isEqualTo(MutualInformation.ofTwoClasses(kinds, classes), Offset.offset(1e-12));
  }
}

package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.backprop.text.Message;

/** Columns far from 0 keep what differs in them, and all others are kept as they always were. */
class ColumnOriginTest {
  private static final int ROWS = 300;

  /** Times in seconds, 20 apart, and a target far from 0. */
  private static String far() {
    return "when,unix,t\n" + IntStream.range(0, ROWS)
        .mapToObj(i -> String.format(Locale.ROOT, "2024-01-01 %02d:%02d:%02d,%d,%d%n", i / 180, i / 3 % 60, i % 3 * 20,
            1_704_067_200L + 20L * i, 1_000_000_000L + i)).collect(Collectors.joining());
  }

  private static PreparedData prepared(String text, Scaling scaling) throws DataProblem {
    Columns columns = new Columns(Columns.Reading.ROWS, "t", "", List.of(), Columns.Choice.REGRESSION, List.of("when"));
    DataSettings settings = DataSettings.of(DatasetCatalog.OWN_TABLE).withColumns(columns).withScaling(scaling);
    return PreparedData.load(settings, Optional.of(CsvFileTest.read(text)), Progress.NONE);
  }

  @Test
  void timesThatAreSecondsApartAreStillDifferent() throws DataProblem {
    PreparedData data = prepared(far(), Scaling.STANDARDIZE);
    Dataset read = data.dataset();
    for (int column = 0; column < 2; column++) {
      int at = column;
      assertThat(IntStream.range(0, ROWS).mapToDouble(row -> read.exactInput(row, at)).distinct().count()).isEqualTo(ROWS);
      float[] input = new float[2];
      assertThat(IntStream.range(0, data.trainRows()).mapToDouble(row -> {
        data.copyInput(Part.TRAIN, row, input, 0);
        return input[at];
      }).distinct().count()).isEqualTo(data.trainRows());
    }
    assertThat(read.exactInput(7, 1)).isEqualTo(1_704_067_340.0);
    assertThat(read.exactTarget(7, 0)).isEqualTo(1_000_000_007.0);
    assertThat(data.notes()).extracting(Message::key).doesNotContain("data.note.rounded");
  }

  @ParameterizedTest
  @EnumSource(Scaling.class)
  void theWayBackIsTheValueThatWasMeasured(Scaling scaling) throws DataProblem {
    PreparedData data = prepared(far(), scaling);
    float[] target = new float[1];
    for (int row = 0; row < data.trainRows(); row++) {
      data.copyTarget(Part.TRAIN, row, TargetForm.VALUE, target, 0);
      double exact = data.exactTarget(Part.TRAIN, row, 0);
      // without scaling the network itself is given a float32
      assertThat(data.targetScaler().unscaleExactly(0, target[0])).isCloseTo(exact, within(scaling == Scaling.NONE ? 32 : 1e-3));
      assertThat(data.targetScaler().scaleMeasured(0, exact)).isEqualTo(target[0]);
    }
    float[] input = new float[2];
    data.copyInput(Part.TRAIN, 5, input, 0);
    if (scaling == Scaling.NONE) {
      assertThat(input[1]).isEqualTo((float) data.exactInput(Part.TRAIN, 5, 1));
    } else {
      assertThat((double) Math.abs(input[1])).isLessThan(2);
    }
  }

  @Test
  void newRowsAreReadAsThoseThatWereLearnedFrom() throws DataProblem {
    PreparedData data = prepared(far(), Scaling.STANDARDIZE);
    NewRows rows = TableRows.encode(CsvFileTest.read(far()), data.dataset(), Map.of());
    float[] own = new float[2];
    for (int row = 0; row < ROWS; row++) {
      data.dataset().copyInput(row, own, 0);
      assertThat(Arrays.copyOfRange(rows.inputs(), 2 * row, 2 * row + 2)).containsExactly(own);
    }
  }

  @Test
  void whatFloat32CannotTellApartIsSaid() throws DataProblem {
    // one value far away: from none of them are the others near
    String text = "a,t\n" + IntStream.range(0, ROWS).mapToObj(i -> (i == 0 ? "0" : 1e9 + i + "") + "," + i % 7 * 0.5 + "\n")
        .collect(Collectors.joining());
    assertThat(prepared(text, Scaling.STANDARDIZE).notes()).filteredOn(note -> note.key().equals("data.note.rounded")).singleElement()
        .satisfies(note -> assertThat(note.args()).startsWith("a", (long) ROWS));
  }

  @Test
  void aColumnThatFloat32HoldsWellHasNoOrigin() {
    assertThat(ColumnOrigin.of(new double[] {0.1, 0.2, Double.NaN, 0.7})).isZero();
    assertThat(ColumnOrigin.of(new double[] {2019, 2020, 2021})).isZero();
    assertThat(ColumnOrigin.of(new double[] {16_000_001, 16_000_002})).isZero();
    assertThat(ColumnOrigin.of(new double[] {0.1, 0.1})).as("a constant").isZero();
    assertThat(ColumnOrigin.of(new double[] {0.1 + 0.2, 0.3})).as("a constant but for rounding").isZero();
    assertThat(ColumnOrigin.of(new double[0])).isZero();
    assertThat(ColumnOrigin.of(DoubleStream.iterate(1e9, x -> x + 1).limit(9).toArray())).isEqualTo(1e9);
  }

  /** The n-th of a series that swings by 20 around a thousand million: float32 knows every 64th number there. */
  private static double swing(int n) {
    return 1e9 + Math.rint(200 * Math.sin(n / 4.0)) / 10;
  }

  private static PreparedData series(Scaling scaling) throws DataProblem {
    String text = "value\n" + IntStream.range(0, ROWS)
        .mapToObj(n -> String.format(Locale.ROOT, "%.1f%n", swing(n))).collect(Collectors.joining());
    DataSettings settings = DataSettings.of(DatasetCatalog.OWN_TABLE).withScaling(scaling)
        .withColumns(Columns.INFERRED.withReading(Columns.Reading.SERIES).withTarget("value"))
        .withSequence(SequenceSettings.USUAL.withLags(3));
    return PreparedData.load(settings, Optional.of(CsvFileTest.read(text)), Progress.NONE);
  }

  @ParameterizedTest
  @EnumSource(value = Scaling.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aSeriesKeepsWhatDiffersInItToo(Scaling scaling) throws DataProblem {
    PreparedData data = series(scaling);
    float[] input = new float[3];
    float[] target = new float[1];
    for (int row = 0; row < data.trainRows(); row++) {
      data.copyInput(Part.TRAIN, row, input, 0);
      data.copyTarget(Part.TRAIN, row, TargetForm.VALUE, target, 0);
      assertThat(data.dataset().series().orElseThrow().value(row)).isEqualTo(swing(row), within(1e-4));
      assertThat(data.exactInput(Part.TRAIN, row, 1)).isEqualTo(swing(row + 1), within(1e-4));
      assertThat(data.inputScaler().unscaleExactly(1, input[1])).isEqualTo(swing(row + 1), within(1e-4));
      assertThat(data.inputScaler().scaleMeasured(1, swing(row + 1))).isEqualTo(input[1]);
      assertThat(data.targetScaler().unscaleExactly(0, target[0])).isEqualTo(swing(row + 3), within(1e-4));
    }
    assertThat(data.targetUnit()).as("the spread of a sine").isBetween(10f, 45f);
    assertThat(data.notes()).extracting(Message::key).doesNotContain("data.note.rounded");
  }

  /** Whoever trains a bundled table gets the bits of before: the inputs are those floats that the file holds. */
  @Test
  void bundledTablesAreKeptAsTheyAlwaysWere() throws DataProblem {
    int tables = 0;
    for (DatasetInfo info : DatasetCatalog.all()) {
      if (info.source() instanceof BundledTable) {
        Dataset data = DatasetCatalog.load(DataSettings.of(info.id()), Optional.empty(), Progress.NONE);
        assertThat(data.about().features()).as(info.id()).allMatch(feature -> feature.origin() == 0);
        assertThat(data.targetOrigin()).as(info.id()).isZero();
        tables++;
      }
    }
    assertThat(tables).isGreaterThan(5);
  }
}

package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import studio.backprop.cli.Measure.Kind;

/** What is made of windows, of numbers of threads and of Javas. */
class FigureTableTest {
  private static final Measure STEPS = new Measure("net", Kind.WORKLOAD, kernels -> null);
  private static final Measure KERNEL = new Measure("loop", Kind.KERNEL, kernels -> null);

  /** A billion operations a run: runs a second are GFLOP/s. */
  private static MeasuredSpeed speed(Measure measure, int threads, List<TimedWindow> windows, List<Double> others) {
    return new MeasuredSpeed(measure, "vector", threads, 1_000_000_000, windows, others);
  }

  private static FigureLine line(int threads, double figure, double share) {
    return new FigureLine("net", threads, figure, share, figure + 40, OptionalDouble.empty(), OptionalDouble.empty());
  }

  @Test
  void aShareComparesEachWindowWithThePeakBesideIt() {
    List<TimedWindow> windows = List.of(new TimedWindow(60, 100), new TimedWindow(90, 100), new TimedWindow(70, 200));
    MeasuredSpeed speed = speed(KERNEL, 1, windows, List.of());
    assertThat(speed.figure()).isEqualTo(90);
    assertThat(speed.share()).isEqualTo(0.6);
    assertThat(speed.peak()).isEqualTo(100);
    assertThat(MeasuredSpeed.ratio(List.of(speed))).isEmpty();
  }

  @Test
  void aRatioIsTakenOfNeighboursAndOfTheBetterNumberOfThreadsOfEach() {
    List<TimedWindow> one = List.of(new TimedWindow(60, 100), new TimedWindow(30, 50), new TimedWindow(50, 100));
    List<TimedWindow> two = List.of(new TimedWindow(40, 100), new TimedWindow(45, 50), new TimedWindow(10, 100));
    List<MeasuredSpeed> counts = List.of(speed(STEPS, 1, one, List.of(20.0, 10.0, 20.0)), speed(STEPS, 2, two, List.of(10.0, 15.0, 25.0)));
    assertThat(MeasuredSpeed.ratio(counts).orElseThrow()).as("60/20, 45/15, 50/25").isCloseTo(3, within(1e-9));
    FigureTable table = new FigureTable(false, FigureLines.NONE, true);
    assertThat(table.row(FigureLine.of(counts))).isEqualTo("net\t60.0\t60\t1\t100\t25.0\t3.00");
  }

  @Test
  void ofSeveralJavasTheMedianTheWorstAndAllSharesAreShown() {
    FigureTable table = new FigureTable(true, new FigureLines(Map.of("net", 40.0)), true);
    List<FigureLine> lines =
        List.of(line(1, 60, 0.6), line(2, 90, 0.5), line(1, 70, 0.7), line(2, 50, 0.45), line(1, 50, 0.4), line(2, 80, 0.8));
    assertThat(table.head()).isEqualTo("# name\tfigure\tpeak-%\tthreads\tpeak\tworst-%\tall-%\tother\tratio");
    assertThat(table.row(lines)).isEqualTo("net\t80.0\t50\t2\t90.0-130\t45\t45 50 80\t40.0\t2.00");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    MeasuredSpeed speed = speed(STEPS, 2, List.of(new TimedWindow(60, 80)), List.of(20.0));
    String line = FigureLine.write(List.of(speed)).get(0);
    assertThat(FigureLine.read(line)).contains(new FigureLine("net", 2, 60, 0.75, 80, OptionalDouble.of(20), OptionalDouble.of(3)));
    assertThat(FigureLine.ofJava(4, line)).startsWith("{\"java\":4,\"name\":\"net\",").endsWith("\"ratio\":3.0}");
    assertThat(FigureLine.read("{\"processor\":\"x\"}")).isEmpty();
    assertThat(FigureLine.read("Picked up JAVA_TOOL_OPTIONS")).isEmpty();
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertThat(Medians.of(DoubleStream.of(4, 1, 3, 2))).isEqualTo(2.5);
  }
}

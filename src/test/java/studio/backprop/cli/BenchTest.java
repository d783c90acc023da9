package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.read.Curriculum;

class BenchTest {
  /** The machine. */
  private static final String HEAD = "# .+, [0-9]+ cores?; Java [0-9].+\n";

  static Stream<Workload> workloads() {
    return Workloads.all().stream();
  }

  @Test
  void aRowIsNameFigureShareAndThreads() {
    assertThat(backprop("bench", "fma-peak", "gemm-512", "--seconds", "0.01").out())
        .matches(HEAD + "# name\tfigure\tpeak-%\tthreads\tpeak\n"
            + "fma-peak\t[0-9.]+\t[0-9]+\t1\t[0-9.]+\ngemm-512\t[0-9.]+\t[0-9]+\t1\t[0-9.]+\n");
  }

  static Stream<Measure> kernels() {
    return MeasuredKernels.all().stream();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void everyWorkloadTakesSteps(Workload workload) {
    try (Kernels kernels = KernelChoice.create(1)) {
      Runnable step = workload.step(kernels);
      step.run();
      step.run();
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void everyKernelCanBeMeasured(Measure kernel) {
    try (Kernels kernels = KernelChoice.create(1)) {
      TimedWork work = kernel.prepare().apply(kernels);
      work.run().run();
      work.run().run();
      assertThat(work.flops()).isGreaterThan(1_000_000);
    }
  }

  @Test
  void aWordNamesOneOrAGroupOrAllThatBeginSo() throws Failure {
    assertThat(names("mlp")).containsExactly("mlp");
    assertThat(names("conv-lenet")).containsExactly("conv-lenet-forward", "conv-lenet-dx", "conv-lenet-dw");
    assertThat(names("lstm", "lstm24", "fma")).containsExactly("lstm-hu", "lstm24", "lstm50", "fma-peak");
    assertThat(names("kernels")).hasSize(20).startsWith("gemm-512").doesNotContain("fma-peak", "mlp");
    assertThat(names("workloads")).containsExactlyElementsOf(Workloads.all().stream().map(Workload::name).toList());
    assertThat(Measurements.usual()).extracting(Measure::name).startsWith("fma-peak", "gemm-512", "tiny");
  }

  private static List<String> names(String... words) throws Failure {
    return Measurements.named(List.of(words)).stream().map(Measure::name).toList();
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    Ran ran = backprop("bench", "warp");
    assertThat(ran.code()).isEqualTo(2);
    String kernels = MeasuredKernels.all().stream().map(Measure::name).collect(Collectors.joining(", "));
    String workloads = Workloads.all().stream().map(Workload::name).collect(Collectors.joining(", "));
    assertThat(ran.err()).isEqualTo(
        "There is no measurement called “warp”; there are: kernels, workloads, fma-peak, " + kernels + ", " + workloads + ".\n");
  }

  @Test
  void aLineOfJsonSaysUnitThreadsAndOperations() {
    String line = backprop("bench", "playground", "--seconds", "0.01", "--threads", "1,2", "--json").out();
    assertThat(line.lines().findFirst().orElseThrow()).matches("\\{\"processor\":\".+\",\"cores\":[0-9]+,\"java\":\"[0-9].+\"}");
    String window = "\\{\"figure\":[0-9.E]+,\"peak\":[0-9.E-]+}";
    assertThat(line.lines().skip(1)).hasSize(2).allMatch(one -> one.matches(
        "\\{\"name\":\"playground\",\"unit\":\"steps/s\",\"figure\":[0-9.E]+,\"threads\":[12],\"kernels\":\"[a-z]+\","
            + "\"flopsOfAStep\":4960,\"gflops\":[0-9.E-]+,\"peak\":[0-9.E-]+,\"share\":[0-9.E-]+,"
            + "\"windows\":\\[" + window + "," + window + "," + window + "]}"));
  }

  /** LSTM of 128 over 50 steps of 32, then 32 answers: the state of the LSTM is multiplied in all three passes, its input in two. */
  @Test
  void aRecurrentFirstLayerLeavesOutOnlyTheGradientOfItsInputs() {
    long lstm = 50 * 512 * (3 * 128 + 2 * 32);
    assertThat(Workloads.find("lstm50").orElseThrow().flops()).isEqualTo(2 * 32 * (lstm + 3 * 128 * 32));
  }

  @Test
  void anotherProgramsBestFigureStandsBesideOurs(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("other.jsonl");
    Files.writeString(file, "{\"name\":\"tiny\",\"figure\":2}\n\n{\"name\":\"tiny\",\"figure\":4,\"threads\":2}\n{\"machine\":\"old\"}\n");
    assertThat(backprop("bench", "tiny", "fma-peak", "--seconds", "0.01", "--compare", file.toString()).out())
        .matches(HEAD + "# name\tfigure\tpeak-%\tthreads\tpeak\tother\tratio\n"
            + "tiny\t[0-9.]+\t[0-9]+\t1\t[0-9.]+\t4.00\t[0-9.]+\nfma-peak\t[0-9.]+\t[0-9]+\t1\t[0-9.]+\t–\t–\n");
    Files.writeString(file, "{\"name\":\"tiny\",\"figure\":2}\nsteps\n");
    assertThat(backprop("bench", "tiny", "--compare", file.toString()).err())
        .isEqualTo("Line 2 of “" + file + "” is not JSON: each line must be like those of bench --json.\n");
    assertThat(backprop("bench", "tiny", "--compare", folder.resolve("none").toString()).err()).contains("cannot be read");
  }

  /** The file that is kept beside docs/performance.md. */
  @Test
  void everyWorkloadHasAFigureOfPyTorch() throws Failure {
    FigureLines kept = FigureLines.read(Path.of("docs/performance-pytorch.jsonl"));
    assertThat(Workloads.all()).extracting(Workload::name).filteredOn(name -> !name.equals("tiny"))
        .allMatch(name -> kept.best(name).isPresent());
  }

  @Test
  void theWindowIsMeasuredAgainstBareSteps() {
    Ran ran = backprop("bench", "window", "circles", "--seconds", "0.1", "--view", "structure", "--view", "presented-flow");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).matches(
        "view            opening-ms  ticks  freeze-ms  throughput\n"
            + "structure       80          60.0   30         0.90\n"
            + "presented-flow  80          60.0   30         0.90\n"
            + "window-first-ms\t1500\nwindow-play-ms\t150\nwindow-ticks\t60.0\nwindow-freeze-ms\t30.0\nwindow-throughput\t0.90\n"
            + "window-past-ms\t20.0\nwindow-past-worst-ms\t30.0\n");
  }

  @Test
  void everyViewOfTheWindowIsMeasuredIfNoneIsNamed() {
    String line = backprop("bench", "window", "circles", "--seconds", "0.1", "--json").out();
    assertThat(line).startsWith("{\"firstMillis\":1500.0,\"playMillis\":150.0,")
        .contains(Stream.of(View.values()).map(View::toString).toList());
  }

  @Test
  void theWaitsOfALearnerAreMeasured() {
    Ran ran = backprop("bench", "lesson", "first-neuron");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo(
        "lesson        words-ms  work-ms  next-ms  reveal-ms  training-s  step\n"
            + "first-neuron  2500      5000     60       12         2.0         do\n");
    assertThat(backprop("bench", "lesson", "first-neuron", "--json").out())
        .startsWith("{\"lesson\":\"first-neuron\",\"wordsMillis\":2500.0").endsWith("{\"step\":\"why\"}]}\n");
    assertThat(backprop("bench", "lesson").out().lines()).hasSize(Curriculum.bundled().ids().size() + 1);
  }

  @Test
  void aLessonThatIsNotThereIsNotMeasured() {
    Ran ran = backprop("bench", "lesson", "no-such-lesson");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("no-such-lesson");
  }

  @Test
  void theClockCountsWhatWasDone() {
    long[] done = new long[1];
    double rate = Stopwatch.perSecond(() -> done[0]++, 0.02);
    assertThat(rate).isPositive();
    assertThat(done[0]).isGreaterThan(100);
  }
}

package studio.backprop.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.Peak;

/** Measures how fast this machine computes: one line each, a name, a tab, a figure. */
@Command(name = "bench", sortOptions = false)
final class Bench implements Callable<Integer> {
  private static final int SIDE = 512;
  private static final int WINDOWS = 3;

  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", arity = "0..*", descriptionKey = "backprop.bench.name")
  private List<String> names = new ArrayList<>();

  @Option(names = "--threads", paramLabel = "N", split = ",", descriptionKey = "backprop.bench.threads")
  private List<Integer> threads = new ArrayList<>(List.of(1));

  @Option(names = "--seconds", paramLabel = "S", descriptionKey = "backprop.bench.seconds")
  private double seconds = 1;

  @Option(names = "--json", descriptionKey = "backprop.bench.json")
  private boolean json;

  @Option(names = "--compare", paramLabel = "FILE", descriptionKey = "backprop.bench.compare")
  private Path compared;

  /** One figure. */
  private interface Measure {
    double take(Kernels kernels);
  }

  Bench(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Failure {
    requireSeconds(seconds);
    for (int count : threads) {
      Threads.checked(count);
    }
    Map<String, Measure> measures = measures();
    for (String name : names) {
      if (!measures.containsKey(name)) {
        throw Failure.of("cli.problem.bench", name, String.join(", ", measures.keySet()));
      }
    }
    FigureLines others = compared == null ? FigureLines.NONE : FigureLines.read(compared);
    for (String name : names.isEmpty() ? measures.keySet() : names) {
      measure(name, measures.get(name), others);
    }
    return 0;
  }

  /** With each number of threads; the best figure counts. */
  private void measure(String name, Measure measure, FigureLines others) {
    double best = 0;
    for (int count : threads) {
      try (Kernels kernels = KernelChoice.create(count)) {
        double figure = measure.take(kernels);
        best = Math.max(best, figure);
        if (json) {
          terminal.print(FigureLines.line(name, figure, count, kernels.name(), Workloads.find(name)));
        }
      }
    }
    if (!json) {
      print(terminal, name, best, others.best(name));
    }
    terminal.out().flush();
  }

  static void requireSeconds(double seconds) throws Failure {
    if (!(seconds > 0 && seconds <= 3600)) {
      throw Failure.of("cli.problem.seconds", String.valueOf(seconds));
    }
  }

  /** Three significant digits, as any program reads them. */
  static void print(Terminal terminal, String name, double figure) {
    terminal.print(name + "\t" + digits(figure));
    terminal.out().flush();
  }

  /** With the figure that it is compared to and the ratio, if there is one. */
  private static void print(Terminal terminal, String name, double figure, OptionalDouble other) {
    String ratio = other.isEmpty() ? "" : "\t" + digits(other.getAsDouble()) + "\t" + digits(figure / other.getAsDouble());
    terminal.print(name + "\t" + digits(figure) + ratio);
  }

  private static String digits(double figure) {
    int decimals = figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", figure);
  }

  private Map<String, Measure> measures() {
    Map<String, Measure> measures = new LinkedHashMap<>();
    measures.put("fma-peak", kernels -> best(() -> Peak.multiplyAdds(kernels, seconds)));
    measures.put("gemm-512", kernels -> best(() -> Peak.product(kernels, SIDE, seconds)));
    for (Workload workload : Workloads.all()) {
      measures.put(workload.name(), kernels -> Stopwatch.best(workload.step(kernels), seconds));
    }
    return measures;
  }

  /** The best of three windows, after one to warm up. */
  private static double best(DoubleSupplier window) {
    double best = 0;
    window.getAsDouble();
    for (int i = 0; i < WINDOWS; i++) {
      best = Math.max(best, window.getAsDouble());
    }
    return best;
  }
}

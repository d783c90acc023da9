package studio.backprop.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "backprop.bench.threads")
  private int threads = 1;

  @Option(names = "--seconds", paramLabel = "S", descriptionKey = "backprop.bench.seconds")
  private double seconds = 1;

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
    Map<String, Measure> measures = measures();
    for (String name : names) {
      if (!measures.containsKey(name)) {
        throw Failure.of("cli.problem.bench", name, String.join(", ", measures.keySet()));
      }
    }
    try (Kernels kernels = KernelChoice.create(Threads.checked(threads))) {
      for (String name : names.isEmpty() ? measures.keySet() : names) {
        print(terminal, name, measures.get(name).take(kernels));
      }
    }
    return 0;
  }

  static void requireSeconds(double seconds) throws Failure {
    if (!(seconds > 0 && seconds <= 3600)) {
      throw Failure.of("cli.problem.seconds", String.valueOf(seconds));
    }
  }

  /** Three significant digits, as any program reads them. */
  static void print(Terminal terminal, String name, double figure) {
    int decimals = figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
    terminal.print(name + "\t" + String.format(Locale.ROOT, "%." + decimals + "f", figure));
    terminal.out().flush();
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

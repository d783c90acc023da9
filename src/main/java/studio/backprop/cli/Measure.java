package studio.backprop.cli;

import java.util.function.Function;
import studio.backprop.kernel.Kernels;

/**
 * Benchmark measurement: a kernel in GFLOP/s, or a workload in training steps per second.
 *
 * @param prepare sets up the work on given kernels
 */
record Measure(String name, Kind kind, Function<Kernels, TimedWork> prepare) {
  enum Kind {
    KERNEL("GFLOP/s"),
    WORKLOAD("steps/s");

    private final String unit;

    Kind(String unit) {
      this.unit = unit;
    }

    String unit() {
      return unit;
    }
  }

  static Measure of(Workload workload) {
    return new Measure(workload.name(), Kind.WORKLOAD, kernels -> new TimedWork(workload.step(kernels), workload.flops()));
  }

  /** Converts runs per second to the unit. */
  double figure(double perSecond, long flops) {
    return kind == Kind.WORKLOAD ? perSecond : perSecond * flops / 1e9;
  }
}

package studio.backprop.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.Peak;

/**
 * Interleaved measurement, so that other load affects both sides of every ratio alike: the peak loop before and after each window, the
 * numbers of threads in turn, and PyTorch after each window.
 */
final class MeasuringTurns {
  private static final int WINDOWS = 3;
  private static final double LEAST_WARM_UP = 2;
  private static final double PEAK_SECONDS = 0.1;
  private static final double STEADY = 0.9;
  private static final int ATTEMPTS = 3;
  /** JIT compilation of the loop; seconds. */
  private static final double PEAK_WARM_UP = 0.5;

  private final List<Integer> threads;
  private final double seconds;
  private final Optional<PyTorch> other;
  private final Peak peak;

  /** @param threads numbers of threads, measured in turn */
  MeasuringTurns(List<Integer> threads, double seconds, Optional<PyTorch> other) {
    this.threads = threads;
    this.seconds = seconds;
    this.other = other;
    this.peak = new Peak(KernelChoice.create(1));
    Stopwatch.perSecond(peak::run, Math.min(PEAK_WARM_UP, 10 * seconds));
  }

  /** Work on one number of threads, and its windows so far. */
  private record Side(Kernels kernels, TimedWork work, List<TimedWindow> windows, List<Double> others) {
    MeasuredSpeed speed(Measure measure) {
      return new MeasuredSpeed(measure, kernels.name(), kernels.workers().threads(), work.flops(), windows, others);
    }
  }

  List<MeasuredSpeed> take(Measure measure) throws Failure {
    List<Side> sides = new ArrayList<>();
    try {
      for (int count : threads) {
        Kernels kernels = KernelChoice.create(count);
        sides.add(new Side(kernels, measure.prepare().apply(kernels), new ArrayList<>(), new ArrayList<>()));
      }
      return take(measure, sides);
    } finally {
      sides.forEach(side -> side.kernels().close());
    }
  }

  private List<MeasuredSpeed> take(Measure measure, List<Side> sides) throws Failure {
    Optional<PyTorch> asked = other.filter(pyTorch -> pyTorch.knows(measure.name()));
    for (Side side : sides) {
      Stopwatch.perSecond(side.work().run(), Math.max(LEAST_WARM_UP, seconds));
    }
    if (asked.isPresent()) {
      asked.get().warmUp(measure.name());
    }
    for (int i = 0; i < WINDOWS; i++) {
      for (Side side : sides) {
        side.windows().add(window(side.work()));
        if (asked.isPresent()) {
          side.others().add(asked.get().perSecond(measure.name(), side.kernels().workers().threads(), seconds));
        }
      }
    }
    return sides.stream().map(side -> side.speed(measure)).toList();
  }

  /** A window during which the core's clock changed is repeated, up to a few times. */
  private TimedWindow window(TimedWork work) {
    for (int attempt = 1; true; attempt++) {
      double before = peak();
      double perSecond = Stopwatch.perSecond(work.run(), seconds);
      double after = peak();
      boolean steady = Math.min(before, after) >= STEADY * Math.max(before, after);
      if (steady || attempt == ATTEMPTS) {
        return new TimedWindow(perSecond, (before + after) / 2);
      }
    }
  }

  private double peak() {
    return Stopwatch.perSecond(peak::run, Math.min(PEAK_SECONDS, seconds)) * peak.flops() / 1e9;
  }
}

package studio.backprop.cli;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Result of one measurement on one number of threads.
 *
 * @param kernels their name
 * @param flops operations of a run
 * @param windows in order
 * @param others steps per second of PyTorch in the window after each; empty if not measured
 */
record MeasuredSpeed(Measure measure, String kernels, int threads, long flops, List<TimedWindow> windows, List<Double> others) {
  /** Best of the windows. */
  double figure() {
    return measure.figure(windows.stream().mapToDouble(TimedWindow::perSecond).max().orElseThrow(), flops);
  }

  /** Peak of one core: median of the windows. */
  double peak() {
    return Medians.of(windows.stream().mapToDouble(TimedWindow::peak));
  }

  /** Median over the windows of the share of one core's peak, measured next to each. Up to 2 for two threads. */
  double share() {
    return Medians.of(windows.stream().mapToDouble(window -> window.perSecond() * flops / 1e9 / window.peak()));
  }

  /** Speed relative to PyTorch: median over the windows, each side with its better number of threads. Empty if not measured. */
  static OptionalDouble ratio(List<MeasuredSpeed> counts) {
    double[] ratios = new double[counts.get(0).others().size()];
    for (int i = 0; i < ratios.length; i++) {
      int window = i;
      double ours = counts.stream().mapToDouble(count -> count.windows().get(window).perSecond()).max().orElseThrow();
      double theirs = counts.stream().mapToDouble(count -> count.others().get(window)).max().orElseThrow();
      ratios[i] = ours / theirs;
    }
    return ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Medians.of(Arrays.stream(ratios)));
  }
}

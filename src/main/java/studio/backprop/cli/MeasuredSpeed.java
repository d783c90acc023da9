package studio.backprop.cli;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured of one thing on one number of threads.
 *
 * @param kernels their name
 * @param flops operations of a run
 * @param windows in order
 * @param others steps per second of PyTorch in the window after each; empty where it was not asked
 */
record MeasuredSpeed(Measure measure, String kernels, int threads, long flops, List<TimedWindow> windows, List<Double> others) {
  /** The best of the windows. */
  double figure() {
    return measure.figure(windows.stream().mapToDouble(TimedWindow::perSecond).max().orElseThrow(), flops);
  }

  /** What one core could do at best: the middle of the windows. */
  double peak() {
    return Medians.of(windows.stream().mapToDouble(TimedWindow::peak));
  }

  /** The middle of the windows' shares of the peak of one core, each by the peak beside it. Two threads may reach two. */
  double share() {
    return Medians.of(windows.stream().mapToDouble(window -> window.perSecond() * flops / 1e9 / window.peak()));
  }

  /**
   * How many times as fast as PyTorch: the better number of threads of each side, window by window, and of these the middle one. Empty
   * where it was not asked.
   */
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

package studio.backprop.ui.watch.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.HealthStats;
import studio.backprop.doctor.HealthStats.OfNode;
import studio.backprop.text.Message;
import studio.backprop.train.record.EpochRecord;

/**
 * Chart of a finding: bars by layer, or lines over steps, epochs or time steps.
 *
 * @param title of the chart
 * @param bars whether it is a bar chart, else lines
 * @param log whether the axis is logarithmic
 * @param gradients whether bars are coloured by the health of a gradient of this size
 * @param rows the numbers; of lines one or two, the second darker
 * @param names labels, texts or messages: one for each of a few bars, else of the first and the last
 */
record FindingChart(Message title, boolean bars, boolean log, boolean gradients, List<double[]> rows, List<Object> names) {
  private static final int LEAST = 2;
  /** More names do not fit side by side. */
  private static final int FEW = 3;

  /**
   * Chart of a finding; empty where its numbers are clearer as text.
   *
   * @param name of a node
   */
  static Optional<FindingChart> of(Finding finding, HealthStats stats, IntFunction<String> name) {
    Optional<FindingChart> chart = switch (finding.kind()) {
      case VANISHING, EXPLODING -> byLayer("gradient", stats, OfNode::gradient, true, name);
      case VANISHING_THROUGH_TIME -> overTime(finding, stats);
      case DEAD_RELU -> byLayer("silent", stats, OfNode::silent, false, name);
      case SATURATION -> byLayer("flat", stats, OfNode::saturated, false, name);
      case RATE_TOO_HIGH, RATE_TOO_LOW, FROZEN, NOT_FINITE -> losses(stats);
      case OVERFITTING, UNDERFITTING -> epochs(stats);
      case IMBALANCE -> figures("classes", false, finding);
      case BAD_SCALING -> figures("columns", true, finding);
      case MODE_MISSING -> figures("modes", false, finding);
      default -> Optional.empty();
    };
    return chart.filter(one -> one.rows.stream().anyMatch(row -> Arrays.stream(row).filter(Double::isFinite).count() >= LEAST));
  }

  private static Message title(String what, Object... args) {
    return Message.of("doctor.chart." + what, args);
  }

  private static Optional<FindingChart> byLayer(String what, HealthStats stats, ToDoubleFunction<OfNode> number, boolean log,
      IntFunction<String> name) {
    List<OfNode> nodes = stats.nodes().stream().filter(node -> Double.isFinite(number.applyAsDouble(node))).toList();
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    List<Object> ends = List.of(name.apply(nodes.get(0).node()), name.apply(nodes.get(nodes.size() - 1).node()));
    return Optional.of(new FindingChart(title(what), true, log, log, List.of(nodes.stream().mapToDouble(number).toArray()), ends));
  }

  private static Optional<FindingChart> overTime(Finding finding, HealthStats stats) {
    return stats.sequences().stream().filter(node -> finding.nodes().contains(node.node())).findFirst()
        .map(node -> new FindingChart(title("time"), true, true, true, List.of(node.gradients()),
            List.of("1", String.valueOf(node.gradients().length))));
  }

  private static Optional<FindingChart> losses(HealthStats stats) {
    int count = stats.losses().length;
    return Optional.of(new FindingChart(
        title("loss", count), false, false, false, List.of(stats.losses()),
        List.of(String.valueOf(stats.step() - count + 1), String.valueOf(stats.step()))));
  }

  private static Optional<FindingChart> epochs(HealthStats stats) {
    List<EpochRecord> epochs = stats.epochs();
    double[] train = epochs.stream().mapToDouble(epoch -> epoch.train().loss()).toArray();
    double[] validation = epochs.stream().mapToDouble(epoch -> epoch.validation().loss()).toArray();
    return epochs.isEmpty() ? Optional.empty()
        : Optional.of(new FindingChart(title("epochs"), false, false, false, List.of(train, validation),
            List.of(String.valueOf(epochs.get(0).epoch()), String.valueOf(epochs.get(epochs.size() - 1).epoch()))));
  }

  /** Whether each bar has its name. */
  boolean named() {
    return bars && names.size() == rows.get(0).length;
  }

  /** Subject of a number, such as a column or a class. */
  private static Object subject(Finding.Figure figure) {
    List<Object> of = figure.label().args();
    return of.isEmpty() ? figure.label() : of.get(0);
  }

  private static Optional<FindingChart> figures(String what, boolean log, Finding finding) {
    List<Finding.Figure> figures = finding.figures();
    List<Object> names = figures.stream().map(FindingChart::subject).toList();
    return figures.size() < LEAST ? Optional.empty()
        : Optional.of(new FindingChart(title(what), true, log, false,
            List.of(figures.stream().mapToDouble(Finding.Figure::value).toArray()),
            names.size() <= FEW ? names : List.of(names.get(0), names.get(names.size() - 1))));
  }
}

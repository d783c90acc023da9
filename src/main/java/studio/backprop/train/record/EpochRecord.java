package studio.backprop.train.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.metric.Quantity;
import studio.backprop.train.metric.Quantity.Over;
import studio.backprop.train.metric.RunView;

/**
 * Record of one epoch. Immutable.
 *
 * @param epoch from 1
 * @param step completed steps
 * @param train over the training batches, each before its update
 * @param validation after the epoch; {@link Metrics#NONE} without validation part
 * @param rate learning rate of the last step
 * @param greedy mean return of an agent's greedy policy after the epoch; NaN without an agent
 */
public record EpochRecord(int epoch, long step, Metrics train, Metrics validation, double rate, double greedy) implements RunView {
  /** Without an agent. */
  public EpochRecord(int epoch, long step, Metrics train, Metrics validation, double rate) {
    this(epoch, step, train, validation, rate, Double.NaN);
  }

  public EpochRecord withGreedy(double known) {
    return new EpochRecord(epoch, step, train, validation, rate, known);
  }

  /** Quantities of an epoch in files, by position. */
  public static final List<Quantity> KEPT = Stream.concat(
      Stream.of(Over.EPOCH, Over.VALIDATION).flatMap(over -> Stream.of(Metric.LOSS, Metric.ACCURACY, Metric.MAE, Metric.R2)
          .map(metric -> new Quantity.Score(over, metric))),
      Stream.of(Quantity.RATE)).toList();

  /** Values of {@link #KEPT}; NaN if unknown. */
  public double[] figures() {
    return KEPT.stream().mapToDouble(quantity -> quantity.read(this).orElse(Double.NaN)).toArray();
  }

  /** @param figures values of {@link #KEPT} */
  public static EpochRecord of(int epoch, long step, double[] figures) {
    int rate = figures.length - 1;
    return new EpochRecord(epoch, step, metrics(figures, Over.EPOCH), metrics(figures, Over.VALIDATION), figures[rate]);
  }

  private static Metrics metrics(double[] figures, Over over) {
    return Metrics.of(metric -> figures[KEPT.indexOf(new Quantity.Score(over, metric))]);
  }

  @Override
  public double metric(Over over, Metric metric) {
    return switch (over) {
      case EPOCH -> train.value(metric);
      case VALIDATION -> validation.value(metric);
      default -> Double.NaN;
    };
  }

  /** Monitored loss: of the validation part or, without one, of the training batches. */
  public double judgedLoss() {
    return Double.isNaN(validation.loss()) ? train.loss() : validation.loss();
  }

  /** Whether it has a greedy return. */
  public boolean acts() {
    return !Double.isNaN(greedy);
  }

  /** Epoch with the lowest {@link #judgedLoss} or, of an agent, the last one with the highest greedy return; empty if none is finite. */
  public static Optional<EpochRecord> best(List<EpochRecord> epochs) {
    if (epochs.stream().anyMatch(EpochRecord::acts)) {
      return epochs.stream().filter(EpochRecord::acts).reduce((best, epoch) -> epoch.greedy >= best.greedy ? epoch : best);
    }
    return epochs.stream().filter(epoch -> Double.isFinite(epoch.judgedLoss())).min(Comparator.comparingDouble(EpochRecord::judgedLoss));
  }
}

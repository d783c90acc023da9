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
 * Record of one epoch.
 *
 * @param epoch counted from 1
 * @param step the steps taken in all
 * @param train over the batches of the epoch, as they were trained on
 * @param validation after the epoch; {@link Metrics#NONE} where nothing is held back
 * @param rate the learning rate of the last step
 * @param greedy the mean return of an agent's best actions after the epoch; NaN without an agent
 */
public record EpochRecord(int epoch, long step, Metrics train, Metrics validation, double rate, double greedy) implements RunView {
  /** Without an agent. */
  public EpochRecord(int epoch, long step, Metrics train, Metrics validation, double rate) {
    this(epoch, step, train, validation, rate, Double.NaN);
  }

  /** The same with the greedy return of an agent. */
  public EpochRecord withGreedy(double known) {
    return new EpochRecord(epoch, step, train, validation, rate, known);
  }

  /** The figures of an epoch in the order in which files keep them; a file has their values without their names. */
  public static final List<Quantity> KEPT = Stream.concat(
      Stream.of(Over.EPOCH, Over.VALIDATION).flatMap(over -> Stream.of(Metric.LOSS, Metric.ACCURACY, Metric.MAE, Metric.R2)
          .map(metric -> new Quantity.Score(over, metric))),
      Stream.of(Quantity.RATE)).toList();

  /** The figures of {@link #KEPT}; NaN for what is not known. */
  public double[] figures() {
    return KEPT.stream().mapToDouble(quantity -> quantity.read(this).orElse(Double.NaN)).toArray();
  }

  /** An epoch from its figures, in the order of {@link #KEPT}. */
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

  /** The loss by which the epoch is judged: of the validation part, or of the training batches where nothing is held back. */
  public double judgedLoss() {
    return Double.isNaN(validation.loss()) ? train.loss() : validation.loss();
  }

  /** Whether it has a greedy return. */
  public boolean acts() {
    return !Double.isNaN(greedy);
  }

  /**
   * The epoch with the lowest {@link #judgedLoss}, of an agent the last of those with the highest greedy return; empty where none has a
   * finite one.
   */
  public static Optional<EpochRecord> best(List<EpochRecord> epochs) {
    if (epochs.stream().anyMatch(EpochRecord::acts)) {
      return epochs.stream().filter(EpochRecord::acts).reduce((best, epoch) -> epoch.greedy >= best.greedy ? epoch : best);
    }
    return epochs.stream().filter(epoch -> Double.isFinite(epoch.judgedLoss())).min(Comparator.comparingDouble(EpochRecord::judgedLoss));
  }
}

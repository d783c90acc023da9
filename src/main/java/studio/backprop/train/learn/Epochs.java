package studio.backprop.train.learn;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.Schedule;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

/**
 * Scores every epoch, on its training batches as they went by and on the validation part at its end, and draws the conclusions: the
 * schedule hears of it, and early stopping keeps the best weights.
 */
public final class Epochs {
  /** What lies in front of {@link #count} never changes: a longer array takes its place. */
  private EpochRecord[] filled = {};
  private int count;
  /** Never changes: a longer one takes its place and shares its memory, since small data bring thousands of epochs a second. */
  private List<EpochRecord> records = List.of();
  private final MetricAccumulator train;
  private final Supplier<Metrics> validation;
  private final BestWeights best;
  private final IntFunction<Schedule.Factor> schedules;
  private Schedule.Factor schedule;

  /**
   * @param train counts the training batches
   * @param validation scores the network at the end of an epoch
   * @param batches in an epoch
   */
  public Epochs(TrainingSettings training, Parameters parameters, MetricAccumulator train, Supplier<Metrics> validation, int batches) {
    this.train = train;
    this.validation = validation;
    this.schedules = last -> training.schedule().start(batches, last);
    this.schedule = schedules.apply(training.epochs());
    this.best = new BestWeights(parameters, training.patience());
  }

  public void begin() {
    train.clear();
  }

  /** Counts a batch, right after its step. */
  public void add(Plan plan) {
    train.add(plan);
  }

  /** @param rate of the last step */
  public void end(int epoch, long step, double rate) {
    EpochRecord record = new EpochRecord(epoch, step, train.scores(), validation.get(), rate);
    if (count == filled.length) {
      filled = Arrays.copyOf(filled, 2 * count + 1);
    }
    filled[count] = record;
    publish(count + 1);
    schedule.epochEnded(judged(record));
    best.epochEnded(judged(record));
  }

  private void publish(int size) {
    count = size;
    records = Collections.unmodifiableList(Arrays.asList(filled).subList(0, size));
  }

  private static double judged(EpochRecord record) {
    return Double.isNaN(record.validation().loss()) ? record.train().loss() : record.validation().loss();
  }

  /**
   * Goes on from a saved run.
   *
   * @param kept the weights that early stopping would take back
   */
  public void resume(List<EpochRecord> saved, float[][] kept) {
    filled = saved.toArray(EpochRecord[]::new);
    publish(filled.length);
    for (EpochRecord record : saved) {
      schedule.epochEnded(judged(record));
      best.recall(judged(record));
    }
    best.keep(kept);
    train.clear();
  }

  /** Knows of no epoch any more. @param last the epoch after which training ends */
  public void forget(int last) {
    filled = new EpochRecord[0];
    publish(0);
    schedule = schedules.apply(last);
    best.forget();
  }

  /** What was counted of the epoch under way. */
  public double[] sums() {
    return train.sums();
  }

  public int waited() {
    return best.waited();
  }

  /** Takes up an epoch under way, and the patience that is left. */
  public void goOnFrom(double[] sums, int waited) {
    train.goOnFrom(sums);
    best.waited(waited);
  }

  /** Another epoch is the last: a falling rate falls until there, and early stopping is as patient as at first. */
  public void reachTo(int last) {
    schedule = schedules.apply(last);
    records.forEach(record -> schedule.epochEnded(judged(record)));
    best.waitAnew();
  }

  public List<EpochRecord> records() {
    return records;
  }

  /** What the learning rate is multiplied by in the step with this number, from 0. */
  public double rateFactor(long step) {
    return schedule.at(step);
  }

  /** The best weights as they lie here, or nothing if none are kept. */
  public float[][] kept() {
    return best.kept();
  }

  /** Whether no epoch got better for too long. */
  public boolean gaveUp() {
    return best.gaveUp();
  }

  /** The epoch whose weights early stopping would take back; empty where none are kept. */
  public OptionalInt bestEpoch() {
    return best.kept().length == 0
        ? OptionalInt.empty()
        : records.stream().min(Comparator.comparingDouble(Epochs::judged)).map(record -> OptionalInt.of(record.epoch()))
            .orElse(OptionalInt.empty());
  }

  /** Takes back the weights of the best epoch, where early stopping asks for it. @return whether it did */
  public boolean restoreBest() {
    return best.restore();
  }
}

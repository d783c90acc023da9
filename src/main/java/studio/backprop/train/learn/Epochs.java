package studio.backprop.train.learn;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.Schedule;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

/** Records of completed epochs, with learning rate schedule and early stopping. */
public final class Epochs {
  /** Append-only. */
  private EpochRecord[] filled = {};
  private int count;
  /** Unmodifiable view of {@link #filled}, not a copy: small data have thousands of epochs a second. */
  private List<EpochRecord> records = List.of();
  private final MetricAccumulator train;
  private final Supplier<Metrics> validation;
  private final IntToDoubleFunction greedy;
  private final BestWeights best;
  private final IntFunction<Schedule.Factor> schedules;
  private Schedule.Factor schedule;

  /**
   * @param greedy mean greedy return by number of evaluations before the last one; NaN if unknown
   * @param batches in an epoch
   */
  public Epochs(
      TrainingSettings training, Parameters parameters, MetricAccumulator train, Supplier<Metrics> validation, IntToDoubleFunction greedy,
      int batches) {
    this.train = train;
    this.greedy = greedy;
    this.validation = validation;
    this.schedules = last -> training.schedule().start(batches, last);
    this.schedule = schedules.apply(training.epochs());
    this.best = new BestWeights(parameters, training.patience());
  }

  public void begin() {
    train.clear();
  }

  public void add(Plan plan) {
    train.add(plan);
  }

  public void end(int epoch, long step, double rate) {
    Metrics held = validation.get(); // first: an agent's greedy evaluation
    EpochRecord record = new EpochRecord(epoch, step, train.scores(), held, rate, greedy.applyAsDouble(0));
    if (count == filled.length) {
      filled = Arrays.copyOf(filled, 2 * count + 1);
    }
    filled[count] = record;
    publish(count + 1);
    schedule.epochEnded(record.judgedLoss());
    best.epochEnded(record.judgedLoss());
  }

  private void publish(int size) {
    count = size;
    records = Collections.unmodifiableList(Arrays.asList(filled).subList(0, size));
  }

  /** Resumes a saved run. @param kept best weights of early stopping */
  public void resume(List<EpochRecord> saved, float[][] kept) {
    filled = new EpochRecord[saved.size()];
    for (int i = 0; i < filled.length; i++) {
      EpochRecord record = saved.get(i); // files keep greedy returns in the agent's state; a branch may have none
      filled[i] = record.acts() ? record : record.withGreedy(greedy.applyAsDouble(filled.length - 1 - i));
    }
    publish(filled.length);
    for (EpochRecord record : saved) {
      schedule.epochEnded(record.judgedLoss());
      best.recall(record.judgedLoss());
    }
    best.keep(kept);
    train.clear();
  }

  /** Forgets all epochs. @param last epoch after which training ends */
  public void forget(int last) {
    filled = new EpochRecord[0];
    publish(0);
    schedule = schedules.apply(last);
    best.forget();
  }

  /** Sums of the metrics of the current epoch. */
  public double[] sums() {
    return train.sums();
  }

  public int waited() {
    return best.waited();
  }

  /** Resumes an epoch in progress. */
  public void goOnFrom(double[] sums, int waited) {
    train.goOnFrom(sums);
    best.waited(waited);
  }

  /** Changes the last epoch: extends the schedule and restarts patience. */
  public void reachTo(int last) {
    schedule = schedules.apply(last);
    records.forEach(record -> schedule.epochEnded(record.judgedLoss()));
    best.waitAnew();
  }

  public List<EpochRecord> records() {
    return records;
  }

  /** Factor of the learning rate in a step, from 0. */
  public double rateFactor(long step) {
    return schedule.at(step);
  }

  public float[][] kept() {
    return best.kept();
  }

  public boolean gaveUp() {
    return best.gaveUp();
  }

  /** Epoch of the best weights; empty if none. */
  public OptionalInt bestEpoch() {
    return best.kept().length == 0
        ? OptionalInt.empty()
        : records.stream().min(Comparator.comparingDouble(EpochRecord::judgedLoss)).map(record -> OptionalInt.of(record.epoch()))
            .orElse(OptionalInt.empty());
  }

  /**
   * Step of a saved run's best epoch if these are its weights; else empty.
   *
   * @param kept best weights of early stopping; empty if none
   */
  public static OptionalLong keptStep(float[][] kept, List<EpochRecord> records, Parameters weights) {
    boolean equal = kept.length > 0 && kept.length == weights.all().size() && IntStream.range(0, kept.length)
        .allMatch(i -> Arrays.equals(kept[i], weights.all().get(i).tensor().values()));
    return equal ? records.stream().min(Comparator.comparingDouble(EpochRecord::judgedLoss)).stream().mapToLong(EpochRecord::step)
        .findFirst() : OptionalLong.empty();
  }

  /** Restores the weights of the best epoch, if early stopping is on. @return whether it did */
  public boolean restoreBest() {
    return best.restore();
  }
}

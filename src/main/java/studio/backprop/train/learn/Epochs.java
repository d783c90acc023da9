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
  private final IntToDoubleFunction greedy;
  private final BestWeights best;
  private final IntFunction<Schedule.Factor> schedules;
  private Schedule.Factor schedule;

  /**
   * @param train counts the training batches
   * @param validation scores the network at the end of an epoch
   * @param greedy how well an agent acted when it was looked at so many epochs before the last one; NaN where that is not known
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

  /** Counts a batch, right after its step. */
  public void add(Plan plan) {
    train.add(plan);
  }

  /** @param rate of the last step */
  public void end(int epoch, long step, double rate) {
    Metrics held = validation.get(); // an agent looks how well it acts
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

  /**
   * Goes on from a saved run.
   *
   * @param kept the weights that early stopping would take back
   */
  public void resume(List<EpochRecord> saved, float[][] kept) {
    filled = new EpochRecord[saved.size()];
    for (int i = 0; i < filled.length; i++) {
      EpochRecord record = saved.get(i); // a branch in another way knows no earlier looks, a file keeps them elsewhere
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
    records.forEach(record -> schedule.epochEnded(record.judgedLoss()));
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
        : records.stream().min(Comparator.comparingDouble(EpochRecord::judgedLoss)).map(record -> OptionalInt.of(record.epoch()))
            .orElse(OptionalInt.empty());
  }

  /**
   * The step of the best epoch of a saved run, if these are the weights of it that early stopping keeps; empty where it keeps none or
   * others.
   *
   * @param kept the weights of the best epoch in the order of the parameters; empty if none are kept
   */
  public static OptionalLong keptStep(float[][] kept, List<EpochRecord> records, Parameters weights) {
    boolean equal = kept.length > 0 && kept.length == weights.all().size() && IntStream.range(0, kept.length)
        .allMatch(i -> Arrays.equals(kept[i], weights.all().get(i).tensor().values()));
    return equal ? records.stream().min(Comparator.comparingDouble(EpochRecord::judgedLoss)).stream().mapToLong(EpochRecord::step)
        .findFirst() : OptionalLong.empty();
  }

  /** Takes back the weights of the best epoch, where early stopping asks for it. @return whether it did */
  public boolean restoreBest() {
    return best.restore();
  }
}

package studio.backprop.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import studio.backprop.doctor.Finding.Figure;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.HealthStats.OfNode;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.train.Fault;
import studio.backprop.train.record.EpochRecord;

/** Checks of the loss curve: faults, learning rate, overfitting, underfitting. */
final class LossChecks {
  /** Update ratio above which a step destroys what was learned. */
  private static final double MAX_UPDATE = 0.1;
  /** The same for first steps, which are long with some optimizers. */
  private static final double MAX_FIRST_UPDATE = 0.3;
  /** Update ratio of a first step that discards the initialization. */
  private static final double DISCARDING_UPDATE = 1;
  /** Share of the baseline loss that is significantly above it. */
  private static final double WORSE_THAN_NOTHING = 1.1;
  private static final double RESTLESS = 0.03;
  static final double MIN_UPDATE = 2e-4;
  /** Limit of the summed update ratios: steps of many layers add up. */
  private static final double MIN_TOTAL_UPDATE = 4 * MIN_UPDATE;
  /** Update ratio above the healthy 1e-3. */
  private static final double BRISK = 2e-3;
  private static final double NOTHING_LEARNED = 0.9;
  private static final double LITTLE = 0.8;
  private static final double ALL_LEARNED = 0.05;
  /** Share of the baseline loss that counts as underfitting, unless the data are noisy. */
  private static final double NO_FIT = 0.85;
  /** The same if the network is known to be restricted. */
  private static final double HALF = 0.5;
  /** Ratio of the loss of successive quarters above which it has converged. */
  private static final double RESTING = 0.99;
  /** The same for deep sigmoid networks, which converge slowly. */
  private static final double CREEPING = 0.97;
  private static final double THIRD = 0.35;
  private static final double RECOVERED = 0.85;
  /** Ratio of validation to training loss of memorized examples. */
  private static final double KNOWN = 20;
  private static final double WORSE = 1.5;
  private static final double LOST = 2;
  private static final double RISEN = 1.05;
  static final long SOME_STEPS = 2 * HealthMonitor.EVERY;
  private static final long MANY_STEPS = 10 * HealthMonitor.EVERY;
  static final int SOME_EPOCHS = 5;
  private static final int MANY_EPOCHS = 20;
  private static final double LONGER = 3;
  /** Factor of the waiting time for linear models. */
  private static final double SHORTER = 0.5;
  private static final int SMOOTHED = 3;
  private static final int SMOOTHED_SHARE = 12;
  static final int FEW_ROWS = 10;
  private static final int SEVERAL_ROWS = 30;

  private LossChecks() {}

  static List<Finding> of(Patient patient) {
    if (patient.stats().fault().isPresent()) {
      return List.of(fault(patient, patient.stats().fault().get()));
    }
    return Stream.of(tooHigh(patient), tooLow(patient), overfitting(patient), underfitting(patient)).flatMap(Optional::stream).toList();
  }

  private static Finding fault(Patient patient, Fault fault) {
    double last = patient.stats().recent(1);
    List<Figure> figures = patient.stats().taken() == 0 ? List.of() : List.of(new Figure(Message.of("doctor.figure.last_loss"), last));
    return new Finding(
        Kind.NOT_FINITE, List.of(fault.node()), figures, fault.sentence(), Remedy.reason(fault, patient.project(), patient.data()),
        Experiments.forFault(patient, fault));
  }

  private static Optional<Finding> tooHigh(Patient patient) {
    HealthStats stats = patient.stats();
    double now = stats.recent(HealthMonitor.EVERY);
    double moved = patient.median(OfNode::stride);
    double movedFirst = patient.median(OfNode::movedFirst);
    double trivial = Math.max(patient.facts().baseline(), stats.first());
    boolean ordered = patient.inOrder(); // then the loss fluctuates with the order of examples
    boolean diverged = stats.taken() >= HealthMonitor.EVERY && now > LOST * trivial && moved > MIN_UPDATE && !ordered;
    boolean astray = moved > MAX_UPDATE && patient.share() > WORSE_THAN_NOTHING
        || movedFirst > MAX_FIRST_UPDATE && patient.share() > NOTHING_LEARNED;
    boolean deep = patient.learning().size() > 1; // the loss of a single layer is convex
    boolean thrown = deep && movedFirst > DISCARDING_UPDATE && patient.share() > 1 - NOTHING_LEARNED;
    boolean jumps = stats.taken() >= HealthMonitor.EVERY && astray && !recovers(stats);
    boolean bounces = !ordered && stats.taken() >= SOME_STEPS && now > WORSE * stats.least() && moved > RESTLESS && patient.share() > 1
        - NOTHING_LEARNED;
    Optional<OfNode> killed = movedFirst > MAX_UPDATE && !patient.hasLearned()
        ? stats.nodes().stream().filter(UnitChecks::hasDied).findFirst()
        : Optional.empty();
    if (!diverged && !thrown && !jumps && !bounces && killed.isEmpty()) {
      return Optional.empty();
    }
    List<Figure> figures = List.of(loss("doctor.figure.first_loss", stats.first()), loss("doctor.figure.loss", now),
        moved > MAX_UPDATE || bounces ? moved(moved) : new Figure(Message.of("doctor.figure.moved_first"), movedFirst, movedFirst <= 1));
    Message sentence;
    if (diverged) {
      sentence = Message.of("doctor.rate_too_high.diverged", new Measured(stats.first()), new Measured(now));
    } else if (killed.isPresent()) {
      sentence = Message.of("doctor.rate_too_high.killed", far(movedFirst), patient.name(killed.get().node()));
    } else if (jumps) {
      String key = moved > MAX_UPDATE ? "doctor.rate_too_high.jumps" : "doctor.rate_too_high.began";
      sentence = Message.of(key, far(moved > MAX_UPDATE ? moved : movedFirst), new Measured(now), new Measured(patient.facts().baseline()));
    } else if (bounces) {
      sentence = Message.of("doctor.rate_too_high.bounces", new Measured(stats.least()), new Measured(now), far(moved));
    } else {
      sentence = Message.of("doctor.rate_too_high.thrown", far(movedFirst));
    }
    String why = diverged ? "doctor.rate_too_high.why_diverged" : "doctor.rate_too_high.why";
    return Optional.of(new Finding(
        Kind.RATE_TOO_HIGH, List.of(), figures, sentence, Message.of(why, new Measured(stats.setRate())),
        List.of(Experiments.slower(patient, 0.1), Experiments.slower(patient, 0.01))));
  }

  /** Whether training recovers from too large first steps. */
  private static boolean recovers(HealthStats stats) {
    return stats.taken() < SOME_STEPS && stats.recent(HealthMonitor.EVERY / 2) < RECOVERED * stats.recent(HealthMonitor.EVERY);
  }

  private static Optional<Finding> tooLow(Patient patient) {
    HealthStats stats = patient.stats();
    double moved = patient.median(OfNode::moved);
    double now = stats.recent(HealthMonitor.EVERY);
    boolean still = isStill(patient) && patient.median(OfNode::gradient) > 0 && patient.share() > ALL_LEARNED;
    boolean slow = !(patient.median(OfNode::movedFirst) > BRISK); // after healthy first steps there is another cause
    if (!stats.fresh() || stats.taken() < SOME_STEPS || !still || !slow || !isFull(patient) || now < LITTLE * stats.first()) {
      return Optional.empty();
    }
    double factor = Math.pow(10, Math.max(1, Math.min(3, Math.round(Math.log10(2e-3 / moved)))));
    return Optional.of(new Finding(
        Kind.RATE_TOO_LOW, List.of(), List.of(loss("doctor.figure.first_loss", stats.first()), loss("doctor.figure.loss", now),
            moved(moved)),
        Message.of("doctor.rate_too_low.sentence", new Measured(stats.first()), new Measured(now), stats.step(), far(moved)),
        Message.of("doctor.rate_too_low.why", new Measured(stats.setRate())),
        List.of(Experiments.rate(patient, factor, false), Experiments.rate(patient, factor / 3, false))));
  }

  /** Whether the schedule's factor is about 1. */
  static boolean isFull(Patient patient) {
    return patient.stats().rate() > patient.project().training().rate() / 2;
  }

  /** Whether updates are negligible. */
  static boolean isStill(Patient patient) {
    double inAll = patient.learning().stream().mapToDouble(OfNode::moved).filter(Double::isFinite).sum();
    return patient.median(OfNode::moved) < MIN_UPDATE && inAll < MIN_TOTAL_UPDATE;
  }

  private static Figure loss(String key, double loss) {
    return new Figure(Message.of(key), loss);
  }

  private static Figure moved(double moved) {
    return new Figure(Message.of("doctor.figure.moved"), moved, moved <= 1);
  }

  /** Localized update ratio: percentage or multiple. */
  private static Message far(double moved) {
    return moved > 1 ? Message.of("doctor.far.times", new Measured(moved)) : Message.of("doctor.far.share", new Measured(100 * moved));
  }

  private static Optional<Finding> overfitting(Patient patient) {
    List<EpochRecord> epochs = patient.stats().epochs();
    int count = epochs.size();
    if (count < SOME_EPOCHS || patient.data().validationRows() < FEW_ROWS || patient.project().training().patience() > 0) {
      return Optional.empty();
    }
    int best = bestEpoch(epochs);
    double base = patient.facts().baseline();
    double now = validation(epochs, count - 1);
    double least = validation(epochs, best);
    double train = mean(epochs, count - 1, e -> e.train().loss());
    double guesses = patient.data().validationRows() / base; // number of guessed examples with that loss
    boolean rises = now > 1.3 * least && now > 0.4 * base && now > 1.3 * train
        || now > (now > KNOWN * train ? 1.2 : 1.5) * least && now > 0.1 * base && now > 3 * train && (now - least) * guesses > FEW_ROWS;
    boolean turned = count - best > SMOOTHED && rises && train < 0.8 * mean(epochs, best, e -> e.train().loss());
    boolean shifted = patient.data().dataset().about().content().isOrdered(); // distribution shift over time
    boolean apart = !shifted && count >= 2 * SOME_EPOCHS
        && (now > 3 * train && now > base / 2 && train < 0.3 * base || now > KNOWN * train && now > base / 4 && now
            * guesses > SEVERAL_ROWS);
    if (!turned && !apart) {
      return Optional.empty();
    }
    // as plotted
    EpochRecord lowest = epochs.stream().min(Comparator.comparingDouble(epoch -> epoch.validation().loss())).orElseThrow();
    double lowestLoss = lowest.validation().loss();
    List<Figure> figures = List.of(
        loss("doctor.figure.train_loss", train), loss("doctor.figure.validation_loss", now),
        loss("doctor.figure.validation_best", lowestLoss));
    return Optional.of(new Finding(
        Kind.OVERFITTING, List.of(), figures,
        Message.of("doctor.overfitting.sentence", new Measured(lowestLoss), lowest.epoch(), new Measured(now), new Measured(train)),
        Message.of("doctor.overfitting.why", patient.known().parameterCount(), patient.data().trainRows()),
        Experiments.forOverfitting(patient)));
  }

  /** Significant rise of the validation loss since its best epoch, below overfitting. */
  static Optional<Message> rising(Patient patient) {
    List<EpochRecord> epochs = patient.stats().epochs();
    if (epochs.isEmpty() || overfitting(patient).isPresent()) {
      return Optional.empty();
    }
    EpochRecord lowest = epochs.stream().min(Comparator.comparingDouble(epoch -> epoch.validation().loss())).orElseThrow();
    double now = validation(epochs, epochs.size() - 1);
    boolean rises = epochs.size() - lowest.epoch() >= SMOOTHED && now > RISEN * validation(epochs, epochs.indexOf(lowest));
    return rises ? Optional.of(Message.of("doctor.unjudged.rising", new Measured(lowest.validation().loss()), lowest.epoch(),
        new Measured(now))) : Optional.empty();
  }

  /**
   * Index of the epoch with the smallest moving average of the validation loss; in one pass, by prefix and suffix sums of blocks (van Herk
   * 1992).
   */
  static int bestEpoch(List<EpochRecord> epochs) {
    int width = smoothedOver(epochs.size());
    double[] toEnd = new double[epochs.size()];
    for (int at = epochs.size() - 1; at >= 0; at--) {
      boolean last = at == epochs.size() - 1 || (at + 1) % width == 0;
      toEnd[at] = epochs.get(at).validation().loss() + (last ? 0 : toEnd[at + 1]);
    }
    int best = 0;
    double least = Double.NaN;
    double fromBegin = 0;
    for (int at = 0; at < epochs.size(); at++) {
      fromBegin = epochs.get(at).validation().loss() + (at % width == 0 ? 0 : fromBegin);
      boolean across = at >= width && (at + 1) % width != 0;
      double mean = (across ? toEnd[at - width + 1] + fromBegin : fromBegin) / Math.min(width, at + 1);
      if (at == 0 || mean < least) {
        best = at;
        least = mean;
      }
    }
    return best;
  }

  private static double validation(List<EpochRecord> epochs, int epoch) {
    return mean(epochs, epoch, e -> e.validation().loss());
  }

  static double trainLoss(List<EpochRecord> epochs, int from, int to) {
    return epochs.subList(from, to).stream().mapToDouble(epoch -> epoch.train().loss()).average().orElse(Double.NaN);
  }

  private static int smoothedOver(int epochs) {
    return Math.max(SMOOTHED, epochs / SMOOTHED_SHARE);
  }

  /** Moving average; the window grows with the run. */
  private static double mean(List<EpochRecord> epochs, int epoch, ToDoubleFunction<EpochRecord> number) {
    int from = Math.max(0, epoch - smoothedOver(epochs.size()) + 1);
    double sum = 0;
    for (int at = from; at <= epoch; at++) {
      sum += number.applyAsDouble(epochs.get(at));
    }
    return sum / (epoch + 1 - from);
  }

  private static Optional<Finding> underfitting(Patient patient) {
    List<EpochRecord> epochs = patient.stats().epochs();
    int count = epochs.size();
    if (count < restsAfter(patient)) {
      return Optional.empty();
    }
    double base = patient.facts().baseline();
    int quarter = count / 4;
    double now = trainLoss(epochs, count - quarter, count);
    double before = trainLoss(epochs, count - 2 * quarter, count - quarter);
    boolean slow = patient.isDeepSigmoid();
    double limit = slow ? THIRD : patient.heldBack() ? HALF : patient.data().dataset().text().isPresent() ? NOTHING_LEARNED : NO_FIT;
    if (patient.hasOwnCosts() || now < limit * base || now < (slow ? CREEPING : RESTING) * before) {
      return Optional.empty();
    }
    return Optional.of(new Finding(
        Kind.UNDERFITTING, List.of(), List.of(loss("doctor.figure.train_loss", now), loss("doctor.figure.baseline", base)),
        Message.of("doctor.underfitting.sentence", new Measured(now), new Measured(base)),
        slow ? Message.of("doctor.underfitting.sigmoid.why") : Message.of("doctor.underfitting.why", patient.known().parameterCount()),
        Experiments.forUnderfitting(patient)));
  }

  /** Number of epochs after which a flat loss is not a plateau. */
  static int restsAfter(Patient patient) {
    double patience = patient.isDeepSigmoid() ? 1 : patient.couldLearnMore() ? LONGER : patient.bends() ? 1 : SHORTER;
    long whole = patient.stats().taken() / patient.batches();
    double missing = Math.max(0, Math.ceil(patience * MANY_STEPS / patient.batches()) - whole);
    return (int) Math.max(Math.ceil(patience * MANY_EPOCHS), patient.stats().epochs().size() + missing);
  }
}

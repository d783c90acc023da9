package studio.backprop.doctor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.InverseFrequencies;
import studio.backprop.doctor.Finding.Figure;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.project.ClassBalance;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.record.EpochRecord;

/** Checks of class imbalance: low recall of a rare class. Imbalance alone is no finding. */
final class ClassChecks {
  /** Recall below which a class counts as neglected. */
  private static final double MIN_RECALL = 0.5;
  /** Smallest number of validation examples of a class for its recall. */
  private static final int MIN_EXAMPLES = 5;
  private static final int SOME_EPOCHS = 3;
  private static final int MANY_EPOCHS = 20;
  private static final long MANY_STEPS = 5 * LossChecks.SOME_STEPS;
  /** Ratio of the loss of successive quarters of the run below which it still falls. */
  private static final double FALLING = 0.8;

  private ClassChecks() {}

  static Optional<Finding> imbalance(Patient patient) {
    if (rarest(patient).isEmpty() || patient.project().training().balance() != ClassBalance.NONE || waitsFor(patient).isPresent()) {
      return Optional.empty();
    }
    return rare(patient).filter(label -> isNeglected(patient, label)).min(Comparator.comparingDouble(label -> recall(patient, label)))
        .map(label -> imbalance(patient, label));
  }

  /** Missing precondition; empty if none. */
  static Optional<Message> waitsFor(Patient patient) {
    int epochs = patient.stats().epochs().size();
    long missing = LossChecks.SOME_STEPS - patient.stats().taken();
    if (rarest(patient).isEmpty()) {
      return Optional.empty();
    }
    if (missing > 0) {
      return Optional.of(Message.of("doctor.unjudged.step", patient.stats().step() + missing));
    }
    if (epochs < SOME_EPOCHS) {
      return Optional.of(Message.of("doctor.unjudged.epoch", SOME_EPOCHS));
    }
    boolean lasting = epochs >= MANY_EPOCHS && patient.stats().taken() >= MANY_STEPS;
    return !lasting && isFalling(patient) ? Optional.of(Message.of("doctor.unjudged.falling")) : Optional.empty();
  }

  private static boolean isFalling(Patient patient) {
    List<EpochRecord> epochs = patient.stats().epochs();
    int count = epochs.size();
    int quarter = Math.max(1, count / 4);
    double now = LossChecks.trainLoss(epochs, count - quarter, count);
    return now < FALLING * LossChecks.trainLoss(epochs, count - 2 * quarter, count - quarter);
  }

  private static Stream<Integer> rare(Patient patient) {
    int[] counts = patient.facts().classes();
    return IntStream.range(0, counts.length).filter(label -> InverseFrequencies.isRare(counts[label], patient.largestClass())).boxed();
  }

  private static Optional<Integer> rarest(Patient patient) {
    return rare(patient).min(Comparator.comparingInt(label -> patient.facts().classes()[label]));
  }

  private static Optional<ClassCount> inValidation(Patient patient, int label) {
    List<ClassCount> classes = patient.stats().classes();
    return label < classes.size() && classes.get(label).examples() >= MIN_EXAMPLES ? Optional.of(classes.get(label)) : Optional.empty();
  }

  private static double recall(Patient patient, int label) {
    return inValidation(patient, label).map(ClassCount::recall).orElse(0.0);
  }

  /** Without validation examples: an unrecognized class leaves at least its prevalence wrong. */
  private static boolean isNeglected(Patient patient, int label) {
    List<EpochRecord> epochs = patient.stats().epochs();
    double share = (double) patient.facts().classes()[label] / Arrays.stream(patient.facts().classes()).sum();
    double wrong = 1 - epochs.get(epochs.size() - 1).train().accuracy();
    return inValidation(patient, label).map(count -> count.recall() < MIN_RECALL).orElse(wrong > MIN_RECALL * share);
  }

  private static Finding imbalance(Patient patient, int label) {
    int[] counts = patient.facts().classes();
    String often = DataChecks.mostFrequent(patient);
    String rare = patient.data().dataset().about().classNames().get(label);
    long most = patient.largestClass();
    int all = Arrays.stream(counts).sum();
    Message sentence = inValidation(patient, label)
        .map(seen -> Message.of(seen.correct() == 0 ? "doctor.imbalance.recall.none" : "doctor.imbalance.recall",
            most, often, counts[label], rare, seen.correct(), seen.examples()))
        .orElseGet(() -> Message.of("doctor.imbalance.sentence", most, often, counts[label], rare));
    return new Finding(
        Kind.IMBALANCE, List.of(),
        List.of(new Figure(Message.of("doctor.figure.examples", often), most),
            new Figure(Message.of("doctor.figure.examples", rare), counts[label])),
        sentence, Message.of("doctor.imbalance.why", often, new Measured(100.0 * most / all)),
        Experiments.forImbalance(patient, (double) counts[label] / all));
  }
}

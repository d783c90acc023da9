package studio.backprop.doctor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.HealthStats.OfNode;
import studio.backprop.project.ClassBalance;
import studio.backprop.text.Message;

/**
 * Check without result. Immutable.
 *
 * @param reason localized precondition or reason
 * @param later whether it is pending
 */
public record Unjudged(Kind kind, Message reason, boolean later) {
  private static final String ELSEWHERE = "doctor.unjudged.elsewhere";

  static List<Unjudged> of(Patient patient) {
    return Stream.of(rateTooHigh(patient), dead(patient), saturated(patient), rateTooLow(patient), leakage(patient), imbalance(patient),
        overfitting(patient), underfitting(patient), throughTime(patient), column(patient, Kind.CONSTANT_COLUMN),
        column(patient, Kind.TARGET_LEAKAGE)).flatMap(Optional::stream).toList();
  }

  static List<Unjudged> ofAgent(Patient patient, Set<Kind> kinds) {
    return Stream.concat(kinds.stream().map(kind -> new Unjudged(kind, Message.of("doctor.unjudged.agent"), false)),
        AgentChecks.unjudged(patient).stream()).toList();
  }

  /** Checks of other kinds of training. */
  static List<Unjudged> elsewhere(Stream<Kind> kinds) {
    return kinds.map(kind -> new Unjudged(kind, Message.of(ELSEWHERE), false)).toList();
  }

  public boolean isElsewhere() {
    return reason.key().equals(ELSEWHERE);
  }

  private static Optional<Unjudged> never(Kind kind, String why, Object... args) {
    return Optional.of(new Unjudged(kind, Message.of("doctor.unjudged." + why, args), false));
  }

  private static Optional<Unjudged> later(Kind kind, String what, Object... args) {
    return Optional.of(new Unjudged(kind, Message.of("doctor.unjudged." + what, args), true));
  }

  private static Optional<Unjudged> afterEpoch(Patient patient, Kind kind, int epochs) {
    return patient.stats().epochs().size() >= epochs ? Optional.empty() : later(kind, "epoch", epochs);
  }

  /** @param steps required */
  private static Optional<Unjudged> fromStep(Patient patient, Kind kind, long steps) {
    long missing = steps - patient.stats().taken();
    return missing <= 0 ? Optional.empty() : later(kind, "step", patient.stats().step() + missing);
  }

  private static Optional<Unjudged> rateTooHigh(Patient patient) {
    return fromStep(patient, Kind.RATE_TOO_HIGH, HealthMonitor.EVERY);
  }

  private static Optional<Unjudged> dead(Patient patient) {
    if (isKnownOfNone(patient, OfNode::silentFirst)) {
      return never(Kind.DEAD_RELU, "no_relu");
    }
    boolean heard = patient.stats().nodes().stream().noneMatch(node -> node.silentFirst() >= 0 && Double.isNaN(node.silent()));
    return fromStep(patient, Kind.DEAD_RELU, UnitChecks.STEPS).or(() -> heard ? Optional.empty() : later(Kind.DEAD_RELU, "examples"));
  }

  private static Optional<Unjudged> saturated(Patient patient) {
    return isKnownOfNone(patient, OfNode::saturated)
        ? never(Kind.SATURATION, "no_bend")
        : fromStep(patient, Kind.SATURATION, UnitChecks.STEPS);
  }

  private static boolean isKnownOfNone(Patient patient, ToDoubleFunction<OfNode> number) {
    return patient.stats().nodes().stream().mapToDouble(number).allMatch(Double::isNaN);
  }

  private static Optional<Unjudged> rateTooLow(Patient patient) {
    if (!patient.stats().fresh()) {
      return never(Kind.RATE_TOO_LOW, "not_fresh");
    }
    Optional<Unjudged> early = fromStep(patient, Kind.RATE_TOO_LOW, LossChecks.SOME_STEPS);
    return early.isPresent() || LossChecks.isFull(patient) ? early : later(Kind.RATE_TOO_LOW, "schedule");
  }

  private static Optional<Unjudged> leakage(Patient patient) {
    if (patient.facts().heldOut() == 0) {
      return never(Kind.LEAKAGE, "none_held");
    }
    return Evidence.areCompared(patient.data()) ? Optional.empty() : never(Kind.LEAKAGE, "not_compared", Evidence.MOST_ROWS);
  }

  private static Optional<Unjudged> imbalance(Patient patient) {
    if (patient.facts().classes().length == 0) {
      return never(Kind.IMBALANCE, "no_classes");
    }
    return patient.project().training().balance() != ClassBalance.NONE
        ? never(Kind.IMBALANCE, "balanced")
        : ClassChecks.waitsFor(patient).map(what -> new Unjudged(Kind.IMBALANCE, what, true));
  }

  private static Optional<Unjudged> overfitting(Patient patient) {
    int rows = patient.data().validationRows();
    if (rows < LossChecks.FEW_ROWS) {
      return never(Kind.OVERFITTING, "few_rows", rows);
    }
    return patient.project().training().patience() > 0
        ? never(Kind.OVERFITTING, "early_stopping")
        : afterEpoch(patient, Kind.OVERFITTING, LossChecks.SOME_EPOCHS)
            .or(() -> LossChecks.rising(patient).map(what -> new Unjudged(Kind.OVERFITTING, what, true)));
  }

  private static Optional<Unjudged> throughTime(Patient patient) {
    if (patient.stats().sequences().isEmpty()) {
      return never(Kind.VANISHING_THROUGH_TIME, "no_recurrent");
    }
    return TimeChecks.areShort(patient)
        ? never(Kind.VANISHING_THROUGH_TIME, "short", TimeChecks.longest(patient))
        : fromStep(patient, Kind.VANISHING_THROUGH_TIME, LossChecks.SOME_STEPS);
  }

  private static Optional<Unjudged> column(Patient patient, Kind kind) {
    return patient.facts().byColumn().known() ? Optional.empty() : never(kind, "no_columns");
  }

  private static Optional<Unjudged> underfitting(Patient patient) {
    return patient.hasOwnCosts() ? never(Kind.UNDERFITTING, "own_costs")
        : afterEpoch(patient, Kind.UNDERFITTING, LossChecks.restsAfter(patient));
  }
}

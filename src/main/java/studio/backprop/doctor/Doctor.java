package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.backprop.data.PreparedData;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.network.Analysis;
import studio.backprop.project.Project;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.train.Fault;

/**
 * Diagnosis of a run: findings without the consequences of other findings. Reads the data once, on first use. For a worker thread; not
 * thread-safe.
 */
public final class Doctor {
  /** Ratio of gradient norms between layers above which the weaker hardly learns. */
  public static final double UNEVEN = 1000;

  /** Findings that are suppressed as consequences of others. */
  private record Rule(Set<Kind> causes, Set<Kind> consequences) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(EnumSet.of(Kind.FROZEN), EnumSet.of(Kind.SYMMETRY, Kind.DEAD_RELU, Kind.SATURATION, Kind.IMBALANCE, Kind.OVERFITTING,
              Kind.RATE_TOO_HIGH)),
          new Rule(EnumSet.of(Kind.BAD_SCALING), EnumSet.of(Kind.EXPLODING, Kind.RATE_TOO_HIGH, Kind.RATE_TOO_LOW)),
          new Rule(EnumSet.of(Kind.SMALL_BATCH_NORM), EnumSet.of(Kind.VANISHING, Kind.EXPLODING)),
          new Rule(EnumSet.of(Kind.RATE_TOO_HIGH), EnumSet.of(Kind.OVERFITTING)),
          new Rule(EnumSet.of(Kind.SYMMETRY), EnumSet.of(Kind.VANISHING, Kind.RATE_TOO_LOW)),
          new Rule(EnumSet.of(Kind.SATURATION), EnumSet.of(Kind.VANISHING, Kind.RATE_TOO_LOW)),
          new Rule(EnumSet.of(Kind.DEAD_RELU), EnumSet.of(Kind.RATE_TOO_LOW)),
          new Rule(EnumSet.of(Kind.VANISHING, Kind.EXPLODING), EnumSet.of(Kind.RATE_TOO_LOW)),
          new Rule(EnumSet.of(Kind.VALUES_RUN_AWAY), EnumSet.of(Kind.EXPLODING, Kind.FORGETS, Kind.ONE_ACTION)),
          new Rule(EnumSet.of(Kind.UNSCALED_STATE, Kind.EXPLORES_NO_MORE), EnumSet.of(Kind.ONE_ACTION)),
          new Rule(EnumSet.complementOf(EnumSet.of(Kind.UNDERFITTING, Kind.IMBALANCE, Kind.LEAKAGE, Kind.TARGET_LEAKAGE,
              Kind.CONSTANT_COLUMN)), EnumSet.of(Kind.UNDERFITTING)));

  /** Findings that apply to agents. */
  private static final Set<Kind> OF_AGENTS = EnumSet.of(Kind.NOT_FINITE, Kind.DEAD_RELU, Kind.SATURATION, Kind.VANISHING, Kind.EXPLODING,
      Kind.SYMMETRY, Kind.FROZEN, Kind.VALUES_RUN_AWAY, Kind.UNSCALED_STATE, Kind.EXPLORES_NO_MORE, Kind.ONE_ACTION, Kind.FORGETS);

  private final Project project;
  private final PreparedData data;
  private final Evidence facts;
  private final Analysis known;
  private final EvaluatedRounds rounds;
  private List<Finding> settled;

  public Doctor(Project project, PreparedData data) {
    this.project = project;
    this.data = data;
    this.facts = Evidence.of(project, data);
    this.known = project.network().analyse();
    this.rounds = new EvaluatedRounds(project, data);
  }

  /** Findings of data and settings, independent of the step. */
  private List<Finding> settled(Patient patient) {
    if (settled == null) {
      settled = Stream.of(DataChecks.of(patient), ColumnChecks.of(patient), SettingChecks.of(patient)).flatMap(List::stream).toList();
    }
    return settled;
  }

  private boolean opposes() {
    return project.assignment().isAdversarial();
  }

  private boolean acts() {
    return project.assignment().acts();
  }

  private Patient patient(HealthStats stats) {
    Project now = project.withTraining(training -> training.withRate(stats.setRate())); // may change during training
    Project lived = stats.kept().map(kept -> now.withAssignment(old -> old.withLive(kept.live()))).orElse(now);
    return new Patient(lived, data, facts, known, stats);
  }

  /** Checks that are pending or not applicable. */
  public List<Unjudged> unjudged(HealthStats stats) {
    List<Unjudged> elsewhere = Unjudged.elsewhere(Arrays.stream(Kind.values()).filter(this::isElsewhere));
    return Stream.concat(elsewhere.stream(), here(stats).stream()).toList();
  }

  private boolean isElsewhere(Kind kind) {
    return kind.isAdversarial() ? !opposes() : kind.isOfAgents() ? !acts() : opposes() && kind != Kind.NOT_FINITE;
  }

  private List<Unjudged> here(HealthStats stats) {
    if (opposes()) {
      return AdversarialChecks.unjudged(patient(stats), rounds.of(stats));
    }
    Set<Kind> others = EnumSet.complementOf(EnumSet.copyOf(OF_AGENTS));
    others.removeIf(Kind::isAdversarial);
    return acts() ? Unjudged.ofAgent(patient(stats), others) : Unjudged.of(patient(stats));
  }

  /** Findings by descending severity. */
  public List<Finding> examine(HealthStats stats) {
    Patient patient = patient(stats);
    if (opposes()) { // adversarial losses need not fall
      return stats.fault().isPresent() ? LossChecks.of(patient) : AdversarialChecks.of(patient, rounds.of(stats));
    }
    List<Finding> all = new ArrayList<>();
    all.addAll(settled(patient));
    SettingChecks.symmetry(patient).ifPresent(all::add);
    all.addAll(UnitChecks.of(patient));
    all.addAll(GradientChecks.of(patient));
    TimeChecks.of(patient).ifPresent(all::add);
    ClassChecks.imbalance(patient).ifPresent(all::add);
    all.addAll(LossChecks.of(patient));
    if (acts()) {
      all.addAll(AgentChecks.of(patient));
      all.removeIf(finding -> !OF_AGENTS.contains(finding.kind()));
    }
    blameLoss(patient, all);
    if (UnitChecks.blocks(patient)) {
      all.removeIf(finding -> finding.kind() == Kind.VANISHING);
    }
    Set<Kind> found = EnumSet.noneOf(Kind.class);
    all.forEach(finding -> found.add(finding.kind()));
    RULES.stream().filter(rule -> rule.causes.stream().anyMatch(found::contains)).forEach(rule -> found.removeAll(rule.consequences));
    DataChecks.largeInTrouble(patient, found).filter(large -> !acts()).ifPresent(large -> {
      all.add(large);
      found.add(large.kind());
    });
    all.removeIf(finding -> !found.contains(finding.kind()));
    blameFault(patient, all);
    return all.stream()
        .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::kind)).toList();
  }

  /** Dead output ReLU: its range does not suit the targets. */
  private static void blameLoss(Patient patient, List<Finding> all) {
    Optional<Finding> wrong = all.stream().filter(finding -> finding.kind() == Kind.WRONG_LOSS).findFirst();
    Optional<Finding> dead = all.stream().filter(finding -> finding.kind() == Kind.DEAD_RELU).findFirst();
    List<Integer> last = patient.last();
    boolean killed = dead.filter(finding -> finding.nodes().stream().anyMatch(last::contains)).isPresent();
    if (wrong.isPresent() && (killed || patient.learnsNothing())) {
      all.replaceAll(finding -> finding == wrong.get() ? finding.serious() : finding);
      all.removeIf(finding -> killed && finding == dead.get() && last.containsAll(finding.nodes()));
    }
  }

  /** Non-finite numbers are attributed to exploding gradients or outputs before the rate. */
  private static void blameFault(Patient patient, List<Finding> all) {
    Optional<Fault> fault = patient.stats().fault();
    Optional<Finding> steep = all.stream().filter(finding -> finding.kind() == Kind.EXPLODING).findFirst();
    Optional<Finding> large = all.stream().filter(finding -> finding.kind() == Kind.BAD_SCALING && namesRate(all)).findFirst();
    if (fault.isPresent() && (steep.isPresent() || large.isPresent())) {
      Message seen = Message.of("doctor.not_finite.stopped", fault.get().step(), patient.name(fault.get().node()), fault.get().step() - 1);
      Finding cause = steep.orElseGet(large::get);
      Message reason = steep.isPresent()
          ? Message.of("doctor.not_finite.exploding.why", new Measured(cause.figures().get(0).value()))
          : Message.of("doctor.not_finite.scaling.why", cause.sentence(), cause.why());
      all.replaceAll(finding -> finding.kind() == Kind.NOT_FINITE ? finding.because(cause, seen, reason) : finding);
    }
  }

  /** Whether the rate is the only known cause of the fault. */
  private static boolean namesRate(List<Finding> all) {
    return all.stream().anyMatch(finding -> finding.kind() == Kind.NOT_FINITE && finding.why().key().equals(Remedy.REASON_RATE));
  }
}

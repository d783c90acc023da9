package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.doctor.Finding.Figure;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.generative.GeneratorEvaluator;
import studio.backprop.generative.GeneratorFigures;
import studio.backprop.generative.RoundLog;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.project.GanObjective;
import studio.backprop.project.WhoTrains;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.train.metric.ModeCoverage;

/**
 * Checks of adversarial training. Both losses stay near balance when it fails, so the checks use recorded rounds: generated examples and
 * discriminator outputs. Goodfellow et al. 2014; Arjovsky and Bottou 2017 on a dominant discriminator; Metz et al. 2017 on mode hopping.
 */
final class AdversarialChecks {
  /** Rounds a fault must persist, to exclude oscillation. */
  static final int LASTING = 200;
  /** Window, in rounds, of missing modes and mode hopping. */
  static final int LONG = 1000;
  /** Rounds before which a healthy generator covers few modes. */
  static final int GROWN = 2 * LONG;

  private static final double SURE = 0.95;
  private static final double FLAT = 1e-3;
  private static final double BALANCE = 0.5;
  private static final double BLIND = 0.02;
  private static final double FOOLED = 0.1;
  /** Smallest share of examples on a current mode. */
  private static final double SOME = 0.01;
  private static final int TURNS = 5;
  private static final double MOSTLY = 0.8;
  private static final int NAMED = 3;

  private final Patient patient;
  private final List<GeneratorFigures> rounds;
  private final GeneratorFigures now;
  private final AdversarialRoles roles;

  private AdversarialChecks(Patient patient, List<GeneratorFigures> rounds) {
    this.patient = patient;
    this.rounds = rounds;
    this.now = rounds.get(rounds.size() - 1);
    this.roles = AdversarialRoles.of(patient.network()).orElseThrow();
  }

  /** @param rounds evaluated ones, oldest first */
  static List<Finding> of(Patient patient, List<GeneratorFigures> rounds) {
    if (rounds.isEmpty()) {
      return List.of();
    }
    AdversarialChecks checks = new AdversarialChecks(patient, rounds);
    List<Finding> all = new ArrayList<>();
    checks.wins().ifPresent(all::add);
    checks.blind().or(checks::fooled).ifPresent(all::add);
    checks.goingRound().ifPresent(all::add);
    if (all.isEmpty()) { // each misses modes
      checks.missing().ifPresent(all::add);
    }
    return all;
  }

  /** Evaluated rounds of a window; empty if they do not cover it. */
  private List<GeneratorFigures> last(int length) {
    long from = now.step() - length;
    int first = (int) rounds.stream().filter(round -> round.step() <= from).count() - 1;
    return first < 0 ? List.of() : rounds.subList(first, rounds.size());
  }

  private List<Integer> discriminator() {
    return patient.network().nodes().stream().map(node -> node.id()).filter(roles.discriminator()::contains)
        .filter(id -> patient.known().parameterCount(patient.network().node(id)) > 0).toList();
  }

  private boolean isFewSoFar() {
    return now.coverage().map(ModeCoverage::few).orElse(true);
  }

  // --- D against G

  private Optional<Finding> wins() {
    List<GeneratorFigures> last = last(LASTING);
    if (last.isEmpty() || !last.stream().allMatch(round -> round.right() > SURE && round.median() < FLAT)) {
      return Optional.empty();
    }
    boolean minimax = adversarial().settings().objective() == GanObjective.MINIMAX;
    Message sentence = Message.of("doctor.discriminator_wins.sentence", now.step() - last.get(0).step(), new Measured(100 * now.right()),
        new Measured(now.median()));
    return Optional.of(new Finding(Kind.DISCRIMINATOR_WINS, discriminator(), List.of(
        Figure.share(Message.of("doctor.figure.right"), now.right()), new Figure(Message.of("doctor.figure.median"), now.median()),
        new Figure(Message.of("doctor.figure.on_real"), now.meanReal()),
        new Figure(Message.of("doctor.figure.on_generated"), now.meanGenerated())), sentence,
        Message.of(minimax ? "doctor.discriminator_wins.minimax.why" : "doctor.discriminator_wins.why"),
        AdversarialExperiments.againstWinner(patient, roles)));
  }

  private Adversarial adversarial() {
    return (Adversarial) patient.project().assignment();
  }

  /** D does not separate both, though generated examples are poor. */
  private Optional<Finding> blind() {
    List<GeneratorFigures> last = last(LASTING);
    boolean same = !last.isEmpty() && last.stream().allMatch(
        round -> Math.abs(round.meanReal() - BALANCE) <= BLIND && Math.abs(round.meanGenerated() - BALANCE) <= BLIND);
    boolean few = !last.isEmpty() && last.stream().allMatch(round -> round.coverage().map(ModeCoverage::few).orElse(false));
    int most = covered(rounds.stream());
    if (!same || !few || now.step() < LONG && now.coverage().orElseThrow().covered() >= most) {
      return Optional.empty();
    }
    ModeCoverage coverage = now.coverage().orElseThrow();
    Message sentence = Message.of("doctor.discriminator_blind.sentence", new Measured(now.meanReal()), new Measured(now.meanGenerated()),
        coverage.covered(), coverage.counts().length);
    return Optional.of(blind(sentence, "doctor.discriminator_blind.why",
        List.of(new Figure(Message.of("doctor.figure.covered"), coverage.covered()),
            new Figure(Message.of("doctor.figure.covered_most"), most))));
  }

  /** D scores generated examples higher than real ones. */
  private Optional<Finding> fooled() {
    List<GeneratorFigures> last = last(LASTING);
    boolean fooled = !last.isEmpty() && now.step() >= LONG / 2 && isFewSoFar()
        && last.stream().allMatch(round -> round.meanGenerated() > round.meanReal() + FOOLED && round.right() <= BALANCE);
    if (!fooled) {
      return Optional.empty();
    }
    boolean rests = adversarial().settings().trains() == WhoTrains.GENERATOR;
    Message sentence = Message.of("doctor.discriminator_blind.fooled", new Measured(now.meanGenerated()), new Measured(now.meanReal()),
        now.step() - last.get(0).step());
    return Optional.of(blind(sentence, rests ? "doctor.discriminator_blind.rests.why" : "doctor.discriminator_blind.fooled.why",
        List.of(Figure.share(Message.of("doctor.figure.right"), now.right()))));
  }

  private Finding blind(Message sentence, String why, List<Figure> more) {
    List<Figure> figures = new ArrayList<>(List.of(new Figure(Message.of("doctor.figure.on_real"), now.meanReal()),
        new Figure(Message.of("doctor.figure.on_generated"), now.meanGenerated())));
    figures.addAll(more);
    return new Finding(Kind.DISCRIMINATOR_BLIND, discriminator(), figures, sentence, Message.of(why),
        AdversarialExperiments.forBlind(patient));
  }

  // --- what G makes

  private static int covered(Stream<GeneratorFigures> rounds) {
    return rounds.flatMap(round -> round.coverage().stream()).mapToInt(ModeCoverage::covered).max().orElse(0);
  }

  private static int fullest(ModeCoverage coverage) {
    int[] counts = coverage.counts();
    return IntStream.range(0, counts.length).reduce((a, b) -> counts[b] > counts[a] ? b : a).orElse(-1);
  }

  /** Whether nearly all covered examples are on one mode. */
  private boolean isAtOne(ModeCoverage coverage) {
    int most = coverage.counts()[fullest(coverage)];
    return most >= SOME * coverage.examples() && 2 * most > Arrays.stream(coverage.counts()).sum();
  }

  private Optional<Finding> goingRound() {
    List<ModeCoverage> last = last(LONG).stream().flatMap(round -> round.coverage().stream()).toList();
    List<Integer> places = last.stream().filter(this::isAtOne).map(AdversarialChecks::fullest).toList();
    if (places.size() < TURNS || !last.stream().allMatch(ModeCoverage::few)) {
      return Optional.empty();
    }
    long changes = IntStream.range(1, places.size()).filter(i -> !places.get(i).equals(places.get(i - 1))).count();
    if (changes < MOSTLY * (places.size() - 1)) {
      return Optional.empty();
    }
    String way = places.subList(Math.max(0, places.size() - TURNS), places.size()).stream().map(this::name)
        .collect(Collectors.joining(" → "));
    return Optional.of(new Finding(Kind.GOING_ROUND, List.of(), List.of(
        new Figure(Message.of("doctor.figure.changes"), changes), new Figure(Message.of("doctor.figure.checks"), places.size() - 1),
        new Figure(Message.of("doctor.figure.covered"), now.coverage().orElseThrow().covered())),
        Message.of("doctor.going_round.sentence", changes, places.size() - 1, way), Message.of("doctor.going_round.why"),
        AdversarialExperiments.forGoingRound(patient, roles)));
  }

  private String name(int mode) {
    boolean places = patient.data().dataset().isPoints(); // modes have numbers instead of names
    return places ? String.valueOf(mode + 1) : patient.data().dataset().classNames().get(mode);
  }

  private Optional<Finding> missing() {
    List<GeneratorFigures> last = last(LONG);
    if (last.isEmpty() || now.step() < GROWN || now.coverage().isEmpty() || now.coverage().get().covered() == 0) {
      return Optional.empty();
    }
    ModeCoverage coverage = now.coverage().get();
    double least = ModeCoverage.LEAST * coverage.examples();
    List<Integer> missing = IntStream.range(0, coverage.counts().length)
        .filter(mode -> last.stream().allMatch(round -> round.coverage().orElseThrow().counts()[mode] < least)).boxed().toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String named = missing.stream().limit(NAMED).map(this::name).collect(Collectors.joining(", ")) + (missing.size() > NAMED ? " …" : "");
    int most = missing.stream().mapToInt(mode -> coverage.counts()[mode]).max().orElseThrow();
    Message sentence = Message.of("doctor.mode_missing.sentence", coverage.covered(), coverage.counts().length, named, most,
        GeneratorEvaluator.JUDGED, now.step() - last.get(0).step(), Math.round(least), missing.size());
    List<Figure> figures = IntStream.range(0, coverage.counts().length)
        .mapToObj(mode -> new Figure(Message.of("doctor.figure.on_mode", name(mode)), coverage.counts()[mode])).toList();
    return Optional.of(new Finding(Kind.MODE_MISSING, List.of(roles.generated().id()), figures, sentence,
        Message.of("doctor.mode_missing.why"), AdversarialExperiments.forMissing(patient, roles)));
  }

  // --- what is not known

  /** Checks that need more rounds, or are undefined for these data. */
  static List<Unjudged> unjudged(Patient patient, List<GeneratorFigures> rounds) {
    boolean counted = rounds.isEmpty() || rounds.get(rounds.size() - 1).coverage().isPresent();
    List<Unjudged> all = new ArrayList<>();
    boolean room = patient.stats().kept().map(kept -> kept.reaches(LONG)).orElse(true);
    if (!counted || !room) {
      Message why = Message.of(counted ? "doctor.unjudged.too_many_weights" : "doctor.unjudged.no_modes");
      all.add(new Unjudged(Kind.MODE_MISSING, why, false));
      all.add(new Unjudged(Kind.GOING_ROUND, why, false));
    } else {
      waits(patient, rounds, Kind.MODE_MISSING, Math.max(LONG, GROWN - first(rounds))).ifPresent(all::add);
      waits(patient, rounds, Kind.GOING_ROUND, LONG).ifPresent(all::add);
    }
    waits(patient, rounds, Kind.DISCRIMINATOR_WINS, LASTING).ifPresent(all::add);
    waits(patient, rounds, Kind.DISCRIMINATOR_BLIND, Math.max(LASTING, LONG / 2 - first(rounds))).ifPresent(all::add);
    return all;
  }

  private static long first(List<GeneratorFigures> rounds) {
    return rounds.isEmpty() ? 0 : rounds.get(0).step();
  }

  private static Optional<Unjudged> waits(Patient patient, List<GeneratorFigures> rounds, Kind kind, long rest) {
    long from = rounds.isEmpty() ? patient.stats().step() + RoundLog.BETWEEN : rounds.get(0).step();
    boolean known = !rounds.isEmpty() && rounds.get(rounds.size() - 1).step() - from >= rest;
    return known ? Optional.empty() : Optional.of(new Unjudged(kind, Message.of("doctor.unjudged.round", from + rest), true));
  }
}

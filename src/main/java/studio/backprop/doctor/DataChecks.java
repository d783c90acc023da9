package studio.backprop.doctor;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.Scaling;
import studio.backprop.doctor.Evidence.Spread;
import studio.backprop.doctor.Finding.Figure;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.network.Node;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;

/** Checks of the data: scaling, leakage, order, imbalance. */
final class DataChecks {
  /** Input scale above which initialization is unsuitable: it assumes about 1. */
  private static final double MAX_SCALE = 10;
  private static final double SMALL = 0.01;
  /** Input scale that is risky: curvature grows with its square. */
  private static final double RISKY = 3;
  /** Consequences of large inputs. */
  private static final Set<Kind> TROUBLES = EnumSet.of(Kind.NOT_FINITE, Kind.EXPLODING, Kind.RATE_TOO_HIGH, Kind.DEAD_RELU,
      Kind.SATURATION);
  /** Scale below which columns are not compared. */
  private static final double SEEN = 0.1;
  /** Ratio of scales above which the smaller column is ignored by training. */
  private static final double APART = 100;
  /** Share of duplicated held-out examples that counts as leakage. */
  private static final double LEAK = 0.1;
  private static final int FEW = 3;

  private DataChecks() {}

  static List<Finding> of(Patient patient) {
    return Stream.of(scaling(patient), targetScaling(patient), leakage(patient), order(patient))
        .flatMap(Optional::stream).toList();
  }

  private static Optional<Finding> scaling(Patient patient) {
    List<Spread> columns = patient.facts().columns().stream().filter(column -> column.size() > 0)
        .sorted(Comparator.comparingDouble(Spread::size)).toList();
    if (patient.data().scaling() != Scaling.NONE || columns.isEmpty() || normalizes(patient)) {
      return Optional.empty();
    }
    Spread least = columns.get(0);
    Spread most = columns.get(columns.size() - 1);
    boolean apart = most.size() > APART * least.size() && most.size() > SEEN;
    if (most.size() <= MAX_SCALE && most.size() >= SMALL && !apart) {
      return Optional.empty();
    }
    return Optional.of(scaling(patient, most, least));
  }

  /** Moderately large inputs are a finding only with consequences. */
  static Optional<Finding> largeInTrouble(Patient patient, Set<Kind> found) {
    Optional<Spread> most = patient.facts().columns().stream().max(Comparator.comparingDouble(Spread::size))
        .filter(column -> column.size() > RISKY);
    boolean scaled = patient.data().scaling() != Scaling.NONE || normalizes(patient) || found.contains(Kind.BAD_SCALING);
    return scaled || found.stream().noneMatch(TROUBLES::contains) ? Optional.empty() : most.map(large -> scaling(patient, large, large));
  }

  private static Finding scaling(Patient patient, Spread most, Spread least) {
    boolean several = most != least && !least.name().isEmpty();
    Message sentence = several
        ? Message.of("doctor.bad_scaling.columns", most.name(), measured(most.size()), least.name(), measured(least.size()))
        : Message.of("doctor.bad_scaling.one", measured(most.size()));
    List<Figure> figures = several ? List.of(figure(most), figure(least))
        : List.of(new Figure(Message.of("doctor.figure.input_size"), most.size()));
    return new Finding(Kind.BAD_SCALING, inputs(patient), figures, sentence, Message.of("doctor.bad_scaling.why"),
        List.of(Experiments.scale()));
  }

  private static Figure figure(Spread column) {
    return new Figure(Message.of("doctor.figure.size", column.name()), column.size());
  }

  /** Whether the network normalizes its inputs. */
  private static boolean normalizes(Patient patient) {
    return patient.network().nodes().stream().filter(node -> node.layer().isInput())
        .flatMap(node -> patient.network().targets(node.id()).stream())
        .allMatch(node -> node.layer().normalizes());
  }

  static List<Integer> inputs(Patient patient) {
    return patient.network().nodes().stream().filter(node -> node.layer().isInput()).map(Node::id).toList();
  }

  private static Optional<Finding> targetScaling(Patient patient) {
    Spread target = patient.facts().target();
    if (patient.data().scaling() != Scaling.NONE || target.size() <= MAX_SCALE || scaling(patient).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new Finding(
        Kind.BAD_SCALING, List.of(patient.network().objective().output().id()), List.of(figure(target)),
        Message.of("doctor.bad_scaling.target", target.name(), measured(target.size())), Message.of("doctor.bad_scaling.target.why"),
        List.of(Experiments.scale())));
  }

  static String mostFrequent(Patient patient) {
    int[] counts = patient.facts().classes();
    int index = IntStream.range(0, counts.length).reduce((one, other) -> counts[other] > counts[one] ? other : one).orElse(0);
    return patient.data().dataset().about().classNames().get(index);
  }

  private static Optional<Finding> leakage(Patient patient) {
    int leaked = patient.facts().leaked();
    int held = patient.facts().heldOut();
    if (leaked < FEW || leaked < LEAK * held) {
      return Optional.empty();
    }
    return Optional.of(new Finding(
        Kind.LEAKAGE, List.of(),
        List.of(new Figure(Message.of("doctor.figure.leaked"), leaked), new Figure(Message.of("doctor.figure.held"), held)),
        Message.of("doctor.leakage.sentence", leaked, held), Message.of("doctor.leakage.why"), Experiments.distinct(patient)));
  }

  /** Without shuffling each epoch repeats the same batches (LeCun et al. 1998, Bengio 2012). */
  private static Optional<Finding> order(Patient patient) {
    Evidence facts = patient.facts();
    boolean batches = patient.batch() < patient.data().trainRows();
    double chance = facts.chance();
    if (patient.project().training().shuffle() || !batches) {
      return Optional.empty();
    }
    if (!patient.inOrder()) {
      long repeated = patient.batches();
      return Optional.of(new Finding(
          Kind.NO_SHUFFLE, List.of(), List.of(new Figure(Message.of("doctor.figure.batches"), repeated)),
          Message.of("doctor.no_shuffle.same", repeated), Message.of("doctor.no_shuffle.same.why"), List.of(Experiments.shuffle())));
    }
    boolean classes = facts.classes().length > 0;
    List<Figure> figures = List.of(
        new Figure(Message.of(classes ? "doctor.figure.neighbours" : "doctor.figure.alike"), facts.neighbours(), classes),
        Figure.share(Message.of("doctor.figure.chance"), chance));
    return Optional.of(new Finding(
        Kind.NO_SHUFFLE, List.of(), figures,
        classes
            ? Message.of("doctor.no_shuffle.classes", measured(100 * facts.neighbours()), measured(100 * chance))
            : Message.of("doctor.no_shuffle.values", measured(facts.neighbours())),
        Message.of("doctor.no_shuffle.why"), List.of(Experiments.shuffle())));
  }

  private static Measured measured(double value) {
    return new Measured(value);
  }
}

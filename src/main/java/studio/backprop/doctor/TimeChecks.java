package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.doctor.Finding.Figure;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.HealthStats.OfSequence;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;

/** Check of vanishing gradients through time (Bengio, Simard and Frasconi 1994). */
final class TimeChecks {
  /** Smallest number of time steps. */
  static final int LONG = 16;
  /** Largest ratio of gradients between time steps while the loss does not fall. */
  private static final double UNEVEN_WHILE_STUCK = 30;

  private TimeChecks() {}

  /** Empty if the network learns. */
  static Optional<Finding> of(Patient patient) {
    if (patient.stats().taken() < LossChecks.SOME_STEPS || patient.hasLearned()) {
      return Optional.empty();
    }
    List<OfSequence> faint = patient.stats().sequences().stream().filter(node -> fades(node, patient)).toList();
    return faint.isEmpty() ? Optional.empty() : Optional.of(finding(patient, faint));
  }

  /** Whether all sequences are short. */
  static boolean areShort(Patient patient) {
    return longest(patient) < LONG;
  }

  static int longest(Patient patient) {
    return patient.stats().sequences().stream().mapToInt(node -> node.gradients().length).max().orElse(0);
  }

  private static boolean fades(OfSequence node, Patient patient) {
    double[] gradients = node.gradients();
    double uneven = patient.learnsNothing() ? UNEVEN_WHILE_STUCK : Doctor.UNEVEN;
    return strongest(gradients) - first(gradients) >= LONG && gradients[first(gradients)] * uneven < gradients[strongest(gradients)];
  }

  private static int first(double[] gradients) {
    return IntStream.range(0, gradients.length).filter(step -> !Double.isNaN(gradients[step])).findFirst().orElse(0);
  }

  private static int strongest(double[] gradients) {
    return IntStream.range(0, gradients.length).filter(step -> !Double.isNaN(gradients[step]))
        .reduce((one, other) -> gradients[other] >= gradients[one] ? other : one).orElse(0);
  }

  private static Finding finding(Patient patient, List<OfSequence> faint) {
    OfSequence node = faint.get(0);
    double[] gradients = node.gradients();
    int first = first(gradients);
    int strongest = strongest(gradients);
    String name = patient.name(node.node());
    double factor = Math.pow(Math.max(gradients[first], Double.MIN_NORMAL) / gradients[strongest], 1.0 / (strongest - first));
    boolean gated = faint.stream().noneMatch(one -> patient.network().node(one.node()).layer() instanceof SimpleRnn);
    List<Figure> figures = new ArrayList<>();
    for (int step : new int[] {strongest, first}) {
      figures.add(new Figure(Message.of("doctor.figure.time", step + 1), gradients[step]));
    }
    return new Finding(
        Kind.VANISHING_THROUGH_TIME, faint.stream().map(OfSequence::node).toList(), figures,
        Message.of("doctor.vanishing_through_time.sentence", name, new Measured(gradients[strongest]), strongest + 1,
            new Measured(gradients[first]), first + 1),
        Message.of(gated ? "doctor.vanishing_through_time.gates.why" : "doctor.vanishing_through_time.why", new Measured(factor), strongest
            - first),
        Experiments.forVanishingThroughTime(patient, faint.stream().map(OfSequence::node).toList()));
  }
}

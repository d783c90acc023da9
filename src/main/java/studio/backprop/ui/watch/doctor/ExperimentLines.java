package studio.backprop.ui.watch.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import studio.backprop.doctor.ClassRecall;
import studio.backprop.doctor.Experiment;
import studio.backprop.doctor.Experiment.Variant;
import studio.backprop.doctor.Finding;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.HealthStats.OfNode;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.layer.Layer;
import studio.backprop.network.Node;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.agent.AgentHealth;
import studio.backprop.train.agent.EpisodeLog;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.metric.ModeCoverage;

/** Comparison of both trainings of an experiment (A unchanged, B changed), line by line. */
final class ExperimentLines {
  /**
   * One number of both.
   *
   * @param better whether B is better; empty for neither
   */
  record Line(Message label, double a, double b, boolean percent, Optional<Boolean> better) {}

  /** Smaller differences have the same digits, and count as equal. */
  private static final double CHANCE = 0.01;

  private ExperimentLines() {}

  /** The number of the finding first, then the loss, then the validation examples. */
  static List<Line> of(Finding finding, Experiment twin) {
    if (twin.a().generator().isPresent() && twin.b().generator().isPresent()) {
      return ofGenerators(twin);
    }
    List<Line> lines = new ArrayList<>();
    finding.nodes().stream().findFirst().ifPresent(node -> ofNode(finding, twin, node).ifPresent(lines::add));
    if (finding.kind() == Kind.IMBALANCE) {
      neglected(finding).ifPresent(rare -> lines.add(doubted(
          line(Message.of("doctor.line.recall", rare), twin, lane -> lane.recall(rare), true, 1), twin,
          lane -> recall(lane.recall(), rare))));
      lines.add(doubted(line("doctor.line.evenly", twin, Variant::evenly, true, 1), twin, lane -> evenly(lane.recall())));
    }
    boolean act = twin.a().stats().agent().isPresent() && twin.b().stats().agent().isPresent();
    if (act) {
      lines.add(line(Message.of("doctor.line.return", EpisodeLog.LAST), twin, lane -> acted(lane, AgentHealth::mean), false, 1));
      lines.add(line("doctor.line.greedy", twin, lane -> acted(lane, AgentHealth::best), false, 1));
      lines.add(line("doctor.line.highest", twin, lane -> acted(lane, AgentHealth::highest), false, 0));
      lines.removeIf(line -> Double.isNaN(line.a()) || Double.isNaN(line.b()));
    }
    int sign = comparable(twin) && !act ? -1 : 0; // an agent's targets are its own: a smaller loss is not better
    lines.add(line("doctor.line.loss" + weighted(twin), twin, Variant::loss, false, sign));
    if (scored(twin, Metrics::accuracy)) {
      int better = ofSameExamples(twin) ? 1 : 0;
      lines.add(doubted(line("doctor.line.accuracy", twin, lane -> score(lane, Metrics::accuracy), true, better), twin,
          lane -> Interval.wilson(lane.recall().allFound(), lane.recall().examples())));
    }
    if (scored(twin, Metrics::loss)) {
      lines.add(line("doctor.line.validation", twin, lane -> score(lane, Metrics::loss), false, sign));
    }
    return lines;
  }

  private static double acted(Variant lane, ToDoubleFunction<AgentHealth> number) {
    return lane.stats().agent().stream().mapToDouble(number).findFirst().orElse(Double.NaN);
  }

  /** Samples of a GAN and the discriminator's output. A smaller loss of D is not better, as its opponent is G. */
  private static List<Line> ofGenerators(Experiment twin) {
    List<Line> lines = new ArrayList<>();
    if (twin.a().generator().orElseThrow().coverage().isPresent()) {
      lines.add(line("doctor.line.covered", twin, lane -> covered(lane).covered(), false, 1));
      lines.add(line("doctor.line.share", twin, lane -> covered(lane).share(), true, 1));
    }
    lines.add(line("doctor.line.right", twin, lane -> lane.generator().orElseThrow().right(), true, 0));
    lines.add(line("doctor.line.median", twin, lane -> lane.generator().orElseThrow().median(), false, 0));
    lines.add(line("doctor.line.loss.discriminator", twin, Variant::loss, false, 0));
    return lines;
  }

  private static ModeCoverage covered(Variant lane) {
    return lane.generator().orElseThrow().coverage().orElseThrow();
  }

  /** Key suffix: which of both training losses is weighted by class, if only one is. */
  static String weighted(Experiment twin) {
    boolean a = twin.a().project().training().balance() == ClassBalance.WEIGHTS;
    boolean b = twin.b().project().training().balance() == ClassBalance.WEIGHTS;
    return a == b ? "" : b ? ".b_weighted" : ".a_weighted";
  }

  /** The same line, but neither is better while each number lies in the 95 % interval of the other. */
  private static Line doubted(Line line, Experiment twin, Function<Variant, Interval> interval) {
    Interval a = interval.apply(twin.a());
    Interval b = interval.apply(twin.b());
    boolean apart = !a.isDefined() || !b.isDefined() || !(holds(a, line.b()) || holds(b, line.a()));
    return apart ? line : new Line(line.label(), line.a(), line.b(), line.percent(), Optional.empty());
  }

  private static boolean holds(Interval interval, double value) {
    return value >= interval.low() && value <= interval.high();
  }

  private static Interval recall(ClassRecall recall, String name) {
    int index = recall.names().indexOf(name);
    return index < 0 ? Interval.UNDEFINED : Interval.wilson(recall.found().get(index), recall.all().get(index));
  }

  /** Interval of a mean of recalls, whose intervals add up in quadrature. Zou and Donner 2008. */
  private static Interval evenly(ClassRecall recall) {
    double below = 0;
    double above = 0;
    int[] classes = recall.classes();
    for (int k : classes) {
      Interval one = Interval.wilson(recall.found().get(k), recall.all().get(k));
      below += Math.pow(recall.of(k) - one.low(), 2);
      above += Math.pow(one.high() - recall.of(k), 2);
    }
    return classes.length == 0 ? Interval.UNDEFINED
        : new Interval(recall.mean() - Math.sqrt(below) / classes.length, recall.mean() + Math.sqrt(above) / classes.length);
  }

  /** Whether B is better in more lines than it is worse. */
  static boolean favoursB(List<Line> lines) {
    long better = lines.stream().filter(line -> line.better().equals(Optional.of(true))).count();
    long worse = lines.stream().filter(line -> line.better().equals(Optional.of(false))).count();
    return better > 0 && better >= worse;
  }

  /** Whether both losses are comparable: another kind, another unit or other examples are not. */
  private static boolean comparable(Experiment twin) {
    Project a = twin.a().project();
    Project b = twin.b().project();
    return ofSameExamples(twin) && end(a).equals(end(b)) && a.data().scaling() == b.data().scaling() && a.training()
        .balance() == b.training().balance();
  }

  /** Whether scores are of the same examples; if not, they are not comparable. */
  private static boolean ofSameExamples(Experiment twin) {
    return twin.a().project().table().equals(twin.b().project().table());
  }

  /** The underrepresented class of an imbalance: its figures are those of the most frequent one and of this. */
  private static Optional<String> neglected(Finding finding) {
    return finding.figures().stream().reduce((first, last) -> last).flatMap(figure -> figure.label().args().stream().findFirst())
        .map(String::valueOf);
  }

  private static Layer end(Project project) {
    return project.network().objective().output().layer();
  }

  private static boolean scored(Experiment twin, ToDoubleFunction<Metrics> number) {
    return !Double.isNaN(score(twin.a(), number));
  }

  private static double score(Variant lane, ToDoubleFunction<Metrics> number) {
    return lane.validation().map(scores -> number.applyAsDouble(scores)).orElse(Double.NaN);
  }

  private static Optional<Line> ofNode(Finding finding, Experiment twin, int node) {
    return switch (finding.kind()) {
      case VANISHING -> Optional.of(line(gradientOf(twin, node), twin, lane -> at(lane, node, OfNode::gradient), false, 1));
      case EXPLODING -> Optional.of(line(gradientOf(twin, node), twin, lane -> at(lane, node, OfNode::gradient), false, -1));
      case VANISHING_THROUGH_TIME -> Optional.of(line("doctor.line.time", twin, lane -> atFirstStep(lane, node), false, 1));
      case DEAD_RELU -> Optional.of(line("doctor.line.silent", twin, lane -> at(lane, node, OfNode::silent), true, -1));
      case SATURATION -> Optional.of(line("doctor.line.flat", twin, lane -> at(lane, node, OfNode::saturated), true, -1));
      default -> Optional.empty();
    };
  }

  private static Message gradientOf(Experiment twin, int node) {
    return Message.of("doctor.line.gradient", twin.a().project().network().find(node).map(Node::name).orElse(""));
  }

  /** At the first time step of any example. */
  private static double atFirstStep(Variant lane, int node) {
    return lane.stats().sequences().stream().filter(one -> one.node() == node).flatMapToDouble(one -> Arrays.stream(one.gradients()))
        .filter(gradient -> !Double.isNaN(gradient)).findFirst().orElse(Double.NaN);
  }

  /** Omits the number where there is no such node, such as a ReLU. */
  private static double at(Variant lane, int node, ToDoubleFunction<OfNode> number) {
    return lane.stats().nodes().stream().filter(one -> one.node() == node).mapToDouble(number).findFirst().orElse(Double.NaN);
  }

  private static Line line(String key, Experiment twin, ToDoubleFunction<Variant> number, boolean percent, int sign) {
    return line(Message.of(key), twin, number, percent, sign);
  }

  private static Line line(Message label, Experiment twin, ToDoubleFunction<Variant> number, boolean percent, int sign) {
    double a = number.applyAsDouble(twin.a());
    double b = number.applyAsDouble(twin.b());
    boolean known = Double.isFinite(a) && Double.isFinite(b) && Math.abs(a - b) > CHANCE * Math.max(Math.abs(a), Math.abs(b)) && sign != 0;
    return new Line(label, a, b, percent, known ? Optional.of((b - a) * sign > 0) : Optional.empty());
  }
}

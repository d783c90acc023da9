package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.backprop.data.Task;
import studio.backprop.doctor.Evidence.Spread;
import studio.backprop.doctor.Finding.Figure;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.layer.Activation;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;

/** Checks of the settings: loss and output activation, symmetric initialization, batch size for normalization. */
final class SettingChecks {
  /** Hints of the network about output and loss. */
  private static final Set<String> HINTS = Set.of("hint.always_one", "hint.wants_softmax", "hint.wants_sigmoid", "hint.softmax_twice");
  /** Smallest batch for batch normalization (Wu and He 2018); pixels of one image do not count. */
  private static final int MIN_BATCH = 8;
  private static final double SLACK = 0.1;

  private SettingChecks() {}

  static List<Finding> of(Patient patient) {
    List<Finding> all = new ArrayList<>();
    frozen(patient).ifPresent(all::add);
    wrongLoss(patient).ifPresent(all::add);
    smallBatch(patient).ifPresent(all::add);
    return all;
  }

  /** All layers are frozen. */
  private static Optional<Finding> frozen(Patient patient) {
    int end = patient.network().objective().output().id();
    List<Node> with = patient.network().nodes().stream()
        .filter(node -> patient.network().leads(node.id(), end) && patient.known().parameterCount(node) > 0).toList();
    boolean learns = with.stream().flatMap(node -> patient.known().parameters(node).stream()).anyMatch(ParameterSpec::trainable);
    if (learns) {
      return Optional.empty();
    }
    Message sentence = with.isEmpty() ? Message.of("doctor.frozen.none") : Message.of("doctor.frozen.sentence", with.size());
    List<Integer> nodes = with.stream().map(Node::id).toList();
    return Optional.of(new Finding(
        Kind.FROZEN, nodes, List.of(new Figure(Message.of("doctor.figure.frozen"), patient.known().parameterCount())), sentence,
        Message.of("doctor.frozen.why"), with.isEmpty() ? List.of() : List.of(Experiments.thaw(nodes))));
  }

  private static Optional<Finding> wrongLoss(Patient patient) {
    Optional<Problem> hint = patient.known().hints().stream().filter(problem -> HINTS.contains(problem.sentence().key())).findFirst();
    if (hint.isPresent()) {
      return Optional.of(loss(patient, hint.get().node(), List.of(), hint.get().sentence(), Message.of("doctor.wrong_loss.hint.why")));
    }
    Node end = patient.network().objective().output();
    Node last = patient.answering();
    Loss loss = ((Output) end.layer()).loss();
    Activation bend = last.layer().activation();
    boolean classes = patient.data().dataset().task() == Task.CLASSES;
    if (classes && !loss.forClasses()) {
      return Optional.of(loss(
          patient, end.id(), List.of(), Message.of("doctor.wrong_loss.numbers", loss.title()),
          Message.of("doctor.wrong_loss.numbers.why")));
    }
    int several = patient.facts().classes().length;
    if (several > 2 && loss == Loss.BINARY_CROSS_ENTROPY) {
      return Optional.of(loss(
          patient, end.id(), List.of(), Message.of("doctor.wrong_loss.binary", loss.title(), several),
          Message.of("doctor.wrong_loss.binary.why")));
    }
    Spread target = patient.facts().target();
    if (loss == Loss.HINGE && Bounds.least(bend) >= 0) {
      return Optional.of(loss(
          patient, last.id(), List.of(), Message.of("doctor.wrong_loss.sides", last.title(), bend.title(), loss.title()),
          Message.of("doctor.wrong_loss.range.why")));
    }
    double least = Bounds.least(bend);
    double most = Bounds.most(bend);
    double slack = SLACK * (target.most() - target.least());
    if (!classes && loss == Loss.BINARY_CROSS_ENTROPY && (target.least() < -slack || target.most() > 1 + slack)) {
      return Optional.of(loss(
          patient, end.id(), range(target), Message.of("doctor.wrong_loss.chances", loss.title(), new Measured(target.least()),
              new Measured(target.most())),
          Message.of("doctor.wrong_loss.chances.why")));
    }
    if (classes || loss.forClasses() || target.least() >= least - slack && target.most() <= most + slack) {
      return Optional.empty();
    }
    return Optional.of(loss(
        patient, last.id(), range(target),
        Message.of("doctor.wrong_loss.range", last.title(), bend.title(), new Measured(target.least()), new Measured(target.most())),
        Message.of("doctor.wrong_loss.range.why")));
  }

  private static List<Figure> range(Spread target) {
    return List.of(
        new Figure(Message.of("doctor.figure.least", target.name()), target.least()),
        new Figure(Message.of("doctor.figure.most", target.name()), target.most()));
  }

  private static Finding loss(Patient patient, int node, List<Figure> figures, Message sentence, Message why) {
    return new Finding(Kind.WRONG_LOSS, List.of(node), figures, sentence, why, Experiments.suitedLoss(patient));
  }

  static Optional<Finding> symmetry(Patient patient) {
    List<Integer> alike = patient.learning().stream().filter(HealthStats.OfNode::alike).map(HealthStats.OfNode::node).toList();
    if (patient.stats().taken() < 2) {
      return Optional.empty();
    }
    if (alike.isEmpty()) {
      return begunAlike(patient);
    }
    long units = patient.known().shape(alike.get(0)).map(Shape::count).orElse(0L);
    return Optional.of(new Finding(
        Kind.SYMMETRY, alike, List.of(new Figure(Message.of("doctor.figure.units", patient.name(alike.get(0))), units)),
        Message.of("doctor.symmetry.sentence", patient.names(alike), patient.stats().step()), Message.of("doctor.symmetry.why"),
        List.of(Experiments.suitedInit(patient, withThoseDrawnAlike(patient, alike)))));
  }

  /** All layers with symmetric initialization, not only one. */
  private static List<Integer> withThoseDrawnAlike(Patient patient, List<Integer> alike) {
    return patient.learning().stream().map(HealthStats.OfNode::node).filter(node -> alike.contains(node) || isDrawnAlike(patient, node))
        .toList();
  }

  /** Symmetric initialization that later layers have broken. */
  private static Optional<Finding> begunAlike(Patient patient) {
    List<Integer> alike = patient.learning().stream().map(HealthStats.OfNode::node).filter(node -> isDrawnAlike(patient, node)).toList();
    if (alike.isEmpty() || !patient.stats().fresh()) {
      return Optional.empty();
    }
    long units = patient.known().shape(alike.get(0)).map(Shape::count).orElse(0L);
    return Optional.of(new Finding(
        Kind.SYMMETRY, alike, List.of(new Figure(Message.of("doctor.figure.units", patient.name(alike.get(0))), units)),
        Message.of("doctor.symmetry.begun", patient.names(alike)), Message.of("doctor.symmetry.begun.why"),
        List.of(Experiments.suitedInit(patient, alike))));
  }

  /** Several units of equal weights, except output units. */
  private static boolean isDrawnAlike(Patient patient, int node) {
    Network network = patient.network();
    Layer layer = network.node(node).layer();
    boolean constant = LayerSettings.value(layer, "init", Init.class).filter(init -> init.kind() == Init.Kind.CONSTANT).isPresent();
    boolean answers = network.targets(node).stream().anyMatch(target -> target.layer() instanceof Output);
    return constant && !answers && patient.known().shape(node).map(Shape::count).orElse(0L) > 1;
  }

  private static Optional<Finding> smallBatch(Patient patient) {
    List<Integer> small = patient.network().nodes().stream()
        .filter(node -> node.layer() instanceof BatchNorm).map(Node::id).toList();
    if (small.isEmpty() || patient.batch() >= MIN_BATCH) {
      return Optional.empty();
    }
    long numbers = numbers(patient, patient.network().node(small.get(0)));
    return Optional.of(new Finding(
        Kind.SMALL_BATCH_NORM, small, List.of(new Figure(Message.of("doctor.figure.averaged"), numbers)),
        Message.of("doctor.small_batch_norm.sentence", patient.names(small), numbers, patient.batch()),
        Message.of("doctor.small_batch_norm.why"),
        Experiments.forSmallBatch(patient, small)));
  }

  /** Numbers per mean of a batch normalization. */
  private static long numbers(Patient patient, Node node) {
    Shape shape = patient.known().shape(node.id()).orElse(Shape.SCALAR);
    int channels = shape.rank() == 0 ? 1 : shape.rank() == 2 ? shape.size(1) : shape.size(0);
    return patient.batch() * shape.count() / channels;
  }
}

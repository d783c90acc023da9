package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.backprop.data.Scaling;
import studio.backprop.data.Task;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.layer.Gru;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerNorm;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.train.Fault;

/** Remedies by kind of finding: one change each. */
final class Experiments {
  private static final double DROPOUT = 0.3;
  private static final double STRONG_DROPOUT = 0.5;
  /** Weight decay; smaller values do not end overfitting with adaptive optimizers. */
  private static final double DECAY = 0.05;
  private static final int WIDER = 4;
  /** Largest depth of ReLU layers without skip connections. */
  private static final int BEARABLE_DEPTH = 15;
  private static final int UNITS = 16;
  private static final int MOST_BATCH = 1024;
  private static final int USUAL_BATCH = 32;
  private static final double USUAL_RATE = 0.01;
  private static final double BEARABLE = 0.3;
  private static final double EPSILON = 1e-5;
  private static final double NOISE = 0.3;
  /** Smallest expected number of examples of the rarest class in a batch. */
  private static final int AT_LEAST = 4;
  private static final List<Activation> SQUASHING = List.of(Activation.SIGMOID, Activation.HARD_SIGMOID, Activation.TANH);

  private Experiments() {}

  static Remedy scale() {
    return Remedy.trying(Message.of("doctor.try.scale"), true, p -> p.withData(p.data().withScaling(Scaling.STANDARDIZE)));
  }

  /** Remedies after a fault, from the initial weights: the last ones are mostly degraded. */
  static List<Remedy> forFault(Patient patient, Fault fault) {
    boolean fast = patient.project().training().rate() > USUAL_RATE;
    return Remedy.of(fault, patient.project(), patient.data(), true).stream().filter(remedy -> remedy.edit().isPresent())
        .map(remedy -> fast && remedy.edit().get().change().apply(patient.project()).data().scaling() != patient.data().scaling()
            ? scaleAndSlow() : remedy).toList();
  }

  /** Both changes at once, as either alone would fail. */
  private static Remedy scaleAndSlow() {
    return Remedy.trying(Message.of("doctor.try.scale.rate", Remedy.plain(USUAL_RATE)), true, p -> p
        .withData(p.data().withScaling(Scaling.STANDARDIZE)).withTraining(t -> t.withRate(USUAL_RATE)));
  }

  static Remedy shuffle() {
    return Remedy.trying(Message.of("doctor.try.shuffle"), true, p -> p.withTraining(t -> t.withShuffle(true)));
  }

  static Remedy rate(Patient patient, double factor, boolean afresh) {
    double rate = Double.parseDouble(Remedy.plain(patient.project().training().rate() * factor));
    return Remedy.trying(Message.of("doctor.try.rate", Remedy.plain(rate)), afresh, p -> p.withTraining(t -> t.withRate(rate)));
  }

  /** Divides the rate, or sets a usual one from far above. */
  static Remedy slower(Patient patient, double factor) {
    double set = patient.project().training().rate();
    return rate(patient, factor * Math.min(1, BEARABLE / set), true);
  }

  private static List<Remedy> batch(Patient patient, int wanted) {
    int size = Math.min(wanted, patient.data().trainRows());
    return size <= patient.batch()
        ? List.of()
        : List.of(Remedy.trying(Message.of("doctor.try.batch", size), true, p -> p.withTraining(t -> t.withBatch(size))));
  }

  static List<Remedy> distinct(Patient patient) {
    return patient.project().table().isEmpty()
        ? List.of()
        : List.of(Remedy.trying(Message.of("doctor.try.distinct"), true, p -> p.withTable(p.table().orElseThrow().distinct())));
  }

  static Remedy thaw(List<Integer> nodes) {
    return Remedy.trying(Message.of("doctor.try.thaw"), true, changing(nodes, layer -> LayerSettings.with(layer, "trainable", true)));
  }

  /** Gated recurrent layers (Hochreiter and Schmidhuber 1997, Cho et al. 2014). */
  static List<Remedy> forVanishingThroughTime(Patient patient, List<Integer> nodes) {
    String names = patient.names(nodes);
    Remedy lstm = Remedy.trying(Message.of("doctor.try.lstm", names), true, changing(nodes, Lstm::insteadOf));
    Remedy gru = Remedy.trying(Message.of("doctor.try.gru", names), true, changing(nodes, Gru::insteadOf));
    return Stream.of(lstm, gru).filter(remedy -> !remedy.edit().orElseThrow().change().apply(patient.project()).equals(patient.project()))
        .toList();
  }

  /** Loss suited to the targets, with its output activation. */
  static List<Remedy> suitedLoss(Patient patient) {
    Node end = patient.network().objective().output();
    Node last = patient.answering();
    long width = patient.known().shape(last.id()).map(Shape::count).orElse(1L);
    boolean classes = patient.data().dataset().task() == Task.CLASSES;
    Loss set = ((Output) end.layer()).loss();
    Loss loss = !classes ? set.forClasses() ? Loss.MSE : set : width == 1 ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY;
    Activation bend = !classes ? Activation.NONE : width == 1 ? Activation.SIGMOID : Activation.SOFTMAX;
    Message title = classes ? Message.of("doctor.try.loss", loss.title(), bend.title()) : Message.of("doctor.try.loss.plain", loss.title());
    return List.of(Remedy.trying(title, true, p -> p.withNetwork(network -> {
      Network ended = change(network, List.of(end.id()), layer -> LayerSettings.with(layer, "loss", loss));
      return change(ended, List.of(last.id()), layer -> LayerSettings.bentBy(layer, bend));
    })));
  }

  static Remedy suitedInit(Patient patient, List<Integer> nodes) {
    return Remedy.trying(Message.of("doctor.try.init", patient.names(nodes)), true, changing(
        nodes, layer -> LayerSettings.with(layer, "init", layer.activation().suitedInit())));
  }

  /** @param died whether large steps have killed live units */
  static List<Remedy> forDead(Patient patient, List<Integer> nodes, boolean died) {
    Remedy leaky = Remedy.trying(Message.of("doctor.try.leaky", patient.names(nodes)), true, changing(
        nodes, layer -> LayerSettings.bentBy(layer, Activation.LEAKY_RELU)));
    return died ? List.of(slower(patient, 0.1), leaky) : Stream.concat(Stream.of(leaky), wider(patient).stream()).toList();
  }

  /** @param grown whether training has made the weights large */
  static List<Remedy> forFlat(Patient patient, boolean grown) {
    List<Remedy> all = new ArrayList<>();
    if (patient.data().scaling() == Scaling.NONE) {
      all.add(scale());
    }
    Optional<Remedy> bent = bend(patient, Activation.RELU);
    bent.filter(remedy -> !grown).ifPresent(all::add);
    all.add(slower(patient, 0.1));
    bent.filter(remedy -> grown).ifPresent(all::add);
    return all;
  }

  static List<Remedy> forVanishing(Patient patient) {
    List<Remedy> all = new ArrayList<>();
    bend(patient, Activation.RELU).ifPresent(all::add);
    bend(patient, Activation.TANH).ifPresent(all::add);
    if (SkipConnections.helps(patient.network())) {
      boolean deep = squashing(patient.network(), SQUASHING).size() > BEARABLE_DEPTH;
      all.add(deep ? 0 : all.size(), Remedy.trying(Message.of("doctor.try.skip"), true, p -> p.withNetwork(SkipConnections::around)));
    }
    return all;
  }

  static List<Remedy> forImbalance(Patient patient, double rarest) {
    List<Remedy> all = new ArrayList<>();
    all.add(balance("doctor.try.balance", ClassBalance.BATCHES));
    all.add(balance("doctor.try.class_weights", ClassBalance.WEIGHTS));
    all.addAll(batch(patient, (int) Math.min(MOST_BATCH, Math.ceil(AT_LEAST / rarest))));
    return all;
  }

  private static Remedy balance(String title, ClassBalance way) {
    return Remedy.trying(Message.of(title), true, p -> p.withTraining(t -> t.withBalance(way)));
  }

  static List<Remedy> forSmallBatch(Patient patient, List<Integer> norms) {
    List<Remedy> all = new ArrayList<>(batch(patient, USUAL_BATCH));
    all.add(Remedy.trying(Message.of("doctor.try.layer_norm"), true, changing(norms, layer -> Optional.of(new LayerNorm(EPSILON, true)))));
    return all;
  }

  /** Replaces saturating activations, except the output's. */
  private static Optional<Remedy> bend(Patient patient, Activation function) {
    List<Integer> nodes = squashing(patient.network(), SQUASHING.stream().filter(bend -> bend != function).toList());
    Remedy bent = Remedy.trying(Message.of("doctor.try.bend", function.title()), true,
        changing(nodes, layer -> LayerSettings.bentBy(layer, function)));
    return Optional.of(bent).filter(any -> !nodes.isEmpty());
  }

  /** Hidden layers that end in one of these activations. */
  static List<Integer> squashing(Network network, List<Activation> bends) {
    List<Integer> last = network.sources(network.objective().output().id()).stream().map(Node::id).toList();
    return network.nodes().stream().filter(node -> !last.contains(node.id()) && bends.contains(node.layer().activation()))
        .map(Node::id).toList();
  }

  static List<Remedy> forExploding(Patient patient) {
    Regularization now = patient.project().training().regularization();
    Regularization clipped = new Regularization(now.l1(), now.l2(), Regularization.Clip.NORM, 1);
    List<Integer> all = patient.network().nodes().stream().map(Node::id).toList();
    Remedy init = Remedy.trying(Message.of("doctor.try.init.all"), true, changing(
        all, layer -> LayerSettings.with(layer, "init", layer.activation().suitedInit())));
    boolean loud = !init.edit().orElseThrow().change().apply(patient.project()).equals(patient.project());
    Remedy clip = Remedy.trying(Message.of("doctor.try.clip"), true, p -> p.withTraining(t -> t.withRegularization(clipped)));
    return loud ? List.of(init, clip) : List.of(clip, slower(patient, 0.1));
  }

  /** By descending rate of success. */
  static List<Remedy> forOverfitting(Patient patient) {
    Regularization now = patient.project().training().regularization();
    Regularization decayed = new Regularization(now.l1(), Math.max(DECAY, now.l2() * 10), now.clip(), now.limit());
    List<Remedy> all = new ArrayList<>();
    all.add(Remedy.trying(Message.of("doctor.try.patience"), true, p -> p.withTraining(t -> t.withPatience(10))));
    all.add(Remedy.trying(
        Message.of("doctor.try.decay", Remedy.plain(decayed.l2())), true, p -> p.withTraining(t -> t.withRegularization(decayed))));
    wireFromInput(patient).ifPresent(wire -> all.add(inserting(Message.of("doctor.try.augment"), wire, new GaussianNoise(NOISE))));
    wireToLast(patient.network()).ifPresent(wire ->
        all.add(inserting(Message.of("doctor.try.dropout", STRONG_DROPOUT), wire, new Dropout(STRONG_DROPOUT))));
    return all;
  }

  static List<Remedy> forUnderfitting(Patient patient) {
    List<Remedy> all = new ArrayList<>();
    if (patient.isDeepSigmoid()) {
      bend(patient, Activation.RELU).ifPresent(all::add);
      bend(patient, Activation.TANH).ifPresent(all::add);
    }
    Regularization now = patient.project().training().regularization();
    if (now.l1() > 0 || now.l2() > 0) {
      Regularization free = new Regularization(0, 0, now.clip(), now.limit());
      all.add(Remedy.trying(Message.of("doctor.try.free"), true, p -> p.withTraining(t -> t.withRegularization(free))));
    }
    List<Integer> silencing = patient.network().nodes().stream()
        .filter(node -> node.layer() instanceof Dropout dropout && dropout.rate() > DROPOUT).map(Node::id).toList();
    if (!silencing.isEmpty()) {
      all.add(Remedy.trying(Message.of("doctor.try.less_dropout", DROPOUT), true,
          changing(silencing, layer -> Optional.of(new Dropout(DROPOUT)))));
    }
    wider(patient).or(() -> wireToLast(patient.network()).map(wire ->
        inserting(Message.of("doctor.try.hidden", UNITS), wire, Dense.of(UNITS, Activation.RELU)))).ifPresent(all::add);
    all.add(rate(patient, 3, true));
    return all;
  }

  private static Optional<Remedy> wider(Patient patient) {
    List<Integer> hidden = hidden(patient.network());
    return hidden.isEmpty() ? Optional.empty()
        : Optional.of(Remedy.trying(Message.of("doctor.try.wider", WIDER), true, changing(hidden, Experiments::wider)));
  }

  private static Optional<Layer> wider(Layer layer) {
    return layer instanceof Dense dense ? LayerSettings.with(layer, "units", dense.units() * WIDER) : Optional.empty();
  }

  /** Hidden dense layers on a path to the loss. */
  private static List<Integer> hidden(Network network) {
    int end = network.objective().output().id();
    List<Integer> last = network.sources(end).stream().map(Node::id).toList();
    return network.nodes().stream()
        .filter(node -> node.layer() instanceof Dense && !last.contains(node.id()) && network.leads(node.id(), end)).map(Node::id).toList();
  }

  /** Wire into the output layer. */
  private static Optional<Wire> wireToLast(Network network) {
    return network.sources(network.objective().output().id()).stream().filter(last -> last.layer() instanceof Dense)
        .flatMap(last -> network.wires().stream().filter(wire -> wire.to() == last.id())).findFirst();
  }

  /** Wire of scaled numeric inputs, for input noise. */
  private static Optional<Wire> wireFromInput(Patient patient) {
    Network network = patient.network();
    boolean measures = patient.data().scaling() != Scaling.NONE && patient.data().dataset().text().isEmpty() && patient.data().dataset()
        .graph().isEmpty();
    List<Wire> all = network.wires().stream().filter(wire -> network.node(wire.from()).layer() instanceof Input).toList();
    return measures && all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  static Remedy inserting(Message title, Wire wire, Layer layer) {
    return Remedy.trying(title, true, p -> p.withNetwork(network -> {
      Node before = network.node(wire.from());
      Node after = network.node(wire.to());
      Network added = network.add(layer, (before.x() + after.x()) / 2, (before.y() + after.y()) / 2);
      return added.insert(network.nextId(), wire);
    }));
  }

  private static UnaryOperator<Project> changing(Collection<Integer> nodes, Function<Layer, Optional<Layer>> change) {
    return project -> project.withNetwork(network -> change(network, nodes, change));
  }

  private static Network change(Network network, Collection<Integer> nodes, Function<Layer, Optional<Layer>> change) {
    Network result = network;
    for (int id : nodes) {
      Optional<Layer> changed = change.apply(network.node(id).layer());
      result = changed.isEmpty() ? result : result.with(id, node -> node.withLayer(changed.get()));
    }
    return result;
  }
}

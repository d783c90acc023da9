package studio.backprop.doctor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Plan;
import studio.backprop.project.Project;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;
import studio.backprop.train.record.EpochRecord;

/** Whether a drawn training really has what it is drawn for, by other means than the doctor's: by comparing runs, and counting units. */
final class Truth {
  private static final int ROWS = 200;

  private Truth() {}

  static boolean isSick(Kind kind, Case run) throws Exception {
    return switch (kind) {
      case NOT_FINITE -> trained(run).fault().isPresent();
      case RATE_TOO_HIGH -> 0.5 * loss(run) > loss(run.with(t -> t.withRate(t.rate() / 100)));
      case RATE_TOO_LOW -> 0.7 * loss(run) > loss(run.with(t -> t.withRate(t.rate() * 300)));
      case DEAD_RELU -> flat(run, Set.of(Activation.RELU)) > 0.7 && stuck(run);
      case SATURATION -> flat(run, Set.of(Activation.SIGMOID, Activation.TANH, Activation.HARD_SIGMOID)) > 0.8 && stuck(run);
      case EXPLODING -> explodes(run);
      case OVERFITTING -> overfits(run);
      case UNDERFITTING, VANISHING_THROUGH_TIME -> stuck(run);
      case IMBALANCE -> neglects(run) && neglects(new Case(run.project(), 3 * run.steps())); // not only because it is early
      default -> true;
    };
  }

  /** Whether it learned a good part of what there is, and nothing by heart. */
  static boolean isWell(Case run) throws Exception {
    Session session = trained(run);
    double baseline = Evidence.of(run.project(), session.data()).baseline();
    return session.fault().isEmpty() && session.evaluate(Part.TRAIN).loss() < 0.8 * baseline && !overfits(run);
  }

  private static Session trained(Case run) throws Exception {
    Project project = run.project();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    while (session.steps() < run.steps() && session.step()) {
      continue;
    }
    return session;
  }

  /** Of the training part, after the last step; infinite where it failed. */
  private static double loss(Case run) throws Exception {
    Session session = trained(run);
    return session.fault().isPresent() ? Double.POSITIVE_INFINITY : session.evaluate(Part.TRAIN).loss();
  }

  /** No better than who gives the same answer to all. */
  private static boolean stuck(Case run) throws Exception {
    Session session = trained(run);
    Evidence facts = Evidence.of(run.project(), session.data());
    return session.fault().isEmpty() && session.evaluate(Part.TRAIN).loss() > 0.87 * facts.baseline();
  }

  /** Whether gradients are a hundred times what they are with weights that were drawn for each activation. */
  private static boolean explodes(Case run) throws Exception {
    Case suited = new Case(run.project().withNetwork(network -> {
      Network calm = network;
      for (Node node : network.nodes()) {
        Optional<Layer> drawn = LayerSettings.with(node.layer(), "init", node.layer().activation().suitedInit());
        calm = drawn.isEmpty() ? calm : calm.with(node.id(), one -> one.withLayer(drawn.get()));
      }
      return calm;
    }), 1);
    double steep = steepest(run);
    return steep > 100 * steepest(suited) && steep > 100;
  }

  /** In the first step. */
  private static double steepest(Case run) throws Exception {
    Session session = trained(new Case(run.project(), 1));
    return IntStream.range(0, session.parameters().learned().size()).mapToDouble(session::gradientNorm).max().orElse(0);
  }

  /** Whether less than half of the examples of the rarest class in the validation part are recognized. */
  private static boolean neglects(Case run) throws Exception {
    Session session = trained(run);
    PreparedData data = session.data();
    Predictions said = Predictions.of(Replica.of(session, null), Set.of(Part.VALIDATION));
    int[] counts = new int[data.dataset().classNames().size()];
    IntStream.range(0, data.trainRows()).forEach(row -> counts[data.classOf(Part.TRAIN, row)]++);
    int rarest = IntStream.range(0, counts.length).reduce((one, other) -> counts[other] < counts[one] ? other : one).orElseThrow();
    int[] rows = IntStream.range(0, data.validationRows()).filter(row -> data.classOf(Part.VALIDATION, row) == rarest).toArray();
    long right = IntStream.of(rows).filter(row -> said.classOf(Part.VALIDATION, row) == rarest).count();
    return session.fault().isEmpty() && 2 * right < rows.length;
  }

  private static boolean overfits(Case run) throws Exception {
    Session session = trained(run);
    List<EpochRecord> epochs = session.epochs();
    if (session.fault().isPresent() || epochs.size() < 10) {
      return false;
    }
    EpochRecord last = epochs.get(epochs.size() - 1);
    double least = epochs.stream().mapToDouble(epoch -> epoch.validation().loss()).min().orElseThrow();
    return last.validation().loss() > 1.5 * least && last.validation().loss() > 2 * last.train().loss();
  }

  /** Of the layer that has most, the share of units that answer the same to all examples, or answers where the slope is almost none. */
  private static double flat(Case run, Set<Activation> bends) throws Exception {
    Session session = trained(run);
    Replica replica = Replica.of(session, null);
    PreparedData data = session.data();
    int rows = Math.min(ROWS, data.trainRows());
    float[] examples = new float[rows * data.dataset().width()];
    for (int row = 0; row < rows; row++) {
      data.copyInput(Part.TRAIN, row, examples, row * data.dataset().width());
    }
    Plan plan = replica.answer(examples, 0, rows);
    double most = 0;
    List<Node> nodes = run.project().network().nodes();
    for (Node node : nodes.subList(0, nodes.size() - 2)) {
      if (node.layer() instanceof Dense dense && bends.contains(dense.activation())) {
        Tensor output = plan.output(node.id()).orElseThrow();
        most = Math.max(most, dense.activation() == Activation.RELU ? silent(output, rows) : flat(output, dense.activation()));
      }
    }
    return most;
  }

  private static double silent(Tensor output, int rows) {
    int units = output.count() / rows;
    float[] most = new float[units];
    float[] lane = output.values();
    boolean byRow = output.shape().size(0) == rows;
    for (int i = 0; i < output.count(); i++) {
      int unit = byRow ? i % units : i / rows;
      most[unit] = Math.max(most[unit], lane[i]);
    }
    int silent = 0;
    for (float value : most) {
      silent += value == 0 ? 1 : 0;
    }
    return (double) silent / units;
  }

  private static double flat(Tensor output, Activation bend) {
    int flat = 0;
    for (int i = 0; i < output.count(); i++) {
      double y = output.values()[i];
      flat += (bend == Activation.TANH ? 1 - y * y : 4 * y * (1 - y)) < 0.05 ? 1 : 0;
    }
    return (double) flat / output.count();
  }

  /** A drawn training in one line. */
  static String told(Case run) {
    Project project = run.project();
    Set<String> layers = project.network().nodes().stream().map(Node::layer).map(Truth::told)
        .collect(Collectors.toCollection(TreeSet::new));
    return project.data().dataset() + " " + project.training().optimizer().getClass().getSimpleName() + " " + project.training().rate()
        + " b"
        + project.training().batch() + " n" + project.network().nodes().size() + " " + layers + " seed " + project.training().seed();
  }

  private static String told(Layer layer) {
    return layer instanceof Dense dense ? "Dense" + dense.units() + dense.activation() : layer.getClass().getSimpleName();
  }
}

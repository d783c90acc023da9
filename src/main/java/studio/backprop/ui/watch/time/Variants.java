package studio.backprop.ui.watch.time;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.layer.Activation;
import studio.backprop.network.Edit;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.project.Regularization.Clip;
import studio.backprop.project.TrainingSettings;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Numbers;

/** Variants offered for a branch: each changes one thing, so that a difference has one cause. */
final class Variants {
  private static final double[] FACTORS = {10, 3, 1 / 3.0, 0.1};
  private static final double[] EXPLORATIONS = {0, 0.05, 0.1, 0.3, 1};
  private static final int DIGITS = 2;
  private static final List<Activation> BENDS =
      List.of(Activation.RELU, Activation.LEAKY_RELU, Activation.TANH, Activation.SIGMOID, Activation.GELU, Activation.NONE);

  private Variants() {}

  private static Edit<Project> change(Message name, UnaryOperator<TrainingSettings> change) {
    return new Edit<>(name, project -> project.withTraining(change));
  }

  /** Continues unchanged: bit-identical, until the user changes something. */
  static Edit<Project> twin() {
    return change(Message.of("branch.twin"), training -> training);
  }

  static List<Edit<Project>> rates(TrainingSettings now, Numbers numbers) {
    List<Edit<Project>> rates = new ArrayList<>();
    for (double factor : FACTORS) {
      double rate = rounded(now.rate() * factor);
      rates.add(change(Message.of("branch.rate", numbers.entry(rate)), training -> training.withRate(rate)));
    }
    return rates;
  }

  /** Other values of ε, for an agent that has one; else empty. */
  static List<Edit<Project>> explorations(Project now, Numbers numbers) {
    List<Edit<Project>> changes = new ArrayList<>();
    if (now.assignment().values().isPresent()) {
      for (double epsilon : EXPLORATIONS) {
        changes.add(new Edit<>(Message.of("branch.epsilon", numbers.entry(epsilon)), project -> Agent.exploring(project, epsilon)));
      }
    }
    return changes;
  }

  private static double rounded(double value) {
    if (value == 0) {
      return 0;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(value)) - DIGITS + 1);
    return Double.parseDouble(String.format(Locale.ROOT, "%.1e", Math.round(value / unit) * unit));
  }

  static List<Edit<Project>> batches(TrainingSettings now) {
    List<Edit<Project>> sizes = new ArrayList<>();
    for (int size : new int[] {now.batch() * 4, now.batch() * 2, now.batch() / 2, now.batch() / 4}) {
      if (size >= 1) {
        sizes.add(change(Message.of("branch.batch", size), training -> training.withBatch(size)));
      }
    }
    return sizes;
  }

  /** Other optimizers at the current rate: to change both would be two causes. @param title of an optimizer */
  static List<Edit<Project>> optimizers(TrainingSettings now, Function<Message, String> title) {
    List<Edit<Project>> kinds = new ArrayList<>();
    for (OptimizerType type : OptimizerCatalog.types()) {
      if (type != OptimizerCatalog.typeOf(now.optimizer())) {
        kinds.add(change(
            Message.of("branch.optimizer", title.apply(type.title())),
            training -> training.withOptimizer(type.fresh())));
      }
    }
    return kinds;
  }

  /** Other activations of hidden layers, by layer name. The output activation stays. */
  static Map<String, List<Edit<Project>>> activations(Network network) {
    Map<String, List<Edit<Project>>> layers = new LinkedHashMap<>();
    for (Node node : network.analyse().order()) {
      boolean last = network.targets(node.id()).stream().anyMatch(target -> target.layer().isOutput());
      Optional<Setting> setting = activation(node);
      if (setting.isPresent() && !last) {
        Object now = node.type().form().value(node.layer(), setting.get());
        layers.put(node.name(), BENDS.stream().filter(other -> other != now).map(other -> bent(node, setting.get(), other)).toList());
      }
    }
    return layers;
  }

  private static Optional<Setting> activation(Node node) {
    return node.type().settings().stream().filter(setting -> node.type().form().value(node.layer(), setting) instanceof Activation)
        .findFirst();
  }

  private static Edit<Project> bent(Node node, Setting setting, Activation other) {
    Message name = other == Activation.NONE
        ? Message.of("branch.no_activation", node.name())
        : Message.of("branch.activation", Setting.choiceTitle(other), node.name());
    return new Edit<>(name, project -> project.withNetwork(
        network -> network.with(node.id(), now -> now.withLayer(now.type().form().with(now.layer(), setting, other)))));
  }

  /** Other noise or another sample of data generated by a formula; else empty. */
  static List<Edit<Project>> data(DataSettings now, Numbers numbers) {
    List<Edit<Project>> changes = new ArrayList<>();
    Optional<DatasetInfo> info = DatasetCatalog.find(now.dataset());
    if (info.filter(known -> known.source().isNoisy()).isPresent()) {
      for (double noise : new double[] {0, 0.5 * now.noise(), 2 * now.noise(), 4 * now.noise()}) {
        if (noise != now.noise() && noise <= DataSettings.MOST_NOISE) {
          changes.add(data(Message.of("branch.noise", numbers.entry(rounded(noise))), data -> data.withNoise(rounded(noise))));
        }
      }
    }
    long seed = now.seed() + 1;
    boolean made = info.filter(known -> known.source().isGenerated()).isPresent();
    changes.add(data(Message.of(made ? "branch.data_seed" : "branch.split_seed", String.valueOf(seed)), data -> data.withSeed(seed)));
    return changes;
  }

  private static Edit<Project> data(Message name, UnaryOperator<DataSettings> change) {
    return new Edit<>(name, project -> project.withData(change.apply(project.data())));
  }

  /** Regularization and gradient clipping, switched on or off. */
  static List<Edit<Project>> regularization(TrainingSettings now, Numbers numbers) {
    Regularization regularization = now.regularization();
    List<Edit<Project>> changes = new ArrayList<>();
    for (double l2 : new double[] {0, 0.001, 0.01}) {
      if (l2 != regularization.l2()) {
        Regularization other = new Regularization(regularization.l1(), l2, regularization.clip(), regularization.limit());
        Message name = l2 == 0 ? Message.of("branch.no_decay") : Message.of("branch.decay", numbers.entry(l2));
        changes.add(change(name, training -> training.withRegularization(other)));
      }
    }
    Clip clip = regularization.clip() == Clip.NONE ? Clip.NORM : Clip.NONE;
    Regularization clipped = new Regularization(regularization.l1(), regularization.l2(), clip, clip == Clip.NORM
        ? 1 : regularization.limit());
    changes.add(change(Message.of(clip == Clip.NONE ? "branch.no_clip" : "branch.clip"), training -> training.withRegularization(clipped)));
    return changes;
  }

  /** Another order of the examples and other dropout masks, by another seed. */
  static Edit<Project> order(TrainingSettings now) {
    long seed = now.seed() + 1;
    return change(Message.of("branch.order", String.valueOf(seed)), training -> training.withSeed(seed));
  }
}

package studio.backprop.ui.compare.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Init;

/** Predefined comparisons: variants that differ in one setting, including the base project. */
enum Proposal {
  /** Of an agent, methods with the same update rhythm and network, so that nothing else differs. */
  METHODS {
    @Override
    List<Project> of(Project base) {
      if (!(base.assignment() instanceof Agent agent)) {
        return List.of();
      }
      MethodType own = MethodCatalog.typeOf(agent.method());
      List<MethodType> alike = MethodCatalog.types().stream().filter(type -> isAlike(type.fresh(), agent.method()))
          .filter(type -> Agent.learningBy(base, type).network().equals(base.network())).toList();
      return variants(base, alike, type -> type.equals(own) ? base : Agent.learningBy(base, type));
    }
  },
  RATES {
    @Override
    List<Project> of(Project base) {
      return variants(base, List.of(0.25, 1.0, 4.0, 16.0), factor -> base.withTraining(t -> t.withRate(times(t.rate(), factor))));
    }
  },
  OPTIMIZERS {
    @Override
    List<Project> of(Project base) {
      String own = OptimizerCatalog.typeOf(base.training().optimizer()).id();
      return variants(base, List.of("sgd", "momentum", "rmsprop", "adam"), id -> id.equals(own)
          ? base
          : base.withTraining(t -> t.withOptimizer(OptimizerCatalog.find(id).orElseThrow().fresh())));
    }
  },
  BATCHES {
    @Override
    List<Project> of(Project base) {
      return variants(base, List.of(0.25, 1.0, 4.0, 16.0),
          factor -> base.withTraining(t -> t.withBatch((int) Math.max(1, t.batch() * factor))));
    }
  },
  ACTIVATIONS {
    @Override
    List<Project> of(Project base) {
      return inLayers(base, Proposal::bends, List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.GELU));
    }
  },
  INITS {
    @Override
    List<Project> of(Project base) {
      return inLayers(base, setting -> setting.kind() == Setting.Kind.INIT && setting.name().equals("init"),
          List.of(Init.ZERO, Init.of(Init.Kind.LECUN_NORMAL), Init.of(Init.Kind.GLOROT_UNIFORM), Init.of(Init.Kind.HE_NORMAL)));
    }
  },
  UNITS {
    @Override
    List<Project> of(Project base) {
      Optional<Node> first = hidden(base.network()).filter(node -> size(node).isPresent()).findFirst();
      return first.map(node -> variants(base, List.of(0.25, 1.0, 2.0, 4.0),
          factor -> base.withNetwork(network -> network.with(node.id(), n -> sized(n, factor)))))
          .orElse(List.of());
    }
  },
  PENALTIES {
    @Override
    List<Project> of(Project base) {
      return variants(base, List.of(0.0, 0.001, 0.01, 0.1), l2 -> base.withTraining(t -> t.withRegularization(
          new Regularization(t.regularization().l1(), l2, t.regularization().clip(), t.regularization().limit()))));
    }
  },
  SEEDS {
    @Override
    List<Project> of(Project base) {
      return variants(base, List.of(0, 1, 2, 3), further -> base.withTraining(t -> t.withSeed(t.seed() + further)));
    }
  };

  /** Rates and sizes are rounded. */
  private static final MathContext DIGITS = new MathContext(3);

  /** Two to four variants, or none where not applicable to the project. */
  abstract List<Project> of(Project base);

  String key() {
    return "twins.propose." + name().toLowerCase(Locale.ROOT);
  }

  /** Replaces the first value by the project's own where missing. */
  private static <V> List<Project> variants(Project base, List<V> values, Function<V, Project> change) {
    List<Project> all = new ArrayList<>(values.stream().map(change).distinct().toList());
    if (!all.contains(base)) {
      all.set(0, base);
    }
    return all.size() < 2 ? List.of() : List.copyOf(all);
  }

  /** The same change of the setting that most hidden layers have in common. */
  private static <V> List<Project> inLayers(Project base, Predicate<Setting> wanted, List<V> values) {
    Map<Object, List<Node>> byValue = hidden(base.network()).filter(node -> setting(node, wanted).isPresent())
        .collect(Collectors.groupingBy(node -> node.type().form().value(node.layer(), setting(node, wanted).orElseThrow())));
    byValue.remove(Activation.NONE);
    Optional<List<Node>> most = byValue.values().stream().max(Comparator.comparingInt(List::size));
    return most.map(nodes -> variants(base, values, value -> base.withNetwork(network -> {
      Network changed = network;
      for (Node node : nodes) {
        changed = changed.with(node.id(), n -> n.withLayer(n.type().form().with(n.layer(), setting(n, wanted).orElseThrow(), value)));
      }
      return changed;
    }))).orElse(List.of());
  }

  private static boolean isAlike(AgentMethod one, AgentMethod other) {
    return one.isOnline() == other.isOnline() && one instanceof PolicyMethod == other instanceof PolicyMethod;
  }

  /** Ancestors of the loss, without the output layer. */
  private static Stream<Node> hidden(Network network) {
    return network.analyse().order().stream().filter(node -> !node.layer().isOutput())
        .filter(node -> network.outputs().stream().allMatch(output -> network.leads(node.id(), output.id())
            && network.wires().stream().noneMatch(wire -> wire.from() == node.id() && wire.to() == output.id())));
  }

  private static Optional<Setting> setting(Node node, Predicate<Setting> wanted) {
    return node.type().settings().stream().filter(wanted).findFirst();
  }

  private static boolean bends(Setting setting) {
    return setting.choices().contains(Activation.RELU);
  }

  private static Optional<Setting> size(Node node) {
    return setting(node, setting -> setting.kind() == Setting.Kind.WHOLE
        && (setting.name().equals("units") || setting.name().equals("filters")));
  }

  private static Node sized(Node node, double factor) {
    Setting size = size(node).orElseThrow();
    Layer layer = node.layer();
    int now = (int) node.type().form().value(layer, size);
    return node.withLayer(node.type().form().with(layer, size, (int) Math.max(1, Math.round(now * factor))));
  }

  private static double times(double rate, double factor) {
    return new BigDecimal(rate * factor).round(DIGITS).doubleValue();
  }
}

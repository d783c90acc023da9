package studio.backprop.network.repair;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.network.Node;
import studio.backprop.network.Problem.Place;
import studio.backprop.network.Problem.Severity;
import studio.backprop.network.repair.Repair.Kind;
import studio.backprop.setting.Setting;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Fixes that change settings, of the node itself or of its predecessor. */
final class Settled {
  /** Largest tried distance from the present value. */
  private static final int MAX_DISTANCE = 32;

  private final Trials bench;

  private Settled(Trials bench) {
    this.bench = bench;
  }

  static void propose(Trials bench) {
    Settled settled = new Settled(bench);
    bench.node().ifPresent(settled::proposeAt);
  }

  private void proposeAt(Node node) {
    proposeAllowed(node);
    proposeActivations(node);
    proposeLoss(node);
    proposeWidths(node);
    proposeWindow(node);
    proposeShape(node);
    bench.goal.filter(goal -> goal.tokens() > 0).ifPresent(goal -> set(node, "vocabulary", goal.tokens()));
    proposeSmaller(node);
    proposeNear(node);
    proposeAdjacency();
  }

  /** Tries other values of a single setting, nearest first. */
  private void proposeNear(Node node) {
    if (bench.analysis.shape(node.id()).isPresent() || bench.arriving().isEmpty()) {
      return;
    }
    for (Setting setting : node.type().settings()) {
      Object value = node.type().form().value(node.layer(), setting);
      setting.choices().forEach(choice -> set(node, setting, choice));
      for (int step = 1; step <= MAX_DISTANCE; step++) {
        if (value instanceof Integer number) {
          set(node, setting, number - step);
          set(node, setting, number + step);
        } else if (value instanceof Size size) {
          set(node, setting, new Size(Math.max(0, size.height() - step), Math.max(0, size.width() - step)));
        }
      }
    }
  }

  private void proposeAllowed(Node node) {
    LayerType type = node.type();
    for (Setting setting : type.settings()) {
      Object value = type.form().value(node.layer(), setting);
      if (setting.problem(value).isPresent()) {
        set(node, setting, allowed(setting, value));
      }
    }
  }

  private static Object allowed(Setting setting, Object value) {
    if (value instanceof Size size) {
      return new Size((int) near(setting, size.height()), (int) near(setting, size.width()));
    }
    double number = near(setting, ((Number) value).doubleValue());
    return setting.kind() == Setting.Kind.WHOLE ? (Object) (int) number : (Object) number;
  }

  private static double near(Setting setting, double number) {
    double finite = Double.isNaN(number) ? setting.range().min() : number;
    return Math.max(setting.range().min(), Math.min(setting.range().max(), finite));
  }

  /** Sets units to the number of classes; before a merge, units or filters to those of another input. */
  private void proposeWidths(Node node) {
    if (bench.problem.place() == Place.OUTPUT && bench.analysis.shape(node.id()).isPresent()) {
      bench.goal.ifPresent(goal -> {
        proposeAnswer(node, goal.outputLayer());
        setWidth(node, goal.outputs());
        if (goal.classes() && goal.outputs() == 2) {
          setWidth(node, 1);
        }
      });
    }
    for (Node source : bench.sources()) {
      for (Shape other : bench.arriving()) {
        setWidth(source, other.rank() == 3 ? other.size(0) : other.rank() == 0 ? 1 : other.size(other.rank() - 1));
      }
      if (node.layer() instanceof Output) {
        bench.goal.ifPresent(goal -> setWidth(source, goal.outputs()));
      }
    }
  }

  /** Sets units and activation at once, where neither suits a classification loss. */
  private void proposeAnswer(Node node, Dense wanted) {
    boolean read = bench.network.targets(node.id()).stream()
        .anyMatch(next -> next.layer() instanceof Output output && output.loss().isCategorical());
    boolean bent = node.layer().activation() != Activation.NONE;
    if (read && bent && node.layer() instanceof Dense dense && dense.units() != wanted.units()) {
      LayerSettings.with(dense, "units", wanted.units()).flatMap(layer -> LayerSettings.bentBy(layer, wanted.activation()))
          .ifPresent(layer -> bench.propose(
          Kind.CHANGE,
          Message.of("repair.answer", node.title(), wanted.units(), wanted.activation().title()),
          network -> network.with(node.id(), old -> old.withLayer(layer)),
          after -> Trials.gives(after, node.id())));
    }
  }

  private void setWidth(Node from, int width) {
    maker(from).ifPresent(maker -> {
      Setting setting = LayerSettings.width(maker.layer()).orElseThrow();
      int before = (Integer) maker.type().form().value(maker.layer(), setting);
      LayerSettings.with(maker.layer(), setting.name(), width).ifPresent(layer -> bench.propose(
          Kind.CHANGE,
          Message.of("repair.set", setting.title(), maker.title(), width),
          network -> network.with(maker.id(), old -> old.withLayer(layer)),
          after -> Message.of("repair.set.width", setting.title(), before, width, after.analyse().parameterCount(after.node(maker.id())))));
    });
  }

  /** Node that determines the output width: itself, or the nearest predecessor in the chain. */
  private Optional<Node> maker(Node from) {
    Node at = from;
    while (LayerSettings.width(at.layer()).isEmpty()) {
      List<Node> before = bench.network.sources(at.id());
      if (before.size() != 1) {
        return Optional.empty();
      }
      at = before.get(0);
    }
    return Optional.of(at);
  }

  /** Adapts window to image, groups to channels, and padding to the pool's limit. */
  private void proposeWindow(Node node) {
    Layer layer = node.layer();
    Optional<Size> kernel = LayerSettings.value(layer, "kernel", Size.class);
    Optional<Shape> image = bench.arriving().stream().filter(shape -> shape.rank() == 3).findFirst();
    if (kernel.isEmpty() || image.isEmpty()) {
      return;
    }
    if (image.get().size(1) * image.get().size(2) > 1) { // a window on a single pixel has no effect
      set(node, "kernel", fitting(kernel.get(), image.get()));
      set(node, "padding", Padding.SAME);
    }
    set(node, "padding", Padding.VALID);
    if (LayerSettings.find(layer, "groups").isPresent()) {
      divisors(node, image.get().size(0)).forEach(divisor -> set(node, "groups", divisor));
    }
  }

  private static Size fitting(Size kernel, Shape image) {
    return new Size(Math.min(kernel.height(), image.size(1)), Math.min(kernel.width(), image.size(2)));
  }

  private static Set<Integer> divisors(Node node, int channels) {
    int filters = LayerSettings.value(node.layer(), "filters", Integer.class).orElse(1);
    int groups = LayerSettings.value(node.layer(), "groups", Integer.class).orElse(1);
    Set<Integer> fitting = new TreeSet<>();
    for (int d = 1; d <= Math.min(channels, filters); d++) {
      if (channels % d == 0 && filters % d == 0 && d <= groups) {
        fitting.add(d);
      }
    }
    return ((TreeSet<Integer>) fitting).descendingSet();
  }

  private void proposeShape(Node node) {
    Optional<Shape> shape = LayerSettings.value(node.layer(), "shape", Shape.class);
    if (shape.isEmpty()) {
      return;
    }
    if (node.layer() instanceof Input) {
      bench.goal.ifPresent(goal -> {
        set(node, "shape", goal.input());
        long others = bench.network.nodes().stream()
            .filter(other -> other.id() != node.id() && other.layer() instanceof Input)
            .mapToLong(other -> ((Input) other.layer()).shape().count()).sum();
        if (others > 0 && others < goal.input().count()) {
          set(node, "shape", Shape.of((int) (goal.input().count() - others)));
        }
      });
    }
    bench.arriving().stream().limit(1).forEach(arrives -> {
      ShapeGuesses.images(arrives, bench.goal).forEach(image -> set(node, "shape", image));
      set(node, "shape", arrives.rank() == 3 ? Shape.of((int) arrives.count()) : arrives);
    });
    bench.goal.filter(goal -> goal.input().rank() == 3).ifPresent(goal -> bench.sources().stream()
        .filter(source -> source.layer() instanceof Input).forEach(source -> set(source, "shape", goal.input())));
  }

  /** Reshapes an adjacency to the number of nodes of another input. */
  private void proposeAdjacency() {
    bench.sources().stream().filter(source -> source.layer() instanceof Input).forEach(source ->
        bench.arriving().stream().filter(table -> table.rank() == 2).forEach(
            table -> set(source, "shape", Shape.of(table.size(0), table.size(0)))));
  }

  private void proposeLoss(Node node) {
    if (node.layer() instanceof Output output) {
      long width = bench.arriving().stream().findFirst().map(Shape::count).orElse(1L);
      Loss suits = bench.goal.map(goal -> goal.loss(width)).orElse(width == 1 ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY);
      LayerSettings.with(output, "loss", suits).ifPresent(layer -> bench.propose(
          Kind.CHANGE,
          Message.of("repair.loss", suits.title()),
          network -> network.with(node.id(), old -> old.withLayer(layer)),
          after -> Message.of("repair.loss.after", output.loss().title(), suits.title())));
    }
  }

  /** Sets the softmax or sigmoid that a loss expects, or none. */
  private void proposeActivations(Node node) {
    boolean twice = bench.sources().stream().anyMatch(source -> source.layer().activation() == Activation.SOFTMAX);
    boolean hint = bench.problem.severity() == Severity.HINT && !twice;
    if (hint && node.layer().activation() == Activation.STEP) {
      bend(node, Activation.SIGMOID); // differentiable replacement of a step function
      return;
    }
    List<Activation> functions = hint ? List.of(Activation.SOFTMAX, Activation.SIGMOID, Activation.NONE) : List.of(Activation.NONE);
    functions.forEach(function -> bend(node, function));
    bench.sources().forEach(source -> bend(source, Activation.NONE));
  }

  private void bend(Node node, Activation function) {
    LayerSettings.activation(node.layer()).flatMap(setting -> LayerSettings.bentBy(node.layer(), function))
        .ifPresent(layer -> bench.propose(
        Kind.CHANGE,
        Message.of("repair.bend", node.title(), function.title()),
        network -> network.with(node.id(), old -> old.withLayer(layer)),
        after -> Message.of("repair.bend.after")));
  }

  /** Halves the width until the output is small enough. */
  private void proposeSmaller(Node node) {
    Optional<Setting> setting = LayerSettings.width(node.layer());
    if (bench.problem.place() == Place.OUTPUT && bench.analysis.shape(node.id()).isEmpty() && setting.isPresent()) {
      int width = (Integer) node.type().form().value(node.layer(), setting.get());
      for (int smaller = Integer.highestOneBit(Math.max(1, width - 1)); smaller >= 1; smaller /= 2) {
        setWidth(node, smaller);
      }
    }
  }

  private void set(Node node, String name, Object value) {
    LayerSettings.find(node.layer(), name).ifPresent(setting -> set(node, setting, value));
  }

  private void set(Node node, Setting setting, Object value) {
    LayerSettings.with(node.layer(), setting.name(), value).ifPresent(layer ->
        bench.proposeLayer(node, layer, Message.of("repair.set", setting.title(), node.title(), written(value))));
  }

  private static Object written(Object value) {
    return value instanceof Enum<?> ? Setting.choiceTitle(value) : value instanceof Number ? value : value.toString();
  }
}

package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.network.Influence;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.run.Run;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Lang;

/** Localized text of a cell: position, value, gradient, receptive field and targets. */
public final class CellTexts {
  private static final int DIGITS = 4;

  private CellTexts() {}

  /** 1-based index along each axis: 3, 4, 5. */
  public static String place(int[] axes, int index) {
    int[] place = new int[axes.length];
    int rest = index;
    for (int i = axes.length - 1; i >= 0; i--) {
      place[i] = rest % axes[i] + 1;
      rest /= axes[i];
    }
    return IntStream.of(place).mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Empty if the run does not know the cell. */
  public static Optional<String> of(Lang lang, RunModel model, Influence cell) {
    Run run = model.runProperty().get();
    Optional<Node> node = run == null ? Optional.empty() : run.project().network().find(cell.node());
    Optional<Activations> seen = model.snapshot().map(snapshot -> snapshot.activations())
        .filter(activations -> activations.has(cell.node()));
    Optional<Shape> shape = model.focus().cell().analysis().shape(cell.node());
    if (node.isEmpty() || seen.isEmpty() || shape.isEmpty() || cell.place() >= seen.get().output(cell.node()).length) {
      return Optional.empty();
    }
    String first = node.get().name() + " [" + place(shape.get().toArray(), cell.place()) + "]"
        + name(lang, model, node.get(), shape.get(), cell.place()) + ": " + number(lang, seen.get(), node.get(), cell.place());
    List<String> lines = List.of(first, bias(lang, model, node.get(), shape.get(), cell.place()), made(lang, run, cell),
        sees(lang, run, cell), goes(lang, run, cell));
    return Optional.of(lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")));
  }

  /** Full name of a unit, which may not fit on the canvas. */
  private static String name(Lang lang, RunModel model, Node node, Shape shape, int unit) {
    List<String> names = shape.rank() == 1
        ? UnitNames.of(lang, model, model.runProperty().get().project().network(), node, shape.size(0)) : List.of();
    return names.isEmpty() ? "" : " " + names.get(unit);
  }

  /** Output a, or x of the data, with ∂L/∂a; of the logit z instead if the loss includes the activation function. */
  private static String number(Lang lang, Activations seen, Node node, int place) {
    float[] slopes = seen.gradient(node.id());
    String letter = node.layer().isInput() ? "x" : "a";
    String value = letter + " = " + lang.numbers().significant(seen.output(node.id())[place], DIGITS);
    return slopes == null ? value
        : value + ", ∂L/∂" + (seen.gradientAtLogits(node.id()) ? "z" : letter) + " = " + lang.numbers().significant(slopes[place], DIGITS);
  }

  /** Bias of a dense unit. */
  private static String bias(Lang lang, RunModel model, Node node, Shape shape, int unit) {
    boolean dense = node.layer().neurons() > 0 && shape.rank() == 1;
    return model.snapshot().filter(snapshot -> dense && snapshot.hasValues())
        .flatMap(snapshot -> ParameterIndex.biasOf(model.runProperty().get(), snapshot,
            node).map(found -> snapshot.values(found.parameter())))
        .filter(values -> unit < values.length).map(values -> "b = " + lang.numbers().significant(values[unit], DIGITS)).orElse("");
  }

  /** Inputs from the direct predecessors. */
  private static String made(Lang lang, Run run, Influence cell) {
    return run.project().network().sources(cell.node()).stream().filter(node -> cell.before().containsKey(node.id()))
        .map(node -> lang.say("cell.made", cell.before().get(node.id()).cardinality(), node.name()))
        .collect(Collectors.joining("\n"));
  }

  /** Receptive field on the data, unless it is direct or covers everything. */
  private static String sees(Lang lang, Run run, Influence cell) {
    Network network = run.project().network();
    return network.nodes().stream()
        .filter(node -> node.layer().isInput() && cell.before().containsKey(node.id()) && !network.sources(cell.node()).contains(node)
            && cell.before().get(node.id()).cardinality() < node.layer().dataShape().orElseThrow().count())
        .map(node -> lang.veil().isDown() ? lang.say("cell.sees.hidden", node.name()) // its size may be the question
            : lang.say("cell.sees", cell.before().get(node.id()).cardinality(), node.name()))
        .collect(Collectors.joining("\n"));
  }

  /** Targets in the direct successors; further on they soon cover everything. */
  private static String goes(Lang lang, Run run, Influence cell) {
    return run.project().network().targets(cell.node()).stream()
        .filter(node -> !node.layer().isOutput() && cell.behind().containsKey(node.id()))
        .map(node -> lang.say("cell.goes", cell.behind().get(node.id()).cardinality(), node.name()))
        .collect(Collectors.joining("\n"));
  }
}

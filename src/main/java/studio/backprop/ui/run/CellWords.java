package studio.backprop.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.layer.Input;
import studio.backprop.layer.Output;
import studio.backprop.network.Influence;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import studio.backprop.train.Activations;
import studio.backprop.train.Run;
import studio.backprop.ui.kit.Lang;

/** What is said of the number that a person points at: its place, its value, its slope, what it was made from and where it goes. */
public final class CellWords {
  private static final int DIGITS = 4;

  private CellWords() {}

  /** The place along each axis, counted from 1: 3, 4, 5. */
  public static String place(int[] axes, int index) {
    int[] place = new int[axes.length];
    int rest = index;
    for (int i = axes.length - 1; i >= 0; i--) {
      place[i] = rest % axes[i] + 1;
      rest /= axes[i];
    }
    return IntStream.of(place).mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Empty where the run does not know the number. */
  public static Optional<String> of(Lang lang, RunModel model, Influence cell) {
    Run run = model.runProperty().get();
    Optional<Node> node = run == null ? Optional.empty() : run.project().network().find(cell.node());
    Optional<Activations> seen = model.snapshot().map(snapshot -> snapshot.activations()).filter(activations -> activations.has(cell.node()));
    Optional<Shape> shape = model.cell().analysis().shape(cell.node());
    if (node.isEmpty() || seen.isEmpty() || shape.isEmpty() || cell.place() >= seen.get().output(cell.node()).length) {
      return Optional.empty();
    }
    float[] slopes = seen.get().gradient(cell.node());
    String value = lang.numbers().significant(seen.get().output(cell.node())[cell.place()], DIGITS);
    String slope = slopes == null ? "–" : lang.numbers().significant(slopes[cell.place()], DIGITS);
    String first = lang.say("cell.point", node.get().name(), place(shape.get().toArray(), cell.place()), value, slope);
    List<String> lines = List.of(first, made(lang, run, cell), goes(lang, run, cell));
    return Optional.of(lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")));
  }

  private static String made(Lang lang, Run run, Influence cell) {
    return run.project().network().nodes().stream()
        .filter(node -> node.layer() instanceof Input && cell.before().containsKey(node.id()))
        .map(node -> lang.say("cell.made", cell.before().get(node.id()).cardinality(), node.name()))
        .collect(Collectors.joining("\n"));
  }

  /** Of the next nodes; behind them it soon reaches everything. */
  private static String goes(Lang lang, Run run, Influence cell) {
    return run.project().network().targets(cell.node()).stream()
        .filter(node -> !(node.layer() instanceof Output) && cell.behind().containsKey(node.id()))
        .map(node -> lang.say("cell.goes", cell.behind().get(node.id()).cardinality(), node.name()))
        .collect(Collectors.joining("\n"));
  }
}

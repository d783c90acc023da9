package studio.backprop.ui.design.designer.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.network.Node;
import studio.backprop.network.Objective;
import studio.backprop.observe.Activations;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.workspace.environment.ActionScale;
import studio.backprop.ui.workspace.environment.TakenAction;

/** Output of an agent's network, Q(s, a) or π(a | s): a bar for each action, the best one emphasized. */
final class ActionsOutput extends BarsOutput {
  private static final double LINE = 18;
  private static final int DIGITS = 3;

  /** Whether outputs are probabilities. */
  private final boolean policy;

  private ActionsOutput(CanvasDesk desk, int node, boolean policy, List<String> names) {
    super(desk, node, names, LINE);
    this.policy = policy;
  }

  /** Empty where the node is not the agent's output. */
  static Optional<OutputPicture> of(CanvasDesk desk, Node node, Shape shape) {
    return actions(desk, Math.toIntExact(shape.count())).filter(names -> isLast(desk, node))
        .map(names -> new ActionsOutput(desk, node.id(), objective(desk).loss().isPolicy(), names));
  }

  private static boolean isLast(CanvasDesk desk, Node node) {
    int output = objective(desk).output().id();
    return desk.run().runProperty().get().project().network().sources(output).stream().anyMatch(source -> source.id() == node.id());
  }

  private static Objective objective(CanvasDesk desk) {
    return desk.run().runProperty().get().project().network().objective();
  }

  /** Localized names of the agent's actions; empty without an agent or where their number differs. */
  static Optional<List<String>> actions(CanvasDesk desk, int count) {
    Run run = desk.run().runProperty().get();
    return Optional.ofNullable(run).flatMap(now -> now.project().assignment().actsIn())
        .filter(environment -> environment.actions().size() == count)
        .map(environment -> IntStream.range(0, count).mapToObj(action -> shortened(desk.lang().say(environment.action(action)))).toList());
  }

  /** Symbol of an action that has one, as a node has no room for more. */
  private static String shortened(String name) {
    int end = name.indexOf(' ');
    return end > 0 && !Character.isLetterOrDigit(name.charAt(0)) ? name.substring(0, end) : name;
  }

  @Override
  void show(ClassBars at, float[] values) {
    List<String> written = policy
        ? IntStream.range(0, values.length).mapToObj(i -> desk().lang().numbers().chance(values[i])).toList()
        : IntStream.range(0, values.length).mapToObj(i -> desk().lang().numbers().aligned(values[i], DIGITS)).toList();
    at.show(ActionScale.of(values, policy), values, written);
  }

  @Override
  void mark(ClassBars at, Activations seen) {
    Optional<TakenAction> taken = seen.example().learned()
        ? desk().run().snapshot().flatMap(Snapshot::agent).flatMap(TakenAction::of) : Optional.empty();
    at.mark(taken.map(TakenAction::action).orElse(-1));
  }

  @Override
  public double needed() {
    return shown().length * LINE;
  }

  @Override
  public double least() {
    double least = Double.POSITIVE_INFINITY;
    for (float value : shown()) {
      least = Math.min(least, value);
    }
    return least;
  }

  @Override
  public double most() {
    double most = Double.NEGATIVE_INFINITY;
    for (float value : shown()) {
      most = Math.max(most, value);
    }
    return most;
  }
}

package studio.backprop.ui.designer.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.network.Objective;
import studio.backprop.tensor.Shape;
import studio.backprop.train.observe.Activations;
import studio.backprop.train.observe.Snapshot;
import studio.backprop.train.run.Run;
import studio.backprop.ui.designer.edit.CanvasDesk;
import studio.backprop.ui.world.ActionScale;
import studio.backprop.ui.world.TakenAction;

/** What an agent's network says of each action, Q(s, a) or π(a | s): a bar for each, as everywhere; the best one stands out. */
final class ActionsOutput implements OutputPicture {
  private static final double LINE = 18;
  private static final int DIGITS = 3;

  private final CanvasDesk desk;
  private final int node;
  /** Whether it says probabilities. */
  private final boolean policy;
  private final ClassBars bars;
  private float[] shown = {};

  private ActionsOutput(CanvasDesk desk, int node, boolean policy, List<String> names) {
    this.desk = desk;
    this.node = node;
    this.policy = policy;
    this.bars = new ClassBars(names, LINE);
  }

  /** Empty where a node is not the one that says what actions are worth. */
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

  /** What the actions of the agent are called; empty where nobody acts, or in another number of ways. */
  static Optional<List<String>> actions(CanvasDesk desk, int count) {
    Run run = desk.run().runProperty().get();
    return Optional.ofNullable(run).flatMap(now -> now.project().assignment().actsIn())
        .filter(world -> world.actions().size() == count)
        .map(world -> IntStream.range(0, count).mapToObj(action -> shortened(desk.lang().say(world.action(action)))).toList());
  }

  /** A node has no room for more than the sign of an action that has one. */
  private static String shortened(String name) {
    int end = name.indexOf(' ');
    return end > 0 && !Character.isLetterOrDigit(name.charAt(0)) ? name.substring(0, end) : name;
  }

  @Override
  public Region view() {
    return bars;
  }

  @Override
  public void show(Activations seen) {
    show(seen.output(node));
    Optional<TakenAction> taken = seen.example().learned()
        ? desk.run().snapshot().flatMap(Snapshot::agent).flatMap(TakenAction::of) : Optional.empty();
    bars.mark(taken.map(TakenAction::action).orElse(-1));
  }

  private void show(float[] values) {
    shown = values;
    List<String> written = policy ? IntStream.range(0, values.length).mapToObj(i -> desk.lang().numbers().chance(values[i])).toList()
        : IntStream.range(0, values.length).mapToObj(i -> desk.lang().numbers().aligned(values[i], DIGITS)).toList();
    bars.show(ActionScale.of(values, policy), values, written);
  }

  @Override
  public void redraw() {
    if (shown.length > 0) {
      show(shown);
    }
  }

  @Override
  public void simplify(boolean simple) {
    bars.simplify(simple);
  }

  @Override
  public boolean complete() {
    return true;
  }

  @Override
  public double needed() {
    return shown.length * LINE;
  }

  @Override
  public boolean overPlane() {
    return false;
  }

  @Override
  public UnitPlaces places() {
    return bars;
  }

  @Override
  public double least() {
    double least = Double.POSITIVE_INFINITY;
    for (float value : shown) {
      least = Math.min(least, value);
    }
    return least;
  }

  @Override
  public double most() {
    double most = Double.NEGATIVE_INFINITY;
    for (float value : shown) {
      most = Math.max(most, value);
    }
    return most;
  }
}

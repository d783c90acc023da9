package studio.backprop.ui.designer.wire;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import studio.backprop.environment.Environment;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.train.observe.Snapshot;
import studio.backprop.ui.designer.edit.Box;
import studio.backprop.ui.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Sight;

/**
 * The loop of an agent: its action goes back into the environment, which answers with the next state. It is drawn from the node that says
 * which action is best to the Input, dashed, as no numbers of the network run along it.
 */
public final class LoopView extends Pane {
  private static final double AWAY = 40;
  private static final double HEAD = 6;

  private final CanvasDesk desk;
  private final Polyline line = new Polyline();
  private final Polygon head = new Polygon();
  private final Label label = new Label();

  public LoopView(CanvasDesk desk) {
    this.desk = desk;
    setManaged(false);
    setMouseTransparent(true);
    line.getStyleClass().add("loop-line");
    head.getStyleClass().add("loop-head");
    label.getStyleClass().add("loop-label");
    label.setManaged(false);
    getChildren().addAll(line, head, label);
  }

  private Optional<Agent> agent() {
    Project project = desk.model().document().project();
    return project.assignment() instanceof Agent agent ? Optional.of(agent) : Optional.empty();
  }

  /** Nodes are elsewhere, or there is another network. */
  public void place() {
    Network network = desk.model().network();
    Optional<Node> input = network.nodes().stream().filter(node -> node.layer().isInput()).findFirst();
    Optional<Node> acting = acting(network);
    boolean closed = agent().isPresent() && input.isPresent() && acting.isPresent() && acting.get().id() != input.get().id();
    Sight.show(this, closed);
    if (!closed) {
      return;
    }
    Box from = desk.model().places().box(acting.get());
    Box to = desk.model().places().box(input.get());
    boolean over = from.y() + from.height() / 2 < to.y() + to.height() / 2 - AWAY;
    double startX = from.x() + from.width() / 2;
    double endX = to.x() + to.width() / 2;
    double start = over ? from.y() : from.y() + from.height();
    double end = over ? to.y() : to.y() + to.height();
    double way = over ? Math.min(start, end) - AWAY : Math.max(start, end) + AWAY;
    line.getPoints().setAll(startX, start, startX, way, endX, way, endX, end);
    double back = over ? -HEAD : HEAD;
    head.getPoints().setAll(endX, end, endX - HEAD, end + 1.5 * back, endX + HEAD, end + 1.5 * back);
    show();
    label.autosize();
    label.relocate((startX + endX) / 2 - label.getWidth() / 2, way - label.getHeight() / 2);
  }

  /** The node that the policy or the values come from. */
  private static Optional<Node> acting(Network network) {
    return network.outputs().isEmpty() ? Optional.empty()
        : network.sources(network.objective().output().id()).stream().findFirst();
  }

  /** Says which action is best in the state that goes through the network. */
  public void show() {
    if (!isVisible() || agent().isEmpty()) {
      return;
    }
    Environment world = agent().get().environment();
    Optional<float[]> outputs = acting(desk.model().network())
        .flatMap(node -> desk.run().snapshot().map(Snapshot::activations).map(seen -> seen.output(node.id())))
        .filter(numbers -> numbers.length == world.actions().size());
    String said = outputs.map(numbers -> desk.lang().say("loop.action_now", desk.lang().say(world.action(best(numbers)))))
        .orElse(desk.lang().say("loop.action"));
    if (!said.equals(label.getText())) {
      label.setText(said);
      label.autosize();
    }
  }

  private static int best(float[] numbers) {
    int best = 0;
    for (int i = 1; i < numbers.length; i++) {
      best = numbers[i] > numbers[best] ? i : best;
    }
    return best;
  }
}
